import type { Database } from './open';

/** Why a copy cannot be made, or is not taken. */
export type CopyProblem =
  | 'missing'
  | 'damaged'
  | 'foreign'
  | 'another-ward'
  | 'older-schema'
  | 'newer-schema'
  | 'broken-chain'
  | 'in-use'
  | 'no-tool'
  | 'no-right'
  | 'no-key'
  | 'not-opened'
  | 'no-ward';

/** A "no" to a copy, thrown where it is found; nothing has been changed. */
export class CopyRefusal extends Error {
  constructor(
    readonly problem: CopyProblem,
    options?: ErrorOptions
  ) {
    super(problem, options);
  }
}

export type Opened = Readonly<{ db: Database; close: () => Promise<void> }>;

/** A copy that has been opened and stands beside the present database. */
export type Candidate = Readonly<{
  db: Database;
  /** Puts the present database aside under a name of its own and this one in its stead; says where the old one is. */
  takePlace: (mark: string) => Promise<string | null>;
  discard: () => Promise<void>;
}>;

/** How one kind of database is copied while it is in use, and how a copy is opened again. */
export type Copies = Readonly<{
  ending: string;
  /** A folder of this machine, for a copy that is not sealed yet or not any more. */
  scratch: string;
  copyTo: (file: string) => Promise<void>;
  /** Opens the very file, to verify it. */
  inspect: (file: string) => Promise<Opened>;
  /** Opens a copy of the file, which may take the present one's place. */
  admit: (file: string) => Promise<Candidate>;
  /** The present database as it stands; undefined where there is none that can be read. */
  present: () => Opened | undefined;
  refuseWhileInUse: () => Promise<void>;
}>;
