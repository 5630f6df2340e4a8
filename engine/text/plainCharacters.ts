/** Says nothing: where a word may be broken, and marks of the byte order that stayed in the text. */
const invisible = /^[\u00ad\u200b\u2060\ufeff]$/u;

/** Ligatures, letters and digits of full width, and ideographs that have a second code point: those of radicals and of older standards. */
const compatible = /^[\u2f00-\u2fdf\uf900-\ufaff\ufb00-\ufb06\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]$/u;

/** Simplified radicals, of which Unicode says that they are these ideographs (EquivalentUnifiedIdeograph), but not by a decomposition. */
const radicals = '⺠民⺟母⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟';

const others = new Map([...radicals.matchAll(/(.)(.)/gu)].map(([, radical, ideograph]) => [radical!, ideograph!]));
for (const hyphen of ['\u2010', '\u2011']) others.set(hyphen, '-');

/** A letter with accents behind it. */
const marked = /\p{L}[\u0300-\u036f]+/uy;

/**
 * What stands at `offset`, in the characters that a model knows: texts copied from PDF files and web pages have others that look the
 * same. `models/alignlens/text.py` does the same with the training data.
 *
 * @param to where the text ends
 * @returns the plain text, at most a few characters, and the offset behind what it stands for
 */
export function plainCharacter(text: string, offset: number, to: number): { readonly plain: string; readonly end: number } {
  marked.lastIndex = offset;
  const letter = marked.exec(text)?.[0];
  if (letter !== undefined && offset + letter.length <= to) return { plain: letter.normalize('NFC'), end: offset + letter.length };
  const character = String.fromCodePoint(text.codePointAt(offset)!);
  const end = offset + character.length;
  if (invisible.test(character)) return { plain: '', end };
  return { plain: compatible.test(character) ? character.normalize('NFKC') : (others.get(character) ?? character), end };
}

/** The text as it is, for `normalise`: what users want written is written so. */
export function asWritten(text: string, offset: number): { readonly plain: string; readonly end: number } {
  const plain = String.fromCodePoint(text.codePointAt(offset)!);
  return { plain, end: offset + plain.length };
}

const unusual = /[\u0300-\u036f\u00ad\u200b\u2010\u2011\u2060\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06\ufeff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/u;

/** All of a text in plain characters, to be compared. */
export function plainText(text: string): string {
  if (!unusual.test(text)) return text;
  let all = '';
  for (let offset = 0; offset < text.length; ) {
    const { plain, end } = plainCharacter(text, offset, text.length);
    all += plain;
    offset = end;
  }
  return all;
}

/** The text, with letters and digits of full width in their usual one where it has nothing but such, spaces and stops: no code. */
export function halfWidth(text: string): string {
  return /^[\p{L}\p{N} .,]+$/u.test(text) ? text.replaceAll(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/gu, (wide) => wide.normalize('NFKC')) : text;
}
