import { readTraces } from './changes/household-traces';
import { readDirectory } from './deciding/directory';
import { currentCampaign, figures } from './ranking/ranking';
import { type Services, theServices } from './services';

/** So long after the start, in milliseconds: phones that wait come first. */
const SOON = 2_000;

/** Reads the ward while nobody waits for it, so that the first search and the first looks at the desk find it read. */
export function readAhead(): void {
  setTimeout(async () => {
    const services = await theServices().catch(() => undefined);
    if (services) await readAll(services).catch(services.reportFault);
  }, SOON).unref();
}

async function readAll(services: Services): Promise<void> {
  await readDirectory(services);
  const current = await currentCampaign(services);
  if (!current) return;
  await figures(services);
  await readTraces(services, current);
}
