/** Units in a file that several windows share. Pure: the file is given. */
import { latestUnits, readUnits, TranslationMemory, unitKey, writeUnits, type MemoryUnit } from '../../engine/memory';

export interface MemoryFile {
  /** Undefined when it is not there. */
  read(): Promise<string | undefined>;
  /** All or nothing: a reader never sees a part. */
  write(text: string): Promise<void>;
}

/** Hears of what nobody asked for. */
export interface StoreListener {
  /** So many lines of the file hold no unit. */
  damaged(lines: number): void;
  /** The memory has what other windows wrote, too. */
  merged(): void;
  failed(error: unknown): void;
}

/** By key: the units that a change adds, and those that it deletes as they were. */
interface Change {
  readonly added: ReadonlyMap<string, MemoryUnit>;
  readonly deleted: ReadonlyMap<string, MemoryUnit>;
}

/**
 * Milliseconds after which a change is looked for in the file: another window that had read the file before has written its own
 * by then, and the later one wins. What it did not know of is written again.
 */
const settling = 3000;

/** Units that are taken into the index between two pauses that let the editor have its turn. */
const unitsAtOnce = 300;

export class MemoryStore {
  readonly memory = new TranslationMemory();
  private text: string | undefined;
  private last: Promise<void> = Promise.resolve();
  /** What was written, and may yet be lost. */
  private unsettled: Change = { added: new Map(), deleted: new Map() };
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly file: MemoryFile,
    private readonly listener: StoreListener,
  ) {}

  /** Takes over what the file holds; whether that is something new. */
  load(): Promise<boolean> {
    return this.inTurn(async () => {
      const text = (await this.file.read()) ?? '';
      return text !== this.text && (await this.take(text, await this.parse(text)));
    });
  }

  /** Adds units; of those with the same source and languages, the latest stays. */
  add(units: readonly MemoryUnit[]): Promise<void> {
    return this.change(() => ({ added: byKey(latestUnits(units)), deleted: new Map() }));
  }

  /** Adds units that take the place of all others with the same source and languages, whatever the clock said then. */
  put(units: readonly MemoryUnit[]): Promise<void> {
    return this.change((present) => {
      const later = units.map((unit) => ({ ...unit, changed: Math.max(unit.changed, (present.get(unitKey(unit))?.changed ?? -1) + 1) }));
      return { added: byKey(later), deleted: new Map() };
    });
  }

  delete(unit: Pick<MemoryUnit, 'source' | 'sourceLanguage' | 'targetLanguage'>): Promise<void> {
    const key = unitKey(unit);
    return this.change((present) => {
      const known = present.get(key);
      return { added: new Map(), deleted: new Map(known ? [[key, known]] : []) };
    });
  }

  dispose(): void {
    clearTimeout(this.timer);
  }

  /** Another window may have written meanwhile: the change is made to what the file holds now. */
  private change(changeOf: (present: ReadonlyMap<string, MemoryUnit>) => Change): Promise<void> {
    return this.inTurn(async () => {
      const { units } = await this.present();
      const present = byKey(units);
      const change = changeOf(present);
      await this.write(units, joined(this.lost(present), change));
      this.unsettled = joined(this.unsettled, change);
      this.settleLater();
    });
  }

  private settleLater(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.inTurn(() => this.settle()).catch((error: unknown) => this.listener.failed(error)), settling);
  }

  /** Writes again what another window has written over; what it knew of and changed stays as it made it. */
  private async settle(): Promise<void> {
    const { units, isOwn } = await this.present();
    const lost = this.lost(byKey(units));
    if (isOwn || lost.added.size + lost.deleted.size === 0) {
      this.unsettled = { added: new Map(), deleted: new Map() };
      return;
    }
    await this.write(units, lost);
    this.listener.merged();
    this.settleLater();
  }

  /** Of what was written, that which is not there any more; what others have changed later stays as they made it. */
  private lost(present: ReadonlyMap<string, MemoryUnit>): Change {
    const { added, deleted } = this.unsettled;
    return {
      added: new Map([...added].filter(([key, { changed }]) => (present.get(key)?.changed ?? -1) < changed)),
      deleted: new Map([...deleted].filter(([key, { changed }]) => present.get(key)?.changed === changed)),
    };
  }

  /** What the file holds, and whether that is what this window has. */
  private async present(): Promise<{ readonly units: readonly MemoryUnit[]; readonly isOwn: boolean }> {
    const text = (await this.file.read()) ?? '';
    const isOwn = text === this.text;
    return { units: isOwn ? [...this.memory.all()] : await this.parse(text), isOwn };
  }

  private async write(units: readonly MemoryUnit[], { added, deleted }: Change): Promise<void> {
    const changed = latestUnits([...units.filter((unit) => !deleted.has(unitKey(unit))), ...added.values()]);
    const text = writeUnits(changed);
    await this.file.write(text);
    await this.take(text, changed);
  }

  private async parse(text: string): Promise<readonly MemoryUnit[]> {
    const { units, damaged } = await readUnits(text, pause);
    if (damaged > 0) this.listener.damaged(damaged);
    return latestUnits(units);
  }

  private async take(text: string, units: readonly MemoryUnit[]): Promise<true> {
    this.text = text;
    const present = new Set(units.map(unitKey));
    for (const unit of [...this.memory.all()]) if (!present.has(unitKey(unit))) this.memory.delete(unit);
    let taken = 0;
    for (const unit of units) {
      const known = this.memory.exact(unit.source, unit);
      if (known?.changed === unit.changed && known.target === unit.target) continue;
      this.memory.set(unit);
      if (++taken % unitsAtOnce === 0) await pause();
    }
    return true;
  }

  /** One after another, whether or not the one before failed. */
  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = this.last.then(task);
    this.last = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }
}

/** One change after another. */
function joined(first: Change, second: Change): Change {
  return {
    added: new Map([...[...first.added].filter(([key]) => !second.deleted.has(key)), ...second.added]),
    deleted: new Map([...[...first.deleted].filter(([key]) => !second.added.has(key)), ...second.deleted]),
  };
}

function byKey(units: readonly MemoryUnit[]): Map<string, MemoryUnit> {
  return new Map(units.map((unit) => [unitKey(unit), unit]));
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
