// The closing line of the whole run, from what the two test runners wrote.
import { existsSync, readFileSync } from 'node:fs';

const read = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);
const floors = read('test-results/vitest.json');
const browser = read('test-results/playwright.json')?.stats;

const passed = (floors?.numPassedTests ?? 0) + (browser?.expected ?? 0) + (browser?.flaky ?? 0);
const counted = (floors?.numFailedTests ?? 0) + (browser?.unexpected ?? 0);
// A step without tests of its own, such as types, that stopped the run.
const failed = counted === 0 && process.argv[2] !== '0' ? 1 : counted;
const skipped = (floors?.numPendingTests ?? 0) + (browser?.skipped ?? 0);

console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
