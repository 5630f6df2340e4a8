/**
 * What the engine's worker and its host say to each other. One `translate` request carries all texts and is
 * answered once; the worker asks the host for files, since only the host knows how to read a location.
 */
import type {
  DecodeOptions,
  ExtractReason,
  PackInfo,
  SalientWord,
  SentenceTranslation,
  Span,
  SummarizeRequest,
  Summary,
  SummaryLine,
  Token,
  TranslateRequest,
  Translation,
} from './result';
import type { Method } from './rpc';
import {
  array,
  bytes,
  float32Array,
  integer,
  nothing,
  number,
  object,
  oneOf,
  string,
  withMatrices,
  type Validator,
} from './validate';

/** The location that stands for the folder of the ONNX Runtime WASM file instead of a pack. */
export const runtimeLocation = 'runtime:';

export interface FileRequest {
  /** Pack location as given in a request, or `runtimeLocation`. */
  readonly location: string;
  /** File name without folders. */
  readonly file: string;
}

export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
}

export const span: Validator<Span> = object({ start: integer(0), end: integer(0) });

export const token: Validator<Token> = object({ start: integer(0), end: integer(0), text: string });

export const packInfo: Validator<PackInfo> = object({
  id: string,
  version: string,
  task: oneOf('translate', 'summarize'),
  sourceLanguage: string,
  targetLanguage: string,
  location: string,
});

export const decodeOptions: Validator<DecodeOptions> = object(
  {},
  { beamSize: integer(1, 16), lengthPenalty: number(0, 5) },
);

export const translateRequest: Validator<TranslateRequest> = object(
  { pack: string, texts: array(string) },
  { options: decodeOptions },
);

const sentenceShape = object({
  source: span,
  target: span,
  sourceTokens: array(token),
  targetTokens: array(token),
  alignment: float32Array,
  attention: float32Array,
  score: number(),
});

/** Checks shapes and that both matrices have `targetTokens.length × sourceTokens.length` cells. */
export const sentenceTranslation: Validator<SentenceTranslation> = withMatrices(sentenceShape);

export const translation: Validator<Translation> = object({
  source: string,
  target: string,
  sentences: array(sentenceTranslation),
  score: number(),
});

export const summarizeRequest: Validator<SummarizeRequest> = object(
  { pack: string, texts: array(string) },
  {
    languageId: string,
    options: object(
      {},
      { beamSize: integer(1, 16), lengthPenalty: number(0, 5), lines: integer(1, 10), mode: oneOf('auto', 'extractive') },
    ),
  },
);

export const salientWord: Validator<SalientWord> = object({ start: integer(0), end: integer(0), weight: number(0, 1) });

const extractReason: Validator<ExtractReason> = oneOf('requested', 'low-confidence', 'unsupported', 'unreadable');

const summaryLineShape = object(
  {
    text: string,
    mode: oneOf('abstractive', 'extractive'),
    source: span,
    sourceTokens: array(token),
    targetTokens: array(token),
    alignment: float32Array,
    attention: float32Array,
    score: number(),
  },
  { reason: extractReason },
);

export const summaryLine: Validator<SummaryLine> = withMatrices(summaryLineShape);

export const summary: Validator<Summary> = object({ source: string, lines: array(summaryLine), salience: array(salientWord) });

function method<Params, Result>(params: Validator<Params>, result: Validator<Result>): Method<Params, Result> {
  return { params, result };
}

/** Answered by the worker. */
export const workerMethods = {
  describePack: method(object({ location: string }), packInfo),
  translate: method(translateRequest, array(translation)),
  summarize: method(summarizeRequest, array(summary)),
};

/** Answered by the host. */
export const hostMethods = {
  readFile: method<FileRequest, Uint8Array>(object({ location: string, file: string }), bytes),
  log: method<LogEntry, undefined>(object({ level: oneOf('info', 'warn', 'error'), message: string }), nothing),
};

export type WorkerMethods = typeof workerMethods;
export type HostMethods = typeof hostMethods;
