import { beamSearch } from '../decode/beamSearch';
import { searchOptions } from '../decode/options';
import type { ContinueRequest } from '../protocol/explanation';
import type { Translation } from '../protocol/result';
import { joinSentences, sentenceResult } from '../translate/assemble';
import type { LoadedPack } from '../translate/loadedPack';
import { searchTask, stepGuard, type TranslateHooks } from '../translate/translator';
import { sentenceTerms, termSubwords } from '../translate/terms';
import { checkSubwords, wholeSentence } from './explain';

/**
 * The best translation of a sentence that begins with the given subwords; a prefix that ends with EOS is all of it.
 * Throws `empty-input` for a source without words, `pack-incompatible` for subwords of another pack, and `cancelled`.
 */
export async function continueTranslation(
  pack: LoadedPack,
  { source, prefix, options = {}, terms: glossary }: ContinueRequest,
  { signal }: TranslateHooks,
): Promise<Translation> {
  const { manifest, targetTokenizer, lexicon, session } = pack;
  checkSubwords(pack, prefix);
  const sentence = wholeSentence(pack, source, glossary);
  const sourceIds = [...sentence.pieces.map(({ id }) => id), manifest.specialTokens.eos];
  const beforeStep = stepGuard(signal);
  await beforeStep();
  const terms = sentenceTerms(pack, sentence, sourceIds);
  const model = await session.encode([sourceIds], {
    rowScales: [terms?.lexicon.rowScales],
    shortlistWith: [...termSubwords(terms), ...pack.wordConstraints.subwords(sentence), ...prefix],
  });
  const task = searchTask(pack, sentence, sourceIds, terms);
  // A long prefix leaves the search as much room as a sentence without one has beyond it.
  const maxLength = Math.max(task.maxLength, prefix.length + manifest.decoding.maxLengthExtra);
  const [found] = await beamSearch(model, [{ ...task, maxLength, prefix }], searchOptions(pack, options), beforeStep);
  const result = sentenceResult(source, sentence, sourceIds, found![0]!, targetTokenizer, terms?.lexicon ?? lexicon);
  return joinSentences(source, [result], manifest.targetLanguage);
}
