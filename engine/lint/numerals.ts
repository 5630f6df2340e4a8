import type { Span } from '../protocol/result';
import { englishNumbers } from './englishNumbers';
import { chineseNumbers, chineseScale } from './chineseNumbers';

/** A number in a text. */
export interface NumberMention extends Span {
  readonly text: string;
  /** What it may stand for, as decimal strings: `3 million` is 3000000, and 3 beside a scale word. */
  readonly readings: readonly string[];
  /** Written with digits. Words may be idioms (`one of`, 一些): they match digits, but nobody misses them. */
  readonly required: boolean;
  /** At the end of a name (`IPv6`) or inside a word (`E2E`). */
  readonly inName: boolean;
  /** Inside a word that a translation may spell out, as `i18n`. */
  readonly inWord: boolean;
}

const digits = /\d+(?:[.,]\d+)*|(?<![^\s(（])\.\d+/gu;
const thousands = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u;
const englishScales: Readonly<Record<string, number>> = {
  dozen: 12, hundred: 1e2, thousand: 1e3, k: 1e3, million: 1e6, m: 1e6, mn: 1e6, billion: 1e9, bn: 1e9, b: 1e9, trillion: 1e12,
};

/**
 * The numbers of a text, in digits (full-width ones too) and in English and Chinese words.
 *
 * @param text with what is no prose blanked out, offsets kept
 */
export function numbersOf(text: string): NumberMention[] {
  // One code unit each, so that offsets stay.
  const plain = text.replaceAll(/[０-９．]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const mentions = [...plain.matchAll(digits)].flatMap((match) => digitMentions(plain, match.index, match[0]));
  const words = [...englishNumbers(plain), ...chineseNumbers(plain)].map(({ start, end, values }) => ({
    start,
    end,
    text: text.slice(start, end),
    readings: values.map(canonical),
    required: false,
    inName: false,
    inWord: false,
  }));
  return [...mentions, ...words].sort((a, b) => a.start - b.start);
}

/**
 * A number whose comma may as well separate two (`(250,250)`) as these two, where the other text knows it only so.
 */
export function ungrouped(mentions: readonly NumberMention[], others: readonly NumberMention[]): NumberMention[] {
  const known = new Set(others.flatMap(({ readings }) => readings));
  return mentions.flatMap((mention) => {
    if (!mention.text.includes(',') || mention.readings.some((reading) => known.has(reading))) return [mention];
    const parts = [...mention.text.matchAll(/[^,]+/gu)].map((part): NumberMention => {
      const start = mention.start + part.index;
      return { ...mention, start, end: start + part[0].length, text: part[0], readings: [canonicalDigits(part[0])] };
    });
    return parts.every(({ readings }) => known.has(readings[0]!)) ? parts : [mention];
  });
}

function digitMentions(text: string, start: number, written: string): NumberMention[] {
  // A comma that does not group thousands separates numbers.
  if (written.includes(',') && !thousands.test(written)) {
    return [...written.matchAll(/[^,]+/gu)].flatMap((part) => digitMentions(text, start + part.index, part[0]));
  }
  const end = start + written.length;
  const number = written.replaceAll(',', '').replace(/^\./u, '0.');
  const inName = /[A-Za-z][_-]?$/u.test(text.slice(Math.max(0, start - 2), start));
  const mention = {
    start,
    end,
    text: text.slice(start, end),
    readings: [...new Set([canonicalDigits(number), ...otherReadings(text, start, end, number)])],
    required: true,
    inName,
    inWord: inName && /^[A-Za-z]/u.test(text.slice(end)),
  };
  // 1990s is 20 世纪 90 年代.
  const century = /^\d\d\d0$/u.test(number) && /^['’]?s\b/u.test(text.slice(end, end + 3));
  return century ? [mention, { ...mention, readings: [String(Math.floor(Number(number) / 100) + 1)], required: false }] : [mention];
}

function otherReadings(text: string, start: number, end: number, number: string): string[] {
  const value = Number(number);
  if (!Number.isFinite(value)) return [];
  const after = text.slice(end, end + 16);
  const readings: string[] = [];
  const word = /^[\s-]*([A-Za-z]+)/u.exec(after)?.[1]?.toLowerCase();
  const scale = (word === undefined ? undefined : englishScales[word]) ?? chineseScale(after);
  if (scale !== undefined) readings.push(canonical(value * scale));
  // 3 PM is 15 点.
  if (value < 12 && /^(?::\d\d)?\s*p\.?m\b/iu.test(after)) readings.push(canonical(value + 12));
  if (/^\d\d\d0$/u.test(number) && /^['’]?s\b/u.test(after)) readings.push(canonical(value % 100));
  // 3.0 and 3 are the same amount, but 3.10 and 3.1 are not the same version: only whole numbers lose their zeros.
  if (/^\d+\.0$/u.test(number)) readings.push(canonical(value));
  // 2020-01-02 has months that 1 月 has not.
  if (/^[01]?\d$/u.test(text.slice(start, end))) readings.push(canonical(value));
  return readings;
}

function canonicalDigits(number: string): string {
  return number.replace(/^0+(?=\d)/u, '');
}

function canonical(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}
