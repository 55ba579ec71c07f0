/** Whoever left the round at a door comes back to that door (vòng rà soát). */
export const isFromRound = ({ searchParams }: URL): boolean => searchParams.get('from') === 'round';

/** The door of a household in the round. */
export const doorOf = (household: string): string => `/round?at=${household}`;
