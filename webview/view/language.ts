/** Marks text with its language, so that it is set and spoken as such. */

/** Nothing where the code of the language is not one that a page knows. */
export function language(code: string): Readonly<Record<string, string>> {
  return /^[a-z]{2,3}(-[a-z0-9]+)*$/iu.test(code) ? { lang: code } : {};
}
