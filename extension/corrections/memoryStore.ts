/** Units in a file that several windows share. Pure: the file is given. */
import { latestUnits, readUnits, TranslationMemory, unitKey, writeUnits, type MemoryUnit } from '../../engine/memory';

export interface MemoryFile {
  /** Undefined when it is not there. */
  read(): Promise<string | undefined>;
  /** All or nothing: a reader never sees a part. */
  write(text: string): Promise<void>;
}

/** What a change makes of the units that are there. */
type Change = (units: readonly MemoryUnit[]) => readonly MemoryUnit[];

/** Units that are taken into the index between two pauses that let the editor have its turn. */
const unitsAtOnce = 300;

export class MemoryStore {
  readonly memory = new TranslationMemory();
  private text: string | undefined;
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly file: MemoryFile,
    private readonly onDamage: (lines: number) => void,
  ) {}

  /** Takes over what the file holds; whether that is something new. */
  load(): Promise<boolean> {
    return this.inTurn(async () => {
      const text = (await this.file.read()) ?? '';
      return text !== this.text && (await this.take(text, await this.parse(text)));
    });
  }

  /** Adds units; those with the same source and languages go. */
  add(units: readonly MemoryUnit[]): Promise<void> {
    return this.change((present) => [...present, ...units]);
  }

  delete(unit: Pick<MemoryUnit, 'source' | 'sourceLanguage' | 'targetLanguage'>): Promise<void> {
    const key = unitKey(unit);
    return this.change((present) => present.filter((other) => unitKey(other) !== key));
  }

  /** Another window may have written meanwhile: the change is made to what the file holds now. */
  private change(change: Change): Promise<void> {
    return this.inTurn(async () => {
      const present = (await this.file.read()) ?? '';
      const units = latestUnits(change(present === this.text ? [...this.memory.all()] : await this.parse(present)));
      const text = writeUnits(units);
      await this.file.write(text);
      await this.take(text, units);
    });
  }

  private async parse(text: string): Promise<readonly MemoryUnit[]> {
    const { units, damaged } = await readUnits(text, pause);
    if (damaged > 0) this.onDamage(damaged);
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

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
