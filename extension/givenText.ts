/** A text that a link names in place of one in a document. Pure. */
import { object, string, type Validator } from '../engine/protocol/validate';
import { argumentOf } from './place';

/** Languages as in `LanguageChoice`. */
export interface GivenText {
  readonly text: string;
  readonly from?: string;
  readonly to?: string;
}

const givenText: Validator<GivenText> = object({ text: string }, { from: string, to: string });

/**
 * The text that an argument names, as a copy; undefined for the arguments that menus pass, which name none.
 *
 * @throws AlignLensError `invalid-argument` for what is meant as one: nothing else than these strings is taken
 */
export function givenTextOf(argument: unknown): GivenText | undefined {
  return argumentOf(givenText, ['text'], argument);
}
