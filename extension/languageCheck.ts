/** A cheap check by script, so that hovers leave alone what is in the target language already. Pure. */

const letters = /\p{L}/gu;

/** Scripts of the languages that have one of their own; every other language is taken to be written in Latin letters. */
const scripts: Readonly<Record<string, RegExp>> = {
  zh: /\p{Script=Han}/gu,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  ko: /\p{Script=Hangul}/gu,
  ru: /\p{Script=Cyrillic}/gu,
};

const latin = /\p{Script=Latin}/gu;

/** Whether more than half of the letters belong to the language's script. */
export function isWrittenIn(language: string, text: string): boolean {
  const total = text.match(letters)?.length ?? 0;
  const own = text.match(scripts[language.split('-')[0] ?? ''] ?? latin)?.length ?? 0;
  return total > 0 && own * 2 > total;
}
