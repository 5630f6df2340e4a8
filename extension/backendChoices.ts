import type * as vscode from 'vscode';
import type { BackendHost, BackendSetting, ChosenBackend, MeasuredBackend, WantedBackend } from '../engine/protocol/backend';
import { record } from '../engine/protocol/validate';
import { measuredBackend } from '../engine/protocol/workerProtocol';

const memoryKey = 'measuredBackends';

/** Packs whose timings are kept: the newest. */
const mostRemembered = 20;

const remembered = record(measuredBackend);

/** The user's choice of a backend, what the engine made of it, and this machine's timings. */
export class BackendChoices implements BackendHost {
  /** By location of the pack. */
  private readonly states = new Map<string, string>();

  constructor(
    /** Of this machine: it is not synchronized with others. */
    private readonly memory: Pick<vscode.Memento, 'get' | 'update'>,
    private readonly setting: () => BackendSetting,
  ) {}

  wanted(fingerprint: string): WantedBackend {
    return { setting: this.setting(), measured: new Map(this.remembered()).get(fingerprint) ?? null };
  }

  chosen({ pack, fingerprint, state, measured }: ChosenBackend): void {
    this.states.set(pack, state);
    if (!measured) return;
    const others = this.remembered().filter(([known]) => known !== fingerprint);
    void this.memory.update(memoryKey, Object.fromEntries([...others, [fingerprint, measured]].slice(-mostRemembered)));
  }

  /** What decodes with the pack and why, in English; undefined until it was used. */
  stateOf(pack: string): string | undefined {
    return this.states.get(pack);
  }

  private remembered(): [string, MeasuredBackend][] {
    try {
      return Object.entries(remembered(this.memory.get(memoryKey) ?? {}, memoryKey));
    } catch {
      // Another version's: it is timed again.
      return [];
    }
  }
}
