/** A translation memory: what the user has translated or put right. Pure. */
export { readTmx, TmxError, writeTmx } from './tmx';
export { TranslationMemory, type FuzzyMatch } from './translationMemory';
export { latestUnits, mostUnits, readUnits, unitKey, writeUnits, type Direction, type MemoryUnit } from './unit';
export { unitsOfCorrection } from './units';
