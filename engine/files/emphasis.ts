const punctuation = /[\p{P}\p{S}]/u;
/** Code, which stays, or emphasis. */
const emphasis = /(?<code>(?<ticks>`+)(?!`)[^]*?[^`]\k<ticks>(?!`))|(?<![*\\])(?<mark>\*{1,3}|~~)(?!\*)(?<inner>(?:`[^`]*`|[^*~`])+?)\k<mark>(?!\*)/gu;

/**
 * Makes emphasis with asterisks what it was meant as. CommonMark takes a mark between a letter and a full-width stop for
 * no mark, and languages without spaces have letters there: a blank outside of the emphasis settles it.
 */
export function repairEmphasis(text: string): string {
  let result = '';
  let offset = 0;
  for (const match of text.matchAll(emphasis)) {
    const [whole] = match;
    const { mark = '', inner = '' } = match.groups!;
    const content = inner.trim();
    const end = match.index + whole.length;
    result += text.slice(offset, match.index);
    if (content === '') {
      result += whole;
    } else {
      const before = lastOf(result);
      const after = firstOf(text.slice(end));
      const open = opens(before, firstOf(content)) ? '' : ' ';
      const close = opens(after, lastOf(content)) ? '' : ' ';
      result += `${open}${mark}${content}${mark}${close}`;
    }
    offset = end;
  }
  return result + text.slice(offset);
}

/** Whether a mark works between a character outside and one inside. */
function opens(outside: string, inside: string): boolean {
  return !punctuation.test(inside) || outside === '' || /\s/u.test(outside) || punctuation.test(outside);
}

function firstOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 32).trim();
}

function lastOf(text: string): string {
  return Array.from(text.slice(-2)).at(-1) ?? '';
}
