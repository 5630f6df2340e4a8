import type { NumberWords } from './englishNumbers';

const figures: Readonly<Record<string, number>> = {
  零: 0, '〇': 0, '○': 0, 一: 1, 壹: 1, 二: 2, 两: 2, 兩: 2, 双: 2, 贰: 2, 三: 3, 叁: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
};
const multipliers: Readonly<Record<string, number>> = { 十: 10, 廿: 20, 百: 100, 千: 1000 };
const scales: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

/** Number words of Chinese; also 半 and weekdays. Many are parts of other words (一些, 万一). */
export function chineseNumbers(text: string): NumberWords[] {
  return [...text.matchAll(/[零〇○一壹二两兩双贰三叁四五六七八九十廿百千万萬亿億]+|半|周日|星期日|星期天/gu)].map((match) => {
    const [word] = match;
    const values = word === '半' ? [0.5, 2, 50] : word.endsWith('日') || word.endsWith('天') ? [7] : readingsOf(word);
    return { start: match.index, end: match.index + word.length, values };
  });
}

/** What a run of numerals may stand for: a number, its figures one by one, or each on its own. */
function readingsOf(word: string): number[] {
  const characters = Array.from(word);
  const each = characters.map((character) => figures[character] ?? multipliers[character] ?? scales[character]!);
  const positional = characters.every((character) => character in figures);
  return [...new Set([positional ? Number(each.join('')) : valueOf(characters), ...each])];
}

/** 三千二百零五 → 3205, 十二万 → 120000; a figure behind a multiplier without one of its own is read as such (一百五 → 105). */
function valueOf(characters: readonly string[]): number {
  let total = 0;
  let section = 0;
  let figure: number | undefined;
  for (const character of characters) {
    if (character in figures) figure = figures[character]!;
    else if (character in multipliers) {
      section += (figure ?? 1) * multipliers[character]!;
      figure = undefined;
    } else {
      total = (total + section + (figure ?? 0) || 1) * scales[character]!;
      section = 0;
      figure = undefined;
    }
  }
  return total + section + (figure ?? 0);
}

/** The factor that Chinese words behind digits multiply them with: `3 万`, `2 百万`, `5 千多`. */
export function chineseScale(after: string): number | undefined {
  const word = /^\s*[多余几]?([十百千万萬亿億]+)/u.exec(after)?.[1];
  if (word === undefined) return undefined;
  return Array.from(word).reduce((factor, character) => factor * (multipliers[character] ?? scales[character]!), 1);
}
