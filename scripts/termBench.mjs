/**
 * `npm run bench:terms -- CORPORA [--split dev] [--pack DIR --reverse-pack DIR] [--pairs N] [--python FILE]`: how often terms
 * appear in translations, where, and what becomes of BLEU; needs a built dist/. Without `--pack` both directions are
 * measured. FILE is a Python with sacrebleu; without it the environment of models/ is used.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleEngineProgram } from './lib/engineProgram.mjs';
import { cacheDir, root } from './lib/paths.mjs';
import { ensurePython } from './lib/python.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    split: { type: 'string', default: 'dev' },
    pack: { type: 'string' },
    'reverse-pack': { type: 'string' },
    pairs: { type: 'string', default: '1500' },
    python: { type: 'string' },
  },
});
const corpora = positionals[0] ?? '';
if (corpora === '') throw new Error('Name the folder of the corpora: npm run bench:terms -- CORPORA');

const program = await bundleEngineProgram('termBench');
const out = join(cacheDir, 'terms');
mkdirSync(out, { recursive: true });
const python = values.python ?? (await ensurePython());
const packs = ['models/packs/en-zh', 'models/packs/zh-en'];
const directions = values.pack === undefined ? [packs, [...packs].reverse()] : [[values.pack, values['reverse-pack'] ?? packs[1]]];
for (const [pack = '', reversePack = ''] of directions) {
  const settings = { dist: join(root, 'dist'), corpora, split: values.split, pack, reversePack, pairs: Number(values.pairs), out };
  const { status } = spawnSync(process.execPath, [program, JSON.stringify(settings)], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  const { id, targetLanguage } = JSON.parse(readFileSync(join(root, pack, 'manifest.json'), 'utf8'));
  for (const kind of ['plain', 'required', 'soft']) bleu(id, targetLanguage, kind);
}

/**
 * @param {string} id
 * @param {string} language
 * @param {string} kind
 */
function bleu(id, language, kind) {
  const [hypothesis, reference] = [join(out, `${id}.${kind}`), join(out, `${id}.reference`)];
  const tokenizer = language === 'zh' ? 'zh' : '13a';
  const { stdout, stderr, status } = spawnSync(
    python,
    ['-m', 'sacrebleu', reference, '-i', hypothesis, '-tok', tokenizer, '-b', '-w', '2'],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`sacrebleu failed: ${stderr}`);
  process.stdout.write(`BLEU ${kind}: ${stdout.trim()} (tok:${tokenizer})\n`);
}
