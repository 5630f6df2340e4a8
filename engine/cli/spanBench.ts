/** The span benchmark's program: translates lines that no model was trained on, and counts whether what is protected comes through. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { EngineClient } from '../client';
import { parseManifest } from '../pack/manifest';
import { nodeEngineHost } from '../platform/node';
import { createProtector } from '../text/protect';
import { makeSpanCases, spanFaults, type SpanCase, type SpanFault } from './spanCases';
import { UsageError } from './usage';

interface Settings {
  /** The built bundles. */
  readonly dist: string;
  readonly corpora: string;
  readonly pack: string;
  readonly lines: number;
  readonly show: boolean;
}

const linesAtOnce = 50;

async function main(): Promise<void> {
  const settings = JSON.parse(process.argv[2] ?? 'null') as Settings | null;
  if (!settings) throw new UsageError('spanBench needs its settings as JSON');
  const location = join(settings.pack, 'manifest.json');
  const { id, sourceLanguage, protect } = parseManifest(await readFile(location), location);
  const protector = createProtector(protect);
  const cases = makeSpanCases(await heldOutLines(settings.corpora, sourceLanguage), settings.lines, protector);
  const targets = await translate(settings, cases);
  // A translation may name again what is a name; code and numbers it may not.
  const repeatable = createProtector(protect.filter(({ side }) => side === undefined));
  const faults = cases.map((each, i) => spanFaults(each, targets[i]!, repeatable));
  const count = (fault: SpanFault): number => faults.filter((found) => found.includes(fault)).length;
  const sound = faults.filter((found) => found.length === 0).length;
  const spans = cases.reduce((sum, each) => sum + each.spans.length, 0);
  process.stdout.write(
    `${id}: ${cases.length} lines with ${spans} protected spans, ${cases.filter(({ added }) => added).length} of them put in. ` +
      `Every span exactly once in ${sound} lines (${((100 * sound) / cases.length).toFixed(2)} %); ` +
      `one missing in ${count('missing')}, one too often in ${count('repeated')}.\n`,
  );
  if (!settings.show) return;
  faults.forEach((found, i) => {
    if (found.length > 0) process.stdout.write(`${found.join(', ')}\n  ${cases[i]!.source}\n  ${targets[i]!}\n`);
  });
}

/** The dev and test splits, and the FLORES dev sentences. */
async function heldOutLines(corpora: string, language: string): Promise<string[]> {
  const column = language === 'en' ? 0 : 1;
  const rows = await Promise.all(['dev', 'test'].map(async (split) => lines(gunzipSync(await readFile(join(corpora, 'en-zh', `${split}.tsv.gz`))))));
  return [...rows.flat().map((row) => row.split('\t')[column] ?? ''), ...lines(await readFile(join(corpora, 'flores-dev', language)))];
}

function lines(content: Uint8Array): string[] {
  return new TextDecoder().decode(content).split('\n').filter((line) => line !== '');
}

async function translate({ dist, pack }: Settings, cases: readonly SpanCase[]): Promise<string[]> {
  const client = new EngineClient(nodeEngineHost({ distDir: dist, log: () => undefined }));
  const targets: string[] = [];
  try {
    for (let start = 0; start < cases.length; start += linesAtOnce) {
      const texts = cases.slice(start, start + linesAtOnce).map(({ source }) => source);
      targets.push(...(await client.translate({ pack, texts, textOnly: true })).map(({ target }) => target));
      process.stderr.write(`\r${targets.length} of ${cases.length} `);
    }
  } finally {
    client.dispose();
  }
  process.stderr.write('\n');
  return targets;
}

main().catch((error: unknown) => {
  process.stderr.write(`spanBench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
