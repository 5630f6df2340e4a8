import { AlignLensError, errorCodes, type ErrorCode } from './errors';
import { phrase, phraseValidator, type Phrase } from './phrase';
import { anything, boolean, integer, object, oneOf, string, type Validator } from './validate';

/** One side of a message connection: a worker seen from outside, or the outside seen from a worker. */
export interface MessageEndpoint {
  /** Sends a structured-clonable message; buffers in `transfer` change owner instead of being copied. */
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** What one method takes and gives, with the checks for both. */
export interface Method<Params, Result> {
  readonly params: Validator<Params>;
  readonly result: Validator<Result>;
}

export type MethodTable = Readonly<Record<string, Method<unknown, unknown>>>;
type ParamsOf<M> = M extends Method<infer P, unknown> ? P : never;
type ResultOf<M> = M extends Method<unknown, infer R> ? R : never;

/** What a handler knows of the call it answers. */
export interface CallContext {
  /** Aborted when the caller cancels the call. */
  readonly signal: AbortSignal;
  /** Tells the caller how far the call is. */
  readonly progress: (done: number, total: number) => void;
  /** Tells the caller the beginning of the answer; undefined when the caller does not listen. */
  readonly partial: ((text: string) => void) | undefined;
  /** Buffers of the result that change owner with the reply. */
  readonly transfer: ArrayBuffer[];
}

export type Handlers<T extends MethodTable> = {
  readonly [K in keyof T]: (
    params: ParamsOf<T[K]>,
    context: CallContext,
  ) => Promise<ResultOf<T[K]>> | ResultOf<T[K]>;
};

export interface RequestOptions {
  /** Aborting rejects the call at once with `cancelled` and tells the other side to stop. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Hears of the first text's translation while it grows: what is done so far, from its start. */
  readonly onPartial?: ((text: string) => void) | undefined;
}

type Message =
  | { readonly kind: 'request'; readonly id: number; readonly method: string; readonly params: unknown; readonly partial?: boolean }
  | { readonly kind: 'reply'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly code: ErrorCode; readonly phrase: Phrase; readonly detail?: string }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'progress'; readonly id: number; readonly done: number; readonly total: number }
  | { readonly kind: 'partial'; readonly id: number; readonly text: string };

const id = integer(0);
const messageValidators: Readonly<Record<Message['kind'], Validator<Message>>> = {
  request: object({ kind: oneOf('request'), id, method: string, params: anything }, { partial: boolean }),
  reply: object({ kind: oneOf('reply'), id, result: anything }),
  error: object({ kind: oneOf('error'), id, code: oneOf(...errorCodes), phrase: phraseValidator }, { detail: string }),
  cancel: object({ kind: oneOf('cancel'), id }),
  progress: object({ kind: oneOf('progress'), id, done: integer(0), total: integer(0) }),
  partial: object({ kind: oneOf('partial'), id, text: string }),
};

interface PendingCall {
  readonly method: string;
  resolve(result: unknown): void;
  reject(error: AlignLensError): void;
  progress(done: number, total: number): void;
  partial(text: string): void;
}

/**
 * Calls in both directions over one connection. Every request ends in exactly one of: a reply, an error
 * (handler failures are answered, never swallowed), `cancelled`, or the reason given to `close`.
 */
export class RpcPeer<Local extends MethodTable, Remote extends MethodTable> {
  private readonly pending = new Map<number, PendingCall>();
  private readonly running = new Map<number, AbortController>();
  private nextId = 0;
  private closed: AlignLensError | undefined;

  constructor(
    private readonly endpoint: MessageEndpoint,
    private readonly local: Local,
    private readonly remote: Remote,
    private readonly handlers: Handlers<Local>,
  ) {
    endpoint.onMessage((message) => this.receive(message));
  }

  /** Calls the other side. Rejects with `AlignLensError` only. */
  request<K extends keyof Remote & string>(
    method: K,
    params: ParamsOf<Remote[K]>,
    options: RequestOptions = {},
  ): Promise<ResultOf<Remote[K]>> {
    const { signal, onProgress, onPartial } = options;
    if (this.closed) return Promise.reject(this.closed);
    if (signal?.aborted) return Promise.reject(cancelledError());
    const callId = this.nextId++;
    return new Promise((resolve, reject) => {
      const onAbort = (): void => {
        this.pending.delete(callId);
        this.endpoint.postMessage({ kind: 'cancel', id: callId } satisfies Message);
        reject(cancelledError());
      };
      const settle = (finish: () => void): void => {
        signal?.removeEventListener('abort', onAbort);
        finish();
      };
      this.pending.set(callId, {
        method,
        resolve: (result) => settle(() => resolve(result as ResultOf<Remote[K]>)),
        reject: (error) => settle(() => reject(error)),
        progress: (done, total) => onProgress?.(done, total),
        partial: (text) => onPartial?.(text),
      });
      signal?.addEventListener('abort', onAbort, { once: true });
      try {
        const partial = onPartial ? { partial: true } : {};
        this.endpoint.postMessage({ kind: 'request', id: callId, method, params, ...partial } satisfies Message);
      } catch (error) {
        this.pending.delete(callId);
        settle(() => reject(toAlignLensError(error)));
      }
    });
  }

