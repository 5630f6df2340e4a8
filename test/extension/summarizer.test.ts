import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EngineClient } from '../../engine/client';
import { nodeEngineHost } from '../../engine/platform/node';
import type { SummarizeRequest } from '../../engine/protocol/result';
import { Summarizer, type SummarySettings } from '../../extension/summarizer';
import { bundleEngine, type Bundles } from '../engine/bundles';
import { repository } from '../engine/support';

/** The real engine on the tiny summarizer, with a record of what reaches it. */
const requests: SummarizeRequest[] = [];
let bundles: Bundles;
let engine: EngineClient;
let summarizer: Summarizer;
let settings: SummarySettings;

beforeAll(async () => {
  bundles = await bundleEngine();
  engine = new EngineClient(nodeEngineHost({ distDir: bundles.dist }));
  const pack = await engine.describePack(join(repository, 'test/fixtures/tiny-summarizer'));
  settings = { pack, languageId: 'plaintext', lines: 1, mode: 'auto', beamSize: undefined };
  summarizer = new Summarizer({
    summarize: (request, options) => {
      requests.push(request);
      return engine.summarize(request, options);
    },
  });
});

afterAll(async () => {
  engine.dispose();
  await bundles.remove();
});

test('a text is summarized once, and the settings reach the engine', async () => {
  const [first, second, third] = await summarizer.summarize(settings, ['Open the file.', 'Close it.', 'Open the file.']);
  expect(requests).toEqual([
    { pack: settings.pack.location, texts: ['Open the file.', 'Close it.'], languageId: 'plaintext', options: { lines: 1, mode: 'auto' } },
  ]);
  expect(third).toBe(first);
  expect(second?.source).toBe('Close it.');
  expect(summarizer.recall(settings, ['Close it.'])).toEqual([second]);
  expect(requests).toHaveLength(1);
});

test.each([{ lines: 2 }, { mode: 'extractive' }, { beamSize: 1 }, { languageId: 'markdown' }] as const)(
  'other settings make another summary: %o',
  async (other) => {
    const before = requests.length;
    expect(summarizer.recall({ ...settings, ...other }, ['Close it.'])).toBeUndefined();
    await summarizer.summarize({ ...settings, ...other }, ['Close it.']);
    expect(requests).toHaveLength(before + 1);
  },
);

test('a summary that failed or was cancelled is not remembered', async () => {
  const controller = new AbortController();
  controller.abort();
  await expect(summarizer.summarize(settings, ['Never seen.'], { signal: controller.signal })).rejects.toMatchObject({ code: 'cancelled' });
  await expect(summarizer.summarize(settings, [' '])).rejects.toMatchObject({ code: 'empty-input' });
  expect(summarizer.recall(settings, ['Never seen.'])).toBeUndefined();
  expect(summarizer.recall(settings, [' '])).toBeUndefined();
});
