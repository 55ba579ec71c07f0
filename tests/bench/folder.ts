import { resolve } from 'node:path';

/** Where the benchmark keeps its wards and bundles: inside the project, so that packages are found from there. */
export const FOLDER = resolve('test-results/bench');
