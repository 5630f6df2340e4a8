/** The words of a text that tell its language. `models/alignlens/langid.py` finds the same ones. Pure. */

/** What is no word of a language: code, addresses, tags, placeholders, identifiers. */
const noise = new RegExp(
  [
    '```[\\s\\S]*?```|`[^`\\n]*`|\\b(?:https?|ftp)://\\S+|[^\\s@]{1,64}@\\S{1,255}\\.\\w+|</?[A-Za-z][^>\\n]*>|\\$?\\{[^}\\n]*\\}|%\\(\\w+\\)[a-z]',
    '[A-Za-z0-9_]*(?:[0-9_]|[a-z][A-Z]|[A-Za-z](?:\\.|::|->|#|/|\\\\)[A-Za-z])[A-Za-z0-9_.:/\\\\#>-]*(?:\\(\\))?',
    '[A-Za-z]+\\(\\)|[@\\\\$#][A-Za-z]\\w*|(?<!\\S)--?[A-Za-z][\\w-]*|&\\w+;',
  ].join('|'),
  'g',
);

const latinWord = /[A-Za-zªºÀ-ÖØ-öø-ɏḀ-ỿ]+/gu;
const hanWord = /[\u3400-\u9fff々]+/gu;

/** The text composed and without what is no word. */
export function withoutNoise(text: string): string {
  return text.normalize('NFC').replace(noise, ' ');
}

/** In lower case; of a text `withoutNoise`. */
export function latinWords(text: string): string[] {
  return text.toLowerCase().match(latinWord) ?? [];
}

/** Runs of Han characters; of a text `withoutNoise`. */
export function hanWords(text: string): string[] {
  return text.match(hanWord) ?? [];
}
