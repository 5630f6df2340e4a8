import type { ReadUnit } from './unitEncoder';

/** Consecutive units, by index, that get one line of the summary. */
export type Group = readonly number[];

/**
 * Groups the units of a text to at most `count` groups: at headings when there are at least two sections, else to groups
 * of about equal salience. Each group has something that can be said: a unit with a letter that is no heading, unless the
 * text has none.
 */
export function groupUnits(units: readonly ReadUnit[], salience: Float64Array, count: number): Group[] {
  const sections = mergeEmpty(sectionsOf(units), units);
  if (sections.length < 2) return balance(mergeEmpty(units.map((_, index) => [index]), units), salience, count);
  return balance(sections, salience, count);
}

function sectionsOf(units: readonly ReadUnit[]): Group[] {
  const sections: number[][] = [];
  units.forEach(({ isHeading }, index) => {
    if (isHeading || sections.length === 0) sections.push([index]);
    else sections.at(-1)!.push(index);
  });
  return sections;
}

/** Joins groups in which there is nothing to say to the one before, headings to the next one. */
function mergeEmpty(groups: readonly Group[], units: readonly ReadUnit[]): Group[] {
  const merged: Group[] = [];
  let waiting: Group = [];
  for (const group of groups) {
    const joined: Group = [...waiting, ...group];
    const isEmpty = !group.some((unit) => units[unit]!.hasLetter && !units[unit]!.isHeading);
    const belongsBefore = isEmpty && waiting.length === 0 && !group.some((unit) => units[unit]!.isHeading);
    if (isEmpty && !(belongsBefore && merged.length > 0)) {
      waiting = joined;
      continue;
    }
    merged.push(isEmpty ? [...merged.pop()!, ...group] : joined);
    waiting = [];
  }
  if (waiting.length > 0) merged.push([...(merged.pop() ?? []), ...waiting]);
  return merged;
}

/** Joins neighbours to at most `count` groups, cutting where the salience so far comes closest to equal shares. */
function balance(groups: readonly Group[], salience: Float64Array, count: number): Group[] {
  const sums: number[] = [];
  let total = 0;
  for (const group of groups) sums.push((total += group.reduce((sum, unit) => sum + salience[unit]!, 0)));
  const parts = Math.min(count, groups.length);
  const balanced: Group[] = [];
  let from = 0;
  for (let part = 1; part <= parts; part++) {
    // Every part behind needs a group too.
    const last = groups.length - (parts - part);
    const wanted = (total * part) / parts;
    let to = part === parts ? last : from + 1;
    while (to < last && Math.abs(sums[to]! - wanted) <= Math.abs(sums[to - 1]! - wanted)) to++;
    balanced.push(groups.slice(from, to).flat());
    from = to;
  }
  return balanced;
}
