/** What people read, apart from what varies in it: so it can be said in the language of the editor later on, which only the host knows. */
import { array, object, string, ValidationError, type Validator } from './validate';

export interface Phrase {
  /** English, with {0}, {1}, … where the values go. */
  readonly template: string;
  /** Names and numbers, or phrases that are said in the same language. */
  readonly values: readonly PhraseValue[];
}

export type PhraseValue = string | number | Phrase;

/** `npm run l10n` collects the templates, so they have to be literals. */
export function phrase(template: string, ...values: readonly PhraseValue[]): Phrase {
  return { template, values };
}

/** Puts a phrase into some language. */
export type Say = (phrase: Phrase) => string;

export function inEnglish({ template, values }: Phrase): string {
  return sayWith({ template, values }, (english, inside) => fill(english, inside));
}

/** An error whose message can be said in the language of the editor. */
export class PhrasedError extends Error {
  readonly phrase: Phrase;

  constructor(sentence: string | Phrase) {
    const said = typeof sentence === 'string' ? { template: sentence, values: [] } : sentence;
    super(inEnglish(said));
    this.phrase = said;
  }
}

/** Says a phrase, and the phrases in it, with what puts values into a template of the wanted language. */
export function sayWith({ template, values }: Phrase, say: (template: string, values: (string | number)[]) => string): string {
  return say(template, values.map((value) => (typeof value === 'object' ? sayWith(value, say) : value)));
}

function fill(template: string, values: readonly (string | number)[]): string {
  return template.replace(/\{(\d+)\}/gu, (placeholder, index) => String(values[Number(index)] ?? placeholder));
}

const value: Validator<PhraseValue> = (given, path) => {
  if (typeof given === 'string' || typeof given === 'number') return given;
  if (typeof given === 'object') return phraseValidator(given, path);
  throw new ValidationError(path, 'a text, a number or a phrase', given);
};

export const phraseValidator: Validator<Phrase> = object({ template: string, values: array(value) });
