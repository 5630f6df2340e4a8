/** Entry of the thread in which texts are checked. */
import { parentPort, workerData } from 'node:worker_threads';
import type { HostileText } from './hostileTexts';
import { TextChecks, type Pack } from './textChecks';

const checks = new TextChecks(workerData as Pack);

parentPort!.on('message', (text: HostileText) => {
  checks.check(text).then(
    (result) => parentPort!.postMessage({ result }),
    (error: unknown) => parentPort!.postMessage({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
