/** One check of one translation: what can be said at once, then what the model says, batch by batch. */
import { lintPair, modelRules, type Finding, type LintPair, type RuleId } from '../../engine/lint';
import { AlignLensError } from '../../engine/protocol/errors';
import { phrase, type Phrase } from '../../engine/protocol/phrase';
import type { BilingualDocuments } from '../bilingualDocuments';
import * as config from '../config';
import { bilingualPacks } from '../context';
import type { Glossaries } from '../glossary/glossaries';
import type { Packs } from '../packs';
import type { Evidence, Judges } from './evidence';
import { placeFinding, type PlacedFinding } from './placement';
import { rulesOn, severityOf, type LintRules } from './severity';
import { pairOf, readTexts, type TranslationTexts } from './translationTexts';

/** Characters of source that the model reads unasked: about half a minute's work. */
const mostUnasked = 50_000;
/** Units between two pauses that let the editor have its turn. */
const unitsAtOnce = 100;

export interface CheckOptions {
  readonly signal: AbortSignal;
  /** Whether a user waits for it: then nothing is too long, and trouble is an error. */
  readonly asked: boolean;
  /** Counts units that the model has judged. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Gets all findings so far, each time that there are more. */
  readonly onFindings: (findings: readonly PlacedFinding[]) => void;
  /** Gets trouble that stops only a part of the check, when nobody asked for it. */
  readonly onTrouble: (error: unknown) => void;
}

/** What was checked. */
export interface CheckSummary {
  readonly units: number;
  /** Why the model was not asked, as a sentence; undefined when it was. */
  readonly withoutModel: Phrase | undefined;
}

export class TranslationCheck {
  private readonly findings: PlacedFinding[] = [];
  private readonly rules: LintRules;
  private readonly on: ReadonlySet<RuleId>;
  private readonly targetFile: string;

  constructor(
    private readonly documents: BilingualDocuments,
    private readonly packs: Packs,
    private readonly glossaries: Glossaries,
    private readonly evidence: Evidence,
    private readonly options: CheckOptions,
  ) {
    this.rules = config.lintRules(documents.target);
    this.on = rulesOn(this.rules);
    this.targetFile = documents.target.getText();
  }

  /** Rejects with `cancelled` when the signal aborts, and with whatever is wrong with the files or, when asked, the rest. */
  async run(): Promise<CheckSummary> {
    const texts = readTexts(this.documents);
    const glossary = await this.unlessTrouble(() => this.glossaries.lintTerms(this.documents.target, texts));
    const pairs = texts.units.map((unit) => pairOf(unit, texts, glossary ?? []));
    const judges = await this.unlessTrouble(() => this.judges(texts));
    const open = await this.applyRules(texts, pairs, judges && 'template' in judges ? undefined : judges);
    this.options.onFindings(this.findings);
    if (judges === undefined) return { units: pairs.length, withoutModel: phrase('The model was not asked: it cannot be used (see the log).') };
    if ('template' in judges) return { units: pairs.length, withoutModel: judges };
    const length = open.reduce((sum, index) => sum + pairs[index]!.source.length, 0);
    if (!this.options.asked && length > mostUnasked) return { units: pairs.length, withoutModel: phrase('The model was not asked: the text is long.') };
    await this.unlessTrouble(() => this.askModel(texts, pairs, open, judges));
    return { units: pairs.length, withoutModel: undefined };
  }

  /** The rules that need no model, and what the model has said before; returns the units that it is still to be asked about. */
  private async applyRules({ units }: TranslationTexts, pairs: readonly LintPair[], judges: Judges | undefined): Promise<number[]> {
    const open: number[] = [];
    for (const [index, pair] of pairs.entries()) {
      if (index % unitsAtOnce === unitsAtOnce - 1) await this.pause();
      const unit = units[index]!;
      const found = lintPair(pair, this.on);
      this.add(unit, found);
      if (!judges || isEmpty(pair) || isUntranslated(pair, found)) continue;
      const known = this.evidence.recall(judges, pair);
      if (known) this.add(unit, known);
      else open.push(index);
    }
    return open;
  }

  private async askModel({ units }: TranslationTexts, pairs: readonly LintPair[], open: readonly number[], judges: Judges): Promise<void> {
    let done = 0;
    const asked = open.map((index) => pairs[index]!);
    for await (const batch of this.evidence.judge(judges, asked, this.options.signal)) {
      this.throwIfStopped();
      for (const { index, findings } of batch) this.add(units[open[index]!]!, findings);
      done += batch.length;
      this.options.onProgress?.(done, open.length);
      if (batch.some(({ findings }) => findings.length > 0)) this.options.onFindings(this.findings);
    }
  }

  /** Or why there are none. */
  private async judges({ targetLanguage }: TranslationTexts): Promise<Judges | Phrase> {
    const scope = this.documents.target;
    if (!modelRules.some((rule) => this.on.has(rule))) return phrase('The model was not asked: its rules are switched off.');
    const { target } = config.bilingualLanguages(scope);
    if (targetLanguage !== target) return phrase('The model was not asked: the settings translate to {0}, and this is {1}.', target, targetLanguage);
    return bilingualPacks({ packs: this.packs }, scope);
  }

  private add(unit: TranslationTexts['units'][number], findings: readonly Finding[]): void {
    for (const finding of findings) {
      if (!this.on.has(finding.rule)) continue;
      this.findings.push(placeFinding(unit, finding, severityOf(finding, this.rules), this.targetFile));
    }
  }

  private async unlessTrouble<T>(part: () => Promise<T>): Promise<T | undefined> {
    try {
      return await part();
    } catch (error) {
      this.throwIfStopped();
      if (this.options.asked) throw error;
      this.options.onTrouble(error);
      return undefined;
    }
  }

  private async pause(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.throwIfStopped();
  }

  private throwIfStopped(): void {
    if (this.options.signal.aborted) throw new AlignLensError('cancelled', 'The check was cancelled.');
  }
}

function isEmpty({ source, target }: LintPair): boolean {
  return source.trim() === '' || target.trim() === '';
}

/** A source that was taken over as it is says nothing about its words. */
function isUntranslated(pair: LintPair, found: readonly Finding[]): boolean {
  return pair.source === pair.target || found.some(({ rule, target }) => rule === 'untranslated' && target?.end === pair.target.length && target.start === 0);
}
