/**
 * A translation explained with numbers that obey the decoder's equations: energies, lexicon and logits are given, all
 * else is computed from them, so that tests can check what the view says of it.
 */
import type { PanelSentence } from '../../engine/protocol/panelProtocol';
import type { ExplainedStep, Explanation, ModelInfo, Subword } from '../../engine/protocol/explanation';
import type { Token } from '../../engine/protocol/result';

interface Piece {
  readonly text: string;
  readonly word: number;
}

const source = 'Close the file before you rename it.';
const target = '重命名文件前请先关闭它。';
const eos = 2;

const sourcePieces = pieces('Close:0 the:1 file:2 before:3 you:4 re:5 name:5 it:6 .:7');
const targetPieces = pieces('重:0 命名:0 文件:1 前:2 请:3 先:4 关闭:5 它:6 。:7');

/** Ids from 10 on. */
const vocabulary = ['重', '命名', '文件', '前', '请', '先', '关闭', '它', '。', '之前', '关', '文档', '改', '名', '在', '您', '该', '档案'];
const id = (text: string): number => 10 + vocabulary.indexOf(text);
const surface = (number: number): string => (number === eos ? '' : vocabulary[number - 10]!);

/** L(y|x) by source piece; EOS votes for EOS. */
const lexicon: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  Close: { 关闭: 0.72, 关: 0.16 },
  the: { 该: 0.06, 文件: 0.03, '。': 0.01 },
  file: { 文件: 0.84, 档案: 0.06, 文档: 0.05 },
  before: { 前: 0.32, 之前: 0.46, 先: 0.12, 在: 0.06 },
  you: { 您: 0.41 },
  re: { 重: 0.52, 命名: 0.07, 改: 0.09 },
  name: { 命名: 0.38, 重: 0.04, 名: 0.27 },
  it: { 它: 0.58, 文件: 0.02 },
  '.': { '。': 0.91 },
};

/** The source piece that each step looks at most, and how much; the last step writes EOS. */
const looks: readonly (readonly [piece: number, energy: number])[] = [[5, 3.1], [6, 3.4], [2, 3.8], [3, 2.9], [0, 1.2], [3, 2.2], [0, 4.1], [7, 3.3], [8, 4.4], [9, 5]];

/** log(own logit of the written subword) above the others'. */
const certainty = [0.9, 1.6, 1.2, 0.4, 8.4, 2.1, 0.3, 0.8, 2.2, 3.4];

/** A pack without a lexicon. */
export const bare: ModelInfo = {
  cell: 'regated',
  score: 'general',
  recurrentOutput: false,
  hidden: 16,
  embedding: 8,
  sourceVocabulary: 8000,
  targetVocabulary: 8000,
};

/** As the pack that ships, but small. */
export const regated: ModelInfo = { ...bare, epsilon: 0.001 };

/** The sentence as the panel gets it, in words. */
export const renameSentence: PanelSentence = wordSentence();

/** Without `epsilon` there is no lexicon. */
export function madeExplanation(model: ModelInfo = regated): Explanation {
  const random = generator(7);
  const sources = [...located(source, sourcePieces), endOf(source)];
  const targets = [...located(target, targetPieces), endOf(target)];
  const memory = sources.map(() => vector(model.hidden, random));
  const written = [...targetPieces.map(({ text }) => id(text)), eos];
  const made = written.map((chosen, t) => madeStep(model, memory, chosen, t, random));
  return {
    sourceSubwords: sources,
    targetSubwords: targets,
    attention: Float32Array.from(made.flatMap(({ attention }) => attention)),
    alignment: Float32Array.from(made.flatMap(({ alignment }) => alignment)),
    steps: made.map(({ step }) => step),
    hypotheses: hypotheses(written),
    model,
  };
}

interface MadeStep {
  readonly step: ExplainedStep;
  readonly attention: number[];
  readonly alignment: number[];
}

function madeStep(model: ModelInfo, memory: readonly Float32Array[], chosen: number, t: number, random: () => number): MadeStep {
  const energies = energiesAt(t, random);
  const attention = softmaxOf(energies);
  const floor = (model.epsilon ?? 0) / (vocabulary.length + 1);
  const voteOf = (candidate: number, i: number): number => (model.epsilon === undefined ? 0 : attention[i]! * likelihood(candidate, i));
  const massOf = (candidate: number): number => attention.reduce((sum, _, i) => sum + voteOf(candidate, i), floor);
  const mass = massOf(chosen);
  const shares = attention.map((_, i) => (mass > 0 ? voteOf(chosen, i) / mass : 0));
  const own = mass > 0 ? floor / mass : 1;
  const candidates = [eos, ...vocabulary.map(id)];
  const logits = candidates.map((candidate) => {
    const logit = random() + (candidate === chosen ? certainty[t]! : 0);
    return model.epsilon === undefined ? logit * 2 : logit + Math.log(massOf(candidate));
  });
  const probabilities = softmaxOf(logits);
  const ranked = candidates
    .map((candidate, index) => ({ id: candidate, text: surface(candidate), probability: probabilities[index]! }))
    .sort((a, b) => b.probability - a.probability);
  const step = {
    id: chosen,
    text: surface(chosen),
    probability: probabilities[candidates.indexOf(chosen)]!,
    alternatives: ranked.slice(0, 5),
    votes: Float32Array.from(shares),
    own,
    energies: Float32Array.from(energies),
    ...statesOf(model, attention, memory, random),
  };
  return { step, attention, alignment: attention.map((weight, i) => shares[i]! + own * weight) };
}

