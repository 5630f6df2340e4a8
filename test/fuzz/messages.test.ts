/** Messages that are none of ours, to the validators of the worker, the host and the view, and to a real worker. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeEngineHost } from '../../engine/platform/node';
import { panelMessage, viewMessage } from '../../engine/protocol/panelProtocol';
import { RpcPeer } from '../../engine/protocol/rpc';
import { ValidationError, type Validator } from '../../engine/protocol/validate';
import { hostMethods, workerMethods } from '../../engine/protocol/workerProtocol';
import { bundleEngine } from '../engine/bundles';
import { runs, seed } from './settings';

const few = 2000;
const validators: readonly Validator<unknown>[] = [
  viewMessage,
  panelMessage,
  ...[...Object.values(workerMethods), ...Object.values(hostMethods)].flatMap(({ params, result }) => [params as Validator<unknown>, result as Validator<unknown>]),
];
const names = ['kind', 'id', 'method', 'params', 'pack', 'texts', 'options', 'location', 'file', 'source', 'target', 'terms', 'code', 'phrase', 'template', 'values', '__proto__', 'constructor'];
const words = ['request', 'reply', 'error', 'cancel', 'progress', 'partial', 'translate', 'ping', 'constructor', 'ready', 'explain', 'showTranslation', 'pack-missing', '../x'];
const anyMessage = fc.oneof(
  fc.anything({ withTypedArray: true, withBigInt: true, withSparseArray: true, withNullPrototype: true }),
  fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.constantFrom(...words), fc.integer(), fc.double(), fc.object({ maxDepth: 3 }), fc.array(fc.string(), { maxLength: 3 }))),
);

test('a validator takes a message, or says in short what is wrong with it', () => {
  const property = fc.property(anyMessage, fc.constantFrom(...validators), (message, validate) => {
    try {
      validate(message, 'message');
    } catch (error) {
      expect(error).toBeInstanceOf(ValidationError);
      expect((error as ValidationError).message.length).toBeLessThan(800);
    }
  });
  fc.assert(property, { numRuns: runs(few, 1), seed });
});

test('a worker that gets them goes on', async () => {
  const bundles = await bundleEngine();
  const endpoint = await nodeEngineHost({ distDir: bundles.dist, log: () => undefined }).startWorker();
  const died = new Promise<never>((_, reject) => {
    endpoint.onError(reject);
  });
  try {
    for (const message of fc.sample(anyMessage, { numRuns: runs(few, 1), seed })) endpoint.postMessage(message);
    const nobody = (): never => {
      throw new Error('nobody asks');
    };
    const peer = new RpcPeer(endpoint, hostMethods, workerMethods, { readFile: nobody, log: () => undefined, wantedBackend: nobody, chosenBackend: () => undefined });
    await expect(Promise.race([peer.request('ping', undefined), died])).resolves.toBeUndefined();
  } finally {
    endpoint.terminate();
    await bundles.remove();
  }
});
