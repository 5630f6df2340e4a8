/** The features are those that the models were trained with: the same numbers in test/models/test_langid.py. */
import { expect, test } from 'vitest';
import han from '../../../engine/language/han.json';
import latin from '../../../engine/language/latin.json';
import { NgramModel } from '../../../engine/language/ngramModel';
import { hanWords, latinWords, withoutNoise } from '../../../engine/language/words';
import reference from '../../fixtures/langid.reference.json';

const models = { latin: new NgramModel(latin), han: new NgramModel(han) };

test.each(reference)('$text', ({ text, ...expected }) => {
  const found = { latin: latinWords(withoutNoise(text)), han: hanWords(withoutNoise(text)) };
  for (const kind of ['latin', 'han'] as const) {
    expect(found[kind]).toEqual(expected[kind].words);
    expect(found[kind].map((word) => models[kind].bucketsOf(word))).toEqual(expected[kind].buckets);
  }
});
