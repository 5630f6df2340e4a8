/** How the decoder comes to a given translation: every number of every step. */
import { alignmentPosterior, type Likelihood } from '../align/posterior';
import { mergeWords } from '../align/words';
import { beamSearch } from '../decode/beamSearch';
import { searchOptions } from '../decode/options';
import type { SearchTask } from '../decode/sentenceSearch';
import { Scores } from '../decode/shortlist';
import { TopK } from '../decode/topK';
import type { Lexicon } from '../pack/lexicon';
import { AlignLensError } from '../protocol/errors';
import type { Alternative, ExplainedStep, Explanation, ExplainRequest, ScoredHypothesis, Subword } from '../protocol/explanation';
import type { Term } from '../protocol/term';
import type { Encoding, TracedStep } from '../session/encodedBatch';
import type { SourceSentence } from '../tokenizer/sentenceEncoder';
import { protectedTextsOf, writeSentence } from '../tokenizer/sentenceText';
import type { LoadedPack } from '../translate/loadedPack';
import { sentenceTerms, termSubwords } from '../translate/terms';
import { searchTask, stepGuard, type TranslateHooks } from '../translate/translator';

/** What votes are made of. */
type StepLexicon = Likelihood & Pick<Lexicon, 'floorOf'>;

/** Alternatives told at each step. */
const alternativeCount = 5;

/** Throws `empty-input` for a source without words, and `cancelled`. */
export async function explain(pack: LoadedPack, request: ExplainRequest, { signal }: TranslateHooks): Promise<Explanation> {
  const { manifest } = pack;
  const { eos, bos } = manifest.specialTokens;
  const sentence = wholeSentence(pack, request.source, request.terms);
  const sourceIds = [...sentence.pieces.map(({ id }) => id), eos];
  checkSubwords(pack, request.subwords);
  const beforeStep = stepGuard(signal);
  await beforeStep();
  const terms = sentenceTerms(pack, sentence, sourceIds);
  const lexicon = terms?.lexicon ?? pack.lexicon;
  const model = await pack.session.encode([sourceIds], {
    rowScales: [terms?.lexicon.rowScales],
    shortlistWith: [...termSubwords(terms), ...pack.wordConstraints.subwords(sentence), ...request.subwords],
  });
  const targetIds = [...request.subwords, eos];
  const texts = new SubwordTexts(pack, sentence);
  const steps: ExplainedStep[] = [];
  const attention = new Float32Array(targetIds.length * sourceIds.length);
  let state = model.initialState;
  let termState = terms?.guide.initial;
  for (const [t, id] of targetIds.entries()) {
    await beforeStep();
    const traced = await model.trace(Int32Array.of(targetIds[t - 1] ?? bos), state);
    const scores = new Scores(traced.logProbs, model.shortlist);
    state = traced.state;
    if (terms && termState) {
      terms.guide.vote(scores, traced.attention, termState);
      termState = terms.guide.advance(termState, id, traced.attention);
    }
    attention.set(traced.attention, t * sourceIds.length);
    steps.push(explainedStep(traced, scores, id, sourceIds, texts, lexicon));
  }
  return {
    ...subwordsOf(pack, request, sentence),
    alignment: alignmentPosterior(attention, targetIds, sourceIds, lexicon),
    attention,
    steps,
    hypotheses: await hypothesesOf(pack, model, searchTask(pack, sentence, sourceIds, terms), sentence, request, beforeStep),
    model: modelInfo(pack),
  };
}

/** A text as one sentence. Throws `empty-input` when there is nothing in it. */
export function wholeSentence(pack: LoadedPack, source: string, terms: readonly Term[] = []): SourceSentence {
  const sentence = pack.sentences.encodeWhole(source, { start: 0, end: source.length }, [], { matcher: pack.matcher.for(terms) });
  if (sentence.pieces.length > 0) return sentence;
  throw new AlignLensError('empty-input', 'The sentence has no words. Choose another one.');
}

/** Throws `pack-incompatible` when the subwords are of another pack. */
export function checkSubwords({ manifest }: LoadedPack, subwords: readonly number[]): void {
  if (subwords.every((id) => id < manifest.architecture.targetVocabulary)) return;
  throw new AlignLensError('pack-incompatible', 'This translation was made by another pack. Translate the text again.');
}

