/** How one kind of content behaves on the page; `page.ts` knows how it looks. */
import type { PanelMessage, ViewMessage } from '../engine/protocol/panelProtocol';
import type { ExplanationState } from './explanationState';

export interface Presenter {
  /** Fills what depends on the page's present size or on what is pointed at. Called after every change of either. */
  draw(): void;
  /** The pointer or the focus is on this element, or on none. */
  point(target: Element | undefined): void;
  /** A click, or the keyboard's equivalent, on something other than a switch. */
  press(target: Element): void;
  key(event: KeyboardEvent): void;
  /** A message that changes a part of the page only. */
  receive?(message: PanelMessage): void;
}

export interface PresenterContext {
  readonly send: (message: ViewMessage) => void;
  /** Makes the page anew for another selected sentence or entry. */
  readonly select: (index: number) => void;
  /** Remembers what the explanation shows, for when the page is made anew. */
  readonly keepExplanation: (explanation: ExplanationState) => void;
}
