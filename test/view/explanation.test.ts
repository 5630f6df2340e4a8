import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PanelContent, ViewMessage } from '../../engine/protocol/panelProtocol';
import type { ModelInfo } from '../../engine/protocol/explanation';
import { equationsOf } from '../../webview/equations';
import { madeExplanation, regated, renameSentence } from '../webview/madeExplanation';
import { sentence } from '../webview/sentence';
import { launchBrowser, ViewPage, type ViewOptions } from './page';
import { themeNames } from './themes';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const content: PanelContent = {
  title: 'editing.md', sourceLanguage: 'en', targetLanguage: 'zh', pack: 'en-zh 0.1.0', sentences: [renameSentence], appliesTo: 'source',
};
/** As large as the pack that ships. */
const model: ModelInfo = { ...regated, hidden: 512, embedding: 256 };
const explanation = madeExplanation(model);

async function folded(options: ViewOptions = {}, shown = content): Promise<ViewPage> {
  const view = await ViewPage.open(browser, options);
  await view.post({ kind: 'showTranslation', content: shown });
  return view;
}

async function unfolded(options: ViewOptions = {}, shown = content): Promise<ViewPage> {
  const view = await folded(options, shown);
  await view.page.getByRole('button', { name: 'Explain', exact: true }).click();
  await view.post({ kind: 'showExplanation', sentence: 0, explanation });
  return view;
}

async function sent(view: ViewPage): Promise<ViewMessage[]> {
  return (await view.sent()).filter(({ kind }) => kind !== 'ready');
}

const chosen = (view: ViewPage): Promise<string | null> => view.page.locator('[role=option][aria-selected=true]').getAttribute('id');
const focused = (view: ViewPage): Promise<string> => view.page.evaluate(() => document.activeElement?.id ?? '');

test('asks once, when it is unfolded, and says that it waits', async () => {
  const view = await folded();
  expect(await sent(view)).toEqual([]);
  const button = view.page.getByRole('button', { name: 'Explain', exact: true });
  await button.focus();
  await view.page.keyboard.press('Enter');
  expect(await sent(view)).toEqual([{ kind: 'explain', sentence: 0 }]);
  expect(await view.page.locator('#explanation-status').textContent()).toContain('…');
  await view.post({ kind: 'showExplanation', sentence: 0, explanation });
  expect(await view.page.locator('#explanation-status').textContent()).toBe('');
  await view.page.keyboard.press('Enter');
  expect(await button.getAttribute('aria-expanded')).toBe('false');
  expect(await view.page.locator('[role=option]').count()).toBe(0);
  await view.page.keyboard.press('Enter');
  expect(await view.page.locator('[role=option]').count()).toBe(10);
  expect(await sent(view)).toHaveLength(1);
  await view.close();
});

test('without an explanation it says so and asks again on demand', async () => {
  const view = await folded();
  await view.page.getByRole('button', { name: 'Explain', exact: true }).click();
  await view.post({ kind: 'showExplanation', sentence: 0 });
  expect(await view.page.locator('#explanation-status').textContent()).toContain('no explanation');
  await view.page.getByRole('button', { name: 'Ask again' }).click();
  expect(await sent(view)).toEqual([{ kind: 'explain', sentence: 0 }, { kind: 'explain', sentence: 0 }]);
  await view.close();
});

test('arrow keys lead along the steps; a word of the drawing leads to its first step', async () => {
  const view = await unfolded();
  await view.page.locator('#step-0').focus();
  await view.page.keyboard.press('ArrowRight');
  await view.page.keyboard.press('ArrowRight');
  expect([await chosen(view), await focused(view)]).toEqual(['step-2', 'step-2']);
  expect(await view.page.locator('#origins-title').textContent()).toBe('Where 文件 came from');
  await view.page.keyboard.press('End');
  expect(await chosen(view)).toBe('step-9');
  await view.page.keyboard.press('ArrowRight');
  expect(await chosen(view)).toBe('step-9');
  await view.page.locator('#stage .word.target[data-index="5"]').press('Enter');
  expect(await chosen(view)).toBe('step-6');
  await view.close();
});

test('another alternative: the rest is translated anew, explained anew, and the focus comes back', async () => {
  const view = await unfolded();
  await view.page.locator('#step-3').click();
  const { alternatives, id } = explanation.steps[3]!;
  const other = alternatives.find((alternative) => alternative.id !== id)!;
  await view.page.locator(`[data-alternative="${id}"]`).click();
  await view.page.locator(`[data-alternative="${other.id}"]`).press('Enter');
  expect(await sent(view)).toEqual([{ kind: 'explain', sentence: 0 }, { kind: 'chooseAlternative', sentence: 0, step: 3, id: other.id }]);
  await view.post({ kind: 'showSentence', sentence: 0, content: { ...renameSentence, target: '重命名文件之前请关闭它。' } });
  expect((await sent(view)).at(-1)).toEqual({ kind: 'explain', sentence: 0 });
  expect(await view.page.locator('[role=option]').count()).toBe(0);
  await view.post({ kind: 'showExplanation', sentence: 0, explanation });
  expect([await chosen(view), await focused(view)]).toEqual(['step-3', 'step-3']);
  await view.close();
});

