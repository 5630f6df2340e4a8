/** The summarizers that ship, run through the whole engine. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../engine/engine';
import { parseManifest } from '../../engine/pack/manifest';
import type { Summary } from '../../engine/protocol/result';
import { createEngine, packsFolder, repository } from './support';

const packs = readdirSync(packsFolder)
  .map((name) => join(packsFolder, name))
  .map((location) => ({ location, manifest: parseManifest(readFileSync(join(location, 'manifest.json')), location) }))
  .filter(({ manifest }) => manifest.task === 'summarize')
  .map(({ location, manifest }) => ({ location, manifest, kind: manifest.sourceLanguage }));

const prose = [
  'This package contains a small library that reads and writes image files. It supports PNG and JPEG, and has no dependencies.',
  'A command-line tool for backing up folders to another computer. Backups are encrypted, and only what has changed is sent.\n\nIt needs ssh on both sides.',
  'Documentation for the parser. The parser reads configuration files in a simple format and reports errors with their line numbers.',
];
const code = [
  'def read_lines(path):\n    with open(path) as file:\n        return file.read().splitlines()',
  'function isEmpty(list) {\n  return list.length === 0;\n}',
  'async deleteUser(id) {\n  const user = await this.users.find(id);\n  if (!user) throw new NotFoundError(id);\n  await this.users.remove(user);\n}',
];
const texts: Record<string, string[]> = { en: prose, code };
const sentences = readFileSync(join(repository, 'test/fixtures/bench.en.txt'), 'utf8').trimEnd().split('\n');

test('one pack reads prose, one reads code', () => {
  expect(packs.map(({ kind }) => kind).sort()).toEqual(['code', 'en']);
});

function expectSound({ source, lines, salience }: Summary, facts: RegExp): void {
  expect(salience.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 4);
  for (const line of lines) {
    expect(line.text).toMatch(/\p{L}/u);
    expect(line.text.length).toBeLessThan(400);
    if (line.mode === 'abstractive') {
      for (const [fact] of line.text.matchAll(facts)) expect(source).toContain(fact);
    }
    for (const token of line.sourceTokens) expect(source.slice(token.start, token.end)).toBe(token.text);
    for (const token of line.targetTokens) expect(line.text.slice(token.start, token.end)).toBe(token.text);
    const width = line.sourceTokens.length;
    for (const matrix of [line.alignment, line.attention]) {
      for (let row = 0; row < line.targetTokens.length; row++) {
        const sum = matrix.subarray(row * width, (row + 1) * width).reduce((total, value) => total + value, 0);
        expect(sum).toBeCloseTo(1, 3);
      }
    }
  }
}

describe.each(packs)('$manifest.id', ({ location, manifest, kind }) => {
  const facts = new RegExp(manifest.summarize!.facts, 'gu');
  let engine: Engine;
  let summaries: Summary[];
  beforeAll(async () => {
    engine = createEngine();
    summaries = await engine.summarize({ pack: location, texts: texts[kind]! });
  });

  test('each text gets a sound line, most in words of the model', () => {
    for (const summary of summaries) expectSound(summary, facts);
    const written = summaries.filter(({ lines }) => lines[0]!.mode === 'abstractive');
    expect(written.length).toBeGreaterThanOrEqual(2);
  });

  test('most copied words are aligned to where they stand', () => {
    const pairs = summaries.flatMap(({ lines }) =>
      lines.flatMap(({ sourceTokens, targetTokens, alignment }) =>
        targetTokens.flatMap(({ text }, row) => {
          // A word of an identifier is a copy too: user of deleteUser.
          const copies = sourceTokens.map((token) => token.text.toLowerCase().includes(text.toLowerCase()));
          if (text.length < 4 || !copies.includes(true)) return [];
          const weights = alignment.subarray(row * sourceTokens.length, (row + 1) * sourceTokens.length);
          return [copies[weights.indexOf(Math.max(...weights))]!];
        }),
      ),
    );
    expect(pairs.length).toBeGreaterThan(0);
    expect(pairs.filter(Boolean).length).toBeGreaterThanOrEqual(0.8 * pairs.length);
  });

  test('a batch gives what each text gives alone, or a line about as likely', async () => {
    for (const [index, text] of texts[kind]!.entries()) {
      const [alone] = await engine.summarize({ pack: location, texts: [text] });
      const [inBatch] = summaries[index]!.lines;
      // int8 activations share their scale across a batch, so that rounding may tip the scale between two lines; the same
      // weights in fp32 give the same lines and scores.
      expect(Math.abs(inBatch!.score - alone!.lines[0]!.score)).toBeLessThan(0.05);
    }
  });

  test('the salient words are not the commonest', () => {
    const common = new Set(['the', 'a', 'and', 'of', 'to', 'is', '(', ')', '.', ',', ';', '{', '}', ':']);
    for (const { source, salience } of summaries) {
      const first = salience.reduce((a, b) => (b.weight > a.weight ? b : a));
      expect(common).not.toContain(source.slice(first.start, first.end));
    }
  });

  test('long texts are condensed to several lines', async () => {
    const long = kind === 'code' ? `function all() {\n${code.join('\n').repeat(30)}\n}` : `# Title\n\n${sentences.join('\n\n')}\n\n${prose.join('\n\n')}`;
    const [summary] = await engine.summarize({ pack: location, texts: [long], options: { lines: 5 } });
    expectSound(summary!, facts);
    expect(summary!.lines.length).toBeGreaterThan(1);
    expect(summary!.lines.length).toBeLessThanOrEqual(5);
  });
});

describe.each(packs.filter(({ kind }) => kind === 'en'))('$manifest.id and languages', ({ location }) => {
  test('English is read, other languages are quoted', async () => {
    const engine = createEngine();
    const other = [
      'Diese Bibliothek liest und schreibt Dateien. Sie ist schnell und braucht wenig Speicher, auch bei großen Dateien.',
      'Cette bibliothèque lit et écrit des fichiers. Elle est rapide et demande peu de mémoire, même pour les grands fichiers.',
      '这个库读取和写入文件。它很快，需要的内存很少。',
    ];
    const summaries = await engine.summarize({ pack: location, texts: [...other, ...sentences], options: { beamSize: 1 } });
    const refused = summaries.map(({ lines }) => lines[0]!.reason === 'unreadable');
    expect(refused.slice(0, 3)).toEqual([true, true, true]);
    expect(refused.slice(3).filter(Boolean).length).toBeLessThanOrEqual(0.02 * sentences.length);
  });
});
