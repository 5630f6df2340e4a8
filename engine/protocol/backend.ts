/** What decoder steps run on, and how the engine and its host come to agree on it. */

export const backendSettings = ['auto', 'wasm', 'webgpu'] as const;
export type BackendSetting = (typeof backendSettings)[number];

/** What was timed on a machine with a pack. */
export interface MeasuredBackend {
  /** The graphics adapter, in words: with another one, the figures say nothing. */
  readonly adapter: string;
  /** From how many sentences side by side WebGPU is faster; null: with none. */
  readonly webgpuFrom: number | null;
}

export interface WantedBackend {
  readonly setting: BackendSetting;
  /** Null where nothing was timed yet. */
  readonly measured: MeasuredBackend | null;
}

export interface ChosenBackend {
  /** Location of the pack. */
  readonly pack: string;
  /** SHA-256 of its manifest. */
  readonly fingerprint: string;
  /** What runs and why, in a line of English for the log and for reports. */
  readonly state: string;
  /** What to answer the next time with this pack; null: as before. */
  readonly measured: MeasuredBackend | null;
}

/** The host's part: the user's choice, and the memory of what was timed. */
export interface BackendHost {
  /** @param fingerprint SHA-256 of the pack's manifest */
  wanted(fingerprint: string): WantedBackend;
  chosen(choice: ChosenBackend): void;
}
