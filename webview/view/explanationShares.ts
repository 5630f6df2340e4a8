/** Where a subword's probability came from: the votes of source words, and the LSTM's own. */
import type { Explanation } from '../../engine/protocol/explanation';
import { stepLabel, voteShares } from '../explanation';
import { formatShare } from '../numbers';
import { element, type VirtualElement } from './element';
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
    element('h3', { id: 'origins-title' }, 'Where ', element('span', { class: 'piece' }, stepLabel(explanation, index)), ' came from'),
    stack(parts, 18),
    element(
      'table',
      {},
      element('caption', {}, `Votes of the source words and the LSTM’s own share of P = ${formatShare(step.probability)}`),
      element(
        'thead',
        {},
        element('tr', {}, ...['Source word', 'Share', 'Of P'].map((name) => element('th', { scope: 'col' }, name))),
      ),
      element('tbody', {}, ...rows),
    ),
  );
}

function originLines(explanation: Explanation, index: number): Origin[] {
  const step = explanation.steps[index]!;
  const shares = voteShares(explanation, step);
  const told = shares.filter(({ share }) => share >= smallest);
  const rest = shares.slice(told.length).filter(({ share }) => share > 0);
  return [
    ...told.map(({ word, text, share }) => ({ label: text, share, hue: hueOf(word) })),
    ...(rest.length > 0
      ? [{ label: `${rest.length} more`, share: rest.reduce((total, { share }) => total + share, 0), hue: 'hue-none' }]
      : []),
    { label: 'The LSTM’s own', share: step.own, hue: 'own' },
  ];
}

/** The colour that the word has in the drawing. */
function hueOf(word: number): string {
  return word < 0 ? 'hue-none' : sourceHue(word);
}
