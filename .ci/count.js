// The closing line of the whole run, from what the two test runners wrote.
import { existsSync, readFileSync } from 'node:fs';

const read = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);
const floors = read('test-results/vitest.json');
const browser = read('test-results/playwright.json')?.stats;

const passed = (floors?.numPassedTests ?? 0) + (browser?.expected ?? 0) + (browser?.flaky ?? 0);
const failed = (floors?.numFailedTests ?? 0) + (browser?.unexpected ?? 0);
const skipped = (floors?.numPendingTests ?? 0) + (browser?.skipped ?? 0);

console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
