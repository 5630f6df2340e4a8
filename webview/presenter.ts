/** How one kind of content behaves on the page; `page.ts` knows how it looks. */
import type { PanelMessage, ViewMessage } from '../engine/protocol/panelProtocol';
import type { ExplanationState } from './explanationState';
import type { Choices, ViewState } from './state';

export interface Presenter {
  /** Fills what depends on the page's present size, or on the theme. Called after every change of either. */
  draw(): void;
  /** The pointer is on this element, or on none. */
  point(target: Element | undefined): void;
  /** The keyboard is on this element; without it, the same as pointing. */
  focus?(target: Element): void;
  /** A click, or the keyboard's equivalent, on something other than a switch. */
  press(target: Element): void;
  key(event: KeyboardEvent): void;
  /** A message that changes a part of the page only. */
  receive?(message: PanelMessage): void;
  /** Goes on with another state of the same content, whose page takes the place of the present one; false if it cannot. */
  canShow?(state: ViewState): boolean;
  /** The page shows this now. */
  show?(state: ViewState): void;
}

export interface PresenterContext {
  readonly send: (message: ViewMessage) => void;
  /** Makes the page anew for another selected sentence or entry. */
  readonly select: (index: number) => void;
  /** As if the reader had used a switch. */
  readonly choose: (choices: Partial<Choices>) => void;
  /** Remembers what the explanation shows, for when the page is made anew. */
  readonly keepExplanation: (explanation: ExplanationState) => void;
}
