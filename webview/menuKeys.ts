/** Where keys lead in an open menu. No DOM. */

/** Index of the item to go to, or undefined when the key leads nowhere. A letter leads to the next item that begins with it. */
export function nextItem(
  labels: readonly string[],
  current: number,
  { key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): number | undefined {
  const count = labels.length;
  if (count === 0 || ctrlKey || metaKey || altKey) return undefined;
  switch (key) {
    case 'ArrowDown':
      return (current + 1) % count;
    case 'ArrowUp':
      return current <= 0 ? count - 1 : current - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return key === ' ' ? undefined : itemBeginning(labels, current, key);
  }
}

function itemBeginning(labels: readonly string[], current: number, letter: string): number | undefined {
  // Other keys have names of several characters.
  if (letter.length !== 1) return undefined;
  const steps = labels.map((_, index) => (current + 1 + index) % labels.length);
  return steps.find((index) => labels[index]?.toLowerCase().startsWith(letter.toLowerCase()));
}
