/** Runs in the page: the built engine in its worker, as the extension starts it in a browser. */
import { EngineClient } from '../../engine/client';
import { browserEngineHost } from '../../engine/platform/browser';
import type { MeasuredBackend, WantedBackend } from '../../engine/protocol/backend';
import type { Translation } from '../../engine/protocol/result';

export interface Session {
  readonly wanted: WantedBackend;
  /** Translated one request after another. */
  readonly texts: readonly string[];
  readonly pretendCard?: true;
  /** What the engine says at last begins so; waited for between the first text and the others. */
  readonly until?: string;
}

export interface Outcome {
  readonly translations: readonly Translation[];
  /** What the engine said to run where, in order, and how many translations were there by then. */
  readonly states: readonly { readonly state: string; readonly translated: number }[];
  readonly measured: MeasuredBackend | undefined;
  readonly warnings: readonly string[];
  /** Read beside the bundle. */
  readonly runtimeFiles: readonly string[];
}

async function runSession({ wanted, texts, pretendCard, until = '' }: Session): Promise<Outcome> {
  const states: { state: string; translated: number }[] = [];
  const warnings: string[] = [];
  const runtimeFiles: string[] = [];
  const translations: Translation[] = [];
  const read = async (path: string): Promise<Uint8Array> => {
    const response = await fetch(path);
    if (!response.ok) throw new Error(`no ${path}`);
    return new Uint8Array(await response.arrayBuffer());
  };
  let measured: MeasuredBackend | undefined;
  let said: () => void = () => undefined;
  const saying = new Promise<void>((resolve) => (said = resolve));
  const source = new TextDecoder().decode(await read('/dist/worker.browser.js'));
  const client = new EngineClient({
    ...browserEngineHost({
      workerSource: pretendCard ? `(${hideSoftware.toString()})();${source}` : source,
      readFile: (location, file) => {
        if (location !== 'runtime:') return read(`${location}/${file}`);
        runtimeFiles.push(file);
        return read(`/dist/${file}`);
      },
      log: (level, message) => {
        if (level !== 'info') warnings.push(message);
      },
    }),
    backends: {
      wanted: () => wanted,
      chosen: (choice) => {
        states.push({ state: choice.state, translated: translations.length });
        console.log(choice.state);
        measured = choice.measured ?? measured;
        if (choice.state.startsWith(until)) said();
      },
    },
  });
  for (const text of texts) {
    translations.push(...(await client.translate({ pack: '/models/packs/en-zh', texts: [text], options: { beamSize: 1 } })));
    await saying;
  }
  client.dispose();
  return { translations, states, measured, warnings, runtimeFiles };
}

/** Runs in the worker: the software adapter says that it is a card. */
function hideSoftware(): void {
  const { prototype } = (globalThis as unknown as { GPUAdapterInfo: { prototype: object } }).GPUAdapterInfo;
  for (const [name, value] of Object.entries({ isFallbackAdapter: false, vendor: 'test', architecture: 'card' })) {
    Object.defineProperty(prototype, name, { get: () => value });
  }
}

Object.assign(globalThis, { runSession });
