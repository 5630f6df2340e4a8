/** What the user has translated, or put right: a text and the translation to use for it. */
import { array, integer, object, string, ValidationError, type Validator } from '../protocol/validate';

/** From which language to which. */
export interface Direction {
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
}

/** A word of the source with the word that a correction put in the place of the machine's. */
export interface LearnedWord {
  readonly source: string;
  readonly target: string;
}

export interface MemoryUnit extends Direction {
  readonly source: string;
  readonly target: string;
  /** When it was made, in milliseconds since 1970; a later one takes the place of an earlier one. */
  readonly changed: number;
  readonly words?: readonly LearnedWord[];
}

/** What a memory keeps at most; the oldest go first. */
export const mostUnits = 20_000;

/** Texts that differ in white space only are one. */
export function normalised(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}

/** The same for units of which one takes the other's place. */
export function unitKey({ sourceLanguage, targetLanguage, source }: Pick<MemoryUnit, 'sourceLanguage' | 'targetLanguage' | 'source'>): string {
  return `${sourceLanguage}\t${targetLanguage}\t${normalised(source)}`;
}

/** The units without those that a later one replaces, in order of time, and without the oldest of too many. */
export function latestUnits(units: Iterable<MemoryUnit>): MemoryUnit[] {
  const latest = new Map<string, MemoryUnit>();
  for (const unit of units) {
    const key = unitKey(unit);
    const known = latest.get(key);
    if (!known || known.changed <= unit.changed) latest.set(key, unit);
  }
  return [...latest.values()].sort((a, b) => a.changed - b.changed).slice(-mostUnits);
}

const memoryUnit: Validator<MemoryUnit> = object(
  { source: string, target: string, sourceLanguage: string, targetLanguage: string, changed: integer(0) },
  { words: array(object({ source: string, target: string })) },
);

/** One unit per line, as JSON: a line that another program has damaged costs that unit only. */
export function writeUnits(units: readonly MemoryUnit[]): string {
  return units.map((unit) => `${JSON.stringify(unit)}\n`).join('');
}

/** Lines between two pauses: a few milliseconds' work. */
const linesAtOnce = 500;

/** The units of a file that `writeUnits` made, and how many lines hold none. Pauses now and then, so that others have their turn. */
export async function readUnits(text: string, pause: () => Promise<void>): Promise<{ readonly units: MemoryUnit[]; readonly damaged: number }> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const units: MemoryUnit[] = [];
  for (const [number, line] of lines.entries()) {
    const unit = readUnit(line);
    if (unit) units.push(unit);
    if (number % linesAtOnce === linesAtOnce - 1) await pause();
  }
  return { units, damaged: lines.length - units.length };
}

function readUnit(line: string): MemoryUnit | undefined {
  try {
    return memoryUnit(JSON.parse(line), 'unit');
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof ValidationError) return undefined;
    throw error;
  }
}
