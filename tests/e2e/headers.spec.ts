import { openApp } from './support/app';
import { expect, test } from './support/test';

test('every answer says that it is framed by nobody and is what it says, files and the shell too', async ({
  request
}) => {
  const app = await openApp({ ORIGIN: 'https://thidua.example' });
  const shell = await (await request.get(`${app.url}/shell`)).text();
  const script = /\/_app\/immutable\/[^"]+\.js/.exec(shell)![0];
  const paths = [
    '/shell',
    script,
    '/service-worker.js',
    '/manifest.webmanifest',
    '/icon-192.png',
    '/nowhere'
  ];
  for (const path of [...paths, '/api/health', '/api/session', '/ward']) {
    const headers = (await request.get(app.url + path, { maxRedirects: 0 })).headers();
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'strict-transport-security': expect.stringContaining('max-age')
    });
  }
  for (const path of [...paths, '/sign-in']) {
    const policy = (await request.get(app.url + path)).headers()['content-security-policy'];
    expect(policy, path).toContain("frame-ancestors 'none'");
  }
  expect(shell).toMatch(/http-equiv="content-security-policy" content="[^"]*script-src 'self' 'sha256-/);
});
