/** Entry of the panel's view: messages in, a page for what they show, choices and requests out. */
import { panelMessage } from '../engine/protocol/panelProtocol';
import type { Presenter, PresenterContext } from './presenter';
import { initialState, withSentence, withShown, withStoredChoices, type Choices, type ViewState } from './state';
import { SummaryPresenter } from './summaryPresenter';
import { TranslationPresenter } from './translationPresenter';
import { toNode } from './view/element';
import { page } from './view/page';

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: Choices): void;
};

const editor = acquireVsCodeApi();
let state: ViewState = withStoredChoices(initialState, editor.getState());
let presenter: Presenter | undefined;

const context: PresenterContext = {
  send: (message) => editor.postMessage(message),
  select: (selected) => update({ ...state, selected }),
  keepExplanation: (explanation) => {
    state = { ...state, explanation };
  },
};

function update(next: ViewState): void {
  state = next;
  editor.setState({ drawing: state.drawing, evidence: state.evidence, units: state.units, gates: state.gates });
  document.body.replaceChildren(toNode(page(state), document));
  presenter = present();
  presenter?.draw();
}

function present(): Presenter | undefined {
  switch (state.shown?.kind) {
    case 'showTranslation':
      return new TranslationPresenter(state.shown.content, state, context);
    case 'showSummary':
      return new SummaryPresenter(state.shown.content, state, context);
    case undefined:
      return undefined;
  }
}

function onClick(target: Element): void {
  const { choice, value = '' } = target.closest('button')?.dataset ?? {};
  if (choice === undefined) {
    presenter?.press(target);
  } else {
    update(withStoredChoices(state, { [choice]: value }));
    document.querySelector<HTMLElement>(`[data-value="${value}"]`)?.focus();
  }
}

function listen(): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const message = panelMessage(event.data, 'message');
    if (message.kind === 'showTranslation' || message.kind === 'showSummary') update(withShown(state, message));
    else if (message.kind === 'showSentence') update(withSentence(state, message));
    else presenter?.receive?.(message);
  });
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element) onClick(target);
  });
  document.addEventListener('keydown', (event) => presenter?.key(event));
  for (const type of ['pointerover', 'focusin']) {
    document.addEventListener(type, ({ target }) => presenter?.point(target instanceof Element ? target : undefined));
  }
  document.documentElement.addEventListener('pointerleave', () => presenter?.point(undefined));
  new ResizeObserver(() => presenter?.draw()).observe(document.documentElement);
}

listen();
context.send({ kind: 'ready' });
