/** What of a document is in sight. Pure; lines count from 0, ends are part of a range. */

export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** So many lines above and below count as in sight: one scrolls on. */
const margin = 40;

/** What is in sight or nearly so, the nearest to the focus first, what can be seen before what cannot. */
export function inSight<T extends { readonly lines: Lines }>(all: readonly T[], visible: readonly Lines[], focus: number): T[] {
  const near = all.filter(({ lines }) => visible.some((range) => overlaps(lines, widened(range))));
  const rank = ({ lines }: T): number => {
    const distance = lines.first > focus ? lines.first - focus : Math.max(focus - lines.last, 0);
    return visible.some((range) => overlaps(lines, range)) ? distance : distance + 1e6;
  };
  return near.sort((a, b) => rank(a) - rank(b));
}

/** The line that is read: the cursor's if it can be seen, else the middle of what can. */
export function focusLine(visible: readonly Lines[], cursor: number): number {
  if (visible.some(({ first, last }) => first <= cursor && cursor <= last)) return cursor;
  const [range] = visible;
  return range ? Math.floor((range.first + range.last) / 2) : cursor;
}

export function overlaps(a: Lines, b: Lines): boolean {
  return a.first <= b.last && b.first <= a.last;
}

function widened({ first, last }: Lines): Lines {
  return { first: first - margin, last: last + margin };
}
