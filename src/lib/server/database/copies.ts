import type { Copies } from './copy';
import { postgresCopies } from './postgres-copies';
import { sqliteCopies } from './sqlite-copies';

export const copiesOf = (url: string): Copies =>
  /^postgres(ql)?:/.test(url) ? postgresCopies(url) : sqliteCopies(url);
