/** What the benchmarks make of repeated measurements. */

/**
 * @param {readonly number[]} values
 * @param {number} share between 0 and 1
 * @returns {number} the smallest value that at least this share of the values do not exceed; NaN of none
 */
export function percentile(values, share) {
  const ordered = [...values].sort((a, b) => a - b);
  return ordered[Math.max(0, Math.ceil(share * ordered.length) - 1)] ?? NaN;
}

/**
 * @param {readonly number[]} values
 * @returns {number} the middle value, or the mean of the two in the middle; NaN of none
 */
export function median(values) {
  const ordered = [...values].sort((a, b) => a - b);
  const upper = Math.floor(ordered.length / 2);
  return ordered.length % 2 === 1 ? (ordered[upper] ?? NaN) : ((ordered[upper - 1] ?? NaN) + (ordered[upper] ?? NaN)) / 2;
}

/** @typedef {{ median: number, least: number, most: number }} Spread */

/**
 * How many times as much each value is as the one that was measured beside it: drift of the machine hits both alike.
 *
 * @param {readonly number[]} values
 * @param {readonly number[]} references of the same rounds, in the same order
 * @returns {Spread} median of the ratios, and where 80 % of them lie
 */
export function ratioSpread(values, references) {
  if (values.length !== references.length) throw new Error(`${values.length} values cannot be paired with ${references.length}`);
  const ratios = values.map((value, round) => value / (references[round] ?? NaN));
  return { median: median(ratios), least: percentile(ratios, 0.1), most: percentile(ratios, 0.9) };
}

/**
 * @param {number} value
 * @returns {string} with three significant digits, as a whole number from 100 on; a dash for what was not measured
 */
export function figure(value) {
  if (!Number.isFinite(value)) return '–';
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}

/** @param {Spread} ratio @returns {string} such as "2.1× (1.9–2.4)" */
export function ratioText({ median: middle, least, most }) {
  if (!Number.isFinite(middle)) return '–';
  return `${figure(middle)}× (${figure(least)}–${figure(most)})`;
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 * @returns {string} a table in Markdown; all columns but the first are aligned to the right
 */
export function markdownTable(head, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |\n`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [head, rule, ...rows].map(line).join('');
}