  /** Rejects all pending calls with `reason`, aborts running handlers, and refuses later calls the same way. */
  close(reason: AlignLensError): void {
    if (this.closed) return;
    this.closed = reason;
    for (const call of this.pending.values()) call.reject(reason);
    this.pending.clear();
    for (const controller of this.running.values()) controller.abort();
    this.running.clear();
  }

  private receive(raw: unknown): void {
    if (this.closed) return;
    const message = parseMessage(raw);
    // Not ours: other scripts may post to a shared endpoint (browser extensions do to web workers).
    if (message === undefined) return;
    switch (message.kind) {
      case 'request':
        void this.answer(message);
        return;
      case 'cancel':
        this.running.get(message.id)?.abort();
        return;
      case 'progress':
        this.pending.get(message.id)?.progress(message.done, message.total);
        return;
      case 'partial':
        this.pending.get(message.id)?.partial(message.text);
        return;
      case 'reply':
        this.finish(message.id, message.result);
        return;
      case 'error': {
        const call = this.take(message.id);
        call?.reject(new AlignLensError(message.code, message.phrase, message.detail));
      }
    }
  }

  private finish(callId: number, result: unknown): void {
    const call = this.take(callId);
    if (call === undefined) return;
    try {
      call.resolve(this.remote[call.method]?.result(result, `${call.method} reply`));
    } catch (error) {
      call.reject(toAlignLensError(error));
    }
  }

  private take(callId: number): PendingCall | undefined {
    const call = this.pending.get(callId);
    this.pending.delete(callId);
    return call;
  }

  private async answer({ id: callId, method, params, partial }: Extract<Message, { kind: 'request' }>): Promise<void> {
    const controller = new AbortController();
    this.running.set(callId, controller);
    const transfer: ArrayBuffer[] = [];
    try {
      const known = Object.hasOwn(this.local, method) ? this.local[method] : undefined;
      if (known === undefined) throw new AlignLensError('internal', phrase('There is no method "{0}".', method));
      const result = await this.handlers[method as keyof Local](
        known.params(params, `${method} request`) as ParamsOf<Local[keyof Local]>,
        {
          signal: controller.signal,
          progress: (done, total) => this.post({ kind: 'progress', id: callId, done, total }),
          partial: partial === true ? (text) => this.post({ kind: 'partial', id: callId, text }) : undefined,
          transfer,
        },
      );
      this.post({ kind: 'reply', id: callId, result }, transfer);
    } catch (error) {
      const { code, phrase: sentence, detail } = toAlignLensError(error);
      this.post({ kind: 'error', id: callId, code, phrase: sentence, ...(detail === undefined ? {} : { detail }) });
    } finally {
      this.running.delete(callId);
    }
  }

  private post(message: Message, transfer?: readonly ArrayBuffer[]): void {
    if (!this.closed) this.endpoint.postMessage(message, transfer);
  }
}

/** The error every cancelled call rejects with. */
export function cancelledError(): AlignLensError {
  return new AlignLensError('cancelled', 'The translation was cancelled; nothing was changed.');
}

/** Keeps a coded error; wraps anything else as `internal`, with its stack as detail for the log. */
export function toAlignLensError(error: unknown): AlignLensError {
  if (error instanceof AlignLensError) return error;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const summary = error instanceof Error ? error.message : String(error);
  return new AlignLensError(
    'internal',
    phrase('AlignLens failed unexpectedly ({0}). Try again; if it happens again, report it with the AlignLens log.', summary),
    detail,
  );
}

function parseMessage(raw: unknown): Message | undefined {
  if (typeof raw !== 'object' || raw === null || !('kind' in raw) || typeof raw.kind !== 'string') return undefined;
  if (!Object.hasOwn(messageValidators, raw.kind)) return undefined;
  try {
    return messageValidators[raw.kind as Message['kind']](raw, 'message');
  } catch {
    return undefined;
  }
}
