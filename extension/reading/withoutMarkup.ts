/** Markdown as it reads, for places that show plain text. Pure. */

const codeSpan = /(`+)(?!`)[\s\S]*?[^`]\1(?!`)/gu;
/** Stands for a code span, whose content is no markup. */
const standIn = /\ue000(\d+)\ue001/gu;

/** What a reader does not see: the address of a link, the marks of emphasis, tags, escapes. Code spans keep their marks. */
const markup: readonly (readonly [pattern: RegExp, text: string])[] = [
  [/!?\[([^\]]*)\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+(?:"[^"]*"|'[^']*'))?\)|\[[^\]]*\])/gu, '$1'],
  [/<((?:https?|mailto):[^\s>]+)>/gu, '$1'],
  [/<\/?[a-z][^<>]*>/giu, ''],
  [/(\*\*|__|~~)(?=\S)(.*?\S)\1/gsu, '$2'],
  [/(?<![\\*])\*(?=[^\s*])([^*]*[^\s*])\*(?!\*)/gu, '$1'],
  // Inside of words, and so of identifiers, this one is no mark. Ideographs have no words.
  [/(?<![\p{Script=Latin}\p{N}_\\])_(?=[^\s_])([^_]*[^\s_])_(?![\p{Script=Latin}\p{N}_])/gu, '$1'],
  [/\\([!-/:-@[-`{-~])/gu, '$1'],
];

export function withoutMarkup(markdown: string): string {
  const spans: string[] = [];
  const masked = markdown.replace(codeSpan, (span) => `\ue000${spans.push(span) - 1}\ue001`);
  const plain = markup.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), masked);
  return plain.replace(standIn, (_, index: string) => spans[Number(index)]!);
}
