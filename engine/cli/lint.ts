import { inEnglish } from '../protocol/phrase';
import { sourceFileSpan, targetFileSpan, type Unit } from '../bilingual';
import type { EngineClient } from '../client';
import { lintTerms, parseGlossary, problemTexts, type GlossaryTerm } from '../glossary';
import { lintPair, modelRules, type Finding } from '../lint';
import { AlignLensError } from '../protocol/errors';
import type { AlignedPair, Span } from '../protocol/result';
import type { LintCommand } from './lintArguments';
import { readText, readTranslated, type TextFile, type Translated } from './lintFiles';
import { regionOf } from './lintLocations';
import { reversePack } from './packs';
import { toSarif } from './sarif';
import { translationPack } from './translate';
import { UsageError } from './usage';

/** A finding with its places in the files. */
export interface FileFinding {
  readonly finding: Finding;
  readonly source: TextFile;
  readonly target: TextFile;
  readonly sourceSpan?: Span;
  readonly targetSpan: Span;
  /** Of the target's file, as the file writes it. */
  readonly fixSpan?: Span;
  readonly fixText?: string;
}

/** Exit status when something was found. */
const foundSomething = 1;
/** Pairs aligned with one request. */
const alignedAtOnce = 64;

/** Lints the files of the command to `write`; the exit status. Throws UsageError or AlignLensError. */
export async function lint(
  command: LintCommand,
  client: EngineClient,
  installedPacks: string,
  version: string,
  write: (text: string) => Promise<void>,
): Promise<number> {
  const glossary = command.glossary === undefined ? [] : await readGlossary(command.glossary, command);
  const files = await readTranslated(command);
  const aligner = modelRules.some((rule) => command.rules.has(rule)) ? await createAligner(command, client, installedPacks) : undefined;
  const findings: FileFinding[] = [];
  for (const file of files) findings.push(...(await lintFile(file, command, glossary, aligner)));
  await write(command.format === 'sarif' ? toSarif(findings, version) : findings.map(textLine).join(''));
  return findings.length > 0 ? foundSomething : 0;
}

async function readGlossary(path: string, { from, to }: LintCommand): Promise<GlossaryTerm[]> {
  const { text } = await readText(path);
  const languages = { source: from, target: to };
  const { entries, problems } = parseGlossary(text, languages);
  const problem = problems.find(({ kind }) => kind !== 'too-long');
  if (problem) throw new UsageError(`${path}: line ${problem.line + 1}: ${problemTexts[problem.kind].replace('{0}', problem.about)}`);
  return lintTerms(entries, languages);
}

type Aligner = (units: readonly Unit[]) => Promise<AlignedPair[]>;

async function createAligner(command: LintCommand, client: EngineClient, installedPacks: string): Promise<Aligner> {
  const pack = await translationPack(command, client, installedPacks);
  const reverse = await reversePack(pack, command, client, installedPacks);
  return async (units) => {
    const aligned: AlignedPair[] = [];
    for (let start = 0; start < units.length; start += alignedAtOnce) {
      const pairs = units.slice(start, start + alignedAtOnce).map(({ source, target }) => ({ source, target }));
      aligned.push(...(await client.align({ pack, pairs, ...(reverse === undefined ? {} : { reversePack: reverse }) })));
    }
    return aligned;
  };
}

async function lintFile(
  { source, target, units }: Translated,
  { rules, from, to }: LintCommand,
  glossary: readonly GlossaryTerm[],
  align: Aligner | undefined,
): Promise<FileFinding[]> {
  // What is fuzzy is not shown to users until somebody has looked at it.
  const checked = units.filter(({ flags }) => !flags.includes('fuzzy'));
  const complete = checked.filter((unit) => unit.source.trim() !== '' && unit.target.trim() !== '');
  const evidence = new Map<Unit, AlignedPair>();
  const aligned = (await align?.(complete).catch((error: unknown) => tooLong(error, target))) ?? [];
  aligned.forEach((pair, index) => evidence.set(complete[index]!, pair));
  return checked.flatMap((unit) => {
    const own = evidence.get(unit);
    const { source: text, target: translation, flags } = unit;
    const languages = { sourceLanguage: from, targetLanguage: to };
    const pair = { source: text, target: translation, ...languages, flags, glossary, ...(own ? { aligned: own } : {}) };
    return lintPair(pair, rules).map((finding) => inFile(finding, unit, source, target));
  });
}

function tooLong(error: unknown, { path }: TextFile): never {
  if (!(error instanceof AlignLensError) || error.code !== 'input-too-long') throw error;
  throw new AlignLensError(error.code, `${path}: ${error.message}`);
}

function inFile(finding: Finding, unit: Unit, source: TextFile, target: TextFile): FileFinding {
  return {
    finding,
    source,
    target,
    ...(finding.source ? { sourceSpan: sourceFileSpan(unit, finding.source) } : {}),
    targetSpan: finding.target ? targetFileSpan(unit, finding.target) : unit.targetSpan,
    ...(finding.fix ? { fixSpan: targetFileSpan(unit, finding.fix.span), fixText: unit.writeTarget(finding.fix.text) } : {}),
  };
}

function textLine({ finding: { severity, message, rule }, target, targetSpan }: FileFinding): string {
  const { line, column } = regionOf(target, targetSpan).start;
  return `${target.path}:${line}:${column}: ${severity}: ${inEnglish(message)} [${rule}]\n`;
}
