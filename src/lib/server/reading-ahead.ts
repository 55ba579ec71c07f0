import { readDirectory } from './directory';
import { theServices } from './services';

/** So long after the start, in milliseconds: phones that wait come first. */
const SOON = 2_000;

/** Reads the ward while nobody waits for it: the first search, the first look for doubles find it read. */
export function readAhead(): void {
  setTimeout(async () => {
    const services = await theServices().catch(() => undefined);
    if (services) await readDirectory(services).catch(services.reportFault);
  }, SOON).unref();
}
