const letters: Readonly<Record<string, RegExp>> = {
  en: /\p{Script=Latin}/u,
  de: /\p{Script=Latin}/u,
  fr: /\p{Script=Latin}/u,
  zh: /\p{Script=Han}/u,
};

/** What a text of the language must hold to need a translation. */
export function letterOf(language: string): RegExp {
  return letters[language] ?? /\p{L}/u;
}
