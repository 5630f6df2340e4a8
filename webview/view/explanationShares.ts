/** Where a subword's probability came from: the votes of source words, and the LSTM's own. */
import type { Explanation } from '../../engine/protocol/explanation';
import { stepLabel, voteShares } from '../explanation';
import { t } from '../l10n';
import { formatShare } from '../numbers';
import { element, type VirtualElement, type VirtualNode } from './element';
import { stack, type StackPart } from './explanationBars';
import { sourceHue } from './word';

/** Smaller votes are told together. */
const smallest = 0.005;

/** A line of the table and part of the bar. */
interface Origin {
  readonly label: string;
  readonly share: number;
  readonly hue: string;
}

export function origins(explanation: Explanation, index: number): VirtualElement {
  const step = explanation.steps[index]!;
  const lines = originLines(explanation, index);
  const rows = lines.map(({ label, share, hue }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, stack([{ share: 1, class: hue }], 10), element('span', {}, label)),
      element('td', {}, formatShare(share)),
      element('td', {}, formatShare(share * step.probability)),
    ),
  );
  const parts: StackPart[] = lines.map(({ share, hue }) => ({ share, class: hue }));
  return element(
    'section',
    { class: 'origins', 'aria-labelledby': 'origins-title' },
    element('h3', { id: 'origins-title' }, ...cameFrom(stepLabel(explanation, index))),
    stack(parts, 18),
    element(
      'table',
      {},
      element('caption', {}, t('Votes of the source words and the LSTM’s own share of P = {0}', formatShare(step.probability))),
      element(
        'thead',
        {},
        element('tr', {}, ...[t('Source word'), t('Share'), t('Of P')].map((name) => element('th', { scope: 'col' }, name))),
      ),
      element('tbody', {}, ...rows),
    ),
  );
}

/** The piece is set off wherever the language puts it. */
function cameFrom(piece: string): VirtualNode[] {
  const [before = '', after = ''] = t('Where {0} came from').split('{0}');
  return [before, element('span', { class: 'piece' }, piece), after];
}

function originLines(explanation: Explanation, index: number): Origin[] {
  const step = explanation.steps[index]!;
  const shares = voteShares(explanation, step);
  const told = shares.filter(({ share }) => share >= smallest);
  const rest = shares.slice(told.length).filter(({ share }) => share > 0);
  return [
    ...told.map(({ word, text, share }) => ({ label: text, share, hue: hueOf(word) })),
    ...(rest.length > 0
      ? [{ label: t('{0} more', rest.length), share: rest.reduce((total, { share }) => total + share, 0), hue: 'hue-none' }]
      : []),
    { label: t('The LSTM’s own'), share: step.own, hue: 'own' },
  ];
}

/** The colour that the word has in the drawing. */
function hueOf(word: number): string {
  return word < 0 ? 'hue-none' : sourceHue(word);
}
