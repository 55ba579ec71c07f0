import { describe, expect, it } from 'vitest';
import { Role } from '$lib/domain/actor';

type Ask = (event: never) => unknown;
type Door = readonly [name: string, ask: Ask];

const ROUTES = Object.entries(
  import.meta.glob<Record<string, unknown>>(
    ['../../src/routes/**/+*.server.ts', '../../src/routes/**/+server.ts'],
    { eager: true }
  )
).map(([file, module]) => ({ at: file.replace(/^.*\/routes\/|\+[\w.]+$/g, ''), module }));

const DESK = ROUTES.filter(({ at }) => at.startsWith('(ward)/'));
const PAGES = DESK.filter(({ module }) => 'load' in module).map(({ at, module }): Door => [
  at,
  module.load as Ask
]);
const FORMS = DESK.flatMap(({ at, module }) =>
  Object.entries((module.actions ?? {}) as Record<string, Ask>).map(([action, ask]): Door => [
    `${at}?/${action}`,
    ask
  ])
);
const doorsIn = (routes: typeof ROUTES): Door[] =>
  routes.flatMap(({ at, module }) =>
    ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
      .filter((method) => method in module)
      .map((method): Door => [`${method} ${at}`, module[method] as Ask])
  );
const FILES = doorsIn(DESK);
const API = doorsIn(ROUTES.filter(({ at }) => at.startsWith('api/')));

const SIGN_OUT = '(ward)/ward/?/signOut';
/** What who only looks sends too: words to look for, a table to take along. */
const LOOKING = ['POST (ward)/ward/exports/[table]/file/'];
/** Where residents are sorted out name by name. */
const OF_NAMES = [
  'quarantine',
  'differences',
  'duplicates',
  'moving',
  'moving/[household]',
  'lists/[list]'
].map((page) => `(ward)/ward/${page}/`);
const WRITING = [...FORMS, ...FILES.filter(([name]) => !name.startsWith('GET'))].filter(
  ([name]) => name !== SIGN_OUT && !LOOKING.includes(name)
);

const OF_THE_API: Readonly<Record<string, readonly Role[] | 'anyone'>> = {
  ...{ 'GET api/contact/': 'anyone', 'GET api/figures/': 'anyone', 'GET api/health/': 'anyone' },
  ...{ 'GET api/session/': 'anyone', 'POST api/session/': 'anyone', 'DELETE api/session/': 'anyone' },
  ...{ 'POST api/invite/': 'anyone', 'POST api/sync/': 'anyone' },
  'POST api/household-past/': ['leader', 'deputy', 'officer'],
  'GET api/photos/[sha]/': Role.options,
  'PUT api/photos/[sha]/': ['leader', 'deputy'],
  'POST api/second-copy/': ['officer']
};

const FROM_ANOTHER_SITE: Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { 'sec-fetch-site': 'cross-site' }
];

/** Whoever asks for anything of it has come too far. */
const shut = (what: string) =>
  new Proxy({} as never, {
    get: (_, name) => {
      throw new Error(`${String(name)} of the ${what} was touched`);
    }
  });

function knock([name, ask]: Door, role: Role | null, headers: Record<string, string> = {}) {
  const actor = role && { account: 'somebody', name: 'Ai đó', role, groups: [] };
  const url = new URL('https://thidua.example/');
  const method = /^[A-Z]+(?= )/.exec(name)?.[0] ?? 'POST';
  const event = {
    locals: { services: shut('ward'), actor, session: actor && { actor } },
    request: new Request(url, { method, headers }),
    ...{ url, params: {}, cookies: shut('cookies'), getClientAddress: () => '10.0.0.1' }
  };
  return (async () => ask(event as never))() as Promise<{ status: number }>;
}

describe('[SV3] who may what, before anything of the ward is touched', () => {
  describe.each([
    ['a leader', 'leader'] as const,
    ['a deputy', 'deputy'] as const,
    ['somebody not signed in', null] as const
  ])('the desk is not open to %s', (_who, role) => {
    it.each([...PAGES, ...FILES, ...FORMS].filter(([name]) => name !== SIGN_OUT))('%s', async (...door) => {
      const turnedAway = await knock(door, role).catch((fault: unknown) => fault);
      expect(turnedAway).toSatisfy(({ status, location }) => status === 403 || location === '/sign-in');
    });
  });

  it.each(PAGES.filter(([at]) => OF_NAMES.includes(at)))(
    'who only looks reads no names at %s',
    async (...door) => {
      await expect(knock(door, 'viewer')).rejects.toMatchObject({ status: 403 });
    }
  );

  it.each(PAGES.filter(([at]) => !OF_NAMES.includes(at)))(
    'who only looks may look at %s',
    async (...door) => {
      const told = await knock(door, 'viewer').catch((fault: { status: number }) => fault);
      expect([303, 403]).not.toContain(told?.status);
    }
  );

  it.each(WRITING)('who only looks does not write at %s', async (...door) => {
    await expect(knock(door, 'viewer')).rejects.toMatchObject({ status: 403 });
  });

  it('every door of the phones says whom it is for', () => {
    expect(API.map(([name]) => name).sort()).toEqual(Object.keys(OF_THE_API).sort());
  });

  it.each(API.filter(([name]) => OF_THE_API[name] !== 'anyone'))('%s is for nobody else', async (...door) => {
    expect((await knock(door, null)).status).toBe(401);
    for (const role of Role.options.filter((one) => !OF_THE_API[door[0]]!.includes(one))) {
      expect([role, (await knock(door, role)).status]).toEqual([role, 403]);
    }
  });

  it.each(API.filter(([name]) => !name.startsWith('GET')))(
    '%s does nothing in the name of who is signed in for another site',
    async (...door) => {
      for (const headers of FROM_ANOTHER_SITE) {
        for (const role of Role.options) expect((await knock(door, role, headers)).status).toBe(403);
      }
    }
  );
});
