import { Worker } from 'node:worker_threads';
import { FILE_LIMITS, type FileProblem } from '$lib/domain/lists/sheet';
import thread from './file-thread.ts?thread';

/** The sheets of a file, each as JSON, or why it was not read. */
export type ReadApart = Readonly<{ sheets: readonly string[] } | { problem: FileProblem }>;

/** Reads a file away from all that answers phones, within 256 MB and 20 seconds (faults-and-security 3.10, T-H10). */
export function readApart(bytes: Uint8Array): Promise<ReadApart> {
  if (bytes.length > FILE_LIMITS.bytes) return Promise.resolve({ problem: 'too-large' });
  const worker = new Worker(thread, {
    ...{ eval: true, workerData: bytes, env: {}, execArgv: [], stdin: false },
    resourceLimits: {
      maxOldGenerationSizeMb: FILE_LIMITS.memoryMb,
      maxYoungGenerationSizeMb: 32,
      stackSizeMb: 4
    }
  });
  return new Promise<ReadApart>((resolve, reject) => {
    const tooSlow = setTimeout(() => resolve({ problem: 'too-slow' }), FILE_LIMITS.seconds * 1_000);
    worker.once('message', resolve);
    worker.once('error', (fault: { code?: string }) =>
      fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ problem: 'too-packed' }) : reject(fault)
    );
    worker.once('exit', () => {
      clearTimeout(tooSlow);
      resolve({ problem: 'damaged' });
    });
  }).finally(() => worker.terminate());
}
