import { phrase } from '../../protocol/phrase';
import { differenceFindings, differenceOf, type Wording } from '../compare';
import type { Finding, LintPair } from '../finding';
import { inlinesOf, type Inline } from '../inline';

const wording: Wording = {
  rule: 'addresses',
  absent: (mark) => phrase('The address {0} is missing in the translation.', mark),
  added: (mark) => phrase('The address {0} is not in the source.', mark),
};

/** URLs and e-mail addresses come back; a page in the other language counts as the same. */
export function addresses(pair: LintPair): Finding[] {
  if (pair.source === '' || pair.target === '') return [];
  const [source, target] = [addressesOf(pair.source), addressesOf(pair.target)];
  return differenceFindings(differenceOf(source, target), pair, [source, target], wording);
}

/** With those that links lead to. */
function addressesOf(text: string): Inline[] {
  return inlinesOf(text).flatMap((inline) => {
    if (inline.kind === 'url' || inline.kind === 'email') return [inline];
    if (inline.kind !== 'link') return [];
    // The link's brackets are no part of the address.
    return inlinesOf(inline.text.slice(1, -1))
      .filter(({ kind, start }) => kind === 'url' && start === 0)
      .map((url) => ({ ...url, start: inline.start + 1 + url.start, end: inline.start + 1 + url.end }));
  });
}
