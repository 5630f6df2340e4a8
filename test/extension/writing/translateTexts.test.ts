import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { EngineClient } from '../../../engine/client';
import { nodeEngineHost } from '../../../engine/platform/node';
import { Translator, type TranslationSettings } from '../../../extension/translator';
import { translateTexts } from '../../../extension/writing/translateTexts';
import { bundleEngine, type Bundles } from '../../engine/bundles';
import { tinyPack } from '../../engine/support';
import { spelled } from '../../spelled';

/** The real engine on the tiny pack, with a list of what reaches it. */
let requests: string[][];
let bundles: Bundles;
let engine: EngineClient;
let translator: Translator;
let settings: TranslationSettings;

/** Three requests of long names, which are a word each for the decoder. */
const texts = Array.from({ length: 90 }, (_, i) => `Open \`${'file'.repeat(45)}\` and read line ${spelled(i)}.`);

beforeAll(async () => {
  bundles = await bundleEngine();
  engine = new EngineClient(nodeEngineHost({ distDir: bundles.dist }));
  settings = { pack: await engine.describePack(tinyPack), beamSize: 1 };
});

beforeEach(() => {
  requests = [];
  translator = new Translator(
    {
      translate: (request, options) => {
        requests.push([...request.texts]);
        return engine.translate(request, options);
      },
      align: (request, options) => engine.align(request, options),
    },
    { ready: () => Promise.resolve(), exact: () => undefined },
  );
});

afterAll(async () => {
  engine.dispose();
  await bundles.remove();
});

test('the translations come in the order of the texts, each text is asked for once, and progress ends with all', async () => {
  const repeated = [...texts, texts[3]!, texts[80]!];
  const told: [number, number][] = [];
  const targets = await translateTexts(translator, settings, repeated, { onProgress: (done, total) => told.push([done, total]) });
  const expected = translator.recall(settings, repeated)!.map(({ target }) => target);
  expect(targets).toEqual(expected);
  // The tiny pack says the same of some, but not of many.
  expect(new Set(targets).size).toBeGreaterThan(60);
  expect(requests.length).toBeGreaterThan(2);
  expect(requests.flat()).toEqual(texts);
  expect(told.at(-1)).toEqual([90, 90]);
});

test('what was done before a cancellation is not asked for again', async () => {
  const controller = new AbortController();
  await translator.translate(settings, texts.slice(0, 40));
  requests = [];
  const running = translateTexts(translator, settings, texts, { signal: controller.signal, onProgress: () => controller.abort() });
  await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  expect(requests.flat()).toEqual(texts.slice(40));
  await expect(translateTexts(translator, settings, texts, { signal: controller.signal })).rejects.toMatchObject({ code: 'cancelled' });
  expect(await translateTexts(translator, settings, texts, {})).toHaveLength(90);
});

test('with the first request that fails, all end', async () => {
  let calls = 0;
  const signals: AbortSignal[] = [];
  const failing: Pick<Translator, 'translate'> = {
    translate: (_, batch, options) => {
      signals.push(options!.signal!);
      if (++calls === 2) return Promise.reject(new Error('broken'));
      return translator.translate(settings, batch, options);
    },
  };
  await expect(translateTexts(failing, settings, texts, {})).rejects.toThrow('broken');
  expect(signals.every(({ aborted }) => aborted)).toBe(true);
});

test('no texts have no translations', async () => {
  expect(await translateTexts(translator, settings, [], {})).toEqual([]);
  expect(requests).toEqual([]);
});
