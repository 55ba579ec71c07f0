import type { Caller } from '../contract/caller';
import type { TestServer } from './server';

export type Form = Readonly<Record<string, string | File | readonly string[]>>;
export type Told = Record<string, never> & { data?: Record<string, never>; status?: number };
type Asked = Readonly<{ params?: Record<string, string>; form?: Form; query?: string }>;

/** The ward's desk in this process: a page as somebody opens it, or its answer to a form that somebody sends. */
export const deskOf =
  <Page extends string>(
    pages: Readonly<Record<Page, object>>,
    server: () => TestServer,
    params: () => Record<string, string>
  ) =>
  async (who: Caller, page: Page, action?: string, form: Form = {}, query = ''): Promise<Told> => {
    const { load, actions } = pages[page] as {
      load: (event: never) => unknown;
      actions: Record<string, (event: never) => unknown>;
    };
    const event = eventOf(server(), who, { params: params(), form, query });
    return (await (action ? actions[action]!(event) : load(event))) as Told;
  };

export function eventOf(
  { services }: TestServer,
  who: Caller | null,
  { params = {}, form = {}, query = '' }: Asked = {}
): never {
  const body = new FormData();
  for (const [name, value] of Object.entries(form)) {
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, one);
  }
  const session = who?.session ?? null;
  return {
    locals: { services, session, actor: session?.actor ?? null },
    request: { formData: async () => body },
    ...{ params, url: new URL(`https://thidua.example/ward${query}`) }
  } as never;
}
