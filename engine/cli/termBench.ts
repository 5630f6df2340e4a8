/**
 * The term benchmark's program: gives the translator words of the reference that its own translation lacks, and writes what
 * came of it for BLEU.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { EngineClient } from '../client';
import { TermMatcher } from '../glossary/termMatcher';
import { nodeEngineHost } from '../platform/node';
import type { PackInfo, Translation } from '../protocol/result';
import type { Term } from '../protocol/term';
import { placeOf, termCount, termsOf, type TermCase } from './termCases';
import { UsageError } from './usage';

interface Settings {
  /** The built bundles. */
  readonly dist: string;
  readonly corpora: string;
  readonly split: string;
  readonly pack: string;
  readonly reversePack: string;
  /** Pairs to look for terms in, evenly from the whole split. */
  readonly pairs: number;
  /** Folder for the outputs. */
  readonly out: string;
}

interface Pair {
  readonly source: string;
  readonly target: string;
}

const pairsAtOnce = 50;

async function main(): Promise<void> {
  const settings = JSON.parse(process.argv[2] ?? 'null') as Settings | null;
  if (!settings) throw new UsageError('termBench needs its settings as JSON');
  const client = new EngineClient(nodeEngineHost({ distDir: settings.dist, log: () => undefined }));
  try {
    await measure(client, settings);
  } finally {
    client.dispose();
  }
}

async function measure(client: EngineClient, settings: Settings): Promise<void> {
  const info = await client.describePack(settings.pack);
  const pairs = await readPairs(settings, info);
  const plain = await inParts(pairs, (part) => client.translate({ pack: settings.pack, texts: part.map(({ source }) => source) }));
  const aligned = await inParts(pairs, (part) => client.align({ pack: settings.pack, reversePack: settings.reversePack, pairs: part }));
  const cases = pairs.flatMap(({ source, target }, i): TermCase[] => {
    const terms = termsOf(aligned[i]!, plain[i]!.target, info);
    return terms.length > 0 ? [{ source, reference: target, plain: plain[i]!, terms }] : [];
  });
  const required = await withTerms(client, settings.pack, cases, true);
  const soft = await withTerms(client, settings.pack, cases, false);
  const glossary = cases.flatMap(({ terms }) => terms.map((term): Term => ({ ...term, required: true })));
  const lines = [
    `${settings.split} split, pack ${settings.pack}: ${pairs.length} pairs, ${cases.length} sentences with ${termCount(cases)} terms`,
    rates('required', cases, required, info),
    rates('not required', cases, soft, info),
    await unchanged(client, settings.pack, pairs, glossary, info),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  const column = (name: string, texts: readonly string[]): Promise<void> =>
    writeFile(join(settings.out, `${info.id}.${name}`), texts.map((text) => `${text}\n`).join(''));
  await column('terms', cases.map(({ terms }) => JSON.stringify(terms)));
  await column('source', cases.map(({ source }) => source));
  await column('reference', cases.map(({ reference }) => reference));
  await column('plain', cases.map(({ plain: { target } }) => target));
  await column('required', required.map(({ target }) => target));
  await column('soft', soft.map(({ target }) => target));
}

async function readPairs({ corpora, split, pairs }: Settings, { sourceLanguage }: PackInfo): Promise<Pair[]> {
  const content = gunzipSync(await readFile(join(corpora, 'en-zh', `${split}.tsv.gz`))).toString('utf8');
  const rows = content.split('\n').filter((line) => line !== '');
  const step = Math.max(1, rows.length / pairs);
  return Array.from({ length: Math.min(pairs, rows.length) }, (_, i) => {
    const [english = '', chinese = ''] = rows[Math.floor(i * step)]!.split('\t');
    return sourceLanguage === 'en' ? { source: english, target: chinese } : { source: chinese, target: english };
  });
}

async function inParts<T>(pairs: readonly Pair[], run: (part: readonly Pair[]) => Promise<T[]>): Promise<T[]> {
  const results: T[] = [];
  for (let start = 0; start < pairs.length; start += pairsAtOnce) {
    results.push(...(await run(pairs.slice(start, start + pairsAtOnce))));
    process.stderr.write(`\r${results.length} of ${pairs.length} `);
  }
  process.stderr.write('\n');
  return results;
}

/** Each sentence with its own terms only. */
async function withTerms(client: EngineClient, pack: string, cases: readonly TermCase[], required: boolean): Promise<Translation[]> {
  const results: Translation[] = [];
  for (const { source, terms } of cases) {
    const own = terms.map((term): Term => ({ ...term, required }));
    results.push(...(await client.translate({ pack, texts: [source], terms: own })));
  }
  return results;
}

function rates(name: string, cases: readonly TermCase[], translations: readonly Translation[], { sourceLanguage }: PackInfo): string {
  const places = cases.flatMap(({ terms }, i) => terms.map((term) => placeOf(term, translations[i]!, sourceLanguage)));
  const there = places.filter((place) => place.occurrences > 0);
  const share = (found: number, of: number): string => `${((100 * found) / of).toFixed(1)} %`;
  const count = (test: (place: (typeof places)[number]) => boolean): string => share(there.filter(test).length, there.length);
  return (
    `${name}: ${share(there.length, places.length)} of the terms appear, ${count(({ occurrences }) => occurrences === 1)} of these once; ` +
    `the alignment has its maximum at the term for ${count(({ aligned }) => aligned)}, the attention for ${count(({ attended }) => attended)}`
  );
}

/** Sentences in which no term of a glossary stands, with and without it: every number must be the same. */
async function unchanged(client: EngineClient, pack: string, pairs: readonly Pair[], terms: readonly Term[], info: PackInfo): Promise<string> {
  const matcher = new TermMatcher(terms, info.sourceLanguage);
  const free = pairs.filter(({ source }) => matcher.match(source, []).length === 0);
  const without = await inParts(free, (part) => client.translate({ pack, texts: part.map(({ source }) => source) }));
  const under = await inParts(free, (part) => client.translate({ pack, texts: part.map(({ source }) => source), terms }));
  const same = without.filter((translation, i) => JSON.stringify(translation) === JSON.stringify(under[i]));
  return `without terms: ${same.length} of ${free.length} sentences bit for bit the same under a glossary of ${terms.length} terms`;
}

main().catch((error: unknown) => {
  process.stderr.write(`termBench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
