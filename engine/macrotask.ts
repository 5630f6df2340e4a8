/**
 * Lets pending messages in. Awaited microtasks alone never do: the event loop reads messages between
 * macrotasks only. A message channel is the cheapest macrotask that both Node and browsers have
 * (browser timers are clamped to 4 ms).
 */
const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();
// In Node an open port keeps its thread alive; only the engine's own port may do that.
(port1 as { unref?: () => void }).unref?.();

export function nextMacrotask(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(null);
  });
}
