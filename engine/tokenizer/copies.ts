import type { Manifest } from '../pack/manifest';
import { isInCapitals } from '../text/capitals';
import type { SourceSentence } from './sentenceEncoder';

const latinWord = /\p{Script=Latin}[\p{Script=Latin}\p{M}]*/gu;

const compound = new RegExp(`${latinWord.source}(?:-${latinWord.source})+`, 'gu');

/** Languages written in other than Latin letters. */
const otherScripts = new Set(['ar', 'el', 'he', 'ja', 'ko', 'ru', 'th', 'uk', 'zh']);

/** Whether a pack translates from Latin letters into others: what its translations have in Latin letters is copied. */
export function copiesLatin({ task, sourceLanguage, targetLanguage }: Manifest): boolean {
  return task === 'translate' && otherScripts.has(targetLanguage) && !otherScripts.has(sourceLanguage);
}

/** Words in Latin letters, and compounds of them, each once. */
export function latinWords(text: string): string[] {
  return [...new Set([...(text.match(latinWord) ?? []), ...(text.match(compound) ?? [])])];
}

/** What a translation may copy of a sentence's words outside protected spans. */
export function copiesOf(plain: string): Pick<SourceSentence, 'copies' | 'isInCapitals'> {
  const copies = latinWords(plain);
  return isInCapitals(plain) ? { copies, isInCapitals: true } : { copies };
}