test('another hypothesis, and the translation into the document', async () => {
  const view = await unfolded({}, { ...content, appliesTo: 'target' });
  await view.page.locator('[data-hypothesis="0"]').click();
  await view.page.locator('[data-hypothesis="2"]').click();
  await view.page.getByRole('button', { name: 'Replace the old translation' }).click();
  expect((await sent(view)).slice(1)).toEqual([{ kind: 'chooseHypothesis', sentence: 0, hypothesis: 2 }, { kind: 'applyTranslation', sentence: 0 }]);
  await view.close();
});

test('the walk through the equations goes by buttons and by keys', async () => {
  const view = await unfolded();
  const title = (): Promise<string | null> => view.page.locator('#card h4').textContent();
  const next = view.page.getByRole('button', { name: 'Next' });
  await next.press('Enter');
  expect(await title()).toBe('2 of 8 · Attention');
  for (let turn = 0; turn < 9; turn++) await view.page.keyboard.press('Enter');
  expect(await title()).toBe('8 of 8 · Probability');
  await view.page.locator('[data-card][aria-current]').press('Home');
  await view.page.keyboard.press('ArrowRight');
  await view.page.keyboard.press('ArrowRight');
  expect(await title()).toBe('3 of 8 · Votes and alignment');
  expect(await view.page.evaluate(() => (document.activeElement as HTMLElement).dataset['card'])).toBe('2');
  await view.close();
});

test('a unit under the pointer is told, and a step can be copied', async () => {
  const view = await unfolded();
  await view.page.locator('[data-card="3"]').click();
  await view.page.locator('.vector [data-unit]').nth(4).hover();
  expect(await view.page.locator('.vector .unit').textContent()).toMatch(/^c, unit 5 of 512: −?\d\.\d{3}$/u);
  await view.page.getByRole('button', { name: 'Copy this step' }).click();
  const message = (await sent(view)).at(-1);
  expect(message?.kind === 'copyText' && (JSON.parse(message.text) as { context: number[] }).context).toHaveLength(512);
  await view.close();
});

test('the drawing in subwords asks for them, shows them once they are there, and leads to the steps', async () => {
  const view = await folded();
  await view.page.getByRole('button', { name: 'Subwords' }).click();
  expect(await sent(view)).toEqual([{ kind: 'explain', sentence: 0 }]);
  const words = view.page.locator('#stage .word');
  expect(await words.count()).toBe(16);
  await view.post({ kind: 'showExplanation', sentence: 0, explanation });
  expect(await words.count()).toBe(18);
  await view.screenshot('explain-subwords');
  await view.page.getByRole('button', { name: 'Explain', exact: true }).click();
  await view.page.locator('#stage .word.target[data-index="1"]').press('Enter');
  expect(await chosen(view)).toBe('step-1');
  await view.page.getByRole('button', { name: 'Words', exact: true }).click();
  expect(await words.count()).toBe(16);
  await view.close();
});

test('another sentence is asked for when it is chosen; what is known is not asked for again', async () => {
  const view = await unfolded({}, { ...content, sentences: [renameSentence, sentence] });
  await view.page.locator('.sentence[data-sentence="1"]').click();
  await view.page.locator('.sentence[data-sentence="0"]').click();
  expect(await view.page.locator('[role=option]').count()).toBe(10);
  expect((await sent(view)).filter(({ kind }) => kind === 'explain')).toEqual([{ kind: 'explain', sentence: 0 }, { kind: 'explain', sentence: 1 }]);
  await view.close();
});

/** One card of each kind: a table, a vector, both with a sum. */
const typical = ['votes', 'context', 'probability'];

test.each(themeNames)('axe-core finds nothing in the %s theme; nothing is refused', async (theme) => {
  const view = await unfolded({ theme, height: 1500 });
  await view.page.locator('#step-3').click();
  await view.page.getByRole('button', { name: 'Gates', exact: true }).click();
  await view.screenshot(`explain-${theme}`);
  for (const [index, { quantity }] of equationsOf(model).entries()) {
    if (theme !== 'dark' && !typical.includes(quantity)) continue;
    await view.page.locator(`[data-card="${index}"]`).click();
    expect(await view.accessibilityProblems()).toEqual([]);
    await view.screenshot(`explain-${theme}-${quantity}`, view.page.locator('.walk'));
  }
  expect(view.problems).toEqual([]);
  await view.close();
});

test('in a narrow panel nothing stands out of the page', async () => {
  const view = await unfolded({ width: 380, height: 1700, theme: 'light' });
  await view.page.getByRole('button', { name: 'Gates', exact: true }).click();
  for (const index of equationsOf(model).keys()) {
    await view.page.locator(`[data-card="${index}"]`).click();
    expect(await view.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(380);
  }
  await view.screenshot('explain-narrow');
  await view.close();
});
