/** A translation memory: what the user has translated or put right. Pure. */
export { TranslationMemory, type FuzzyMatch } from './translationMemory';
export { latestUnits, mostUnits, normalised, readUnits, unitKey, writeUnits, type Direction, type LearnedWord, type MemoryUnit } from './unit';
