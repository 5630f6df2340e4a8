/**
 * Alignment error rate on gold alignments, the product's way: `npm run bench:align -- CORPORA [--pack DIR] [--reverse-pack DIR]`.
 * CORPORA/align/NAME.src-tgt has lines "source ||| target", NAME.gold links from 1: `i-j` sure, `ipj` possible.
 * AER = 1 − (|A∩S| + |A∩P|) / (|A| + |S|), P includes S (Och & Ney 2003).
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';

const [corpora, ...options] = process.argv.slice(2);
if (corpora === undefined || corpora.startsWith('-')) {
  process.stderr.write('usage: npm run bench:align -- CORPORA [--pack DIR] [--reverse-pack DIR]\n');
  process.exit(2);
}

const name = join(corpora, 'align', 'zh-en.dev');
const gold = readFileSync(`${name}.gold`, 'utf8').trim().split('\n').map(goldLinks);
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [join(root, 'dist/cli.js'), 'align', '--from', 'zh', '--to', 'en', '--pretokenized', '--pharaoh', ...options],
  { input: readFileSync(`${name}.src-tgt`), encoding: 'utf8', maxBuffer: 2 ** 28 },
);
if (status !== 0) {
  process.stderr.write(stderr);
  process.exit(2);
}
const found = stdout.trimEnd().split('\n').map((line) => line.split(' ').filter((link) => link !== ''));
if (found.length !== gold.length) throw new Error(`${found.length} lines of links for ${gold.length} of gold`);

const count = { links: 0, sure: 0, inSure: 0, inPossible: 0 };
found.forEach((links, index) => {
  const { sure, possible } = /** @type {ReturnType<typeof goldLinks>} */ (gold[index]);
  count.links += links.length;
  count.sure += sure.size;
  count.inSure += links.filter((link) => sure.has(link)).length;
  count.inPossible += links.filter((link) => possible.has(link)).length;
});
const percent = (/** @type {number} */ share) => (100 * share).toFixed(1);
process.stdout.write(
  `${gold.length} sentence pairs: AER ${percent(1 - (count.inSure + count.inPossible) / (count.links + count.sure))}, ` +
    `precision ${percent(count.inPossible / count.links)}, recall ${percent(count.inSure / count.sure)}\n`,
);

/** @param {string} line */
function goldLinks(line) {
  const sure = /** @type {Set<string>} */ (new Set());
  const possible = /** @type {Set<string>} */ (new Set());
  for (const link of line.split(' ')) {
    const [source, target] = link.split(/[-p]/u).map((place) => Number(place) - 1);
    possible.add(`${source}-${target}`);
    if (link.includes('-')) sure.add(`${source}-${target}`);
  }
  return { sure, possible };
}
