import { expect, test } from 'vitest';
import { equationsOf } from '../../../webview/equations';
import { rowOf } from '../../../webview/explanation';
import { toMarkup, element, type VirtualElement } from '../../../webview/view/element';
import { answerStatus, explanationBody, explanationSection } from '../../../webview/view/explanation';
import { stepCard, stepJson } from '../../../webview/view/explanationCard';
import { alternatives, hypotheses } from '../../../webview/view/explanationChoices';
import { displayed, formula } from '../../../webview/view/explanationFormula';
import { origins } from '../../../webview/view/explanationShares';
import { vectorStrip } from '../../../webview/view/explanationVector';
import { find, textOf } from '../find';
import { madeExplanation, regated } from '../madeExplanation';

const explanation = madeExplanation();
const luong = madeExplanation({ ...regated, cell: 'luong' });
const options = { step: 2, card: 0, gates: 'shown', appliesTo: 'source' } as const;
const body = (made = explanation, more: Partial<Parameters<typeof explanationBody>[1]> = {}): VirtualElement =>
  element('div', {}, ...explanationBody(made, { ...options, ...more }));
const card = (quantity: string, step = 2, made = explanation): VirtualElement =>
  stepCard(made, step, equationsOf(made.model).findIndex((equation) => equation.quantity === quantity));
const classed = (node: VirtualElement, name: string): VirtualElement[] =>
  find(node, 'class').filter(({ attributes }) => String(attributes['class']).split(' ').includes(name));
const rows = (node: VirtualElement): string[][] =>
  allOf(node, 'tr').map((row) => row.children.map((cell) => (typeof cell === 'string' ? cell : textOf(cell))));

function allOf(node: VirtualElement, tag: string): VirtualElement[] {
  const inside = node.children.flatMap((child) => (typeof child === 'string' ? [] : allOf(child, tag)));
  return node.tag === tag ? [node, ...inside] : inside;
}

/** The numbers with three decimals that are worked with on a card; a minus before a space is an operation. */
function workedNumbers(node: VirtualElement): number[] {
  return (textOf(classed(node, 'worked')[0]!).match(/−?\d+\.\d{3}/gu) ?? []).map((text) => Number(text.replace('−', '-')));
}

// A changed line here is a changed section.
test('folded', async () => {
  await expect(toMarkup(explanationSection(false))).toMatchFileSnapshot('snapshots/explanation-folded.html');
});

test('unfolded', async () => {
  await expect(toMarkup(body())).toMatchFileSnapshot('snapshots/explanation.html');
});

test('the cards of both cells', async () => {
  for (const [name, made] of [['regated', explanation], ['luong', luong]] as const) {
    const cards = equationsOf(made.model).map((_, index) => toMarkup(classed(stepCard(made, 1, index), 'card')[0]!));
    await expect(cards.join('')).toMatchFileSnapshot(`snapshots/explanation-cards-${name}.html`);
  }
});

test('the strip is one tab stop, and every step says its numbers', () => {
  const steps = find(body(), 'data-step');
  expect(steps).toHaveLength(10);
  expect(steps.filter(({ attributes }) => attributes['tabindex'] === 0).map(({ attributes }) => attributes['data-step'])).toEqual([2]);
  expect(steps.filter(({ attributes }) => attributes['aria-selected'] === 'true')).toHaveLength(1);
  for (const step of steps) expect(textOf(step)).toMatch(/\d %, .* % of it from votes, .*Output gate, again 0\.\d\d$/u);
  expect(textOf(steps.at(-1)!)).toMatch(/^⟨end⟩/u);
});

test('gates are shown when they are wanted, and the second one where the cell has it', () => {
  const gates = (made: typeof explanation, shown: 'shown' | 'hidden'): string[] =>
    classed(body(made, { gates: shown }), 'lane-name').map(textOf).slice(2, -1);
  expect(gates(explanation, 'shown')).toEqual(['Forget gate f', 'Input gate i', 'Output gate o', 'Output gate, again o′']);
  expect(gates(luong, 'shown')).toEqual(['Forget gate f', 'Input gate i', 'Output gate o']);
  expect(gates(explanation, 'hidden')).toEqual([]);
});

test('the written alternative is marked, and told also when it is none of the best', () => {
  const marked = (made: typeof explanation): [number, (string | number | undefined)[]] => {
    const buttons = find(alternatives(made, 2), 'data-alternative');
    const current = buttons.filter((button) => 'aria-current' in button.attributes);
    return [buttons.length, current.map(({ attributes }) => attributes['data-alternative'])];
  };
  const written = explanation.steps[2]!;
  expect(marked(explanation)).toEqual([5, [written.id]]);
  const unlikely = { ...written, alternatives: written.alternatives.filter(({ id }) => id !== written.id) };
  const forced = { ...explanation, steps: explanation.steps.with(2, unlikely) };
  expect(marked(forced)).toEqual([5, [written.id]]);
});

test('hypotheses differ visibly from the present translation', () => {
  const [present, shorter] = find(hypotheses(explanation), 'data-hypothesis');
  expect(present?.attributes['aria-current']).toBe('true');
  expect(allOf(shorter!, 'ins').map(textOf)).toEqual(['之']);
  expect(allOf(shorter!, 'del').map(textOf)).toEqual(['先']);
  expect(textOf(shorter!)).toContain('57.0 %');
});

