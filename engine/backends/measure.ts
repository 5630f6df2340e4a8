import { gatherRows } from '../decode/stepModel';
import type { OrtGraph } from '../session/ortBackend';
import type { Encoding } from '../session/encodedBatch';
import type { LetPass } from '../taskQueue';
import type { LoadedPack } from '../translate/loadedPack';
import type { StepTime } from './choose';

/** A hover, a paragraph, a batch of a file. */
const batches = [1, 4, 16];
const sourceLength = 16;
/** No larger batch makes up for a step that takes so many times as long. */
const hopeless = 20;
/** After one that warms up. */
const rounds = 5;

/** Times decoder steps of the pack with its own graph and with the one for WebGPU, in turn. */
export async function timeSteps({ manifest, session }: LoadedPack, webgpu: OrtGraph, letPass: LetPass): Promise<StepTime[]> {
  const { beamSize } = manifest.decoding;
  const times: StepTime[] = [];
  for (const sentences of batches) {
    const batch = Array.from({ length: sentences }, (_, n) => someSubwords(manifest.architecture.sourceVocabulary, n));
    const decodeWith = async (decoder: OrtGraph): Promise<TimedDecode> =>
      new TimedDecode(await session.encode(batch, { shortlistWith: [], decoder }), beamSize, manifest.specialTokens.bos);
    const ours = await decodeWith(session.decoder);
    const other = await decodeWith(webgpu);
    for (let round = 0; round <= rounds; round++) {
      for (const decode of [ours, other]) {
        await letPass();
        await decode.step();
      }
    }
    times.push({ sentences, wasm: ours.median(), webgpu: other.median() });
    if (times.at(-1)!.webgpu > hopeless * times.at(-1)!.wasm) break;
  }
  return times;
}

class TimedDecode {
  private readonly times: number[] = [];
  private readonly ids: Int32Array;
  private state: Encoding['initialState'];

  constructor(
    private readonly encoding: Encoding,
    private readonly beams: number,
    bos: number,
  ) {
    const { sentences, initialState } = encoding;
    const rows = Array.from({ length: sentences * beams }, (_, row) => Math.floor(row / beams));
    this.state = gatherRows(initialState, sentences, rows);
    this.ids = new Int32Array(rows.length).fill(bos);
  }

  async step(): Promise<void> {
    const start = performance.now();
    const { state } = await this.encoding.step(this.ids, this.beams, this.state);
    this.times.push(performance.now() - start);
    this.state = state;
  }

  /** Of all steps but the first, in milliseconds. */
  median(): number {
    const sorted = this.times.slice(1).sort((a, b) => a - b);
    return sorted[sorted.length >> 1]!;
  }
}

/** Time does not depend on what the subwords are: these are spread over the vocabulary. */
function someSubwords(vocabulary: number, seed: number): number[] {
  return Array.from({ length: sourceLength }, (_, i) => Math.floor(((i + 0.5) / sourceLength) * vocabulary + seed) % vocabulary);
}
