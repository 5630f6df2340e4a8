import { phrase } from '../../protocol/phrase';
import { differenceFindings, differenceOf, type Wording } from '../compare';
import type { Finding, LintPair } from '../finding';
import { inlinesOf, type Inline } from '../inline';

const wording: Wording = {
  rule: 'tags',
  absent: (mark) => phrase('The tag {0} is missing in the translation.', mark),
  added: (mark) => phrase('The tag {0} is not in the source.', mark),
};

/** A word in angle brackets, such as <file> of a usage text, which may be translated. */
const translated = /<[^<>]*\p{Lo}[^<>]*>/gu;

/** Tags come back, whatever their attributes say. */
export function tags(pair: LintPair): Finding[] {
  if (pair.source === '' || pair.target === '') return [];
  const [source, target] = [tagsOf(pair.source), tagsOf(pair.target)];
  const difference = differenceOf(source, target);
  const words = pair.target.match(translated)?.length ?? 0;
  // Only tags that are closed, or have attributes, are surely tags.
  const closed = new Set(source.filter(({ key }) => key.startsWith('</')).map(({ key }) => key.replace('/', '')));
  const variable = ({ key, text }: Inline): boolean => !closed.has(key) && /^<[A-Za-z][\w-]*>$/u.test(text);
  let spared = words;
  const missing = difference.missing.filter((tag) => !(variable(tag) && spared-- > 0));
  return differenceFindings({ missing, extra: difference.extra }, pair, [source, target], wording);
}

function tagsOf(text: string): Inline[] {
  return inlinesOf(text).filter(({ kind }) => kind === 'tag');
}
