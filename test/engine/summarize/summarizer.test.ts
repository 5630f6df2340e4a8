/** The whole way from texts to summaries, with the tiny summarizer: random weights, so nothing here is about good lines. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../engine/engine';
import type { SummarizeOptions, Summary } from '../../../engine/protocol/result';
import { createEngine, tinyPack, tinySummarizer, withManifest } from '../support';

const settings = { minScore: -100, lengthExponent: 0.5, facts: '[0-9]+' };
const code = 'def read_lines(path):\n    # may fail\n    file = open(path)\n    lines = file.read()\n    return lines\n';
const document = Array.from(
  { length: 12 },
  (_, i) => `## Part ${i}\n\nThis part of the library reads the file. It writes lines for window ${i}.\n`,
).join('\n');

let codeEngine: Engine;
let proseEngine: Engine;
beforeAll(() => {
  codeEngine = createEngine();
  // The same random network as a reader of prose; its tokenizer splits English to pieces, which is not what is tested here.
  proseEngine = createEngine(withManifest({ sourceLanguage: 'en' }));
});

async function summarize(engine: Engine, text: string, options: SummarizeOptions = {}): Promise<Summary> {
  const [summary] = await engine.summarize({ pack: tinySummarizer, texts: [text], options });
  return summary!;
}

function expectConsistent({ source, lines, salience }: Summary): void {
  expect(lines.length).toBeGreaterThan(0);
  let last = 0;
  for (const { start, end, weight } of salience) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    expect(source.slice(start, end)).not.toMatch(/\s/u);
    expect(weight).toBeGreaterThanOrEqual(0);
    last = end;
  }
  expect(last).toBeLessThanOrEqual(source.length);
  expect(salience.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 6);
  for (const line of lines) {
    expect(line.text).not.toBe('');
    expect(line.source.start).toBeLessThan(line.source.end);
    for (const token of line.sourceTokens) expect(source.slice(token.start, token.end)).toBe(token.text);
    for (const token of line.targetTokens) expect(line.text.slice(token.start, token.end)).toBe(token.text);
    const width = line.sourceTokens.length;
    for (const matrix of [line.alignment, line.attention]) {
      expect(matrix).toHaveLength(width * line.targetTokens.length);
      line.targetTokens.forEach((_, row) => {
        const sum = matrix.subarray(row * width, (row + 1) * width).reduce((total, value) => total + value, 0);
        expect(sum).toBeCloseTo(1, 4);
      });
    }
    expect(line.reason === undefined).toBe(line.mode === 'abstractive');
    expect(line.score).toBeLessThanOrEqual(0);
  }
}

describe('lines', () => {
  test('a function of one block gets one line, aligned to the words that were read', async () => {
    const summary = await summarize(codeEngine, 'def close(file):\n    file.close()');
    expectConsistent(summary);
    expect(summary.lines).toHaveLength(1);
    expect(summary.lines[0]!.mode).toBe('abstractive');
    expect(summary.lines[0]!.sourceTokens.map(({ text }) => text)).toEqual(summary.salience.map(({ start, end }) => summary.source.slice(start, end)));
    expect(summary.salience.map(({ start, end }) => summary.source.slice(start, end)).slice(0, 3)).toEqual(['def', 'close', '(']);
  });

  test('a longer text is condensed: its first unit and others, in order', async () => {
    const summary = await summarize(codeEngine, code.repeat(8));
    expectConsistent(summary);
    const read = summary.lines[0]!.sourceTokens;
    expect(read.length).toBeLessThan(summary.salience.length);
    expect(read.slice(0, 3).map(({ start }) => start)).toEqual(summary.salience.slice(0, 3).map(({ start }) => start));
  });

  test('several lines: one for each section, in the order of the text', async () => {
    const summary = await summarize(proseEngine, document, { lines: 4, mode: 'extractive' });
    expectConsistent(summary);
    expect(summary.lines).toHaveLength(4);
    const starts = summary.lines.map(({ source }) => source.start);
    for (const start of starts) expect(document.slice(start)).toMatch(/^Part \d+\n/u);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  test('written lines of a document', async () => {
    const engine = createEngine(withManifest({ summarize: settings }));
    const summary = await summarize(engine, document, { lines: 5 });
    expectConsistent(summary);
    expect(summary.lines.length).toBeLessThanOrEqual(5);
  });

  test('lines that repeat one another are dropped, whatever their case', async () => {
    const text = 'Read the file again.\n\nREAD the file again.\n\nRead the FILE again.';
    const summary = await summarize(proseEngine, text, { lines: 3, mode: 'extractive' });
    expect(summary.lines.map((line) => line.text)).toEqual(['Read the file again.']);
  });

  test('a batch gives what each text gives alone', async () => {
    const texts = [code, 'def close(file): file.close()', code.repeat(8), 'x = 1', document];
    const together = await codeEngine.summarize({ pack: tinySummarizer, texts, options: { lines: 2 } });
    for (const [index, text] of texts.entries()) {
      const alone = await summarize(codeEngine, text, { lines: 2 });
      expect(together[index]!.lines.map((line) => line.text)).toEqual(alone.lines.map((line) => line.text));
      expect(together[index]!.source).toBe(text);
      together[index]!.salience.forEach((word, i) => expect(word.weight).toBeCloseTo(alone.salience[i]!.weight, 5));
    }
  });

  test('no request, no summaries', async () => {
    await expect(codeEngine.summarize({ pack: tinySummarizer, texts: [] })).resolves.toEqual([]);
  });
});

describe('quotes', () => {
  test('on request: the unit of the highest score, word for word, each word aligned to itself', async () => {
    const text = 'A small library.\n\nIt reads files,\n  and lines of files. It is not a window manager.';
    const summary = await summarize(proseEngine, text, { mode: 'extractive' });
    expectConsistent(summary);
    const [line] = summary.lines;
    expect(line).toMatchObject({ mode: 'extractive', reason: 'requested', score: 0 });
    expect(line!.sourceTokens.map((token) => token.text)).toEqual(line!.targetTokens.map((token) => token.text));
    const size = line!.targetTokens.length;
    expect([...line!.alignment]).toEqual(Array.from({ length: size * size }, (_, cell) => (cell % (size + 1) === 0 ? 1 : 0)));
    // By hand: salience of each sentence over the root of its words.
    const sentences = ['A small library.', 'It reads files, and lines of files.', 'It is not a window manager.'];
    const bounds = [0, text.indexOf('It reads'), text.indexOf('It is'), text.length];
    const scores = sentences.map((sentence, i) => {
      const inside = summary.salience.filter(({ start }) => start >= bounds[i]! && start < bounds[i + 1]!);
      return inside.reduce((sum, { weight }) => sum + weight, 0) / Math.sqrt(sentence.split(' ').length);
    });
    expect(line!.text).toBe(sentences[scores.indexOf(Math.max(...scores))]);
  });

  test.each([
    ['a line below the limit', { ...settings, minScore: 0 }, 'low-confidence'],
    ['lines that name what the text lacks', { ...settings, facts: '[^ ]+' }, 'unsupported'],
  ])('for %s', async (_, changed, reason) => {
    const engine = createEngine(withManifest({ summarize: changed }));
    // The model's random letters are in no word of this text.
    const summary = await summarize(engine, 'vvv()\nvvv(vv)');
    expectConsistent(summary);
    expect(summary.lines[0]).toMatchObject({ mode: 'extractive', reason });
  });

  test.each([
    ['one word', 'library'],
    ['no letters', '1 + 2 = 3'],
    ['another script', '打开文件。关闭窗口。'],
    ['only fenced code', '```\ncode here\n```'],
    ['only a heading', '# Title here'],
    ['one endless word', 'ab'.repeat(500)],
    ['emoji', '😀 😀'],
  ])('always work: %s', async (_, text) => {
    const summary = await summarize(proseEngine, text, { mode: 'extractive' });
    expectConsistent(summary);
    expect(text.replaceAll(/\s+/gu, ' ')).toContain(summary.lines[0]!.text);
    expectConsistent(await summarize(proseEngine, text));
  });

  test('another language is quoted, since the vocabulary falls apart on it', async () => {
    const summary = await summarize(proseEngine, 'Dieses Fenster wird sofort geschlossen und bleibt danach zu.');
    expect(summary.lines[0]).toMatchObject({ mode: 'extractive', reason: 'unreadable' });
  });

  test('headings and rows of tables are not quoted while there is text', async () => {
    const text = '# Library library library\n\n| library | library |\n|---|---|\n\nWindows are closed.';
    const summary = await summarize(proseEngine, text, { mode: 'extractive' });
    expect(summary.lines[0]!.text).toBe('Windows are closed.');
  });
});

describe('limits', () => {
  test.each([
    ['', 'empty-input'],
    ['\n  \n', 'empty-input'],
    ['a\0b', 'not-text'],
    ['word '.repeat(200_000), 'input-too-long'],
  ])('%#: an error at once', async (text, code_) => {
    const started = performance.now();
    await expect(summarize(codeEngine, text)).rejects.toMatchObject({ code: code_ });
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test.each([
    ['a page of 5,000 words', () => proseEngine, `${document}${'The library reads lines of the file. '.repeat(720)}`],
    ['a function of 400 lines', () => codeEngine, `def run(path):\n${'    lines = read(path)\n'.repeat(400)}`],
    ['minified code', () => codeEngine, `function f(a){${'let b=a+1;if(b){g(b)}'.repeat(1000)}}`],
  ])('%s is summarized', async (_, engine, text) => {
    expectConsistent(await summarize(engine(), text, { lines: 3 }));
  });

  test('progress counts parts and reaches the end', async () => {
    const seen: [number, number][] = [];
    await codeEngine.summarize(
      { pack: tinySummarizer, texts: [code.repeat(30), 'def close(file): pass'], options: { lines: 3 } },
      { onProgress: (done, total) => seen.push([done, total]) },
    );
    expect(seen.length).toBeGreaterThan(2);
    const [, total] = seen[0]!;
    expect(seen.every(([, all]) => all === total)).toBe(true);
    expect(seen.map(([done]) => done)).toEqual([...seen.map(([done]) => done)].sort((a, b) => a - b));
    expect(seen.at(-1)![0]).toBe(total);
  });

  test('cancelling ends the reading of a long text and the writing of a line', async () => {
    for (const stopAfter of [1, 3]) {
      const controller = new AbortController();
      let calls = 0;
      const onProgress = (): void => {
        calls += 1;
        if (calls === stopAfter) controller.abort();
      };
      const running = codeEngine.summarize({ pack: tinySummarizer, texts: [code.repeat(200)] }, { signal: controller.signal, onProgress });
      await expect(running).rejects.toMatchObject({ code: 'cancelled' });
      expect(calls).toBe(stopAfter);
    }
    expectConsistent(await summarize(codeEngine, code));
  });
});

describe('packs of the other task', () => {
  test('a translator does not summarize, a summarizer does not translate', async () => {
    await expect(codeEngine.summarize({ pack: tinyPack, texts: ['a b'] })).rejects.toMatchObject({
      code: 'pack-incompatible',
      message: expect.stringMatching(/translates/u) as string,
    });
    await expect(codeEngine.translate({ pack: tinySummarizer, texts: ['a b'] })).rejects.toMatchObject({
      code: 'pack-incompatible',
      message: expect.stringMatching(/summarizes/u) as string,
    });
  });
});
