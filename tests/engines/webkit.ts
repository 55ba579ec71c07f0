import { spawn } from 'node:child_process';
import { freePort } from '../e2e/support/app';
import { type Driver, nameOf, until } from './driver';

/** WebKitGTK in a window of its own that nobody sees. `browser`: its MiniBrowser. */
export async function openWebKit(driver: string, browser: string): Promise<Driver> {
  const port = await freePort();
  const running = spawn(
    'xvfb-run',
    ['-a', 'dbus-run-session', '--', driver, '--host=127.0.0.1', `--port=${port}`],
    {
      // Its children are ended with it.
      ...{ stdio: 'ignore', detached: true },
      env: { ...process.env, WEBKIT_DISABLE_COMPOSITING_MODE: '1' }
    }
  );
  const at = `http://127.0.0.1:${port}`;
  const options = { binary: browser, args: ['--automation'] };
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
  const session = await until('WebKit to open', async () => {
    const { sessionId } = (await post(`${at}/session`, { capabilities })) as { sessionId: string };
    return `${at}/session/${sessionId}`;
  });
  const ask = (path: string, told: object = {}) => post(`${session}/${path}`, told);
  await ask('window/rect', { width: 360, height: 740 }).catch(() => undefined);
  return {
    name: 'WebKit',
    open: async (url) => void (await ask('url', { url })),
    reload: async () => void (await ask('refresh')),
    run: async (script, ...args) => (await ask('execute/sync', { script, args })) as never,
    click: async (element) => void (await ask(`element/${nameOf(element)}/click`)),
    type: async (element, text) => void (await ask(`element/${nameOf(element)}/value`, { text })),
    screenshot: async () => (await (await fetch(`${session}/screenshot`)).json()).value as string,
    async close() {
      await fetch(session, { method: 'DELETE' }).catch(() => undefined);
      process.kill(-running.pid!, 'SIGKILL');
    }
  };
}

async function post(url: string, told: object): Promise<unknown> {
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(told) });
  const { value } = (await answer.json()) as { value: unknown };
  if (!answer.ok) throw new Error((value as { message: string }).message);
  return value;
}
