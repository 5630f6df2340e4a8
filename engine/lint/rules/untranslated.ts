import { phrase, type Phrase } from '../../protocol/phrase';
import { extraFlag } from '../../bilingual/unit';
import type { Finding, LintPair } from '../finding';
import { functionWords } from '../functionWords';
import { withoutInlines } from '../inline';
import { scriptOf } from '../scripts';
import { quoted } from '../wording';

/** Words of prose in a row that a translation may share with its source: names are longer now and then. */
const sharedWords = 5;

/** The source has a translation, and it is in the target's language. */
export function untranslated(pair: LintPair): Finding[] {
  const { source, target } = pair;
  const whole = { source: { start: 0, end: source.length }, target: { start: 0, end: target.length } };
  const finding = (message: Phrase): Finding[] => [{ rule: 'untranslated', severity: 'warning', message, ...whole }];
  if (pair.flags.includes(extraFlag)) return finding(phrase('This passage has no counterpart in the source.'));
  if (target.trim() === '') return source.trim() === '' ? [] : finding(phrase('{0} has no translation.', quoted(source)));
  const prose = withoutInlines(source);
  if (!hasProse(prose, pair.sourceLanguage)) return [];
  if (target.trim() === source.trim()) return finding(phrase('The translation is the same as the source.'));
  const script = scriptOf(pair.targetLanguage);
  if (!script.test(target) && !script.test(source)) return finding(phrase("The translation has no word of the target's language."));
  return scriptOf(pair.sourceLanguage).source === script.source ? [] : leftOver(pair);
}

/** Ordinary words: a name or a key may stay as it is. */
function hasProse(text: string, language: string): boolean {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const script = scriptOf(language);
  const own = words.filter((word) => script.test(word));
  if (script.source !== scriptOf('en').source) return own.length > 0;
  return own.length >= 2 && own.some((word) => /^\p{Ll}{3,}$/u.test(word));
}

/** Words of the source's script, in a row, that the translation took over as they are. */
function leftOver({ source, target, sourceLanguage }: LintPair): Finding[] {
  const letter = scriptOf(sourceLanguage).source;
  const word = `(?:${letter}|['’-])+`;
  const run = new RegExp(`${word}(?:[ ,;]+${word}){${sharedWords - 1},}`, 'gu');
  return [...withoutInlines(target).matchAll(run)].flatMap((match): Finding[] => {
    const start = source.indexOf(match[0]);
    const words = match[0].split(/[ ,;]+/u);
    const ordinary = words.filter((own) => /^\p{Ll}{2,}$/u.test(own)).length;
    // Lists of names are not prose, which English shows by its small words.
    const prose = sourceLanguage !== 'en' || words.some((own) => functionWords.has(own));
    if (start < 0 || ordinary < sharedWords - 1 || !prose) return [];
    const own = { start: match.index, end: match.index + match[0].length };
    const message = phrase("“{0}” is left in the source's language.", match[0]);
    return [{ rule: 'untranslated', severity: 'warning', message, source: { start, end: start + match[0].length }, target: own }];
  });
}
