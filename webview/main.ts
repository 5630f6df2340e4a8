/** Entry of the alignment view: messages in, drawing on the page, choices and requests out. */
import { panelMessage, type PanelSentence, type ViewMessage } from '../engine/protocol/panelProtocol';
import type { WordRef } from './evidence';
import { highlight, wordOf } from './highlight';
import { directions, nextWord } from './keyboard';
import { initialState, withContent, withStoredChoices, type Choices, type ViewState } from './state';
import { toNode } from './view/element';
import { matrix } from './view/matrix';
import { page } from './view/page';
import { ribbons } from './view/ribbons';

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: Choices): void;
};

const editor = acquireVsCodeApi();
let state: ViewState = withStoredChoices(initialState, editor.getState());

function send(message: ViewMessage): void {
  editor.postMessage(message);
}

function shownSentence(): PanelSentence | undefined {
  return state.content?.sentences[state.sentence];
}

function update(next: ViewState): void {
  state = next;
  editor.setState({ drawing: state.drawing, evidence: state.evidence });
  document.body.replaceChildren(toNode(page(state), document));
  draw();
}

/** Draws the sentence to the stage's present width. */
function draw(): void {
  const stage = document.getElementById('stage');
  const sentence = shownSentence();
  if (!stage || !sentence) return;
  const options = { evidence: state.evidence, width: stage.clientWidth, measure: textMeasure(stage) };
  const drawing = state.drawing === 'ribbons' ? ribbons(sentence, options) : matrix(sentence, options);
  stage.replaceChildren(toNode(drawing, document));
}

/** Measures texts as the drawing will show them, without touching the page's layout. */
function textMeasure(stage: Element): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  const style = getComputedStyle(stage);
  if (context) context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  return (text) => context?.measureText(text).width ?? text.length * 10;
}

function mark(word: WordRef | undefined): void {
  const stage = document.getElementById('stage');
  const readout = document.getElementById('readout');
  const sentence = shownSentence();
  if (stage && readout && sentence) highlight(stage, readout, sentence, state.evidence, word);
}

function reveal(word: WordRef): void {
  const token = word.side === 'source' ? shownSentence()?.sourceTokens[word.index] : undefined;
  if (token) send({ kind: 'revealSpan', sentence: state.sentence, start: token.start, end: token.end });
}

function onClick(target: Element): void {
  const button = target.closest('button');
  if (button) {
    const { choice, value, sentence, copy } = button.dataset;
    if (choice !== undefined) {
      update(withStoredChoices(state, { [choice]: value }));
      document.querySelector<HTMLElement>(`[data-value="${value ?? ''}"]`)?.focus();
    } else if (sentence !== undefined) {
      update({ ...state, sentence: Number(sentence) });
      document.querySelector<HTMLElement>('[aria-current]')?.focus();
    } else if (copy !== undefined) {
      send({ kind: 'copyTranslation', sentence: state.sentence });
    }
    return;
  }
  const word = wordOf(target);
  if (word) reveal(word);
}

function onKey(event: KeyboardEvent): void {
  const sentence = shownSentence();
  const word = event.target instanceof SVGElement ? wordOf(event.target) : undefined;
  const stage = document.getElementById('stage');
  if (!sentence || !word || !stage) return;
  if (event.key === 'Enter' || event.key === ' ') {
    reveal(word);
    event.preventDefault();
    return;
  }
  if (event.key === 'Escape') {
    mark(undefined);
    return;
  }
  const orientation = stage.querySelector('.columns') ? directions.columns : directions.rows;
  const next = nextWord(sentence, state.evidence, word, event.key, state.drawing === 'matrix' ? directions.matrix : orientation);
  if (!next) return;
  event.preventDefault();
  stage.querySelector<SVGElement>(`[data-side="${next.side}"][data-index="${next.index}"]`)?.focus();
}

function listen(): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    update(withContent(state, panelMessage(event.data, 'message').content));
  });
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element) onClick(target);
  });
  document.addEventListener('keydown', onKey);
  for (const type of ['pointerover', 'focusin']) {
    document.addEventListener(type, ({ target }) => mark(target instanceof Element ? wordOf(target) : undefined));
  }
  document.documentElement.addEventListener('pointerleave', () => mark(undefined));
  new ResizeObserver(draw).observe(document.documentElement);
}

listen();
send({ kind: 'ready' });
