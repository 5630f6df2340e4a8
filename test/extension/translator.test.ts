import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EngineClient } from '../../engine/client';
import { nodeEngineHost } from '../../engine/platform/node';
import type { Span, TranslateRequest, Translation } from '../../engine/protocol/result';
import { termsIn } from '../../extension/glossary/termsIn';
import { Translator, type TranslationSettings } from '../../extension/translator';
import { bundleEngine, type Bundles } from '../engine/bundles';
import { tinyPack } from '../engine/support';

/** The real engine on the tiny pack, with a count of what reaches it. */
const requests: string[][] = [];
const sentTerms: TranslateRequest['terms'][] = [];
const partial: boolean[] = [];
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
      sentTerms.push(request.terms);
      partial.push(options?.onPartial !== undefined);
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

test('whoever asks at the same time reads the same words', async () => {
  const [hover, reading] = await Promise.all([
    translator.translate(settings, ['Open a window.']),
    translator.translate(settings, ['Open a door.', 'Open a window.'], { priority: 'background' }),
  ]);
  expect(reading[1]).toBe(hover[0]);
  expect(translator.recall(settings, ['Open a window.'])).toEqual(hover);
});

test('a cancelled translation is not remembered', async () => {
  const controller = new AbortController();
  controller.abort();
  await expect(translator.translate(settings, ['Never seen.'], { signal: controller.signal })).rejects.toMatchObject({ code: 'cancelled' });
  expect(translator.recall(settings, ['Never seen.'])).toBeUndefined();
  expect(await translator.translate(settings, ['Never seen.'])).toHaveLength(1);
});

describe('the user’s own translations', () => {
  const own = { source: 'Shut it.', target: 'Fermez-le.' };

  test('come first, aligned, and are marked', async () => {
    remembered.set(own.source, own);
    const before = requests.length;
    expect(translator.recall(settings, [own.source])).toBeUndefined();
    const [found] = await translator.translate(settings, [own.source]);
    expect(requests).toHaveLength(before);
    expect(found).toMatchObject({ ...own, memory: { match: 100 } });
    expect(found?.sentences[0]?.targetTokens.length).toBeGreaterThan(0);
    expect(translator.recall(settings, [own.source])).toEqual([found]);
  });

  test('of sentences stand among the machine’s', async () => {
    const source = 'Open the file. Shut it. Close it.';
    remembered.delete(own.source);
    const [machine] = await translator.translate(settings, [source]);
    expect(machine?.memory).toBeUndefined();
    remembered.set(own.source, own);
    expect(translator.recall(settings, [source])).toEqual([expect.objectContaining({ target: expect.stringContaining(own.target) as string })]);
    const [mixed] = await translator.translate(settings, [source]);
    const [first, second, third] = machine!.sentences;
    const text = ({ target }: Translation, span: Span): string => target.slice(span.start, span.end);
    expect(mixed?.sentences.map(({ target }) => text(mixed, target))).toEqual([text(machine!, first!.target), own.target, text(machine!, third!.target)]);
    for (const sentence of mixed!.sentences) {
      for (const token of sentence.sourceTokens) expect(source.slice(token.start, token.end)).toBe(token.text);
      for (const token of sentence.targetTokens) expect(mixed!.target.slice(token.start, token.end)).toBe(token.text);
    }
    expect(mixed?.sentences[1]?.source).toEqual(second?.source);
    expect(mixed?.memory).toBeUndefined();
  });

  test('that are too long for the model stand without its evidence, and stop no others', async () => {
    const long = { source: 'Long.', target: 'très '.repeat(60_000).trim() };
    remembered.set(long.source, long);
    const found = await translator.translate(settings, [long.source, own.source]);
    expect(found.map(({ target }) => target)).toEqual([long.target, own.target]);
    expect(found[0]?.sentences).toEqual([]);
    expect(found[1]?.sentences).not.toEqual([]);
  });

  test('the machine’s own is still to be had', async () => {
    expect((await translator.byMachine(settings, own.source)).target).not.toBe(own.target);
  });
});

describe('terms', () => {
  const terms = [{ source: 'query', target: 'requête', required: false }];

  test('go with the texts that may hold them, and renew their translations only', async () => {
    await translator.translate(settings, ['Many queries.', 'Nothing else.']);
    const before = requests.length;
    await translator.translate({ ...settings, terms }, ['Many queries.', 'Nothing else.']);
    expect(requests.slice(before)).toEqual([['Many queries.']]);
    expect(sentTerms.at(-1)).toEqual(terms);
  });

  test.each([
    ['query', 'The QUERIES of it', true],
    ['try', 'it tries', true],
    ['pull request', 'Pulled requests', true],
    ['缓存', '清除缓存', true],
    ['cache', 'nothing of the kind', false],
  ])('%s may stand in “%s”: %s', (source, text, may) => {
    expect(termsIn(text, [{ source, target: 'x', required: false }])).toHaveLength(may ? 1 : 0);
  });
});

test('only of the first text one hears while it grows', async () => {
  const onPartial = (): void => undefined;
  await translator.translate(settings, ['One more text.', 'Shut it.'], { onPartial });
  expect(partial.at(-1)).toBe(true);
  await translator.translate(settings, ['Shut it.', 'Another text.'], { onPartial });
  expect(partial.at(-1)).toBe(false);
  await translator.translate(settings, ['One more text.', 'A third text.'], { onPartial });
  expect(partial.at(-1)).toBe(false);
});
