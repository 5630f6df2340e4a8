/** Scrolling a box and nothing around it: what is under the pointer elsewhere on the page stays there. */

/** Brings the element into sight; one that is in sight already does not move. */
export function scrollWithin(box: Element | null | undefined, element: Element | null | undefined): void {
  if (!box || !element) return;
  const { top, bottom } = element.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  if (top < frame.top || bottom > frame.bottom) box.scrollTop += top - frame.top - frame.height / 3;
}
