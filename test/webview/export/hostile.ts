import type { PanelSentence } from '../../../engine/protocol/panelProtocol';
import type { Token } from '../../../engine/protocol/result';

/** Words that mean something to some format, or to some reader of it. */
export const hostileWords = [
  '<img src=x onerror=alert(1)>',
  ']]>',
  '"quoted"\tand\nbroken',
  "=HYPERLINK('http://x')",
  "'=1+1",
  '@SUM(1)',
  '＝1',
  'a|b\\|c\\',
  '*bold* _it_ `code` [link](x) &lt; ~~no~~ $x$',
  'zero\u200Bwidth\u200D',
  '\u200B',
  'שלום\u202E',
  'مرحبا',
  'half\uD83D',
  '\uDE00half',
  'bell\u0007\u0000\uFFFE',
  '𠮷',
] as const;

/** Hostile words on both sides, each aligned to itself. */
export const hostile: PanelSentence = {
  source: hostileWords.join(' '),
  target: hostileWords.join(''),
  sourceTokens: tokens(' '),
  targetTokens: tokens(''),
  alignment: identity(),
  attention: identity(),
  links: hostileWords.map((_, index) => ({ source: index, target: index })),
  confidence: new Float32Array(hostileWords.length).fill(0.5),
  score: -1,
};

function tokens(glue: string): Token[] {
  let start = 0;
  return hostileWords.map((text) => {
    const token = { text, start, end: start + text.length };
    start = token.end + glue.length;
    return token;
  });
}

function identity(): Float32Array {
  const size = hostileWords.length;
  return Float32Array.from({ length: size * size }, (_, cell) => (cell % size === Math.floor(cell / size) ? 1 : 0));
}
