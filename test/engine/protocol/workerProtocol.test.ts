import { describe, expect, test } from 'vitest';
import type { ValidationError } from '../../../engine/protocol/validate';
import { sentenceTranslation, summarizeRequest, summary, translateRequest } from '../../../engine/protocol/workerProtocol';

const token = { start: 0, end: 1, text: 'a' };
const sentence = {
  source: { start: 0, end: 1 },
  target: { start: 0, end: 1 },
  sourceTokens: [token, token],
  targetTokens: [token],
  alignment: Float32Array.of(0.5, 0.5),
  attention: Float32Array.of(1, 0),
  links: [{ source: 1, target: 0 }],
  confidence: Float32Array.of(0.25),
  subwords: [7],
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

describe('summarizeRequest', () => {
  test('takes a request with and without options', () => {
    const request = { pack: 'p', texts: ['a'], languageId: 'python', options: { lines: 10, mode: 'extractive', beamSize: 2 } };
    expect(summarizeRequest(request, 'request')).toEqual(request);
    expect(summarizeRequest({ pack: 'p', texts: [] }, 'request')).toEqual({ pack: 'p', texts: [] });
  });

  test.each([
    [{ pack: 'p', texts: [], options: { lines: 0 } }, 'request.options.lines'],
    [{ pack: 'p', texts: [], options: { lines: 11 } }, 'request.options.lines'],
    [{ pack: 'p', texts: [], options: { mode: 'abstractive' } }, 'request.options.mode'],
    [{ pack: 'p', texts: [], languageId: 1 }, 'request.languageId'],
    [{ pack: 'p', text: 'a' }, 'request.texts'],
  ])('refuses %j at %s', (request, path) => {
    expect(() => summarizeRequest(request, 'request')).toThrow(expect.objectContaining({ path }) as ValidationError);
  });
});

describe('summary', () => {
  const { source, sourceTokens, targetTokens, alignment, attention, score } = sentence;
  const line = { text: 'a', mode: 'abstractive', source, sourceTokens, targetTokens, alignment, attention, score };
  const whole = { source: 'a', lines: [line], salience: [{ start: 0, end: 1, weight: 1 }] };

  test('takes lines with and without a reason', () => {
    expect(summary(whole, 's')).toEqual(whole);
    const quoted = { ...whole, lines: [{ ...line, mode: 'extractive', reason: 'unsupported' }] };
    expect(summary(quoted, 's')).toEqual(quoted);
  });

  test('refuses an unknown reason, a weight above 1, a matrix that does not fit', () => {
    expect(() => summary({ ...whole, lines: [{ ...line, reason: 'bored' }] }, 's')).toThrow('s.lines[0].reason');
    expect(() => summary({ ...whole, salience: [{ start: 0, end: 1, weight: 1.5 }] }, 's')).toThrow('s.salience[0].weight');
    expect(() => summary({ ...whole, lines: [{ ...line, attention: Float32Array.of(1) }] }, 's')).toThrow('s.lines[0].attention');
  });
});
