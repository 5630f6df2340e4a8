/** Entry of the panel's view: messages in, a page for what they show, choices and requests out. */
import { panelMessage, type PanelMessage } from '../engine/protocol/panelProtocol';
import { useMessages } from './l10n';
import type { Presenter, PresenterContext } from './presenter';
import { choicesOf, initialState, withFollowed, withSentence, withShown, withStoredChoices, type Choices, type ViewState } from './state';
import { SummaryPresenter } from './summaryPresenter';
import { TranslationPresenter } from './translationPresenter';
import { toNode, type VirtualElement } from './view/element';
import { page } from './view/page';
import { patch } from './view/patch';

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: Choices): void;
};

const editor = acquireVsCodeApi();
useMessages(document.querySelector<HTMLMetaElement>('meta[name="l10n"]')?.content);
let state: ViewState = withStoredChoices(initialState, editor.getState());
let presenter: Presenter | undefined;
/** The page as it was last made, and its node. */
let shown: { readonly page: VirtualElement; readonly node: Node } | undefined;

/** The window's size at the last drawing. */
let drawnSize = '';

const context: PresenterContext = {
  send: (message) => editor.postMessage(message),
  select: (selected) => update({ ...state, selected }),
  choose: (choices) => update({ ...state, ...choices }),
  keepExplanation: (explanation) => {
    state = { ...state, explanation };
  },
};

function update(next: ViewState): void {
  state = next;
  editor.setState(choicesOf(state));
  const made = page(state);
  if (shown && presenter?.canShow?.(state)) {
    shown = { page: made, node: patch(shown.node, shown.page, made, document) };
    presenter.show?.(state);
  } else {
    shown = { page: made, node: toNode(made, document) };
    document.body.replaceChildren(shown.node);
    presenter = present();
  }
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

function receive(message: PanelMessage): void {
  switch (message.kind) {
    case 'showTranslation':
    case 'showSummary':
      update(withShown(state, message));
      break;
    case 'showSentence':
      update(withSentence(state, message));
      break;
    case 'followCursor': {
      const followed = withFollowed(state, message);
      if (followed !== state && followed.selected !== state.selected) update(followed);
      presenter?.receive?.(message);
      break;
    }
    case 'showExplanation':
      // The explanation is a part of the page of its own.
      presenter?.receive?.(message);
  }
}

function onClick(target: Element): void {
  const { choice, value = '' } = target.closest('button')?.dataset ?? {};
  if (choice === undefined) presenter?.press(target);
  else choose(choice, value);
}

function choose(choice: string, value: string): void {
  update(withStoredChoices(state, { [choice]: value }));
  document.querySelector<HTMLElement>(`[data-choice="${choice}"][data-value="${value}"]`)?.focus();
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

/** Arrow keys lead from tab to tab, and round. */
function moveTab(event: KeyboardEvent): boolean {
  const tab = event.target instanceof Element ? event.target.closest('[role="tab"]') : null;
  const step = steps[event.key];
  const tabs = [...(tab?.parentElement?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])];
  if (!tab || step === undefined || tabs.length === 0) return false;
  const place = tabs.findIndex((candidate) => candidate === tab) + step;
  const { choice = '', value = '' } = tabs[Number.isFinite(step) ? (place + tabs.length) % tabs.length : step < 0 ? 0 : tabs.length - 1]!.dataset;
  choose(choice, value);
  return true;
}

function listen(): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => receive(panelMessage(event.data, 'message')));
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element) onClick(target);
  });
  document.addEventListener('keydown', (event) => {
    if (moveTab(event)) event.preventDefault();
    else presenter?.key(event);
  });
  document.addEventListener('pointerover', ({ target }) => presenter?.point(target instanceof Element ? target : undefined));
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element)) return;
    if (presenter?.focus) presenter.focus(target);
    else presenter?.point(target);
  });
  document.documentElement.addEventListener('pointerleave', () => presenter?.point(undefined));
  new ResizeObserver(() => {
    // What is written under a drawing may make the page longer: no reason to draw anew.
    const size = `${document.documentElement.clientWidth} ${window.innerHeight} ${window.devicePixelRatio}`;
    if (size === drawnSize) return;
    drawnSize = size;
    presenter?.draw();
  }).observe(document.documentElement);
  // The editor changes the theme by changing these; what is painted does not follow by itself.
  new MutationObserver(() => presenter?.draw()).observe(document.documentElement, { attributeFilter: ['style', 'class'] });
  new MutationObserver(() => presenter?.draw()).observe(document.body, { attributeFilter: ['class'] });
}

listen();
context.send({ kind: 'ready' });
