/** The lint benchmark's program: prints precision and recall of each kind of mistake; with `fit`, fits the detector first. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { inEnglish } from '../protocol/phrase';
import { EngineClient } from '../client';
import { lintPair, type Finding, type RuleId } from '../lint';
import { nodeEngineHost } from '../platform/node';
import { caseKinds, makeCases, type CaseKind, type CorpusPair } from './lintCases';
import { fitSide, fitUnlikely, type AlignedCase } from './lintFit';
import { UsageError } from './usage';

interface Settings {
  /** The built bundles. */
  readonly dist: string;
  readonly corpora: string;
  readonly split: string;
  readonly pack: string;
  readonly reversePack?: string;
  /** Where to write the fitted weights, in place of measuring. */
  readonly fit?: string;
  /** Whether to print the false alarms. */
  readonly show: boolean;
}

/** The rules that find each kind. */
const rulesOf: Readonly<Record<CaseKind, readonly RuleId[]>> = {
  clean: [],
  omission: ['omission'],
  addition: ['addition'],
  change: ['numbers', 'placeholders', 'tags', 'code-spans', 'addresses'],
};
const alignedAtOnce = 50;

async function main(): Promise<void> {
  const settings = JSON.parse(process.argv[2] ?? 'null') as Settings | null;
  if (!settings) throw new UsageError('lintBench needs its settings as JSON');
  const rows = await readCorpus(join(settings.corpora, 'en-zh', `${settings.split}.tsv.gz`));
  const cases = await alignCases(rows, settings);
  if (settings.fit === undefined) report(cases, rows, settings);
  else await fit(cases, settings.fit, settings.reversePack !== undefined);
}

async function readCorpus(path: string): Promise<CorpusPair[]> {
  const lines = gunzipSync(await readFile(path)).toString('utf8').split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const [source = '', target = '', domain = ''] = line.split('\t');
    return { source, target, domain };
  });
}

async function alignCases(rows: readonly CorpusPair[], { dist, pack, reversePack }: Settings): Promise<AlignedCase[]> {
  const client = new EngineClient(nodeEngineHost({ distDir: dist, log: () => undefined }));
  const cases = makeCases(rows);
  const aligned: AlignedCase[] = [];
  try {
    for (let start = 0; start < cases.length; start += alignedAtOnce) {
      const part = cases.slice(start, start + alignedAtOnce);
      const pairs = part.map(({ source, target }) => ({ source, target }));
      const answers = await client.align({ pack, pairs, ...(reversePack === undefined ? {} : { reversePack }) });
      part.forEach((lintCase, index) => aligned.push({ lintCase, aligned: answers[index]! }));
      process.stderr.write(`\raligned ${aligned.length} of ${cases.length}`);
    }
  } finally {
    client.dispose();
  }
  process.stderr.write('\n');
  return aligned;
}

async function fit(cases: readonly AlignedCase[], path: string, both: boolean): Promise<void> {
  const known = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  const evidence = both ? 'both' : 'forward';
  const fitted = { omission: fitSide(cases, 'omission', evidence), addition: fitSide(cases, 'addition', evidence) };
  const weights = { ...known, [evidence]: fitted, ...(both ? {} : { unlikely: fitUnlikely(cases) }) };
  await writeFile(path, `${JSON.stringify(weights, undefined, 2)}\n`);
  process.stdout.write(`${JSON.stringify(weights, undefined, 2)}\n`);
}

interface Linted extends AlignedCase {
  readonly findings: readonly Finding[];
}

function report(cases: readonly AlignedCase[], rows: readonly CorpusPair[], { split, pack, reversePack, show }: Settings): void {
  const linted = cases.map((entry): Linted => ({ ...entry, findings: findingsOf(entry) }));
  const flagged = (kind: CaseKind, rules: readonly RuleId[]): number =>
    linted.filter(({ lintCase, findings }) => lintCase.kind === kind && findings.some(({ rule }) => rules.includes(rule))).length;
  const count = (kind: CaseKind): number => linted.filter(({ lintCase }) => lintCase.kind === kind).length;
  const lines = [`${split} split, pack ${pack}${reversePack === undefined ? '' : ` with ${reversePack}`}`, '', `flagged by the rules of`.padEnd(26) + caseKinds.slice(1).map((kind) => kind.padStart(10)).join('')];
  for (const kind of caseKinds) {
    lines.push(`${count(kind)} × ${kind}`.padEnd(26) + caseKinds.slice(1).map((rules) => String(flagged(kind, rulesOf[rules])).padStart(10)).join(''));
  }
  lines.push('', 'kind        recall  precision');
  for (const kind of caseKinds.slice(1)) {
    const [right, wrong] = [flagged(kind, rulesOf[kind]), flagged('clean', rulesOf[kind])];
    lines.push(`${kind.padEnd(10)} ${percent(right / count(kind))} ${percent(right / (right + wrong)).padStart(9)}`);
  }
  lines.push('', ...changesOfOriginals(linted), ...wholeSplit(rows));
  lines.push(`low-confidence: ${flagged('clean', ['low-confidence'])} of ${count('clean')} clean`);
  process.stdout.write(`${lines.join('\n')}\n`);
  if (show) for (const entry of linted) process.stdout.write(falseAlarm(entry));
}

function findingsOf({ lintCase: { source, target }, aligned }: AlignedCase): Finding[] {
  return lintPair({ source, target, sourceLanguage: 'en', targetLanguage: 'zh', flags: [], glossary: [], aligned });
}

/** The stricter question: pairs that do have a number or placeholder, before it was changed. */
function changesOfOriginals(linted: readonly Linted[]): string[] {
  const originals = [...new Map(linted.flatMap(({ lintCase }) => (lintCase.kind === 'change' ? [[lintCase.original.target, lintCase.original]] : []))).values()];
  const flagged = originals.filter((pair) => surfaceFindings(pair).length > 0).length;
  return [`change: ${flagged} of ${originals.length} pairs flagged before their number or placeholder was changed`];
}

function wholeSplit(rows: readonly CorpusPair[]): string[] {
  const own = rows.filter(({ domain }) => domain !== 'general');
  const flagged = own.filter((pair) => surfaceFindings(pair).length > 0).length;
  return [`change: ${flagged} of all ${own.length} pairs of docs and ui flagged as they are`];
}

function surfaceFindings({ source, target }: Pick<CorpusPair, 'source' | 'target'>): Finding[] {
  return lintPair({ source, target, sourceLanguage: 'en', targetLanguage: 'zh', flags: [], glossary: [] }, new Set(rulesOf.change));
}

function falseAlarm({ lintCase, findings }: Linted): string {
  const wrong = findings.filter(({ rule }) => lintCase.kind === 'clean' && rule !== 'low-confidence');
  if (wrong.length === 0) return '';
  const messages = wrong.map(({ rule, message, confidence }) => `  ${inEnglish(message)} [${rule}] ${confidence?.toFixed(3) ?? ''}\n`);
  return `\n${lintCase.source}\n${lintCase.target}\n${messages.join('')}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

main().catch((error: unknown) => {
  process.stderr.write(`lint benchmark: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
