/**
 * `npm run summaries -- CORPORA`: summarizes the test splits with the command line, as a user would, needs a built dist/.
 * Writes docs/summaries.md (every 20th output, unselected, with the packs' versions) and, for scorers,
 * test-results/summaries/{prose,code}.{candidates,references}.txt, one text a line.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { root } from './lib/paths.mjs';

const { positionals } = parseArgs({ allowPositionals: true });
const corpora = positionals[0] ?? '';
if (corpora === '') throw new Error('Name the folder of the corpora: npm run summaries -- CORPORA');

const scores = join(root, 'test-results/summaries');
const shownEvery = 20;

/** @typedef {{ summary: string, mode: string, alignment: { reason?: string }[] }} Summary */

const escapes = new Map([['\\n', '\n'], ['\\t', '\t'], ['\\\\', '\\']]);

/** @type {(field: string) => string} */
const unescape = (field) => field.replaceAll(/\\[nt\\]/gu, (escape) => escapes.get(escape) ?? escape);

/** @type {(kind: string, texts: readonly string[]) => Summary[]} */
function summarize(kind, texts) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'summarize', '--kind', kind], {
    input: texts.map((text) => `${JSON.stringify({ text })}\n`).join(''),
    maxBuffer: 1 << 30,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
}

/** Table cells hold no line breaks or bars. @type {(text: string) => string} */
const cell = (text) => text.replaceAll(/\s+/gu, ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;');

/** @type {(kind: 'prose' | 'code') => Promise<string[]>} */
async function section(kind) {
  const rows = gunzipSync(await readFile(join(corpora, `summarize/${kind}-summary.test.tsv.gz`)))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t').map(unescape));
  const summaries = summarize(kind, rows.map(([source]) => source ?? ''));
  const oneLine = (/** @type {string | undefined} */ text) => (text ?? '').replaceAll(/\s+/gu, ' ');
  await writeFile(join(scores, `${kind}.candidates.txt`), summaries.map(({ summary }) => `${oneLine(summary)}\n`).join(''));
  await writeFile(join(scores, `${kind}.references.txt`), rows.map(([, reference]) => `${oneLine(reference)}\n`).join(''));
  const quoted = summaries.filter(({ mode }) => mode === 'extractive').length;
  const { version, training } = JSON.parse(await readFile(join(root, `models/packs/sum-${kind}/manifest.json`), 'utf8'));
  console.log(`${kind}: ${rows.length} texts, ${quoted} quoted`);
  const shown = rows.map((row, index) => ({ row, summary: summaries[index] })).filter((_, index) => index % shownEvery === 0);
  return [
    `## ${kind === 'prose' ? 'Prose' : 'Code'}`,
    '',
    `Pack sum-${kind} ${version}, trained for ${training.targetSubwords.toLocaleString('en')} target subwords. ` +
      `Of all ${rows.length} texts, ${quoted} got a quotation.`,
    '',
    '| text begins | summary | reference |',
    '|---|---|---|',
    ...shown.map(({ row: [source = '', reference = ''], summary }) => {
      const written = summary?.mode === 'extractive' ? `quoted: “${cell(summary.summary)}”` : cell(summary?.summary ?? '');
      return `| ${cell(source.slice(0, 110))}… | ${written} | ${cell(reference)} |`;
    }),
    '',
  ];
}

await mkdir(scores, { recursive: true });
const text = [
  '# Fifty summaries of each kind, unselected',
  '',
  `Every ${shownEvery}th text of the test splits, summarized in one line by \`alignlens summarize\`. Made by ` +
    '`npm run summaries -- CORPORA`.',
  '',
  ...(await section('prose')),
  ...(await section('code')),
].join('\n');
await writeFile(join(root, 'docs/summaries.md'), text);
