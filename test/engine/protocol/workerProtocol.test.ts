import { describe, expect, test } from 'vitest';
import type { ValidationError } from '../../../engine/protocol/validate';
import { sentenceTranslation, translateRequest } from '../../../engine/protocol/workerProtocol';

const token = { start: 0, end: 1, text: 'a' };
const sentence = {
  source: { start: 0, end: 1 },
  target: { start: 0, end: 1 },
  sourceTokens: [token, token],
  targetTokens: [token],
  alignment: Float32Array.of(0.5, 0.5),
  attention: Float32Array.of(1, 0),
  score: -1,
};

describe('translateRequest', () => {
  test('takes a request with and without options', () => {
    const request = { pack: 'p', texts: ['a'], options: { beamSize: 2 } };
    expect(translateRequest(request, 'request')).toEqual(request);
    expect(translateRequest({ pack: 'p', texts: [] }, 'request')).toEqual({ pack: 'p', texts: [] });
  });

  test.each([
    [{ pack: 1, texts: [] }, 'request.pack'],
    [{ pack: 'p', texts: 'a' }, 'request.texts'],
    [{ pack: 'p', texts: ['a', 2] }, 'request.texts[1]'],
    [{ pack: 'p', texts: [], options: { beamSize: 0 } }, 'request.options.beamSize'],
    [{ pack: 'p', texts: [], options: { beam: 4 } }, 'request.options.beam'],
    [null, 'request'],
  ])('refuses %j at %s', (request, path) => {
    expect(() => translateRequest(request, 'request')).toThrow(expect.objectContaining({ path }) as ValidationError);
  });
});

describe('sentenceTranslation', () => {
  test('takes matrices of the right size', () => {
    expect(sentenceTranslation(sentence, 's')).toEqual(sentence);
  });

  test('refuses a matrix that does not fit the words', () => {
    expect(() => sentenceTranslation({ ...sentence, attention: Float32Array.of(1) }, 's')).toThrow('s.attention.length');
    expect(() => sentenceTranslation({ ...sentence, alignment: [0.5, 0.5] }, 's')).toThrow('s.alignment');
  });
});
