import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseArguments } from '../../../engine/cli/arguments';
import { readSummaryInput, type SummaryRecord } from '../../../engine/cli/records';
import type { SummaryJson } from '../../../engine/cli/summaryJson';
import { bundleEngine, runCli, type Bundles } from '../bundles';
import { packsFolder, tinyPack, tinySummarizer } from '../support';

let bundles: Bundles;
beforeAll(async () => {
  bundles = await bundleEngine();
});
afterAll(() => bundles.remove());

const tiny = ['summarize', '--kind', 'code', '--pack', tinySummarizer];
const run = (args: readonly string[], input: string | Uint8Array = '') => runCli(bundles.dist, args, input);
const code = 'def read(path):\n    file = open(path)\n    return file.read()\n';

function records(...values: readonly object[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}

function expectSummary(summary: SummaryJson, text: string): void {
  expect(Object.keys(summary)).toEqual(['summary', 'mode', 'score', 'salience', 'alignment']);
  expect(summary.summary).toBe(summary.alignment.map((line) => line.text).join('\n'));
  expect(summary.salience.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 6);
  for (const { start, end } of summary.salience) expect(text.slice(start, end)).toMatch(/^\S+$/u);
  for (const line of summary.alignment) {
    for (const token of line.sourceTokens) expect(text.slice(token.start, token.end)).toBe(token.text);
    for (const token of line.targetTokens) expect(line.text.slice(token.start, token.end)).toBe(token.text);
    for (const matrix of [line.alignment, line.attention]) {
      expect(matrix).toHaveLength(line.targetTokens.length);
      for (const row of matrix) {
        expect(row).toHaveLength(line.sourceTokens.length);
        expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 4);
      }
    }
  }
}

describe('a document', () => {
  test('its lines as text', async () => {
    const { status, stdout, stderr } = await run([...tiny, '--extractive', '--lines', '3'], code);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe('def read(path):\nfile = open(path)\nreturn file.read()\n');
  });

  test('--json: one object, offsets into the text as it came', async () => {
    const text = code.replaceAll('\n', '\r\n');
    const { stdout } = await run([...tiny, '--json', '--lines=2', '--beam', '2'], text);
    const [line, ...rest] = stdout.trimEnd().split('\n');
    expect(rest).toEqual([]);
    expectSummary(JSON.parse(line!) as SummaryJson, text);
  });

  test('one that begins with a JSON value that is no record is a document', async () => {
    const text = '{"name": "x"}\n{"text": "y"}\n';
    const { stdout } = await run([...tiny, '--extractive', '--lines', '2'], text);
    expect(stdout).toBe('{"name": "x"}\n{"text": "y"}\n');
  });
});

describe('JSON lines', () => {
  test('one object for each record, in order', async () => {
    const texts = Array.from({ length: 70 }, (_, i) => `def f_${i}(a): return a + ${i}`);
    const languages = ['python', undefined, 'ruby'];
    const input = records(...texts.map((text, i) => ({ text, languageId: languages[i % 3] })));
    const { status, stdout, stderr } = await run([...tiny, '--extractive', '--language', 'c'], input);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const summaries = stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as SummaryJson);
    expect(summaries.map(({ summary }) => summary)).toEqual(texts);
    summaries.forEach((summary, i) => expectSummary(summary, texts[i]!));
    expect(summaries[0]).toMatchObject({ mode: 'extractive', score: 0, alignment: [{ mode: 'extractive', reason: 'requested' }] });
  });

  test('written lines have scores', async () => {
    // The tiny pack writes no words.
    const { stdout } = await run(['summarize', '--kind', 'code', '--pack', join(packsFolder, 'sum-code')], records({ text: code }));
    const summary = JSON.parse(stdout) as SummaryJson;
    expectSummary(summary, code);
    expect(summary.mode).toBe('abstractive');
    expect(summary.score).toBeLessThan(0);
    expect(summary.alignment[0]).not.toHaveProperty('reason');
  });

  test('what was summarized before a bad line is written', async () => {
    const good = Array.from({ length: 64 }, () => ({ text: 'a = b' }));
    const { status, stdout, stderr } = await run([...tiny, '--extractive'], `${records(...good, { text: 'c = d' })}oops\n`);
    expect(status).toBe(2);
    expect(stdout.trimEnd().split('\n')).toHaveLength(64);
    expect(stderr).toMatch(/line 66 .*not valid JSON/u);
  });
});

