/** The marks of a text's lines, kept up with its changes. Pure. */
import type { IGrammar, IToken, StateStack } from 'vscode-textmate';
import { splitLines } from '../../engine/text/markdown';
import { markLine, noMarks, type LineMarks, type Mark } from './lineMarks';

export interface TokenizedLine {
  readonly marks: LineMarks;
  readonly text: string;
  /** Offset of the line in the text. */
  readonly offset: number;
  /** Whether the line's first comment, or string, began on a line before it. */
  readonly commentGoesOn: boolean;
  readonly stringGoesOn: boolean;
}

interface KnownLine extends Omit<TokenizedLine, 'offset'> {
  /** What the grammar knows behind the line: nothing yet, if it was not asked. */
  readonly state: StateStack | null;
  /** Whether the line was too much for the grammar: what it holds is not known. */
  readonly isSkipped: boolean;
}

/** The editor itself does not tokenize longer lines either; what is in them is not looked at. */
const longestLine = 20_000;
/**
 * Milliseconds that a line may take, tried one after the other. A grammar's patterns are compiled when they are first
 * needed, which may take long but is done once: the next try gets further. Some grammars take for ever over some lines.
 */
const lineTimeouts = [8, 8, 8, 8, 16, 16, 32, 64, 128, 256, 512, 1024];

export class TokenizedText {
  private known: readonly KnownLine[] = [];

  constructor(private readonly grammar: IGrammar) {}

  /**
   * The lines of `text` with comments or strings. Only what changed since the last call is tokenized anew, and what depends on it.
   *
   * @param breathe called after each line; waits when it is time to let others work
   */
  async update(text: string, breathe: () => Promise<void> | undefined): Promise<TokenizedLine[]> {
    const spans = splitLines(text);
    const lines = spans.map(({ start, end }) => text.slice(start, end));
    const { known } = this;
    const limit = Math.min(lines.length, known.length);
    let same = 0;
    while (same < limit && known[same]!.text === lines[same]) same++;
    let sameEnd = 0;
    while (sameEnd < limit - same && known[known.length - 1 - sameEnd]!.text === lines[lines.length - 1 - sameEnd]) sameEnd++;
    const shift = known.length - lines.length;
    const fresh: KnownLine[] = known.slice(0, same);
    for (let index = same; index < lines.length; index++) {
      const state = fresh.at(-1)?.state ?? null;
      const before = known[index + shift - 1];
      if (index >= lines.length - sameEnd && (index + shift === 0 ? state === null : before && isSame(before.state, state))) {
        for (let rest = index + shift; rest < known.length; rest++) fresh.push(known[rest]!);
        break;
      }
      fresh.push(await this.tokenize(lines[index]!, state, breathe));
      await breathe();
    }
    this.known = fresh;
    return fresh.flatMap((line, index) => {
      if (line.marks === noMarks) return [];
      const leadsOver = (kind: 'comments' | 'strings'): boolean => reachesEnd(fresh[index - 1], kind, line.marks[kind][0]);
      return [{
        ...line,
        offset: spans[index]!.start,
        commentGoesOn: line.commentGoesOn && leadsOver('comments'),
        stringGoesOn: line.stringGoesOn && leadsOver('strings'),
      }];
    });
  }

  private async tokenize(text: string, before: StateStack | null, breathe: () => Promise<void> | undefined): Promise<KnownLine> {
    const skipped = { marks: noMarks, text, state: before, commentGoesOn: false, stringGoesOn: false, isSkipped: true };
    if (text.length > longestLine) return skipped;
    for (const timeout of lineTimeouts) {
      const { tokens, ruleStack, stoppedEarly } = this.grammar.tokenizeLine(text, before, timeout);
      if (!stoppedEarly) return { ...skipped, isSkipped: false, state: ruleStack, ...this.marksOf(tokens, text, before) };
      await breathe();
    }
    return skipped;
  }

  private marksOf(tokens: readonly IToken[], text: string, before: StateStack | null): Omit<KnownLine, 'text' | 'state' | 'isSkipped'> {
    const marks = markLine(tokens, text.length);
    // What an empty line would be in shows whether the state is still inside something.
    const probe = marks !== noMarks && before !== null ? markLine(this.grammar.tokenizeLine('', before).tokens, 0) : noMarks;
    return {
      marks,
      commentGoesOn: goesOn(marks.comments[0], probe.comments[0]),
      stringGoesOn: goesOn(marks.strings[0], probe.strings[0]),
    };
  }
}

/** Behind some lines that are no comment, such as `__END__` in Perl, grammars are inside of one that begins with the next line. */
function reachesEnd(line: KnownLine | undefined, kind: 'comments' | 'strings', mark: Mark | undefined): boolean {
  if (line === undefined || line.isSkipped) return line !== undefined;
  const last = line.marks[kind].at(-1);
  return last?.end === line.text.length && last.scope === mark?.scope;
}

function goesOn(mark: Mark | undefined, probe: Mark | undefined): boolean {
  return mark?.start === 0 && mark.scope === probe?.scope && mark.depth === probe.depth;
}

function isSame(a: StateStack | null, b: StateStack | null): boolean {
  return a === null || b === null ? a === b : a.equals(b);
}