test('shares of the origin sum to the probability', () => {
  const table = rows(origins(explanation, 0)).slice(1);
  expect(table[0]?.[0]).toBe('rename');
  expect(table.at(-1)?.[0]).toBe('The LSTM’s own');
  const percent = (text: string | undefined): number => Number((text ?? '').replace(/[^\d.]/gu, ''));
  const sum = (column: number): number => table.reduce((total, row) => total + percent(row[column]), 0);
  expect(sum(1)).toBeCloseTo(100, 0);
  expect(sum(2)).toBeCloseTo(explanation.steps[0]!.probability * 100, 0);
});

test('energies and weights stand beside each source subword, EOS too', () => {
  const table = rows(card('attention'));
  expect(table).toHaveLength(11);
  expect(table[3]?.[0]).toBe('3 file');
  expect(Number(table[3]?.[1])).toBeCloseTo(explanation.steps[2]!.energies[2]!, 3);
  expect(Number(table[3]?.[3])).toBeCloseTo(rowOf(explanation, explanation.attention, 2)[2]!, 3);
  expect(table.at(-1)?.[0]).toBe('10 ⟨end⟩');
});

test('the numbers worked out on a card are right as they stand', () => {
  for (let step = 0; step < 10; step++) {
    const [energy, max, sum, exponential, , weight] = workedNumbers(card('attention', step));
    expect(Math.exp(energy! - max!)).toBeCloseTo(exponential!, 2);
    expect(exponential! / sum!).toBeCloseTo(weight!, 2);
    const [vote, own, attention, alignment] = workedNumbers(card('votes', step));
    expect(vote! + own! * attention!).toBeCloseTo(alignment!, 2);
  }
});

test('the gate of a unit times its cell is its state', () => {
  const { outputGate, hidden } = explanation.steps[2]!;
  const [o, cell, h] = workedNumbers(card('hidden'));
  expect([o, h]).toEqual([outputGate[0], hidden[0]].map((value) => Number(value!.toFixed(3))));
  expect(o! * cell!).toBeCloseTo(h!, 2);
});

test('a vector is all cells, the sign told by shape too', () => {
  const strip = vectorStrip(Float32Array.of(1, -0.5, 0.25), { symbol: 'c', centre: 0 });
  const cells = find(strip, 'data-unit').map(({ attributes }) => attributes);
  expect(cells.map((cell) => [cell['class'], cell['rx'], cell['fill-opacity']])).toEqual([['positive', 1, 1], ['negative', 5, 0.5], ['positive', 1, 0.25]]);
  expect(cells[1]?.['data-unit']).toBe('c, unit 2 of 3: −0.500');
  expect(find(vectorStrip(new Float32Array(512), { symbol: 'c', centre: 0 }), 'data-unit')).toHaveLength(512);
});

test('the stops of the walk are one tab stop; the turns say where they end', () => {
  const turns = (chosen: number): (string | number | undefined)[] => find(stepCard(explanation, 0, chosen), 'aria-disabled').map(({ attributes }) => attributes['aria-disabled']);
  expect(turns(0)).toEqual(['true', 'false']);
  expect(turns(7)).toEqual(['false', 'true']);
  const tabs = find(stepCard(explanation, 0, 3), 'data-card').map(({ attributes }) => attributes['tabindex']);
  expect(tabs.filter((stop) => stop === 0)).toHaveLength(1);
  // What was chosen of a longer walk is the last of a shorter one.
  expect(turns(99)).toEqual(['false', 'true']);
});

test('formulas: letters are variables with subscripts, words are words', () => {
  const markup = (text: string): string => formula(text).map((node) => toMarkup(node).replaceAll(/\n\s*/gu, '')).join('');
  expect(markup('e_{t,i} = h_t · tanh(W′_o x)')).toBe(
    '<var>e</var><sub><var>t</var>,<var>i</var></sub> = <var>h</var><sub><var>t</var></sub> · tanh(<var>W′</var><sub><var>o</var></sub> <var>x</var>)',
  );
  expect(displayed('c_t = ∑_i α_{t,i} h_i').attributes['aria-label']).toBe('c t equals sum over i α t,i h i');
});

test('a step as JSON has the numbers that it shows', () => {
  const written = JSON.parse(stepJson(explanation, 2)) as Record<string, number[]>;
  expect(written['alpha']?.[2]).toBeCloseTo(rowOf(explanation, explanation.attention, 2)[2]!, 5);
  expect(written['context']).toHaveLength(16);
});

test('statuses', () => {
  expect(answerStatus('none')).toContain('no explanation');
  expect(answerStatus('waiting')).not.toBe('');
  expect(answerStatus(explanation)).toBe('');
});

test('no inline styles, ids once, tables with captions, and text from documents is never markup', () => {
  expect(find(body(), 'style')).toEqual([]);
  const ids = find(body(), 'id').map(({ attributes }) => attributes['id']);
  expect(new Set(ids).size).toBe(ids.length);
  for (const table of allOf(body(), 'table')) expect(allOf(table, 'caption')).toHaveLength(1);
  const hostile = '<img src=x onerror=alert(1)>';
  const made = {
    ...explanation,
    sourceSubwords: explanation.sourceSubwords.map((subword) => ({ ...subword, text: hostile })),
    targetSubwords: explanation.targetSubwords.map((subword) => ({ ...subword, text: hostile })),
    hypotheses: explanation.hypotheses.map((hypothesis) => ({ ...hypothesis, text: hostile })),
  };
  equationsOf(made.model).forEach((_, index) => expect(toMarkup(body(made, { card: index }))).not.toContain('<img'));
});
