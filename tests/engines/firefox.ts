import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../e2e/support/app';
import { type Driver, nameOf, until } from './driver';

/** Gecko, by its own wire (Marionette): a Firefox as Debian has it needs no other program. */
export async function openFirefox(program: string): Promise<Driver> {
  const profile = await mkdtemp(join(tmpdir(), 'thi-dua-firefox-'));
  const port = await freePort();
  await writeFile(join(profile, 'user.js'), `user_pref("marionette.port", ${port});\n`);
  const running: ChildProcess = spawn(
    program,
    ['--headless', '--marionette', '--no-remote', '--width', '360', '--height', '740', '--profile', profile],
    { stdio: 'ignore' }
  );
  const socket = await until('Firefox to listen', () => connected(port));
  const ask = speak(socket);
  await ask('WebDriver:NewSession', {});
  return {
    name: 'Firefox',
    open: (url) => ask('WebDriver:Navigate', { url }),
    // Its own word for it goes past the worker, as Shift and the reload button do.
    reload: () => ask('WebDriver:ExecuteScript', { script: 'location.reload()', args: [] }),
    run: async (script, ...args) => (await ask('WebDriver:ExecuteScript', { script, args })).value as never,
    click: (element) => ask('WebDriver:ElementClick', { id: nameOf(element) }),
    type: (element, text) => ask('WebDriver:ElementSendKeys', { id: nameOf(element), text }),
    screenshot: async () => (await ask('WebDriver:TakeScreenshot', { full: false })).value as string,
    async close() {
      socket.destroy();
      running.kill('SIGKILL');
      await new Promise((resolve) => running.once('exit', resolve));
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  };
}

const connected = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });

type Answer = Record<string, unknown> & void;
type Heard = [1, number, { message: string } | null, Answer];

/** Length, colon, JSON: one message; asked and answered one after the other. */
function speak(socket: Socket): (command: string, told: object) => Promise<Answer> {
  const waiting = new Map<number, (heard: Heard) => void>();
  let [buffer, count] = [Buffer.alloc(0), 0];
  socket.on('data', (bytes: Buffer) => {
    buffer = Buffer.concat([buffer, bytes]);
    for (;;) {
      const colon = buffer.indexOf(':');
      const length = Number(buffer.subarray(0, colon).toString());
      if (colon < 0 || buffer.length < colon + 1 + length) return;
      const heard = JSON.parse(buffer.subarray(colon + 1, colon + 1 + length).toString()) as Heard | object;
      buffer = buffer.subarray(colon + 1 + length);
      if (Array.isArray(heard)) waiting.get((heard as Heard)[1])?.(heard as Heard);
    }
  });
  return (command, told) =>
    new Promise((resolve, reject) => {
      const id = (count += 1);
      waiting.set(id, ([, , fault, answer]) => (fault ? reject(new Error(fault.message)) : resolve(answer)));
      const message = JSON.stringify([0, id, command, told]);
      socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
}