describe('bad input', () => {
  const first = records({ text: 'a = b' });
  test.each([
    ['nothing', tiny, '', /nothing to summarize/u],
    ['blanks', tiny, ' \n\n', /nothing to summarize/u],
    ['not UTF-8', tiny, Uint8Array.of(0x61, 0xff), /not valid UTF-8/u],
    ['bytes', tiny, 'a\0b', /no text/u],
    ['a megabyte on one line', tiny, 'a'.repeat(1_000_000), /at most 200000/u],
    ['a megabyte in lines', tiny, 'a\n'.repeat(500_000), /at most 200000/u],
    ['a line that is not JSON', tiny, `${first}{\n`, /line 2 .*not valid JSON/u],
    ['a blank line', tiny, `${first}\n${first}`, /line 2 .*not valid JSON/u],
    ['a record without text', tiny, `${first}{"texts": []}\n`, /line 2 .*no "text"/u],
    ['a null', tiny, `${first}null\n`, /line 2 .*no "text"/u],
    ['a language that is no string', tiny, records({ text: 'a', languageId: 1 }), /line 1 .*"languageId"/u],
    ['an empty record', tiny, first + first + records({ text: ' ' }), /line 3 .*nothing to summarize/u],
    ['a record that is not UTF-8', tiny, Buffer.concat([Buffer.from(first), Buffer.from([0xff, 0x0a])]), /line 2 .*UTF-8/u],
    ['no kind', ['summarize'], code, /--kind prose or --kind code/u],
    ['another kind', ['summarize', '--kind', 'poem'], code, /--kind must be prose or code, not "poem"/u],
    ['too many lines', [...tiny, '--lines', '11'], code, /--lines must be a whole number from 1 to 10/u],
    ['a value for a flag', [...tiny, '--extractive=1'], code, /unknown option "--extractive=1" of summarize/u],
    ['the other kind of pack', ['summarize', '--kind', 'prose', '--pack', tinySummarizer], code, /summarizes code, not prose/u],
    ['a translator', ['summarize', '--pack', tinyPack], code, /translates; it does not summarize/u],
    ['no such pack', ['summarize', '--kind', 'prose', '--packs', dirname(tinyPack)], code, /no pack for a summarizer of prose\. Installed: translate en → zh/u],
  ])('%s: status 2 and one line', async (_, args, input, message) => {
    const { status, stdout, stderr } = await run(args, input);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('no packs at all', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'alignlens-'));
    const { status, stderr } = await run(['summarize', '--kind', 'code', '--packs', folder], code);
    await rm(folder, { recursive: true });
    expect(status).toBe(2);
    expect(stderr).toContain('No pack is installed');
  });
});

test('--kind finds the pack', async () => {
  const { status, stdout } = await run(['summarize', '--kind', 'code', '--packs', dirname(tinyPack), '--extractive'], 'a = b');
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'a = b\n' });
});

describe('parts', () => {
  test('arguments', () => {
    expect(parseArguments(['summarize', '--kind=code', '--lines', '3', '--extractive', '--language', 'python'])).toEqual({
      name: 'summarize',
      kind: 'code',
      languageId: 'python',
      json: false,
      options: { lines: 3, mode: 'extractive' },
      packFolder: undefined,
      packsFolder: undefined,
    });
  });

  test('batches of records are bounded by count and by characters', async () => {
    const sizes = async (...texts: readonly string[]): Promise<number[]> => {
      const bytes = new TextEncoder().encode(records(...texts.map((text) => ({ text }))));
      async function* chunks() {
        for (let start = 0; start < bytes.length; start += 1000) yield await Promise.resolve(bytes.slice(start, start + 1000));
      }
      const input = await readSummaryInput(chunks());
      if (input.kind === 'document') throw new Error('not read as records');
      const batches: (readonly SummaryRecord[])[] = [];
      for await (const batch of input.batches) batches.push(batch);
      expect(batches.flat().map(({ text }) => text)).toEqual(texts);
      return batches.map(({ length }) => length);
    };
    await expect(sizes(...Array.from({ length: 130 }, (_, i) => `text ${i}`))).resolves.toEqual([64, 64, 2]);
    await expect(sizes(...Array.from({ length: 5 }, () => 'a'.repeat(150_000)))).resolves.toEqual([2, 2, 1]);
  });
});
