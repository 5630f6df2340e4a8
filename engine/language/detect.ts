/** Which language a text is written in, such as a comment with identifiers in it. Pure. */
import han from './han.json';
import latin from './latin.json';
import { NgramModel } from './ngramModel';
import { hanWords, latinWords, withoutNoise } from './words';

/** Below this the model guesses. */
const leastProbability = 0.25;

/** Above this even two words say enough; below it, what stands around says more. */
const sure = 0.6;

/** Japanese without kana is rarer than the model, which saw as much of both, can know. */
const leastJapanese = 0.75;

/** Enough to tell; a text may be a whole file. */
const mostCharacters = 2000;

const script = {
  han: /\p{Script=Han}/gu,
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}ー]/gu,
  hangul: /\p{Script=Hangul}/gu,
  cyrillic: /\p{Script=Cyrillic}/gu,
  latin: /\p{Script=Latin}/gu,
};

/** Languages with a script that hardly any other is written in. */
const ownScripts: readonly (readonly [language: string, script: RegExp])[] = [
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['th', /\p{Script=Thai}/gu],
];

// Decoding the weights takes a moment: only those who ask pay.
const models: { latin?: NgramModel; han?: NgramModel } = {};

/**
 * @param around what the text stands in: a comment like "Can be NULL" may be of several languages, its file is not
 * @returns the language's code, such as `en`; undefined for a text without words, or when no language is likely: code,
 *   identifiers and addresses are no words
 */
export function detectLanguage(text: string, around = ''): string | undefined {
  const prose = withoutNoise(text.slice(0, mostCharacters));
  const words = latinWords(prose);
  return eastAsian(prose, words.length) ?? cyrillic(prose) ?? ownScript(prose) ?? latinLanguage(words, around);
}

/** A Chinese character or a syllable weighs as much as two Latin words: those are often names that stay. */
function eastAsian(text: string, latin: number): string | undefined {
  const [chinese, kana, korean] = [count(text, script.han), count(text, script.kana), count(text, script.hangul)];
  const total = chinese + kana + korean;
  if (total === 0 || total * 2 < latin) return undefined;
  if (korean >= total * 0.3) return 'ko';
  if (kana >= total * 0.1) return 'ja';
  models.han ??= new NgramModel(han);
  const best = models.han.best(hanWords(text));
  return best?.language === 'ja' && best.probability < leastJapanese ? 'zh' : best?.language;
}

function cyrillic(text: string): string | undefined {
  const letters = count(text, script.cyrillic);
  if (letters === 0 || letters * 2 < count(text, script.latin)) return undefined;
  return /[іїєґ]/iu.test(text) && !/[ыэъё]/iu.test(text) ? 'uk' : 'ru';
}

function ownScript(text: string): string | undefined {
  return ownScripts.find(([, letters]) => count(text, letters) > count(text, script.latin))?.[0];
}

function latinLanguage(words: readonly string[], around: string): string | undefined {
  models.latin ??= new NgramModel(latin);
  const best = models.latin.best(words);
  if (best && best.probability < sure) {
    const whole = models.latin.best(latinWords(withoutNoise(around.slice(0, mostCharacters))));
    if (whole && whole.language !== 'other' && whole.probability >= sure) return whole.language;
  }
  return best && best.language !== 'other' && best.probability >= leastProbability ? best.language : undefined;
}

function count(text: string, letter: RegExp): number {
  return text.match(letter)?.length ?? 0;
}
