/** Tells code that was commented out from prose. Rather misses code than takes a sentence for it. */

const strings = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`\n]*`/gu;
const remark = /(?:\s\/\/|\s#\s|\/\*).*$/u;
/** Four plain words in a row. */
const sentence = /(?:(?<![\w$.*&-])[A-Za-z][a-z]+[ ,]+){3}[a-z]{2,}(?![\w(.[=])/u;
/** Words that sentences cannot do without, and programs do not have. */
const functionWords =
  /\b(?:the|a(?=\s+[A-Za-z])|an|of|to|are|was|were|be|been|that|which|with|we|it|its|you|your|they|when|should|would|could|will|can|may|must|have|has|had|but|because|so|such|than|then|there|these|those|also|only|note|see|use|used|using|e\.g|i\.e|by|on|at|as|or|and|into|about|instead)\b/giu;
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Whole lines that only a program has. */
const statements: readonly RegExp[] = [
  // Assignments, declarations with a value.
  /^(?:(?:const|let|var|final|static|auto|local|my|our|val|public|private)\s+)*(?![\d.]+\s)[\w.$*&>\]["'@%-]+(?:\s*:\s*[\w<>[\]|.]+)?\s*(?:(?:[-+*/%|&^?:.]|<<|>>|\|\||\?\?)?=\s|\b=(?![=>\s]))\s*(?!.*[a-z]{2} [a-z]{2}).*[;,)\]}\w"'`]$/u,
  /^(?:[\w*&<>:]+\s+){1,3}\**\w+\s*=(?![=>]).*;$/u,
  // Calls, alone on their line.
  /^(?:(?:await|return|new|yield|delete|typeof|defer|go|echo)\s+)*[\w.$:]*[A-Za-z_]\w*(?:(?:\.|->|::)\w+)*(?:<[\w, ]+>)?\((?:[^()]|\([^()]*(?:\([^()]*\)[^()]*)*\))*\)\s*[;,{]?$/u,
  // Statements with a keyword.
  /^(?:\}\s*)?(?:else\s+)?(?:if|for|while|switch|catch|foreach|unless|until)\s*\(.*\)\s*(?:\{|[\w.]+.*;)?$/u,
  /^(?:async\s+)?for\s+\w+(?:,\s*\w+)*\s+in\s+\S+:$/u,
  /^(?:if|elif|while|with)\s+(?:not\s+)?(?=.*(?:[<>=!]=|[<>]|\w[([._]\w|\w\(\)| is (?:not )?None\b)).*:$/u,
  /^(?:def|class|except)\s+\w+[^.;]*:$/u,
  /^(?:return|throw|break|continue|goto|yield)\b[^.]*;$/u,
  /^(?:else|try|finally|except|default):$/u,
  /^return\s+(?:[\w.$]+(?:\(.*\)|\[.*\])|[\w$]+[._][\w.]*|True|False|None|null|true|false|self|this|-?\d+)$/u,
  /^raise\s+\w+(?:\(.*\))?$/u,
  /^(?:import|export|using|package|namespace|require|include)\b.*;$/u,
  /^(?:from\s+[\w.]+\s+import\s+[\w.*,\s]+|import\s+[a-z_][\w.]*(?:\s+as\s+\w+)?)$/u,
  /^#\s*(?:include\s*[<"]|define\s+\w+|ifdef\b|ifndef\b|endif\b|undef\b|if\s+\w|pragma\b)/u,
  /^(?:(?:public|private|protected|static|final|async|export|extern|const|unsigned|virtual|inline|function|func|fn|def|sub)\s+)+[\w<>[\]*&\s]*\w+\s*\(.*\)\s*(?:\{|;|:|->.*)?$/u,
  // Lines that are punctuation, or end as statements and blocks do.
  /^[{}()[\];,]+$/u,
  /^(?:\}|end)\s*(?:else|catch|finally|while)?\b[^.]*[{;)]?$/u,
  /^(?=.*(?:\w[([]|=|->|::|\+\+|--|[$*]\w|^print))[^!?]*[\w)\]"'`]\s*;$/u,
  /^.*\)\s*(?:=>|->)?\s*\{$/u,
  // Members of literals, tags, decorators, commands with options.
  /^["'`]?[\w-]*["'`]?\s*:\s*(?:["'`[{\d]|true|false|null|None|undefined).*,$/u,
  /^<\/?[a-zA-Z][\w.-]*(?:\s+[\w:-]+=(?:["'`{].*|\w+))*\s*\/?>.*$/u,
  /^@[\w.]+(?:\(.*\))?$/u,
];

/** Code units of a line that tell what it is. */
const longestLine = 2000;

/** @param text the lines of a comment, without its markers at least on the first */
export function looksLikeCode(text: string): boolean {
  if (ideograph.test(text)) return false;
  const lines = text.split(/\r?\n/u).map((line) => bare(line.slice(0, longestLine))).filter((line) => line !== '');
  const written = lines.map((line) => line.replace(strings, '""').replace(remark, '').trim()).filter((line) => line !== '');
  const words = written.join(' ').match(/[A-Za-z]+/gu)?.length ?? 0;
  const small = written.join(' ').match(functionWords)?.length ?? 0;
  if (written.length === 0 || small > words / 12 || written.some((line) => sentence.test(line) && !isStatement(line))) return false;
  const code = written.filter(isStatement).length;
  return code > 0 && code >= written.length * 0.6;
}

function isStatement(line: string): boolean {
  return statements.some((statement) => statement.test(line));
}

/** Without the comment's marks, which the lines behind the first still have. */
function bare(line: string): string {
  return line.trim().replace(/^(?:\/\/+|#+(?!\s*(?:include|define|if|endif|undef|pragma|else))|--+|;+|\*+(?!\/))\s?/u, '').trim();
}
