import type { ColumnType } from 'kysely';

/** All times are milliseconds, truths are 0 or 1, JSON is text: both databases bind these alike. */
export type Schema = {
  ward: WardTable;
  epochs: { epoch: string; began_at: number; at: number; reason: string };
  groups: { id: string; name: string; position: number; valid_from: string; valid_to: string | null };
  campaigns: {
    id: string;
    version: string;
    is_current: number;
    json: string;
    /** When it was first put into use; null for a draft. */
    used_since: number | null;
    saved_at: number;
  };
  accounts: AccountTable;
  assignments: { account: string; group_id: string; from_day: string; to_day: string | null };
  sessions: { token: string; account: string; created: number; seen: number; expires: number };
  invites: { token: string; account: string; created: number; expires: number; used_at: number | null };
  devices: DeviceTable;
  entries: EntryTable;
  chain: { seq: number; entry: number; verdict: string; chain: string };
  rows: RowTable;
  waits: { awaited: string; entry: number };
  /** Households that left a group under a number, to be told to its phones (SV7). */
  departures: { seq: number; household: string; group_id: string };
  /** Two things that somebody has looked at and found to be two (CO6); the smaller id first. */
  not_duplicates: { one: string; other: string; account: string; at: number };
  /** The ward's keys for second copies (OB6); the newest one is given out. */
  seals: { id: string; made_at: number; public_key: string; private_key: string };
  /** What the office did beside entries (nhật ký): one number for each act, by which standings know that they are old. */
  audit: { number: number; at: number; account: string; act: string; about: string; detail: string };
  /** Append-only; numbered by the audit. */
  typed_figures: { number: number; campaign: string; json: string };
  marks: MarkTable;
  /** Written once and never changed; amendments lie beside. */
  closed_periods: { period: string; campaign: string; closed_at: number; sha: string; json: string };
  amendments: { number: number; period: string; json: string };
  /** A group's figures as they were last on a day. */
  daily_figures: { campaign: string; day: string; group_id: string; json: string };
  /** How all groups stood then, by group: the ranks of that day's scale. */
  daily_ranks: { campaign: string; day: string; json: string };
  lists: ListTable;
  /** The rows of a list's sheets, until it is applied or thrown away. */
  list_sheets: { list: string; position: number; json: string };
  list_items: ListItemTable;
  /** What the columns of files with one header were said to be. */
  list_headers: { header: string; columns: string; at: number };
  /** Who may read figures without a name in them; the token only as its sum. */
  readers: {
    id: string;
    name: string;
    token: string;
    account: string;
    at: number;
    used_at: number | null;
    revoked_at: number | null;
  };
  /** Append-only, as all below: the newest of its kind is valid; numbered by the audit. */
  desk_settings: { number: number; about: string; json: string };
  paper_words: { number: number; campaign: string; place: string; words: string };
  award_choices: { number: number; campaign: string; subject: string; json: string };
  unit_reports: { number: number; campaign: string; unit: string; json: string; bytes: Uint8Array | null };
  /** Photos of exemplary models, each under the sum of its bytes. */
  photos: { sha: string; group_id: string; account: string; at: number; type: string; bytes: Uint8Array };
  urgings: UrgingTable;
  looks: LookTable;
};

/** A list that an officer brought (danh sách nhập); its id is also the device of the entries made from it. */
export type ListTable = {
  id: string;
  account: string;
  at: number;
  /** "import", or "compare" where nothing is ever written. */
  purpose: string;
  file: string;
  sha: string;
  state: string;
  json: string;
};

/** A line of a list's preview, and what was decided about it. */
export type ListItemTable = {
  list: string;
  position: number;
  kind: string;
  choice: number | null;
  done: number;
  json: string;
};

/** A group was urged (đôn đốc): with which words, for which reasons, by which figures. */
export type UrgingTable = {
  number: number;
  campaign: string;
  group_id: string;
  account: string;
  at: number;
  text: string;
  /** The message in the app; null where none was sent. */
  message: string | null;
  /** Sent by the officer's own Zalo or SMS. */
  outside: number;
  reasons: string;
  figures: string;
  escalated_at: number | null;
  escalated_by: string | null;
};

/** What somebody saw when looking at the overview now, and the time before. */
export type LookTable = {
  account: string;
  seen_at: number;
  seen: string;
  since_at: number | null;
  since: string | null;
};

/** A word of the ward about a group; taken back, it stays with the reason. */
export type MarkTable = {
  number: number;
  campaign: string;
  group_id: string;
  json: string;
  account: string;
  at: number;
  revoked_by: string | null;
  revoked_at: number | null;
  revoked_why: string | null;
};

/** The one row that says where the ward's history stands. */
export type WardTable = {
  id: string;
  name: string;
  epoch: string;
  head: number;
  chain: string;
  /** Up to this number the history exists in a verified second place (EP2). */
  safe: number;
  /** Signs the places that devices are given, so that nobody invents one (EP1). */
  place_key: string;
  /** Since when anybody may read the ranking; null while nobody may. */
  public_since: number | null;
  /** A group is silent, and may be urged again, after so many days. */
  urge_days: number;
};

export type AccountTable = {
  id: string;
  login: string;
  name: string;
  role: string;
  pin_hash: string | null;
  disabled_at: number | null;
  fails: number;
  locked_until: number | null;
};

export type DeviceTable = {
  account: string;
  device: string;
  first_contact: number;
  last_contact: number;
  wall: number;
  newest_n: number | null;
  newest_id: string | null;
  unsent: number;
  oldest_unsent: number | null;
  app: string;
  persisted: number | null;
  free_bytes: number | null;
  holds: string;
  /** Entries that came with bytes other than their own sum says; they stay queued on the phone (EN1). */
  damaged: number;
  /** Sum of the key by which the device is known without a session (SV6). */
  key_sum: string | null;
  /** How many of its entries are here, and their n as ranges (EP3). */
  stored: number;
  received: string;
  /** Entries that the device spoke of and that are not here: n and id. */
  named: string;
  /** What was held when the phone's storage went back: from, to, and the newest entry before. */
  written_off: string;
  /** An officer has said that this phone will not come back. */
  gone_at: number | null;
  /** When the present run of contacts began, and the last contact before it: work cannot be older (TI1). */
  visit_began: number | null;
  called_before: number | null;
};

/** Everything that ever arrived, as it arrived, and what was decided about it. */
export type EntryTable = {
  number: number;
  id: string;
  sha: string;
  /** 0 for the entry that an id means; 1, 2 … for other bytes that came under the same id (EN1). */
  copy: number;
  device: string;
  n: number;
  previous: string | null;
  kind: string;
  schema: number;
  group_id: string;
  author: string;
  /** The account that delivered it. */
  account: string;
  received_at: number;
  /** The tap, between the device's last contact and the receipt (TI1). */
  captured_at: number;
  wall: number;
  contact_device: number | null;
  contact_server: number | null;
  builds_on: string;
  /** The bytes of the body, never text: what a database would not store as text is stored all the same (SV1). */
  body: Uint8Array;
  status: string;
  reason: string | null;
  field: string | null;
  fault: string | null;
  disputed: string | null;
  decided: number;
  /** The officer who accepted or refused it. */
  decided_by: string | null;
};

export type RowTable = {
  type: string;
  id: string;
  household: string;
  group_id: string;
  seq: number;
  fields: ColumnType<string>;
};
