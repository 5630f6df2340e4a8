/** Small pictures of numbers; the numbers themselves stand beside them. */
import { element, type VirtualElement } from './element';

/** A horizontal bar from the left; `share` is 0 to 1. */
export function bar(share: number): VirtualElement {
  return picture('bar', 8, rect({ width: percent(share), height: '100%' }));
}

/** A bar from the middle: to the right for what is above 0, to the left below; `largest` fills a half. */
export function signedBar(value: number, largest: number): VirtualElement {
  const half = largest > 0 ? Math.abs(value) / largest / 2 : 0;
  return picture(
    `bar signed ${value < 0 ? 'negative' : 'positive'}`,
    8,
    rect({ x: percent(value < 0 ? 0.5 - half : 0.5), width: percent(half), height: '100%' }),
    rect({ class: 'axis', x: '50%', width: 1, height: '100%' }),
  );
}

/** A column from the ground; `share` is 0 to 1. */
export function column(share: number): VirtualElement {
  return picture('column', 24, rect({ x: '20%', width: '60%', y: percent(1 - share), height: percent(share) }));
}

const hatchId = 'hatch-own';

/** One part of a stacked bar; `own` is hatched. */
export interface StackPart {
  readonly share: number;
  readonly class: string;
}

/** Parts side by side that together fill the width; the page needs the `hatch` once. */
export function stack(parts: readonly StackPart[], height: number): VirtualElement {
  let from = 0;
  const rects = parts.map(({ share, class: name }) => {
    const x = from;
    from += share;
    return rect({ class: name, x: percent(x), width: percent(share), height: '100%', ...(name === 'own' ? { fill: `url(#${hatchId})` } : {}) });
  });
  return picture('stack', height, ...rects);
}

/** The LSTM's own share is told from the votes by its pattern, not by its colour alone. */
export function hatch(): VirtualElement {
  const line = rect({ width: 2.5, height: 6 });
  const pattern = { id: hatchId, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' };
  return element('svg', { class: 'hatch', width: 0, height: 0, 'aria-hidden': 'true' }, element('pattern', pattern, line));
}

/** Words for screen readers, which do not see where a number stands. */
export function unseen(text: string): VirtualElement {
  return element('span', { class: 'visually-hidden' }, text);
}

function picture(name: string, height: number, ...children: VirtualElement[]): VirtualElement {
  return element('svg', { class: name, width: '100%', height, 'aria-hidden': 'true' }, ...children);
}

function rect(attributes: Readonly<Record<string, string | number>>): VirtualElement {
  return element('rect', attributes);
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`;
}
