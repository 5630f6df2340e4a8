/**
 * A contestant's process: `host.mjs SETTINGS`, SETTINGS being JSON with `backend` (a module beside this one) and what that
 * module's `open` wants. Reads one request a line and answers each with one line; the first line says that it is ready.
 * Times are taken here, so that the pipes are in none of them.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createInterface } from 'node:readline';

/**
 * @typedef {{ text: string, subwords: number }} Sentence a source sentence, and how many target subwords to write for it
 * @typedef {{ text: string, sentences: readonly Sentence[] }} PlannedText
 * @typedef {{ texts: readonly PlannedText[], beamSize: number, cancelAfter?: number, next?: readonly PlannedText[] }} Request
 * @typedef {{ ms: number, delayP99: number, residentMb: number } | { cancelMs: number, nextMs: number }} Measured
 * @typedef {object} Backend
 * @property {(texts: readonly PlannedText[], beamSize: number, signal: AbortSignal) => Promise<void>} translate
 *   rejects when the signal aborts
 * @property {(texts: readonly string[]) => Promise<Sentence[][]>} [plan] sentences of each text that are translated
 * @property {() => unknown} close
 */

/** @type {(work: () => Promise<unknown>) => Promise<number>} milliseconds */
async function timed(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** @param {Backend} backend @param {Request} request @returns {Promise<Measured>} */
async function measure(backend, { texts, beamSize, cancelAfter, next = [] }) {
  const never = new AbortController().signal;
  if (cancelAfter === undefined) {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const ms = await timed(() => backend.translate(texts, beamSize, never));
    delay.disable();
    // The worker's memory counts too: it is a thread of this process.
    return { ms, delayP99: delay.percentile(99) / 1e6, residentMb: process.memoryUsage().rss / 2 ** 20 };
  }
  const cancelled = new AbortController();
  const running = backend.translate(texts, beamSize, cancelled.signal).then(
    () => false,
    () => true,
  );
  await new Promise((resolve) => setTimeout(resolve, cancelAfter));
  const started = performance.now();
  cancelled.abort();
  if (!(await running)) throw new Error(`there was nothing left to cancel after ${cancelAfter} ms`);
  const cancelMs = performance.now() - started;
  await backend.translate(next, beamSize, never);
  return { cancelMs, nextMs: performance.now() - started };
}

const { backend: name, ...settings } = JSON.parse(process.argv[2] ?? '{}');
/** @type {Backend} */
const backend = await (await import(`./${name}.mjs`)).open(settings);
/** @param {unknown} answer */
const say = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);
say({ ready: true });
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  try {
    say('plan' in request ? await backend.plan?.(request.plan) : await measure(backend, request));
  } catch (error) {
    say({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
await backend.close();