function explainedStep(
  traced: TracedStep,
  scores: Scores,
  id: number,
  sourceIds: readonly number[],
  texts: SubwordTexts,
  lexicon: StepLexicon | undefined,
): ExplainedStep {
  const top = new TopK(alternativeCount);
  scores.values.forEach((logProb, place) => top.add({ parent: 0, id: scores.shortlist.ids[place]!, logProb }));
  const alternatives = top.best.map(
    (candidate): Alternative => ({ id: candidate.id, text: texts.of(candidate.id), probability: probability(candidate.logProb) }),
  );
  return {
    id,
    text: texts.of(id),
    probability: probability(scores.of(id)),
    alternatives,
    ...voteShares(traced.attention, id, sourceIds, lexicon),
    gates: {
      forget: mean(traced.forget),
      input: mean(traced.input),
      output: mean(traced.output),
      ...(traced.regated ? { regated: mean(traced.regated) } : {}),
    },
    energies: traced.energies,
    context: traced.context,
    attentional: traced.attentional,
    outputGate: traced.regated ?? traced.output,
    hidden: traced.hidden,
  };
}

/**
 * P(y) is proportional to exp(own logit of y) · (Σ_i α_i·L(y|x_i) + ε·u(y)), a sum: each of its terms has its share.
 * A sum of nothing (no lexicon) is all the LSTM's own.
 */
export function voteShares(
  attention: Float32Array,
  id: number,
  sourceIds: readonly number[],
  lexicon: StepLexicon | undefined,
): { votes: Float32Array; own: number } {
  const votes = new Float32Array(sourceIds.length);
  if (!lexicon) return { votes, own: 1 };
  const floor = lexicon.floorOf(id);
  sourceIds.forEach((source, i) => {
    votes[i] = attention[i]! * (lexicon.likelihood(id, source, i) - floor);
  });
  const total = votes.reduce((sum, vote) => sum + vote, floor);
  if (total === 0) return { votes, own: 1 };
  return { votes: votes.map((vote) => vote / total), own: Math.min(1, floor / total) };
}

function subwordsOf(
  pack: LoadedPack,
  { source, subwords }: ExplainRequest,
  sentence: SourceSentence,
): Pick<Explanation, 'sourceSubwords' | 'targetSubwords'> {
  const target = writeSentence(subwords, pack.targetTokenizer, sentence);
  const sourcePieces = sentence.pieces.map(({ span, protectedText }) => ({ span, isProtected: protectedText !== undefined }));
  const sourceWords = mergeWords(sourcePieces, source).wordOfPiece;
  const targetWords = mergeWords(target.pieces, target.text).wordOfPiece;
  const subword = (text: string, { start, end }: Subword | { start: number; end: number }, word: number): Subword => ({
    text: text.slice(start, end),
    start,
    end,
    word,
  });
  const end = (text: string): Subword => ({ text: '', start: text.length, end: text.length, word: -1 });
  return {
    sourceSubwords: [...sourcePieces.map(({ span }, i) => subword(source, span, sourceWords[i]!)), end(source)],
    targetSubwords: [...target.pieces.map(({ span }, t) => subword(target.text, span, targetWords[t]!)), end(target.text)],
  };
}

async function hypothesesOf(
  pack: LoadedPack,
  model: Encoding,
  task: SearchTask,
  sentence: SourceSentence,
  { options = {} }: ExplainRequest,
  beforeStep: () => Promise<void>,
): Promise<ScoredHypothesis[]> {
  const { manifest, targetTokenizer } = pack;
  const [found] = await beamSearch(model, [task], searchOptions(pack, options), beforeStep);
  return found!.map(({ ids, logProb }) => ({
    text: writeSentence(ids, targetTokenizer, sentence).text,
    subwords: [...ids, manifest.specialTokens.eos],
    score: logProb / (ids.length + 1),
  }));
}

function modelInfo({ manifest, lexicon }: LoadedPack): Explanation['model'] {
  const { cell, score, recurrentOutput, hidden, embedding, sourceVocabulary, targetVocabulary } = manifest.architecture;
  const model = { cell, score, recurrentOutput, hidden, embedding, sourceVocabulary, targetVocabulary };
  return lexicon ? { ...model, epsilon: lexicon.epsilon } : model;
}

/** What single subwords look like to a reader. */
class SubwordTexts {
  private readonly protectedTexts: ReadonlyMap<number, string>;

  constructor(
    private readonly pack: LoadedPack,
    sentence: SourceSentence,
  ) {
    this.protectedTexts = protectedTextsOf(sentence);
  }

  of(id: number): string {
    const { targetTokenizer, manifest } = this.pack;
    if (id === manifest.specialTokens.eos) return '';
    const byte = targetTokenizer.byte(id);
    if (byte !== undefined) return `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`;
    return this.protectedTexts.get(id) ?? targetTokenizer.surface(id) ?? '';
  }
}

/** Rounding in the graph can lift a logarithm of nearly 1 above 0. */
function probability(logProb: number): number {
  return Math.min(1, Math.exp(logProb));
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
