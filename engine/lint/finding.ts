import type { Phrase } from '../protocol/phrase';
import type { AlignedPair, Span, TextPair } from '../protocol/result';
import type { GlossaryTerm } from '../glossary';

/** What is checked; one file below `rules/` for each. */
export const ruleIds = [
  'untranslated',
  'placeholders',
  'numbers',
  'tags',
  'code-spans',
  'addresses',
  'terminology',
  'omission',
  'addition',
  'low-confidence',
] as const;
export type RuleId = (typeof ruleIds)[number];

/** A change of the target text that settles a finding. */
export interface Fix {
  /** In the target; empty for an insertion. */
  readonly span: Span;
  readonly text: string;
  /** For a menu, such as `Insert %s`. */
  readonly title: Phrase;
}

/** Something about a translation that looks wrong. Spans are offsets into the pair's texts. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: 'warning' | 'information';
  /** One sentence. */
  readonly message: Phrase;
  readonly source?: Span;
  readonly target?: Span;
  /** How sure the finding is, 0 to 1; only where it comes from the model. */
  readonly confidence?: number;
  readonly fix?: Fix;
}

/** A text with its translation, and what is known of them. */
export interface LintPair extends TextPair {
  /** Codes such as `en` and `zh`. */
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  /** Of the unit (`c-format`, `missing`, …). */
  readonly flags: readonly string[];
  readonly glossary: readonly GlossaryTerm[];
  /** From forced decoding; without it the rules that need it find nothing. */
  readonly aligned?: AlignedPair;
}

export type Rule = (pair: LintPair) => Finding[];