function energiesAt(t: number, random: () => number): number[] {
  return [...sourcePieces, undefined].map((_, i) => random() * 1.2 - 0.6 + (looks[t]![0] === i ? looks[t]![1] : 0));
}

/** L(y|x_i). */
function likelihood(candidate: number, i: number): number {
  if (i === sourcePieces.length) return candidate === eos ? 1 : 0;
  return lexicon[sourcePieces[i]!.text]?.[surface(candidate)] ?? 0;
}

function statesOf(
  model: ModelInfo,
  attention: readonly number[],
  memory: readonly Float32Array[],
  random: () => number,
): Pick<ExplainedStep, 'context' | 'attentional' | 'outputGate' | 'hidden' | 'gates'> {
  const context = new Float32Array(model.hidden).map((_, unit) => attention.reduce((sum, weight, i) => sum + weight * memory[i]![unit]!, 0));
  const attentional = vector(model.hidden, random);
  const outputGate = gate(model.hidden, random);
  const cell = vector(model.hidden, random);
  const mean = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const gates = { forget: mean(gate(model.hidden, random)), input: mean(gate(model.hidden, random)) };
  return model.cell === 'regated'
    ? {
        context, attentional, outputGate,
        hidden: outputGate.map((open, unit) => open * cell[unit]!),
        gates: { ...gates, output: mean(gate(model.hidden, random)), regated: mean(outputGate) },
      }
    : { context, attentional, outputGate, hidden: attentional, gates: { ...gates, output: mean(outputGate) } };
}

function hypotheses(written: readonly number[]): Explanation['hypotheses'] {
  const without = [...'重 命名 文件 之前 请 关闭 它 。'.split(' ').map(id), eos];
  const other = [...'重 命名 该 文档 前 请 先 关闭 它 。'.split(' ').map(id), eos];
  return [
    { text: target, subwords: written, score: Math.log(0.62) },
    { text: '重命名文件之前请关闭它。', subwords: without, score: Math.log(0.57) },
    { text: '重命名该文档前请先关闭它。', subwords: other, score: Math.log(0.41) },
  ];
}

function wordSentence(): PanelSentence {
  const sourceTokens = ['Close', 'the', 'file', 'before', 'you', 'rename', 'it', '.'];
  const targetTokens = ['重命名', '文件', '前', '请', '先', '关闭', '它', '。'];
  const partners = [5, 2, 3, 4, 3, 0, 6, 7];
  const rows = partners.flatMap((partner) => sourceTokens.map((_, index) => (index === partner ? 0.93 : 0.01)));
  const tokens = (text: string, words: readonly string[]): Token[] =>
    located(text, words.map((word, index) => ({ text: word, word: index }))).map(({ text: word, start, end }) => ({ text: word, start, end }));
  return {
    source,
    target,
    sourceTokens: tokens(source, sourceTokens),
    targetTokens: tokens(target, targetTokens),
    alignment: Float32Array.from(rows),
    attention: Float32Array.from(rows),
    links: partners.map((partner, index) => ({ source: partner, target: index })),
    confidence: Float32Array.from(targetTokens, () => 0.7),
    score: Math.log(0.62),
  };
}

function pieces(text: string): Piece[] {
  return text.split(' ').map((piece) => {
    const at = piece.lastIndexOf(':');
    return { text: piece.slice(0, at), word: Number(piece.slice(at + 1)) };
  });
}

function located(text: string, parts: readonly Piece[]): Subword[] {
  let from = 0;
  return parts.map((part) => {
    const start = text.indexOf(part.text, from);
    from = start + part.text.length;
    return { ...part, start, end: from };
  });
}

function endOf(text: string): Subword {
  return { text: '', start: text.length, end: text.length, word: -1 };
}

function softmaxOf(values: readonly number[]): number[] {
  const exponentials = values.map((value) => Math.exp(value));
  const total = exponentials.reduce((sum, value) => sum + value, 0);
  return exponentials.map((value) => value / total);
}

function vector(size: number, random: () => number): Float32Array {
  return new Float32Array(size).map(() => Math.tanh((random() + random() + random()) * 2 - 3));
}

/** Each step opens or closes its gates as a whole, too. */
function gate(size: number, random: () => number): Float32Array {
  const shift = 3 * random() - 1.5;
  return new Float32Array(size).map(() => 1 / (1 + Math.exp(2 - 4 * random() - shift)));
}

/** Numbers from 0 to 1 that are the same in every run (a linear congruence). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
