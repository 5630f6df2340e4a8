import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseArguments } from '../../engine/cli/arguments';
import type { JsonLine } from '../../engine/cli/json';
import { readLineBatches } from '../../engine/cli/lines';
import { UsageError } from '../../engine/cli/usage';
import { bundleEngine, runCli, type Bundles } from './bundles';
import { tinyPack, tinySummarizer } from './support';

let bundles: Bundles;
beforeAll(async () => {
  bundles = await bundleEngine();
});
afterAll(() => bundles.remove());

const run = (args: readonly string[], input: string | Uint8Array = '') => runCli(bundles.dist, args, input);

const tiny = ['translate', '--from', 'en', '--to', 'zh', '--pack', tinyPack];

describe('translate', () => {
  test('one output line per input line, empty ones stay empty', async () => {
    const { status, stdout, stderr } = await run(tiny, 'Open the file.\n\n  \r\nWrite `x y` in each line.');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = stdout.split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).not.toBe('');
    expect(lines[1]).toBe('');
    expect(lines[2]).toBe('  ');
    expect(lines[3]).toContain('`x y`');
    expect(lines[4]).toBe('');
  });

  test('--json: words with offsets, rows that sum to 1', async () => {
    const { stdout } = await run([...tiny, '--json', '--beam', '2'], 'Open the file. Write each line!\n\n');
    const [line, empty] = stdout.trimEnd().split('\n').map((text) => JSON.parse(text) as JsonLine);
    expect(Object.keys(line!)).toEqual(['source', 'target', 'score', 'sourceTokens', 'targetTokens', 'alignment', 'attention']);
    expect(line!.sourceTokens.map(({ text }) => text)).toEqual(['Open', 'the', 'file', '.', 'Write', 'each', 'line', '!']);
    for (const { text, start, end } of line!.sourceTokens) expect(line!.source.slice(start, end)).toBe(text);
    for (const { text, start, end } of line!.targetTokens) expect(line!.target.slice(start, end)).toBe(text);
    for (const matrix of [line!.alignment, line!.attention]) {
      expect(matrix).toHaveLength(line!.targetTokens.length);
      for (const row of matrix) {
        expect(row).toHaveLength(8);
        expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
      }
    }
    expect(empty).toEqual({ source: '', target: '', score: 0, sourceTokens: [], targetTokens: [], alignment: [], attention: [] });
  });

  test('many lines come back in order', async () => {
    const input = Array.from({ length: 150 }, (_, i) => (i % 3 === 0 ? `Open file ${i + 100}.` : String(i))).join('\n');
    const { stdout } = await run([...tiny, '--beam=1'], input);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(150);
    lines.forEach((line, i) => expect(line).toContain(String(i % 3 === 0 ? i + 100 : i)));
  });

  test('a reader that stops reading ends it quietly', async () => {
    const program = spawn(process.execPath, [join(bundles.dist, 'cli.js'), ...tiny]);
    let stderr = '';
    program.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    program.stdin.on('error', () => undefined);
    program.stdin.end('Open the file.\n'.repeat(300));
    program.stdout.once('data', () => program.stdout.destroy());
    const status = await new Promise((resolve) => program.on('close', resolve));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('bad input', () => {
  test.each([
    [[], '', /no command/u],
    [['summon'], '', /unknown command "summon"/u],
    [['translate'], '', /--from LANG and --to LANG/u],
    [[...tiny, '--beam', '0'], '', /--beam must be/u],
    [[...tiny, '--color'], '', /unknown option "--color"/u],
    [['translate', '--from'], '', /--from needs a value/u],
    [['translate', '--from', 'en', '--to', 'xx', '--pack', tinyPack], 'a', /translates en → zh, not en → xx/u],
    [['translate', '--from', 'en', '--to', 'zh', '--pack', '/nowhere'], 'a', /manifest\.json/u],
    [['packs', '--packs', '/nowhere'], '', /cannot be read/u],
    [['packs', '--lines', '2'], '', /unknown option "--lines" of packs/u],
    [[...tiny, '--lines', '2'], '', /unknown option "--lines" of translate/u],
    [['translate', '--pack', tinySummarizer], 'a', /summarizes; it does not translate/u],
  ])('%j ends with status 2 and one line', async (args, input, message) => {
    const { status, stdout, stderr } = await run(args, input);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('invalid UTF-8 is reported with its line', async () => {
    const input = Buffer.concat([Buffer.from('Open.\nRead.\n'), Buffer.from([0x61, 0xff, 0x0a]), Buffer.from('Write.\n')]);
    const { status, stderr } = await run(tiny, input);
    expect(status).toBe(2);
    expect(stderr).toMatch(/line 3 .*UTF-8/u);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('an unknown language pair names the pairs there are', async () => {
    const fixtures = join(tinyPack, '..');
    const { status, stderr } = await run(['translate', '--from', 'en', '--to', 'de', '--packs', fixtures], 'a');
    expect(status).toBe(2);
    expect(stderr).toMatch(/no pack for en → de\. Installed: translate en → zh, summarize code → en/u);
  });

  test('no packs at all', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'alignlens-'));
    const { status, stderr } = await run(['translate', '--from', 'en', '--to', 'de', '--packs', folder], 'a');
    await rm(folder, { recursive: true });
    expect(status).toBe(2);
    expect(stderr).toContain('No pack is installed');
  });
});

test('packs lists packs', async () => {
  const { status, stdout } = await run(['packs', '--packs', join(tinyPack, '..')]);
  expect(status).toBe(0);
  expect(stdout).toBe(
    `tiny\t0.0.1\ttranslate\ten → zh\t${tinyPack}\ntiny-summarizer\t0.0.1\tsummarize\tcode → en\t${tinySummarizer}\n`,
  );
});

test('--help and --version', async () => {
  expect((await run(['--help'])).stdout).toContain('Usage: alignlens translate');
  expect((await run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
});

describe('parts', () => {
  test('arguments', () => {
    expect(parseArguments(['translate', '--from=en', '--to', 'zh', '--json', '--beam', '3'])).toEqual({
      name: 'translate',
      from: 'en',
      to: 'zh',
      json: true,
      options: { beamSize: 3 },
      packFolder: undefined,
      packsFolder: undefined,
    });
    expect(() => parseArguments(['packs', '--json'])).toThrow(UsageError);
  });

  test('lines over chunk borders, inside a character too', async () => {
    const bytes = new TextEncoder().encode('\ufeffä\r\n\n好😀\nend');
    for (const size of [1, 2, 3, 100]) {
      async function* chunks() {
        for (let start = 0; start < bytes.length; start += size) yield await Promise.resolve(bytes.slice(start, start + size));
      }
      const lines: string[] = [];
      for await (const batch of readLineBatches(chunks())) lines.push(...batch);
      expect(lines).toEqual(['ä', '', '好😀', 'end']);
    }
  });
});
