/** Which language a text is written in. Pure. */

const letters = /\p{L}/gu;

/** Languages with a script of their own, the more telling first. */
const scripts: readonly (readonly [language: string, script: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['en', /\p{Script=Latin}/gu],
];

/**
 * @returns the language's code, such as `en`; undefined for a text without letters, or when no language is likely
 */
export function detectLanguage(text: string): string | undefined {
  const total = text.match(letters)?.length ?? 0;
  const counts = scripts.map(([language, script]) => ({ language, count: text.match(script)?.length ?? 0 }));
  return counts.find(({ language, count }) => count > 0 && count >= total * (language === 'ja' ? 0.2 : 0.4))?.language;
}
