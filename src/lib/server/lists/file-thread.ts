import { parentPort, workerData } from 'node:worker_threads';
import { readFile } from './read-file';

// The thread in which a stranger's file is opened: it has its own memory, and is ended when it takes too long.
// Sheets leave as text: a million small texts would have to be taken apart where phones are answered.
const read = readFile(workerData as Uint8Array);
parentPort!.postMessage(
  'problem' in read ? read : { sheets: read.sheets.map((sheet) => JSON.stringify(sheet)) }
);
