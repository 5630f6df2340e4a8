import type { BackendHost, BackendSetting, MeasuredBackend, WantedBackend } from '../protocol/backend';
import { AlignLensError } from '../protocol/errors';
import type { OrtGraph } from '../session/ortBackend';
import type { LetPass } from '../taskQueue';
import type { LoadedPack } from '../translate/loadedPack';
import { findAdapter, hasWebgpu, type Adapter, type PresentAdapter } from './adapter';
import { chooseBackend, fasterFrom, type Choice } from './choose';
import { timeSteps } from './measure';
import { WebgpuDecoders, type WebgpuServices } from './webgpuDecoders';

export interface BackendServices {
  readonly wanted: (fingerprint: string) => Promise<WantedBackend>;
  readonly chosen: BackendHost['chosen'];
  /** Runs a task when nothing else is to do. */
  readonly whenIdle: (task: (letPass: LetPass) => Promise<void>) => void;
}

/** Characters of a message of ONNX Runtime's. */
const mostShown = 300;

/** A pack, and the wish for it that is followed. */
interface Followed {
  readonly pack: LoadedPack;
  readonly location: string;
  readonly setting: BackendSetting;
}

/**
 * Where the decoder's steps of each pack run. Everything else of a pack, and everything until WebGPU is ready, runs in the
 * engine's own runtime; the other one is loaded only to be timed or used.
 */
export class Backends {
  private readonly followed = new WeakMap<LoadedPack, Followed>();
  private readonly decoders: WebgpuDecoders;
  private adapter: Promise<Adapter> | undefined;

  constructor(
    private readonly services: BackendServices,
    webgpu: WebgpuServices,
    private readonly log: (level: 'info' | 'warn', message: string) => void,
  ) {
    this.decoders = new WebgpuDecoders(webgpu);
  }

  /** Does work with a pack on what the user wants; where WebGPU fails underway, does it again without. */
  async run<T>(pack: LoadedPack, location: string, work: () => Promise<T>): Promise<T> {
    await this.follow(pack, location);
    try {
      return await work();
    } catch (error) {
      // What the engine itself reports would be the same elsewhere, but for what graphs do.
      if ((error instanceof AlignLensError && error.code !== 'pack-damaged') || !pack.session.other) throw error;
      const reason = `WebGPU failed: ${describe(error)}`;
      // A lost device is lost for all packs.
      this.adapter = Promise.resolve({ missing: reason });
      this.stay(this.followed.get(pack)!, reason, 'warn');
      return work();
    }
  }

  private async follow(pack: LoadedPack, location: string): Promise<void> {
    const known = this.followed.get(pack);
    // Without WebGPU there is nothing to choose: asking once is enough to say so.
    if (known && !hasWebgpu()) return;
    const wanted = await this.services.wanted(pack.fingerprint);
    if (known?.setting === wanted.setting) return;
    const followed = { pack, location, setting: wanted.setting };
    this.followed.set(pack, followed);
    const adapter = wanted.setting === 'wasm' ? undefined : await (this.adapter ??= findAdapter());
    await this.apply(followed, chooseBackend(wanted, adapter), adapter);
  }

  private async apply(followed: Followed, choice: Choice, adapter: Adapter | undefined): Promise<void> {
    const { webgpuFrom, reason } = choice;
    if (webgpuFrom !== null && choice.eager) return this.switchTo(followed, webgpuFrom, reason);
    this.stay(followed, webgpuFrom === null ? reason : 'until WebGPU is loaded', choice.refused ? 'warn' : 'info');
    // Loading needs nothing that translations need: they go on meanwhile.
    if (webgpuFrom !== null) this.whenIdle(followed, () => void this.switchTo(followed, webgpuFrom, reason));
    else if (choice.measure && adapter && !('missing' in adapter)) this.whenIdle(followed, () => void this.loadAndMeasure(followed, adapter));
  }

  /** As long as the wish is the same. What fails there fails for WebGPU only. */
  private whenIdle(followed: Followed, task: (letPass: LetPass) => void | Promise<void>): void {
    this.services.whenIdle(async (letPass) => {
      if (!this.isCurrent(followed)) return;
      try {
        await task(letPass);
      } catch (error) {
        this.stay(followed, `WebGPU failed: ${describe(error)}`, 'warn');
      }
    });
  }

  private isCurrent(followed: Followed): boolean {
    return this.followed.get(followed.pack) === followed;
  }

  private async switchTo(followed: Followed, webgpuFrom: number, reason: string, measured?: MeasuredBackend): Promise<void> {
    const graph = await this.load(followed);
    if (!graph || !this.isCurrent(followed)) return;
    followed.pack.session.other = { graph, fromSentences: webgpuFrom };
    const which = webgpuFrom === 1 ? '' : ` for ${webgpuFrom} sentences and more at a time`;
    this.tell(followed, `WebGPU${which}: ${reason}`, 'info', measured);
  }

  private stay(followed: Followed, reason: string, level: 'info' | 'warn', measured?: MeasuredBackend): void {
    followed.pack.session.other = undefined;
    this.tell(followed, `WebAssembly: ${reason}`, level, measured);
  }

  private async loadAndMeasure(followed: Followed, adapter: PresentAdapter): Promise<void> {
    const graph = await this.load(followed, adapter.key);
    if (graph) this.whenIdle(followed, (letPass) => this.measure(followed, adapter, graph, letPass));
  }

  private async measure(followed: Followed, { key, description }: PresentAdapter, graph: OrtGraph, letPass: LetPass): Promise<void> {
    const { pack } = followed;
    const times = await timeSteps(pack, graph, letPass);
    if (!this.isCurrent(followed)) return;
    const measured = { adapter: key, webgpuFrom: fasterFrom(times) };
    const figures = times.map(({ sentences, wasm, webgpu }) => `${webgpu.toFixed(1)} instead of ${wasm.toFixed(1)} ms (sentences: ${sentences})`);
    const reason = `a decoder step with WebGPU takes ${figures.join(', ')}; adapter: ${description}`;
    if (measured.webgpuFrom !== null) return this.switchTo(followed, measured.webgpuFrom, reason, measured);
    await this.decoders.unload(pack);
    this.stay(followed, reason, 'info', measured);
  }

  /** @param key of the adapter, to remember that it is no use with this pack */
  private async load(followed: Followed, key?: string): Promise<OrtGraph | undefined> {
    try {
      return await this.decoders.load(followed.pack, followed.location);
    } catch (error) {
      const reason = `WebGPU cannot be used: ${describe(error)}`;
      this.stay(followed, reason, 'warn', key === undefined ? undefined : { adapter: key, webgpuFrom: null });
      return undefined;
    }
  }

  private tell({ pack, location }: Followed, state: string, level: 'info' | 'warn', measured: MeasuredBackend | undefined): void {
    const { manifest, fingerprint } = pack;
    this.log(level, `pack ${manifest.id} ${manifest.version} decodes with ${state}`);
    this.services.chosen({ pack: location, fingerprint, state, measured: measured ?? null });
  }
}

/** In a line that fits a table. */
function describe(error: unknown): string {
  const text = error instanceof AlignLensError ? (error.detail ?? error.message) : String(error);
  const [line = ''] = text.split('\n', 1);
  return line.length > mostShown ? `${line.slice(0, mostShown)}…` : line;
}
