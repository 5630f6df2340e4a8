/** Where the milliseconds of a hover go: the parts of a short sentence's translation, with a loaded pack. */
import type { Engine } from '../engine';
import { OrtGraph, type GraphTensor } from '../session/ortBackend';
import { median, timed } from './stepTimes';

/** Milliseconds of one hover. */
export interface HoverTimes {
  /** The text into sentences and subwords. */
  readonly reading: number;
  readonly encoder: number;
  /** All steps, each with its copies into the runtime and out of it. */
  readonly decoder: number;
  readonly steps: number;
  /** The rest: the shortlist and its part of the output layer, votes of the lexicon, beams, alignment, text. */
  readonly search: number;
}

/**
 * The medians over the texts, each of which the engine may not have translated before.
 *
 * @param pack location of a pack that the engine has loaded
 */
export async function hoverTimes(engine: Engine, pack: string, texts: readonly string[]): Promise<HoverTimes> {
  const { sentences } = await engine.loadPack(pack);
  const hovers: HoverTimes[] = [];
  for (const text of texts) {
    const reading = await timed(() => Promise.resolve(sentences.encode(text)));
    const runs = new GraphRuns();
    const total = await timed(() => engine.translate({ pack, texts: [text] })).finally(() => runs.end());
    const steps = runs.times('memory');
    const [encoder, decoder] = [sum(runs.times('lengths')), sum(steps)];
    hovers.push({ reading, encoder, decoder, steps: steps.length, search: total - encoder - decoder - reading });
  }
  const of = (key: keyof HoverTimes): number => median(hovers.map((hover) => hover[key]));
  return { reading: of('reading'), encoder: of('encoder'), decoder: of('decoder'), steps: of('steps'), search: of('search') };
}

/** Times every run of a graph until its end. */
class GraphRuns {
  private readonly runs: { readonly inputs: Readonly<Record<string, GraphTensor>>; readonly time: number }[] = [];
  // eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was
  private readonly original = OrtGraph.prototype.runTensors;

  constructor() {
    const { original, runs } = this;
    OrtGraph.prototype.runTensors = async function (this: OrtGraph, inputs, wanted) {
      const started = performance.now();
      const results = await original.call(this, inputs, wanted);
      runs.push({ inputs, time: performance.now() - started });
      return results;
    };
  }

  end(): void {
    OrtGraph.prototype.runTensors = this.original;
  }

  /** Milliseconds of each run of the graph that has this input. */
  times(input: string): number[] {
    return this.runs.filter(({ inputs }) => Object.hasOwn(inputs, input)).map(({ time }) => time);
  }
}

function sum(times: readonly number[]): number {
  return times.reduce((total, time) => total + time, 0);
}
