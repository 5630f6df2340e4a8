import type { Span } from '../protocol/result';

/** Number words and the values that they may stand for. */
export interface NumberWords extends Span {
  readonly values: readonly number[];
}

const units = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const ordinals =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(' ');
const tens = '. . twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const months = '. jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const days = '. mon tue wed thu fri sat sun'.split(' ');
const scales: Readonly<Record<string, number>> = { hundred: 1e2, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
const others: Readonly<Record<string, readonly number[]>> = {
  a: [1], an: [1], once: [1], single: [1], another: [1], no: [0], none: [0], twice: [2], double: [2], both: [2], pair: [2], couple: [2], half: [2, 0.5, 50],
  dual: [2], binary: [2], triple: [3], thrice: [3], quarter: [4, 25], quadruple: [4], decimal: [10], dozen: [12], noon: [12], octal: [8], hexadecimal: [16], hex: [16],
};

/** Number words of English, ordinals, months and days. Roman numerals count too. */
export function englishNumbers(text: string): NumberWords[] {
  const found: NumberWords[] = [];
  /** Of the compound that the words before may go on with: `twenty` one, `two` hundred. */
  let running: { value: number; start: number; end: number } | undefined;
  for (const match of text.matchAll(/[A-Za-z]+/gu)) {
    const word = match[0].toLowerCase();
    const [start, end] = [match.index, match.index + word.length];
    const value = valueOf(word);
    const scale = scales[word.replace(/s$/u, '')];
    const joined = running !== undefined && /^[\s-]+$/u.test(text.slice(running.end, start)) ? running : undefined;
    if (scale !== undefined) running = { value: (joined?.value ?? 1) * scale, start: joined?.start ?? start, end };
    else if (value !== undefined && joined && joined.value % 10 === 0 && joined.value > value) running = { value: joined.value + value, start: joined.start, end };
    else if (value !== undefined) running = { value, start, end };
    else running = undefined;
    if (running) found.push({ start: running.start, end, values: [running.value] });
    else {
      const values = [...(others[word] ?? []), ...calendarValues(match[0]), ...romanValues(match[0])];
      if (values.length > 0) found.push({ start, end, values });
    }
  }
  return found;
}

function valueOf(word: string): number | undefined {
  const unit = Math.max(units.indexOf(word), ordinals.indexOf(word), units.indexOf(word.replace(/s$/u, '')));
  if (unit >= 0) return unit;
  const ten = tens.indexOf(word.replace(/ieth$/u, 'y'));
  return ten > 1 ? ten * 10 : undefined;
}

function calendarValues(word: string): number[] {
  if (!/^\p{Lu}/u.test(word)) return [];
  const short = word.slice(0, 3).toLowerCase();
  return [months.indexOf(short), /day$|^[A-Z][a-z]{2}$/u.test(word) ? days.indexOf(short) : -1].filter((value) => value > 0);
}

function romanValues(word: string): number[] {
  if (!/^[IVX]{1,5}$/u.test(word)) return [];
  const letters = Array.from(word).map((letter) => ({ I: 1, V: 5, X: 10 })[letter as 'I' | 'V' | 'X']);
  return [letters.reduce((sum, value, index) => sum + (value < (letters[index + 1] ?? 0) ? -value : value), 0)];
}
