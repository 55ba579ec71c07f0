import { parentPort, workerData } from 'node:worker_threads';
import { readFile } from './read-file';

// The thread in which a stranger's file is opened: it has its own memory, and is ended when it takes too long.
parentPort!.postMessage(readFile(workerData as Uint8Array));
