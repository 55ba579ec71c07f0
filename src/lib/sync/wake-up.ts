/** The tag under which a browser wakes the worker when there is a network again: a wake-up, never a store (EX8). */
export const SYNC_TAG = 'exchange';
