import { createHash, randomUUID } from 'node:crypto';
import { ENTRY_SCHEMA } from '../../../src/lib/domain/entry/entry';

type Values = Readonly<Record<string, string | number>>;
type Change = Readonly<{ type: string; id: string; household: string; set: Values }>;
type Row = Readonly<{
  type: string;
  id: string;
  household: string;
  fields: Record<string, [unknown, number]>;
}>;

/** A leader whose phone is only what it says on the wire: many of them in one test, where screens are not the matter. */
export class WireLeader {
  readonly rows = new Map<string, Row>();
  readonly #device = randomUUID();
  #n = 0;
  #previous: string | null = null;
  #cursor: { epoch: string } | null = null;

  private constructor(
    readonly url: string,
    readonly account: string,
    readonly group: string,
    readonly cookie: string
  ) {}

  /** Comes in by the link of a printed sheet and chooses a PIN. */
  static async opens(link: string): Promise<WireLeader> {
    const { origin, hash } = new URL(link);
    const answer = await fetch(`${origin}/api/invite`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: hash.slice(1), pin: '246810' })
    });
    if (!answer.ok) throw new Error(`The link was refused: ${answer.status}`);
    const { actor } = (await answer.json()) as { actor: { account: string; groups: string[] } };
    const leader = new WireLeader(
      origin,
      actor.account,
      actor.groups[0]!,
      answer.headers.get('set-cookie')!.split(';')[0]!
    );
    await leader.sends([]);
    return leader;
  }

  /** A household of one person; its id. */
  async addsHousehold(houseNumber: number): Promise<string> {
    const [household, person] = [randomUUID(), randomUUID()];
    await this.sends([
      [
        'household.add',
        [
          {
            type: 'household',
            id: household,
            household,
            set: { houseNumber: String(houseNumber), walkOrder: houseNumber }
          },
          {
            type: 'person',
            id: person,
            household,
            set: { name: 'Nguyễn Văn Hùng', birth: '1975', sex: 'male' }
          }
        ]
      ]
    ]);
    return household;
  }

  visits = (household: string, on: string): Promise<void> =>
    this.sends([
      ['visit', [{ type: 'visit', id: randomUUID(), household, set: { outcome: 'reviewed', on } }]]
    ]);

  /** Reads what the ward has said, and says so. */
  async reads(on: string): Promise<string> {
    await this.sends([]);
    const message = [...this.rows.values()].find(({ type }) => type === 'message')!;
    await this.sends([
      [
        'message-seen',
        [{ type: 'message-seen', id: randomUUID(), household: this.group, set: { message: message.id, on } }]
      ]
    ]);
    return String(message.fields.text![0]);
  }

  signs = (period: string, on: string): Promise<void> =>
    this.sends([
      [
        'sign-off',
        [{ type: 'sign-off', id: randomUUID(), household: this.group, set: { period, on, figures: '{}' } }]
      ]
    ]);

  /** One exchange; every entry must take effect. */
  async sends(acts: readonly (readonly [kind: string, changes: readonly Change[]])[]): Promise<void> {
    const entries = acts.map(([kind, changes]) => this.#entry(kind, changes));
    const answer = await fetch(`${this.url}/api/sync`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.cookie },
      body: JSON.stringify({
        ...{ protocol: 1, request: randomUUID(), device: this.#device, cursor: this.#cursor, pull: true },
        ...{ newest: this.#previous && { n: this.#n, id: this.#previous }, holds: [], entries },
        ...{ campaign: null, standings: null },
        health: {
          ...{ app: 'test', wall: Date.now(), unsent: 0, oldestUnsent: null },
          ...{ persisted: null, freeBytes: null }
        }
      })
    });
    const told = (await answer.json()) as {
      cursor: { epoch: string };
      receipts: { status: string }[];
      rows: Row[];
    };
    if (!answer.ok || told.receipts.some(({ status }) => status !== 'applied'))
      throw new Error(`Refused: ${answer.status} ${JSON.stringify(told.receipts)}`);
    for (const row of told.rows) this.rows.set(row.id, row);
    this.#cursor = told.cursor;
  }

  #entry(kind: string, changes: readonly Change[]) {
    const written = changes.map(({ set, ...rest }) => ({
      ...rest,
      set: Object.fromEntries(
        Object.entries(set).map(([field, value]) => [field, { value, seen: null, base: 0, own: [] }])
      )
    }));
    const body = JSON.stringify({ epoch: this.#cursor?.epoch ?? null, changes: written });
    const entry = {
      ...{ id: randomUUID(), n: (this.#n += 1), previous: this.#previous, kind, schema: ENTRY_SCHEMA },
      ...{ group: this.group, author: this.account, device: this.#device, buildsOn: [], body },
      clock: { wall: Date.now(), contact: null },
      sha: createHash('sha256').update(body).digest('hex')
    };
    this.#previous = entry.id;
    return entry;
  }
}
