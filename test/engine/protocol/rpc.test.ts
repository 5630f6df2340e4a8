import { afterEach, describe, expect, test, vi } from 'vitest';
import { AlignLensError } from '../../../engine/protocol/errors';
import { RpcPeer, type Handlers, type MessageEndpoint } from '../../../engine/protocol/rpc';
import { integer, object, string } from '../../../engine/protocol/validate';

const methods = {
  double: { params: object({ value: integer(0) }), result: object({ value: integer(0) }) },
  wait: { params: object({}), result: string },
};
const none = {};
const open: MessagePort[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

function endpoint(port: MessagePort): MessageEndpoint {
  open.push(port);
  return {
    postMessage: (message, transfer) => port.postMessage(message, [...(transfer ?? [])]),
    onMessage: (listener) => {
      port.onmessage = (event: MessageEvent<unknown>) => listener(event.data);
    },
  };
}

/** Two peers over a real message channel; `raw` is the answering side's port. */
function connect(handlers: Handlers<typeof methods>) {
  const { port1, port2 } = new MessageChannel();
  const caller = new RpcPeer<typeof none, typeof methods>(endpoint(port1), none, methods, none);
  const answering = new RpcPeer<typeof methods, typeof none>(endpoint(port2), methods, none, handlers);
  return { caller, answering, raw: port2 };
}

const forever = (): Promise<string> => new Promise(() => undefined);
const double: Handlers<typeof methods>['double'] = ({ value }) => ({ value: 2 * value });

describe('RpcPeer', () => {
  test('answers a request', async () => {
    const { caller } = connect({ double, wait: forever });
    await expect(caller.request('double', { value: 21 })).resolves.toEqual({ value: 42 });
  });

  test('a failing handler answers with its coded error', async () => {
    const { caller } = connect({
      double: () => {
        throw new AlignLensError('pack-missing', 'Install it.', 'ENOENT');
      },
      wait: forever,
    });
    await expect(caller.request('double', { value: 1 })).rejects.toMatchObject({
      code: 'pack-missing',
      message: 'Install it.',
      detail: 'ENOENT',
    });
  });

  test('any other failure becomes an internal error', async () => {
    const { caller } = connect({ double: () => Promise.reject(new TypeError('oops')), wait: forever });
    await expect(caller.request('double', { value: 1 })).rejects.toMatchObject({ code: 'internal' });
  });

  test('a request of the wrong shape is answered with an error, not handled', async () => {
    const handler = vi.fn(double);
    const { caller } = connect({ double: handler, wait: forever });
    await expect(caller.request('double', { value: -1 })).rejects.toMatchObject({ code: 'internal' });
    expect(handler).not.toHaveBeenCalled();
  });

  test('a result of the wrong shape rejects the call', async () => {
    const { caller } = connect({ double: () => ({ value: -1 }), wait: forever });
    await expect(caller.request('double', { value: 1 })).rejects.toMatchObject({ code: 'internal' });
  });

  test('a result that cannot be sent is answered with an error', async () => {
    const wait = (() => () => 'a function') as unknown as () => Promise<string>;
    const { caller } = connect({ double, wait });
    await expect(caller.request('wait', {})).rejects.toMatchObject({ code: 'internal' });
  });

  test('an unknown method is answered with an error', async () => {
    const { port1, port2 } = new MessageChannel();
    const caller = new RpcPeer<typeof none, typeof methods>(endpoint(port1), none, methods, none);
    new RpcPeer<typeof none, typeof none>(endpoint(port2), none, none, none);
    await expect(caller.request('double', { value: 1 })).rejects.toMatchObject({ code: 'internal' });
  });

  test('cancelling rejects at once and aborts the handler', async () => {
    let aborted: (() => void) | undefined;
    const stopped = new Promise<void>((resolve) => (aborted = resolve));
    const { caller } = connect({
      double,
      wait: (_, { signal }) => {
        signal.addEventListener('abort', () => aborted?.());
        return forever();
      },
    });
    const controller = new AbortController();
    const call = caller.request('wait', {}, { signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    await stopped;
    await expect(caller.request('wait', {}, { signal: controller.signal })).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('progress reaches the caller', async () => {
    const { caller } = connect({
      double,
      wait: (_, { progress }) => {
        progress(1, 2);
        progress(2, 2);
        return 'done';
      },
    });
    const seen: number[][] = [];
    await caller.request('wait', {}, { onProgress: (done, total) => seen.push([done, total]) });
    expect(seen).toEqual([[1, 2], [2, 2]]);
  });

  test('the beginning of an answer reaches a caller that listens; for others it is not made', async () => {
    const listened: boolean[] = [];
    const { caller } = connect({
      double,
      wait: (_, { partial }) => {
        listened.push(partial !== undefined);
        partial?.('do');
        partial?.('don');
        return 'done';
      },
    });
    const seen: string[] = [];
    await caller.request('wait', {}, { onPartial: (text) => seen.push(text) });
    await caller.request('wait', {});
    expect(seen).toEqual(['do', 'don']);
    expect(listened).toEqual([true, false]);
  });

  test('a beginning that is no text is ignored', async () => {
    const { caller, raw } = connect({ double, wait: forever });
    const seen: unknown[] = [];
    void caller.request('wait', {}, { onPartial: (text) => seen.push(text) });
    raw.postMessage({ kind: 'partial', id: 0, text: 1 });
    raw.postMessage({ kind: 'partial', id: 7, text: 'of another call' });
    raw.postMessage({ kind: 'partial', id: 0, text: 'text' });
    await expect(caller.request('double', { value: 2 })).resolves.toEqual({ value: 4 });
    expect(seen).toEqual(['text']);
  });

  test('closing rejects all pending calls and refuses later ones', async () => {
    const { caller } = connect({ double, wait: forever });
    const calls = [caller.request('wait', {}), caller.request('wait', {})];
    caller.close(new AlignLensError('worker-crashed', 'It stopped.'));
    for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'worker-crashed' });
    await expect(caller.request('double', { value: 1 })).rejects.toMatchObject({ code: 'worker-crashed' });
  });

  test('foreign messages are ignored', async () => {
    const { caller, raw } = connect({ double, wait: forever });
    for (const message of [null, 'hello', { kind: 'reply' }, { kind: 'toString' }, { kind: 'reply', id: 999, result: 1 }]) {
      raw.postMessage(message);
    }
    await expect(caller.request('double', { value: 2 })).resolves.toEqual({ value: 4 });
  });
});
