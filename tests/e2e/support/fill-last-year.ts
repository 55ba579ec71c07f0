import { openDatabase } from '$lib/server/database/open';
import { fillSampleWard } from '$lib/server/sample/fill';
import { createServices, databaseUrl } from '$lib/server/services';

/** A program: fills the database that the environment names with a small ward as it stood at the end of November 2025. */
const now = () => Date.parse('2025-11-28T09:00:00+07:00');
const services = createServices(await openDatabase(databaseUrl()), { now });
await fillSampleWard(services, { households: 690 });
await services.close();
