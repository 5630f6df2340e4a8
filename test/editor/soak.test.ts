/**
 * A long session: a seeded random walk through what somebody does in the editor, in the Node extension host, whose memory the
 * system tells. `npm run soak` walks for 10 minutes.
 */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { RemoteHost } from './inside/remoteHost';
import { createSampleFolder } from './sampleFolder';
import { actions, type Action, type Walk } from './soak/actions';
import { Files, switchOffAutoSave } from './soak/files';
import { growthOf, sampleMemory, type Sample } from './soak/memory';
import { memoryTable, timesTable, type Times } from './soak/report';
import { Chance } from '../fuzz/random';
import { Workbench } from './workbench';

const seconds = Number(process.env['ALIGNLENS_SOAK_SECONDS'] ?? 0);
const seed = Number(process.env['ALIGNLENS_SOAK_SEED'] ?? 1);
/** The walk has done everything several times by then: what memory takes later is growth. */
const warmUp = 0.2;
const samples = 60;
/** A shorter walk has not filled what is kept on purpose. */
const shortestMeasured = 300;
/** As many actions as somebody does in two hours who does something every 10 seconds. A walk of 10 minutes does two or three times as many. */
const twoHours = 720;

const staged = join(root, 'test-results/staged-soak');
const folder = join(root, 'test-results/sample-folder-soak');

let workbench: Workbench;
let walk: Walk;
let host: RemoteHost;

beforeAll(async () => {
  host = await RemoteHost.stage(staged);
  await createSampleFolder(folder);
  await switchOffAutoSave(folder);
  workbench = await Workbench.open(staged, folder, { host: 'node' });
  walk = { host, workbench, files: new Files(host, folder), random: new Chance(seed) };
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await workbench.screenshot('failed: soak');
});

afterAll(async () => {
  await workbench.close();
});

/** Each once at first, then as the weights say. */
function nextAction(done: number): Action {
  const first = actions[done];
  if (first) return first;
  let place = walk.random.next() * actions.reduce((sum, { weight }) => sum + weight, 0);
  return actions.find(({ weight }) => (place -= weight) < 0) ?? actions[0]!;
}

async function perform({ name, run }: Action, times: Map<string, Times>): Promise<void> {
  const start = performance.now();
  try {
    await run(walk);
  } catch (error) {
    throw new Error(`seed ${seed}, after ${[...times.values()].reduce((sum, { count }) => sum + count, 0)} actions, "${name}"`, { cause: error });
  }
  const { count = 0, longest = 0 } = times.get(name) ?? {};
  times.set(name, { count: count + 1, longest: Math.max(longest, performance.now() - start) });
}

test('a long session leaves nothing behind', { timeout: seconds * 1000 + 240_000 }, async () => {
  const times = new Map<string, Times>();
  const taken: Sample[] = [];
  const cdp = await workbench.page.context().newCDPSession(workbench.page);
  const start = performance.now();
  const elapsed = (): number => (performance.now() - start) / 1000;
  let done = 0;
  let reloaded = false;
  try {
    while (elapsed() < seconds || done < actions.length) {
      await perform(nextAction(done++), times);
      if (elapsed() - (taken.at(-1)?.at ?? 0) >= seconds / samples) taken.push(await sampleMemory(host, cdp, { at: elapsed(), actions: done }));
      // Memory is that of one process: the reload comes before it is measured.
      if (!reloaded && elapsed() > (seconds * warmUp) / 2) {
        reloaded = true;
        await perform({ name: 'reload', weight: 0, run: reloadWindow }, times);
      }
    }
  } finally {
    console.log(`seed ${seed}: ${done} actions in ${elapsed().toFixed(0)} s\n\n${timesTable(times)}\n${memoryTable(taken)}`);
  }

  await walk.files.rewind();
  await walk.files.expectOriginals();
  await workbench.waitUntilIdle();
  expect(await host.errors()).toEqual([]);
  expect(workbench.pageErrors).toEqual([]);
  expect(await workbench.outsideRequests()).toEqual([]);
  if (seconds < shortestMeasured) return;
  expect(done).toBeGreaterThanOrEqual((twoHours / 600) * seconds);
  const { from, to } = growthOf(taken.filter(({ at }) => at >= warmUp * seconds), (sample) => sample.host + sample.page, twoHours);
  console.log(`memory over ${twoHours} actions: ${(from / 2 ** 20).toFixed(1)} → ${(to / 2 ** 20).toFixed(1)} MB, ${(100 * (to / from - 1)).toFixed(1)} %`);
  expect(to / from).toBeLessThan(1.05);
});

/** As after an update, or by the user: the extension starts again in a new process, and the old one ends. */
async function reloadWindow({ files }: Walk): Promise<void> {
  await files.rewind();
  const before = await host.processId();
  await host.forget();
  await workbench.reload();
  expect(await host.processId()).not.toBe(before);
  await expect.poll(() => isRunning(before), { timeout: 60_000 }).toBe(false);
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}
