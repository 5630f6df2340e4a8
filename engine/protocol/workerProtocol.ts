/**
 * What the engine's worker and its host say to each other. One `translate` request carries all texts and is
 * answered once; the worker asks the host for files, since only the host knows how to read a location.
 */
import { backendSettings, type ChosenBackend, type MeasuredBackend, type WantedBackend } from './backend';
import type {
  Alternative,
  ContinueRequest,
  ExplainedStep,
  ExplainRequest,
  Explanation,
  ModelInfo,
  ScoredHypothesis,
  Subword,
} from './explanation';
import type {
  AlignedPair,
  AlignedSentence,
  AlignRequest,
  DecodeOptions,
  ExtractReason,
  Link,
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
import type { Term } from './term';
import type { Method } from './rpc';
import {
  array,
  boolean,
  bytes,
  float32Array,
  integer,
  nothing,
  nullable,
  number,
  object,
  oneOf,
  string,
  withMatrices,
  type Validator,
} from './validate';

/** The location that stands for the folder of the bundles and the ONNX Runtime WASM file instead of a pack. */
export const runtimeLocation = 'runtime:';

export interface FileRequest {
  /** Pack location as given in a request, or `runtimeLocation`. */
  readonly location: string;
  /** Path in the folder; packs of AlignLens are flat, models of Hugging Face's format have a folder of graphs. */
  readonly file: string;
}

export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
}

export const span: Validator<Span> = object({ start: integer(0), end: integer(0) });

export const token: Validator<Token> = object({ start: integer(0), end: integer(0), text: string });

const packInfo: Validator<PackInfo> = object(
  {
    id: string,
    version: string,
    task: oneOf('translate', 'summarize'),
    sourceLanguage: string,
    targetLanguage: string,
    location: string,
  },
  { translatesOnly: oneOf(true), aligner: string },
);

const decodeOptions: Validator<DecodeOptions> = object(
  {},
  { beamSize: integer(1, 16), lengthPenalty: number(0, 5) },
);

const term: Validator<Term> = object({ source: string, target: nullable(string), required: boolean });

export const translateRequest: Validator<TranslateRequest> = object(
  { pack: string, texts: array(string) },
  { options: decodeOptions, terms: array(term), textOnly: boolean, priority: oneOf('interactive', 'background'), aligner: string },
);

export const link: Validator<Link> = object({ source: integer(0), target: integer(0) });

const sentenceParts = {
  source: span,
  target: span,
  sourceTokens: array(token),
  targetTokens: array(token),
  alignment: float32Array,
  attention: float32Array,
  links: array(link),
  confidence: float32Array,
  subwords: array(integer(0)),
  score: number(),
};

/** Checks shapes and that both matrices have `targetTokens.length × sourceTokens.length` cells. */
export const sentenceTranslation: Validator<SentenceTranslation> = withMatrices(object(sentenceParts));

const translation: Validator<Translation> = object({
  source: string,
  target: string,
  sentences: array(sentenceTranslation),
  score: number(),
});

const alignRequest: Validator<AlignRequest> = object(
  { pack: string, pairs: array(object({ source: string, target: string })) },
  { reversePack: string, pretokenized: boolean },
);

const alignedSentence: Validator<AlignedSentence> = withMatrices(
  object({ ...sentenceParts, sourceSupport: float32Array, targetSupport: float32Array }, { sourceConfidence: float32Array, sourceCover: float32Array, targetGain: float32Array }),
);

const alignedPair: Validator<AlignedPair> = object({
  source: string,
  target: string,
  sentences: array(alignedSentence),
  score: number(),
});

const explainRequest: Validator<ExplainRequest> = object(
  { pack: string, source: string, subwords: array(integer(0)) },
  { options: decodeOptions, terms: array(term) },
);

const continueRequest: Validator<ContinueRequest> = object(
  { pack: string, source: string, prefix: array(integer(0)) },
  { options: decodeOptions, terms: array(term) },
);

const alternative: Validator<Alternative> = object({ id: integer(0), text: string, probability: number(0, 1) });

const explainedStep: Validator<ExplainedStep> = object({
  id: integer(0),
  text: string,
  probability: number(0, 1),
  alternatives: array(alternative),
  votes: float32Array,
  own: number(0, 1),
  gates: object({ forget: number(0, 1), input: number(0, 1), output: number(0, 1) }, { regated: number(0, 1) }),
  energies: float32Array,
  context: float32Array,
  attentional: float32Array,
  outputGate: float32Array,
  hidden: float32Array,
});

const subword: Validator<Subword> = object({ start: integer(0), end: integer(0), text: string, word: integer(-1) });

const scoredHypothesis: Validator<ScoredHypothesis> = object({ text: string, subwords: array(integer(0)), score: number() });

const modelInfo: Validator<ModelInfo> = object(
  {
    cell: oneOf('regated', 'luong'),
    score: oneOf('dot', 'scaled_dot', 'general', 'mlp'),
    recurrentOutput: boolean,
    hidden: integer(1),
    embedding: integer(1),
    sourceVocabulary: integer(1),
    targetVocabulary: integer(1),
  },
  { epsilon: number(0) },
);

export const explanation: Validator<Explanation> = object({
  sourceSubwords: array(subword),
  targetSubwords: array(subword),
  alignment: float32Array,
  attention: float32Array,
  steps: array(explainedStep),
  hypotheses: array(scoredHypothesis),
  model: modelInfo,
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

const summaryLine: Validator<SummaryLine> = withMatrices(summaryLineShape);

export const summary: Validator<Summary> = object({ source: string, lines: array(summaryLine), salience: array(salientWord) });

function method<Params, Result>(params: Validator<Params>, result: Validator<Result>): Method<Params, Result> {
  return { params, result };
}

export const measuredBackend: Validator<MeasuredBackend> = object({ adapter: string, webgpuFrom: nullable(integer(1)) });

const wantedBackend: Validator<WantedBackend> = object({ setting: oneOf(...backendSettings), measured: nullable(measuredBackend) });

const chosenBackend: Validator<ChosenBackend> = object({
  pack: string,
  fingerprint: string,
  state: string,
  measured: nullable(measuredBackend),
});

/** Answered by the worker. */
export const workerMethods = {
  /** Answered at once, whatever is under way: the host hears that messages still get in. */
  ping: method(nothing, nothing),
  describePack: method(object({ location: string }), packInfo),
  translate: method(translateRequest, array(translation)),
  summarize: method(summarizeRequest, array(summary)),
  align: method(alignRequest, array(alignedPair)),
  explain: method(explainRequest, explanation),
  continue: method(continueRequest, translation),
};

/** Answered by the host. */
export const hostMethods = {
  readFile: method<FileRequest, Uint8Array>(object({ location: string, file: string }), bytes),
  log: method<LogEntry, undefined>(object({ level: oneOf('info', 'warn', 'error'), message: string }), nothing),
  wantedBackend: method(object({ fingerprint: string }), wantedBackend),
  chosenBackend: method(chosenBackend, nothing),
};

export type WorkerMethods = typeof workerMethods;
export type HostMethods = typeof hostMethods;
