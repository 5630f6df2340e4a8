/**
 * Lets pending messages in. Awaited microtasks alone never do: the event loop reads messages between
 * macrotasks only.
 */
export const nextMacrotask: () => Promise<void> = createYield();

function createYield(): () => Promise<void> {
  const { setImmediate: immediate } = globalThis as { setImmediate?: (callback: () => void) => unknown };
  // Node hands out up to 1,000 messages of one port in a row, so that a channel would shut the others out there.
  if (immediate) {
    return () =>
      new Promise((resolve) => {
        immediate(resolve);
      });
  }
  // Browsers clamp timers to 4 ms; a message of one's own is a macrotask without that delay.
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
}
