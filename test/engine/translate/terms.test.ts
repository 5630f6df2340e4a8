/** Terms and partial translations through the whole engine, with an untrained pack: nothing here may depend on a good model. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../engine/engine';
import type { Translation } from '../../../engine/protocol/result';
import type { Term } from '../../../engine/protocol/term';
import { createEngine, realPack, tinyPack, withRealPack } from '../support';

let engine: Engine;
beforeAll(() => {
  engine = createEngine();
});

async function translate(text: string, terms: readonly Term[], beamSize?: number): Promise<Translation> {
  const [translation] = await engine.translate({
    pack: tinyPack,
    texts: [text],
    terms,
    ...(beamSize === undefined ? {} : { options: { beamSize } }),
  });
  return translation!;
}

const required = (source: string, target: string): Term => ({ source, target, required: true });
const count = (text: string, part: string): number => text.split(part).length - 1;

describe('required terms', () => {
  test.each([1, 2, 4])('appear once per occurrence, with a beam of %i', async (beamSize) => {
    const terms = [required('file', '文档'), required('line', '行号'), required('window', '視窗𝄞')];
    const { target, sentences } = await translate('Open the files, then `x` and a line of the file. Close the window.', terms, beamSize);
    expect(count(target, '文档')).toBeGreaterThanOrEqual(2);
    expect(count(target, '行号')).toBeGreaterThanOrEqual(1);
    // The clef is outside the vocabulary: bytes.
    expect(count(target, '視窗𝄞')).toBeGreaterThanOrEqual(1);
    expect(count(target, '`x`')).toBe(1);
    for (const sentence of sentences) {
      for (const token of sentence.targetTokens) expect(target.slice(token.start, token.end)).toBe(token.text);
      const width = sentence.sourceTokens.length;
      for (const matrix of [sentence.alignment, sentence.attention]) {
        sentence.targetTokens.forEach((_, t) => {
          const row = matrix.subarray(t * width, (t + 1) * width);
          expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 4);
        });
      }
    }
  });

  test('are aligned to their words', async () => {
    const { target, sentences } = await translate('Open the file.', [required('file', '文档')]);
    const [sentence] = sentences;
    const t = sentence!.targetTokens.findIndex(({ start }) => start === target.indexOf('文档'));
    const width = sentence!.sourceTokens.length;
    const row = sentence!.alignment.subarray(t * width, (t + 1) * width);
    expect(sentence!.sourceTokens[row.indexOf(Math.max(...row))]!.text).toBe('file');
  });

  test('without words, or with more than there is room for, do no harm', async () => {
    await expect(translate('Open the file.', [required('file', ' ')])).resolves.toMatchObject({ source: 'Open the file.' });
    const words = Array.from({ length: 40 }, (_, i) => `w${String.fromCharCode(97 + (i % 26))}${i > 25 ? 'x' : ''}`);
    await translate(`Open ${words.join(' and ')}.`, words.map((word) => required(word, '词')));
  });
});

describe('kept terms', () => {
  const keep = (source: string): Term => ({ source, target: null, required: false });

  test('come back as they are, in the form that the source has', async () => {
    const { target } = await translate('Open the Files, close the window, read the file.', [keep('file'), keep('window')]);
    for (const word of ['Files', 'window', 'file']) expect(count(target, word), word).toBe(1);
  });

  test('more than there are placeholders for split the sentence', async () => {
    const { target } = await translate(`Open ${'the file, '.repeat(25)}now.`, [keep('file')]);
    expect(count(target, 'file')).toBe(25);
  });

  test('alone are nothing to translate', async () => {
    await expect(translate('File', [keep('file')])).resolves.toMatchObject({ target: 'File' });
  });
});

describe('explaining and continuing a translation with terms', () => {
  const source = 'Open the file, then the window.';
  const terms = [required('file', '文档'), { source: 'window', target: null, required: false }];

  test('the steps have the probabilities that the search saw', async () => {
    const [translation] = await engine.translate({ pack: tinyPack, texts: [source], terms });
    const [sentence] = translation!.sentences;
    const { steps, hypotheses, targetSubwords } = await engine.explain({ pack: tinyPack, source, subwords: sentence!.subwords, terms });
    const logProb = steps.reduce((sum, { probability }) => sum + Math.log(probability), 0);
    expect(logProb / steps.length).toBeCloseTo(sentence!.score, 3);
    expect(hypotheses[0]!.text).toBe(translation!.target);
    expect(targetSubwords.map(({ text }) => text)).toContain('window');
  });

  test('what is continued has them too; what is complete stays as it is', async () => {
    const begun = await engine.continue({ pack: tinyPack, source, prefix: [300], terms });
    expect(begun.target).toContain('文档');
    expect(count(begun.target, 'window')).toBe(1);
    const [translation] = await engine.translate({ pack: tinyPack, texts: [source], terms });
    const whole = await engine.continue({ pack: tinyPack, source, prefix: [...translation!.sentences[0]!.subwords, 2], terms });
    expect(whole.target).toBe(translation!.target);
  });
});

test('sentences without terms are translated as without a glossary, to the last bit', async () => {
  const texts = ['Open the window.', 'Write each line of `main.py`.', 'The window is closed.'];
  const without = await createEngine().translate({ pack: tinyPack, texts });
  const under = await createEngine().translate({ pack: tinyPack, texts: [...texts, 'Open the file.'], terms: [required('file', '文档')] });
  expect(under.slice(0, 3)).toEqual(without);
  expect(under[3]!.target).toContain('文档');
});

describe('partial translations', () => {
  test('grow from the start, sentences in order', async () => {
    const text = 'Open the file. Write each line!\n\n42\nThe window is closed. Read the file and write each line of the window.';
    const told: string[] = [];
    const [translation] = await createEngine().translate({ pack: tinyPack, texts: [text] }, { onPartial: (beginning) => told.push(beginning) });
    expect(told.length).toBeGreaterThan(0);
    const [alone] = await createEngine().translate({ pack: tinyPack, texts: [text] });
    // Batches differ, and quantization with them; this pack is not quantized.
    expect(translation!.target).toBe(alone!.target);
  });
});

describe.skipIf(!withRealPack)('the pack that ships', () => {
  const sentence = 'Commit your changes to the branch, then open a pull request.';
  const glossary: readonly Term[] = [
    { source: 'pull request', target: '合并申请', required: true },
    { source: 'branch', target: '支线', required: true },
    { source: 'commit', target: null, required: false },
  ];

  test('writes required terms and keeps kept ones', async () => {
    const [translation] = await engine.translate({ pack: realPack, texts: [sentence], terms: glossary });
    for (const word of ['合并申请', '支线', 'Commit']) expect(count(translation!.target, word), translation!.target).toBe(1);
  });

  test('writes them as they are given, in whatever characters', async () => {
    const terms = [required('ﬁle', '⽂件'), required('configuration', 'ＡＰＩ')];
    const [translation] = await engine.translate({ pack: realPack, texts: ['Open the conﬁguration file.'], terms });
    for (const { target } of terms) expect(count(translation!.target, target!), translation!.target).toBe(1);
  });

  test('follows terms that are not required', async () => {
    const soft = glossary.slice(0, 2).map((term) => ({ ...term, required: false }));
    const [translation] = await engine.translate({ pack: realPack, texts: [sentence], terms: soft });
    expect(translation!.target).toContain('支线');
  });

  test('tells the sentences that are done before the others are', async () => {
    const told: string[] = [];
    // Long enough that a fast machine, too, takes longer than a reader's interval.
    const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth'];
    const text = ordinals.map((nth) => `Commit the ${nth} change to the branch, then open a pull request. The ${nth} sentence is here. `).join('');
    await engine.translate(
      { pack: realPack, texts: [text] },
      { onPartial: (beginning) => told.push(beginning) },
    );
    expect(told.every((beginning, i) => i === 0 || beginning !== told[i - 1])).toBe(true);
    expect(told.some((beginning) => beginning.includes('。'))).toBe(true);
    expect(told.every((beginning) => beginning.split('。').length < 24)).toBe(true);
  });
});
