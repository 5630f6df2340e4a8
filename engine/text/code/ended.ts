import { columnsOf, type FoundFunction } from './code';

/** How a language that closes functions with a word, or a brace on a line of its own, writes them. */
interface EndedGrammar {
  /** A line that opens a function, behind its indentation; the group `name` is required. */
  readonly head: RegExp;
  /** A line that closes what was opened at the same depth. */
  readonly end: RegExp;
  /** A head that closes itself. */
  readonly whole: RegExp;
}

const shell: EndedGrammar = {
  head: /^(?:function[ \t]+(?<name>[\w.:-]+)[ \t]*(?:\(\))?|(?<plain>[\w.:-]+)[ \t]*\(\))[ \t]*\r?\n?[ \t]*\{/du,
  end: /^\}/u,
  whole: /\}[ \t]*;?\s*$/u,
};
const ruby: EndedGrammar = {
  head: /^(?:(?:private|protected|public|module_function)[ \t]+)?def[ \t]+(?:self\.)?(?<name>[\p{L}_][\p{L}\p{N}_]*[?!=]?|[^\s\p{L}\p{N}_(.;]+)[ \t]*(?:\([^)\n]*\))?/du,
  end: /^end(?![\p{L}\p{N}_])/u,
  whole: /[\s;]end\s*$|^[^=;(]*(?:\([^)]*\))?[ \t]+=[ \t]/u,
};
const lua: EndedGrammar = {
  head: /^(?:(?:local[ \t]+)?function[ \t]+(?<name>[\w.:]+)|(?:local[ \t]+)?(?<plain>[\w.]+)[ \t]*=[ \t]*function)[ \t]*\([^)\n]*\)/du,
  end: /^end(?!\w)/u,
  whole: /[\s;)]end[,;]?\s*$/u,
};

const grammars: Readonly<Record<string, EndedGrammar>> = { shellscript: shell, ruby, lua };

export function endedGrammar(languageId: string): EndedGrammar | undefined {
  return Object.hasOwn(grammars, languageId) ? grammars[languageId] : undefined;
}

interface OpenFunction extends FoundFunction {
  readonly columns: number;
}

/** Functions by the indentation of the lines that open and close them, in the order of their ends. */
export function endedFunctions(code: string, { head, end, whole }: EndedGrammar): FoundFunction[] {
  const found: FoundFunction[] = [];
  const open: OpenFunction[] = [];
  for (const { index, 0: line, 1: indentation = '' } of code.matchAll(/^([ \t]*)\S[^\n]*/gmu)) {
    const start = index + indentation.length;
    const columns = columnsOf(indentation);
    const lineEnd = index + line.trimEnd().length;
    // A brace may open on the next line.
    const match = head.exec(code.slice(start, Math.min(lineEnd, start + 300) + 80));
    const name = match?.indices?.groups?.['name'] ?? match?.indices?.groups?.['plain'];
    if (match && name && start + name[1] <= lineEnd) {
      const body = start + match[0].length;
      const entry = { start, end: lineEnd, nameSpan: { start: start + name[0], end: start + name[1] }, body, columns };
      if (whole.test(code.slice(start, lineEnd))) found.push(entry);
      else open.push(entry);
    } else if (end.test(code.slice(start, start + 10))) {
      while (open.length > 0 && open.at(-1)!.columns > columns) open.pop();
      const closed = open.at(-1)?.columns === columns ? open.pop() : undefined;
      if (closed) found.push({ ...closed, end: start + end.exec(code.slice(start, start + 10))![0].length });
    }
  }
  return found;
}
