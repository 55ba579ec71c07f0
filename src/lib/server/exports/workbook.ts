import { Worker } from 'node:worker_threads';
import type { WardTable } from '$lib/domain/tables/table';
import thread from './workbook-thread.ts?thread';

/** What a workbook is made of: lines above, and a table. */
export type WorkbookOrder = Readonly<{ sheet: string; above: readonly string[]; table: WardTable }>;

/** Makes an .xlsx in a thread of its own: ten thousand rows would keep phones waiting. */
export function makeWorkbook(order: WorkbookOrder): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(thread, { eval: true, workerData: order, env: {}, execArgv: [] });
  return new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread ended without a workbook')));
  }).finally(() => worker.terminate());
}
