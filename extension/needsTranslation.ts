import { detectLanguage } from '../engine/language/detect';
import * as config from './config';
import type { Passage } from './passages';

/** Whether a passage is worth translating unasked: what is in the target language already, or in none, is not. */
export function needsTranslation({ text }: Pick<Passage, 'text'>, scope: config.Scope): boolean {
  const language = detectLanguage(text);
  return language !== undefined && language !== config.targetLanguage(scope);
}
