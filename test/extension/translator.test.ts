import { afterAll, beforeAll, expect, test } from 'vitest';
import { EngineClient } from '../../engine/client';
import { nodeEngineHost } from '../../engine/platform/node';
import type { TranslateRequest } from '../../engine/protocol/result';
import { Translator, type TranslationSettings } from '../../extension/translator';
import { bundleEngine, type Bundles } from '../engine/bundles';
import { tinyPack } from '../engine/support';

/** The real engine on the tiny pack, with a count of what reaches it. */
const requests: string[][] = [];
const remembered = new Map<string, { target: string }>();
let bundles: Bundles;
let engine: EngineClient;
let translator: Translator;
let settings: TranslationSettings;

beforeAll(async () => {
  bundles = await bundleEngine();
  engine = new EngineClient(nodeEngineHost({ distDir: bundles.dist }));
  settings = { pack: await engine.describePack(tinyPack), beamSize: undefined };
  translator = new Translator({
    translate: (request: TranslateRequest, options) => {
      requests.push([...request.texts]);
      return engine.translate(request, options);
    },
    align: (request, options) => engine.align(request, options),
  }, { ready: () => Promise.resolve(), exact: (text) => remembered.get(text) });
});

afterAll(async () => {
  engine.dispose();
  await bundles.remove();
});

test('a text is translated once, wherever it appears', async () => {
  const [first, second, third] = await translator.translate(settings, ['Open the file.', 'Close it.', 'Open the file.']);
  expect(requests).toEqual([['Open the file.', 'Close it.']]);
  expect(third).toBe(first);
  expect(second?.source).toBe('Close it.');
  expect(await translator.translate(settings, ['Close it.'])).toEqual([second]);
  expect(requests).toHaveLength(1);
});

test('recall does no work', () => {
  expect(translator.recall(settings, ['Open the file.'])).toHaveLength(1);
  expect(translator.recall(settings, ['Something new.'])).toBeUndefined();
  expect(requests).toHaveLength(1);
});

test('other settings make another translation', async () => {
  await translator.translate({ ...settings, beamSize: 1 }, ['Close it.']);
  expect(requests).toHaveLength(2);
});

test('a cancelled translation is not remembered', async () => {
  const controller = new AbortController();
  controller.abort();
  await expect(translator.translate(settings, ['Never seen.'], { signal: controller.signal })).rejects.toMatchObject({ code: 'cancelled' });
  expect(translator.recall(settings, ['Never seen.'])).toBeUndefined();
  expect(await translator.translate(settings, ['Never seen.'])).toHaveLength(1);
});
