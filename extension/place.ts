/**
 * What links, lenses and quick fixes of our own name for their commands. Anything may call a command with anything: other
 * extensions, key bindings, links in other trusted texts. Pure.
 */
import { AlignLensError } from '../engine/protocol/errors';
import { integer, object, string, type Validator } from '../engine/protocol/validate';

/** Where the link of a hover or of a lens points. */
export interface Place {
  readonly uri: string;
  readonly offset: number;
}

/** A place and the word there. */
export interface WordPlace extends Place {
  readonly word?: string;
}

/** A message that a link or a quick fix names. */
export interface ProblemPlace extends Place {
  readonly message: string;
}

const place = { uri: string, offset: integer(0) };
const wordPlace: Validator<WordPlace> = object(place, { word: string });
const problemPlace: Validator<ProblemPlace> = object({ ...place, message: string });

/**
 * The place that an argument names, with a word or without, as a copy. Undefined for the arguments that menus pass, which name none.
 *
 * @throws AlignLensError `invalid-argument` for what is meant as a place and is none: the cursor, which counts otherwise, would be another one
 */
export function placeOf(argument: unknown): WordPlace | undefined {
  return argumentOf(wordPlace, ['uri', 'offset'], argument);
}

/** The same for a problem. */
export function problemPlaceOf(argument: unknown): ProblemPlace | undefined {
  return argumentOf(problemPlace, ['uri', 'offset'], argument);
}

/**
 * A copy of an argument that has one of these keys; undefined for others.
 *
 * @throws AlignLensError `invalid-argument` when it has one and does not fit
 */
export function argumentOf<T>(validate: Validator<T>, keys: readonly string[], argument: unknown): T | undefined {
  try {
    const isMeant = typeof argument === 'object' && argument !== null && keys.some((key) => key in argument);
    return isMeant ? validate(argument, 'argument') : undefined;
  } catch {
    throw new AlignLensError('invalid-argument', 'The command was called with something that AlignLens cannot read. Run it from the command palette.');
  }
}
