const vowel = /[aeiou]/u;
/** A consonant between a single vowel and the end: what English doubles before -ed and -ing. */
const doubling = /[^aeiou][aeiou][bdfgklmnprtvz]$/u;

/**
 * Forms under which an English word may stand in a text, itself included, in lower case: plural or third person, past and -ing form.
 * Made by the rules of spelling, so that some are no words; irregular forms are not among them.
 */
export function englishForms(word: string): string[] {
  const base = word.toLowerCase();
  // Endings are those of words: not of numbers, versions and single letters.
  if (!/\p{L}{2}$/u.test(base)) return [base];
  if (base.endsWith('e')) {
    const stem = base.slice(0, -1);
    // `see`, `agree`, `dye`: the e stays before -ing.
    return [base, `${base}s`, `${base}d`, /[eoy]e$/u.test(base) ? `${base}ing` : `${stem}ing`];
  }
  if (base.endsWith('y') && !vowel.test(base.at(-2) ?? '')) {
    const stem = base.slice(0, -1);
    return [base, `${stem}ies`, `${stem}ied`, `${base}ing`];
  }
  const plural = /(?:s|x|z|ch|sh|o)$/u.test(base) ? [`${base}es`, `${base}s`] : [`${base}s`];
  // Whether it is doubled depends on the stress (`committed`, `edited`), and on where one is (`cancelled`, `canceled`).
  const stems = doubling.test(base) ? [base, base + base.at(-1)!] : [base];
  return [base, ...plural, ...stems.flatMap((stem) => [`${stem}ed`, `${stem}ing`])];
}
