/** Entry of the bundle `worker.node.js`: the engine in a `worker_threads` worker. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { serveEngine } from '../worker';
import { runScript } from './node';

if (parentPort === null) throw new Error('worker.node.js must be started as a worker thread.');
const port = parentPort;

serveEngine(
  {
    postMessage: (message, transfer) => port.postMessage(message, transfer),
    onMessage: (listener) => void port.on('message', listener),
  },
  { runScript, readRuntimeFile: (file) => readFile(join(__dirname, file)) },
);
