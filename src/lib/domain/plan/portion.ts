import * as z from 'zod/mini';

/** An exact share: 98 % is 98 of 100, 96,8 % is 968 of 1000. */
export const Portion = z.object({ part: z.int(), of: z.int() });
export type Portion = Readonly<z.infer<typeof Portion>>;

/** Whether it can be a share of something: from nothing to all of it. */
export const isPortion = ({ part, of }: Portion): boolean => of > 0 && part >= 0 && part <= of;
