// test/fuzz/textWorker.ts
import { parentPort, workerData } from "node:worker_threads";

// engine/bilingual/json.ts
import { parseTree, printParseErrorCode } from "jsonc-parser";

// engine/protocol/validate.ts
var ValidationError = class extends Error {
  constructor(path, expected, actual) {
    super(`${cut(path)} must be ${cut(expected)}, but is ${described(actual)}`);
    this.path = path;
  }
  path;
  name = "ValidationError";
};
var string = (value3, path) => {
  if (typeof value3 !== "string") throw new ValidationError(path, "a string", value3);
  return value3;
};
var boolean = (value3, path) => {
  if (typeof value3 !== "boolean") throw new ValidationError(path, "true or false", value3);
  return value3;
};
function number(minimum = -Infinity, maximum = Infinity) {
  return (value3, path) => {
    if (typeof value3 !== "number" || !Number.isFinite(value3) || value3 < minimum || value3 > maximum) {
      throw new ValidationError(path, `a number${rangeText(minimum, maximum)}`, value3);
    }
    return value3;
  };
}
function integer(minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER) {
  return (value3, path) => {
    if (typeof value3 !== "number" || !Number.isSafeInteger(value3) || value3 < minimum || value3 > maximum) {
      throw new ValidationError(path, `an integer${rangeText(minimum, maximum)}`, value3);
    }
    return value3;
  };
}
function oneOf(...values) {
  return (value3, path) => {
    const found = values.find((candidate) => candidate === value3);
    if (found === void 0) throw new ValidationError(path, `one of ${JSON.stringify(values)}`, value3);
    return found;
  };
}
function array(element) {
  return (value3, path) => {
    if (!Array.isArray(value3)) throw new ValidationError(path, "an array", value3);
    return value3.map((entry, index) => element(entry, `${path}[${index}]`));
  };
}
function record(element, name2 = string) {
  return (value3, path) => {
    const entries = Object.entries(asObject(value3, path));
    return Object.fromEntries(entries.map(([key, entry]) => [name2(key, `a key of ${path}`), element(entry, `${path}.${key}`)]));
  };
}
function object(required, optional) {
  return (value3, path) => {
    const input = asObject(value3, path);
    const result2 = {};
    for (const [key, validate] of Object.entries(required)) {
      result2[key] = validate(input[key], `${path}.${key}`);
    }
    for (const [key, validate] of Object.entries(optional ?? {})) {
      if (input[key] !== void 0) result2[key] = validate(input[key], `${path}.${key}`);
    }
    for (const key of Object.keys(input)) {
      const known = key in required || optional !== void 0 && key in optional;
      if (!known) throw new ValidationError(`${path}.${key}`, "absent (unknown key)", input[key]);
    }
    return result2;
  };
}
function nullable(inner) {
  return (value3, path) => value3 === null ? null : inner(value3, path);
}
var anything = (value3) => value3;
function nested(depth) {
  return (value3, path) => {
    let level = [value3];
    for (let left = depth; level.length > 0; left--) {
      level = level.flatMap((one2) => typeof one2 === "object" && one2 !== null ? Object.values(one2) : []);
      if (left === 0 && level.length > 0) throw new ValidationError(path, `nested at most ${depth} deep`, value3);
    }
    return value3;
  };
}
var nothing = (value3, path) => {
  if (value3 !== void 0) throw new ValidationError(path, "absent", value3);
  return void 0;
};
var float32Array = (value3, path) => {
  if (tag(value3) !== "Float32Array") throw new ValidationError(path, "a Float32Array", value3);
  return value3;
};
var bytes = (value3, path) => {
  if (tag(value3) !== "Uint8Array") throw new ValidationError(path, "a Uint8Array", value3);
  return value3;
};
function tag(value3) {
  return Object.prototype.toString.call(value3).slice("[object ".length, -1);
}
function asObject(value3, path) {
  if (typeof value3 !== "object" || value3 === null || Array.isArray(value3)) {
    throw new ValidationError(path, "an object", value3);
  }
  return value3;
}
function rangeText(minimum, maximum) {
  const from = Number.isFinite(minimum) && minimum !== Number.MIN_SAFE_INTEGER ? ` from ${minimum}` : "";
  const to = Number.isFinite(maximum) && maximum !== Number.MAX_SAFE_INTEGER ? ` up to ${maximum}` : "";
  return from + to;
}
function described(value3) {
  if (value3 === void 0) return "missing";
  if (Array.isArray(value3)) return "an array";
  if (typeof value3 === "object" && value3 !== null) return `an object (${tag(value3)})`;
  const text2 = JSON.stringify(value3);
  return text2.length > 60 ? `${text2.slice(0, 60)}\u2026` : text2;
}
function cut(text2) {
  return text2.length > 200 ? `${text2.slice(0, 200)}\u2026` : text2;
}
function withMatrices(shape) {
  return (value3, path) => {
    const sentence2 = shape(value3, path);
    const cells2 = sentence2.sourceTokens.length * sentence2.targetTokens.length;
    for (const matrix of ["alignment", "attention"]) {
      const { length } = sentence2[matrix];
      if (length !== cells2) throw new ValidationError(`${path}.${matrix}.length`, String(cells2), length);
    }
    return sentence2;
  };
}

// engine/protocol/phrase.ts
function phrase(template, ...values) {
  return { template, values };
}
function inEnglish({ template, values }) {
  return sayWith({ template, values }, (english, inside) => fill(english, inside));
}
var PhrasedError = class extends Error {
  phrase;
  constructor(sentence2) {
    const said = typeof sentence2 === "string" ? { template: sentence2, values: [] } : sentence2;
    super(inEnglish(said));
    this.phrase = said;
  }
};
function sayWith({ template, values }, say) {
  return say(template, values.map((value3) => typeof value3 === "object" ? sayWith(value3, say) : value3));
}
function fill(template, values) {
  return template.replace(/\{(\d+)\}/gu, (placeholder, index) => String(values[Number(index)] ?? placeholder));
}
var value = (given, path) => {
  if (typeof given === "string" || typeof given === "number") return given;
  if (typeof given === "object") return phraseValidator(given, path);
  throw new ValidationError(path, "a text, a number or a phrase", given);
};
var phraseValidator = object({ template: string, values: array(value) });

// engine/bilingual/mappedString.ts
var StringBuilder = class {
  text = "";
  starts = [];
  ends = [];
  span;
  /** Says that the file has a piece of the string at `span`, which may be empty; the pieces come in order. */
  piece(span2) {
    this.span = { start: this.span?.start ?? span2.start, end: span2.end };
  }
  /** Adds characters that the file writes as `start` to `end`. */
  add(characters, start, end) {
    for (const unit of characters.split("")) {
      this.text += unit;
      this.starts.push(start);
      this.ends.push(end);
    }
  }
  build() {
    const { text: text2, starts, ends, span: span2 = { start: 0, end: 0 } } = this;
    return {
      text: text2,
      span: span2,
      toFile: (offset, edge = "start") => {
        if (edge === "end" && offset > 0) return ends[offset - 1] ?? span2.end;
        return starts[offset] ?? ends.at(-1) ?? span2.start;
      }
    };
  }
};
function addEscaped(builder, file, content2, escapeAt2) {
  builder.piece(content2);
  for (let offset = content2.start; offset < content2.end; ) {
    const escape = file[offset] === "\\" ? escapeAt2(file, offset) : void 0;
    const length = escape?.length ?? 1;
    builder.add(escape?.characters ?? file[offset], offset, offset + length);
    offset += length;
  }
}

// engine/bilingual/unit.ts
var missingFlag = "missing";
var extraFlag = "extra";
var singularFlag = "singular-form";
var FormatError = class extends PhrasedError {
  constructor(sentence2, offset, side = "source") {
    super(sentence2);
    this.offset = offset;
    this.side = side;
  }
  offset;
  side;
  name = "FormatError";
};

// engine/bilingual/json.ts
function readJsonPair(sourceFile, targetFile) {
  const sources = stringsOf(parseJson(sourceFile, "source"));
  const targetRoot = parseJson(targetFile, "target");
  const targets = stringsOf(targetRoot);
  const last = targetRoot ? targetRoot.offset + targetRoot.length - 1 : 0;
  return [...sources].map(([path, node]) => {
    const found = targets.get(path);
    const source = readString(sourceFile, node);
    const target = found ? readString(targetFile, found) : { text: "", span: { start: last, end: last }, toFile: () => last };
    return {
      source: source.text,
      target: target.text,
      sourceSpan: source.span,
      targetSpan: target.span,
      toSourceFile: source.toFile,
      toTargetFile: target.toFile,
      writeTarget: escapeJson,
      flags: found ? [] : [missingFlag],
      context: path
    };
  });
}
function escapeJson(text2) {
  return JSON.stringify(text2).slice(1, -1);
}
function parseJson(file, side) {
  const errors = [];
  const root = parseTree(file, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const [first] = errors;
  if (first) throw new FormatError(phrase("not valid JSON ({0})", printParseErrorCode(first.error)), first.offset, side);
  return root;
}
function stringsOf(root) {
  const found = /* @__PURE__ */ new Map();
  const pending = root ? [{ node: root, path: "" }] : [];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, path } = next;
    if (node.type === "string") found.set(path, node);
    const children = (node.children ?? []).flatMap((child, index) => {
      if (node.type === "array") return [{ node: child, path: `${path}/${index}` }];
      const [key, value3] = child.children ?? [];
      return key && value3 ? [{ node: value3, path: `${path}/${String(key.value)}` }] : [];
    });
    pending.push(...children.reverse());
  }
  return found;
}
function readString(file, { offset, length }) {
  const builder = new StringBuilder();
  addEscaped(builder, file, { start: offset + 1, end: offset + length - 1 }, jsonEscapeAt);
  return builder.build();
}
var simple = { n: "\n", t: "	", r: "\r", b: "\b", f: "\f", "\\": "\\", '"': '"', "/": "/" };
function jsonEscapeAt(file, offset) {
  const unicode = /^u([0-9A-Fa-f]{4})/u.exec(file.slice(offset + 1, offset + 6));
  if (unicode) return { characters: String.fromCharCode(parseInt(unicode[1], 16)), length: 6 };
  const characters = simple[file[offset + 1] ?? ""];
  return characters === void 0 ? void 0 : { characters, length: 2 };
}

// engine/bilingual/blockAlignment.ts
var skipCost = 1.6;
var mergeCost = 0.7;
var otherKind = 2.5;
var otherLevel = 1;
var otherCode = 1.5;
var mostLengthCost = 2;
var sharedBonus = 1;
var nothingShared = 0.4;
var moves = [[1, 1], [1, 0], [0, 1], [2, 1], [1, 2]];
function alignBlocks(source, target) {
  const sources = source.map(featuresOf);
  const targets = target.map(featuresOf);
  const total = (blocks) => blocks.reduce((sum, { length }) => sum + length, 0) || 1;
  const ratio = total(targets) / total(sources);
  const width = target.length + 1;
  const costs = new Float64Array((source.length + 1) * width).fill(Infinity);
  const taken = new Uint8Array(costs.length);
  costs[0] = 0;
  for (let i = 0; i <= source.length; i++) {
    for (let j = 0; j <= target.length; j++) {
      moves.forEach(([down, right], move) => {
        if (i < down || j < right) return;
        const before = costs[(i - down) * width + j - right];
        if (before === Infinity) return;
        const cost = before + moveCost(sources.slice(i - down, i), targets.slice(j - right, j), ratio);
        if (cost >= costs[i * width + j]) return;
        costs[i * width + j] = cost;
        taken[i * width + j] = move;
      });
    }
  }
  return trace(taken, source.length, target.length);
}
function trace(taken, rows, columns2) {
  const beads = [];
  for (let i = rows, j = columns2; i > 0 || j > 0; ) {
    const [down, right] = moves[taken[i * (columns2 + 1) + j]];
    beads.push({ source: indices(i - down, i), target: indices(j - right, j) });
    i -= down;
    j -= right;
  }
  return beads.reverse();
}
function indices(start, end) {
  return Array.from({ length: end - start }, (_, index) => start + index);
}
function featuresOf({ kind, level, text: text2 }) {
  const names = text2.match(/`[^`]+`|https?:\/\/[^\s)]+|\d+(?:\.\d+)*|[A-Z][A-Za-z0-9]*[A-Z0-9][A-Za-z0-9]*/gu) ?? [];
  return { kind, level, text: text2, length: text2.length, names: new Set(names) };
}
function moveCost(sources, targets, ratio) {
  if (sources.length === 0 || targets.length === 0) return skipCost;
  const merged = sources.length + targets.length > 2;
  if (merged && [...sources, ...targets].some(({ kind }) => kind !== "paragraph" && kind !== "quote")) return Infinity;
  const [first, second] = [sources[0], targets[0]];
  let cost = merged ? mergeCost : 0;
  if (first.kind !== second.kind) cost += otherKind;
  else if (first.level !== second.level) cost += otherLevel;
  if (first.kind === "code" && second.kind === "code") return cost + (first.text.trim() === second.text.trim() ? -sharedBonus : otherCode);
  return cost + lengthCost(lengthOf(sources) * ratio, lengthOf(targets)) + namesCost(sources, targets);
}
function lengthOf(blocks) {
  return blocks.reduce((sum, { length }) => sum + length, 0);
}
function lengthCost(expected, length) {
  return Math.min(Math.abs(Math.log((length + 6) / (expected + 6))) * 1.2, mostLengthCost);
}
function namesCost(sources, targets) {
  const own = new Set(sources.flatMap(({ names }) => [...names]));
  const other = new Set(targets.flatMap(({ names }) => [...names]));
  if (own.size === 0 && other.size === 0) return 0;
  const shared = [...own].filter((name2) => other.has(name2)).length;
  if (shared === 0) return nothingShared;
  return -sharedBonus * shared / Math.max(own.size, other.size);
}

// engine/text/guard.ts
var lineBreaks = /\s*[\r\n\u0085\u2028\u2029]\s*/gu;
function guardOf(text2, comment2) {
  if (comment2.kind === "line") return forComment([]);
  const opener3 = text2.slice(comment2.start, comment2.start + comment2.open);
  const unclosed = opener3.startsWith("=") ? "=cut" : "";
  const closer2 = comment2.close > 0 ? text2.slice(comment2.end - comment2.close, comment2.end) : unclosed;
  if (/["']$/u.test(closer2)) return (translation2, original) => forDocstring(withoutLineBreaks(translation2, original), original, closer2);
  return forComment([closer2, opener3].filter(({ length }) => length > 1));
}
var endsOfCode = ["?>", "</script", "</style"];
function forComment(markers) {
  return (translation2, original) => [...markers, ...endsOfCode].reduce(
    (safe, marker2) => original.includes(marker2) ? safe : safe.replaceAll(marker2, apart(marker2)),
    withoutLineBreaks(translation2, original)
  );
}
function withoutLineBreaks(translation2, original) {
  const line = translation2.replace(lineBreaks, " ");
  return original.endsWith("\\") ? line : line.replace(/\\+$/u, "");
}
function forDocstring(translation2, original, closer2) {
  const quote2 = closer2.at(-1);
  const other = quote2 === '"' ? "'" : '"';
  const inside = original.includes(closer2) ? translation2 : translation2.replaceAll(closer2, other.repeat(closer2.length));
  return original.endsWith(quote2) ? inside : inside.replace(/["']$/u, other);
}
function apart(marker2) {
  return `${marker2.slice(0, 1)} ${marker2.slice(1)}`;
}

// engine/text/lexemes.ts
function lexemes(text2, syntax2) {
  return new Scanner(text2, syntax2).scan();
}
var longestRegex = 2e3;
var longestWord = 11;
var lookBehind = 400;
var value2 = /^[\p{L}\p{N}_$)\]}"'`<]$/u;
var operatorWord = /(?:^|[^\p{L}\p{N}_$.])(?:return|typeof|case|in|of|delete|void|throw|else|do|instanceof|yield|await)$/u;
var Scanner = class {
  constructor(text2, syntax2) {
    this.text = text2;
    this.syntax = syntax2;
    const { block, line, rawStrings, characters, multilineQuotes, quotes, script: script4 } = syntax2;
    const markers = [...block.map(([open]) => open), ...line].map(escaped);
    const literals = [...rawStrings.map(([open]) => open), ...characters, ...[...multilineQuotes, ...quotes].map(escaped)];
    this.starts = new RegExp([...markers, ...literals, ...script4 ? ["`", "/"] : []].join("|"), "gu");
    this.raw = rawStrings.map(([open, close]) => ({ open: new RegExp(`^(?:${open})$`, "u"), close }));
  }
  text;
  syntax;
  starts;
  raw;
  /** End of the line last asked for. */
  line = -1;
  /** The comment before, and those that only white space parts from it. */
  lastComment;
  /** Closing markers that do not occur between some offset behind us and the one given here. */
  missing = /* @__PURE__ */ new Map();
  *scan() {
    for (let offset = 0; ; ) {
      this.starts.lastIndex = offset;
      const match2 = this.starts.exec(this.text);
      if (!match2) return;
      const [marker2] = match2;
      const comment2 = this.commentAt(match2.index, marker2);
      if (comment2) this.lastComment = this.together(comment2);
      const found = comment2 ?? this.stringAt(match2.index, marker2);
      if (found) yield found;
      offset = found?.end ?? match2.index + marker2.length;
    }
  }
  together({ start, end }) {
    const before = this.lastComment;
    return before && this.text.slice(before.end, start).trim() === "" ? { start: before.start, end } : { start, end };
  }
  commentAt(start, marker2) {
    const { text: text2, syntax: syntax2 } = this;
    const block = syntax2.block.find(([open]) => open === marker2);
    if (block) return this.blockFrom(start, marker2.length, block[1]);
    if (syntax2.line.includes(marker2)) {
      const before2 = text2[start - 1];
      if (syntax2.spacedMarker && before2 !== void 0 && !/\s/u.test(before2)) return void 0;
      const end = this.lineEnd(start);
      if (start === 0 && text2.startsWith("#!")) return { start, end, open: end, close: 0, kind: "line", marker: "#!" };
      const repeated = new RegExp(`^${escaped(marker2.at(-1))}*!?`, "u");
      const open = marker2.length + (repeated.exec(text2.slice(start + marker2.length, end))?.[0].length ?? 0);
      return { start, end, open, close: 0, kind: "line", marker: text2.slice(start, start + open) };
    }
    if (!syntax2.docstrings || !syntax2.multilineQuotes.includes(marker2)) return void 0;
    const before = text2.slice(Math.max(0, start - lookBehind), start);
    return /(?:^|\n)\s*[rRuU]?$/u.test(before) ? this.blockFrom(start, marker2.length, marker2) : void 0;
  }
  blockFrom(start, open, closer2) {
    const at = this.text.indexOf(closer2, start + open);
    const end = at < 0 ? this.text.length : at + closer2.length;
    const marker2 = this.text.slice(start, start + open);
    return { start, end, open, close: at < 0 ? 0 : closer2.length, kind: "block", marker: marker2 };
  }
  stringAt(start, marker2) {
    const { multilineQuotes, quotes, script: script4, characters } = this.syntax;
    const from = start + marker2.length;
    if (script4 && marker2 === "/") return this.string(start, marker2, this.regexEnd(start));
    if (script4 && marker2 === "`") return this.string(start, marker2, this.unlessMissing("`", () => templateEnd(this.text, from)));
    if (multilineQuotes.includes(marker2)) return this.string(start, marker2, this.quoteEnd(from, marker2, this.text.length));
    if (quotes.includes(marker2)) return this.string(start, marker2, this.quoteEnd(from, marker2, this.lineEnd(start)));
    for (const { open, close } of this.raw) {
      const match2 = open.exec(marker2);
      if (match2) return this.string(start, marker2, this.rawEnd(from, close.replace("$1", match2[1] ?? "")));
    }
    return characters.length > 0 ? this.string(start, marker2, from) : void 0;
  }
  string(start, marker2, end) {
    return end === void 0 ? void 0 : { start, end, open: marker2.length, close: 0, kind: "string", marker: marker2 };
  }
  quoteEnd(from, quote2, limit) {
    if (from <= (this.missing.get(quote2) ?? -1)) return void 0;
    let end = limit;
    for (let offset = from; offset < end; offset++) {
      if (this.text[offset] === "\\") {
        offset++;
        if (offset >= end && end < this.text.length) {
          if (this.text[offset] === "\r") offset++;
          end = lineEnd(this.text, offset + 1);
        }
      } else if (this.text.startsWith(quote2, offset)) return offset + quote2.length;
    }
    this.missing.set(quote2, end);
    return void 0;
  }
  rawEnd(from, closer2) {
    return this.unlessMissing(closer2, () => {
      const at = this.text.indexOf(closer2, from);
      return at < 0 ? void 0 : at + closer2.length;
    });
  }
  /** Searches to the end of the text once only for a closing marker that does not come. */
  unlessMissing(closer2, search) {
    if (this.missing.has(closer2)) return void 0;
    const end = search();
    if (end === void 0) this.missing.set(closer2, this.text.length);
    return end;
  }
  regexEnd(start) {
    if (!this.expectsOperand(start)) return void 0;
    const limit = Math.min(this.lineEnd(start), start + longestRegex);
    let inClass = false;
    for (let offset = start + 1; offset < limit; offset++) {
      const character = this.text[offset];
      if (character === "\\") offset++;
      else if (character === "[") inClass = true;
      else if (character === "]") inClass = false;
      else if (character === "/" && !inClass) return offset + 1;
    }
    return void 0;
  }
  /** Whether what comes before a slash leaves it to open something. */
  expectsOperand(start) {
    let end = start;
    for (let steps = 0; steps < lookBehind; steps++) {
      if (end === this.lastComment?.end) end = this.lastComment.start;
      else if (/\s/u.test(this.text[end - 1] ?? "")) end--;
      else break;
    }
    return !value2.test(this.text[end - 1] ?? "") || operatorWord.test(this.text.slice(Math.max(0, end - longestWord), end));
  }
  lineEnd(start) {
    if (start > this.line) this.line = lineEnd(this.text, start);
    return this.line;
  }
};
function templateEnd(text2, from) {
  const open = [-1];
  for (let offset = from; offset < text2.length; offset++) {
    const character = text2[offset];
    const inside = open.at(-1);
    if (character === "\\") offset++;
    else if (character === "`") {
      if (inside >= 0) open.push(-1);
      else if (open.length === 1) return offset + 1;
      else open.pop();
    } else if (inside < 0) {
      if (character === "$" && text2[offset + 1] === "{") open.push(0);
    } else if (character === "{") open[open.length - 1] = inside + 1;
    else if (character === "}") {
      if (inside <= 1) open.pop();
      else open[open.length - 1] = inside - 1;
    }
  }
  return void 0;
}
function escaped(marker2) {
  return marker2.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
function lineEnd(text2, start) {
  const at = text2.indexOf("\n", start);
  const end = at < 0 ? text2.length : at;
  return end > start && text2[end - 1] === "\r" ? end - 1 : end;
}

// engine/text/comments.ts
var directive = /^\s*(?:!|eslint|prettier-|@ts-|ts-|tslint:|biome-|istanbul|c8 |v8 |noqa|type:\s*ignore|pylint:|mypy:|ruff:|pragma|nolint|NOLINT|go:|\+build|-\*-|vim?:|clang-format|region\b|endregion\b|sourceMappingURL|#\s*source|\/\s*<|=(?:pod|cut|over|back|begin|end|for|encoding)\b)/u;
function* findComments(text2, found) {
  let block;
  let previous;
  for (const comment2 of found) {
    if (comment2.kind === "string") continue;
    const lines = comment2.kind === "line" ? [lineContent(text2, comment2)] : blockContent(text2, comment2);
    const spoken = lines.filter(({ content: content2 }) => isSpoken(text2.slice(content2.start, content2.end), comment2));
    if (block && previous && spoken.length > 0 && continues(text2, previous, comment2)) block.lines.push(...spoken);
    else if (spoken.length > 0) {
      if (block) yield block;
      block = { lines: spoken, guard: guardOf(text2, comment2) };
    }
    previous = spoken.length > 0 ? comment2 : void 0;
  }
  if (block) yield block;
}
function isSpoken(line, { marker: marker2 }) {
  return !directive.test(line) && !(/^=(?!begin)[a-z]/u.test(marker2) && /^\s+\S/u.test(line));
}
function continues(text2, previous, comment2) {
  if (previous.kind !== "line" || comment2.kind !== "line" || previous.marker !== comment2.marker) return false;
  const alone = (start) => /(?:^|[\n\r])([ \t]*)$/u.exec(text2.slice(Math.max(0, start - 400), start))?.[1];
  const indentation = alone(comment2.start);
  return indentation !== void 0 && indentation === alone(previous.start) && /^\r?\n[ \t]*$/u.test(text2.slice(previous.end, comment2.start));
}
function lineContent(text2, comment2) {
  return { content: withoutLead(text2, comment2.start + comment2.open, comment2.end) };
}
function blockContent(text2, comment2) {
  const lines = [];
  let start = comment2.start + comment2.open;
  const end = comment2.end - comment2.close;
  const firstExtra = /^[*!]+(?=\s|$)/u.exec(text2.slice(start, end))?.[0].length ?? 0;
  start += firstExtra;
  const rest = text2.slice(lineEnd(text2, start), end).split(/\r?\n/u).slice(1).filter((line) => line.trim() !== "");
  const starred = rest.length > 0 && rest.every((line) => /^\s*\*/u.test(line));
  const depth = starred ? 0 : rest.reduce((least2, line) => Math.min(least2, /^[ \t]*/u.exec(line)?.[0].length ?? 0), Infinity);
  for (let first = true; start <= end; first = false) {
    const stop = Math.min(lineEnd(text2, start), end);
    const line = text2.slice(start, stop);
    const star2 = starred && !first ? /^\s*\*+(?=\s|$)|^\s*\*/u.exec(line)?.[0].length ?? 0 : 0;
    const skip = first || starred ? star2 : Math.min(depth, line.length);
    lines.push({ content: first || starred ? withoutLead(text2, start + skip, stop) : { start: start + skip, end: stop } });
    if (stop >= end) break;
    start = text2.startsWith("\r\n", stop) ? stop + 2 : stop + 1;
  }
  return lines;
}
function withoutLead(text2, start, end) {
  return { start: start < end && text2[start] === " " ? start + 1 : start, end };
}

// engine/text/markdown.ts
var quote = /^(?: {0,3}> ?)+/u;
var heading = /^\s{0,3}#{1,6}[ \t]+/u;
var delimiterRow = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/u;
var tagsOnly = /^\s*(?:<[^<>]*>\s*)+$/u;
var definition = /^\s{0,3}\[[^\]]+\]:\s/u;
function readMarkdown(text2) {
  const blocks = [[]];
  const single = [];
  const lines = splitLines(text2, frontMatterEnd(text2));
  const isRow = tableRows(text2, lines);
  let openFence = "";
  let inComment = false;
  lines.forEach((line, index) => {
    const raw = text2.slice(line.start, line.end);
    const skip = quote.exec(raw)?.[0].length ?? 0;
    const content2 = { start: line.start + skip, end: line.end };
    const own = raw.slice(skip);
    const fence3 = /^\s*(`{3,}|~{3,})/u.exec(own)?.[1] ?? "";
    if (openFence !== "" || fence3 !== "") {
      blocks.at(-1).push({ content: content2 });
      if (openFence === "") openFence = fence3;
      else if (fence3.startsWith(openFence)) openFence = "";
    } else if (inComment || /^\s*<!--/u.test(own)) {
      inComment = !own.includes("-->");
      blocks.push([]);
    } else if (isRow[index]) {
      blocks.push([]);
      if (!delimiterRow.test(own)) single.push(...cells(text2, content2));
    } else if (heading.test(own)) {
      blocks.push([]);
      single.push(trimmed(text2, content2.start + heading.exec(own)[0].length, line.end - (/\s+#+\s*$/u.exec(own)?.[0].length ?? 0)));
    } else if (tagsOnly.test(own) || definition.test(own)) {
      blocks.push([]);
    } else {
      blocks.at(-1).push({ content: content2 });
    }
  });
  return { blocks, single: single.filter(({ start, end }) => hasProse(text2.slice(start, end))) };
}
function hasProse(text2) {
  return /\p{L}/u.test(text2.replace(/(`+).*?\1/gu, ""));
}
function splitLines(text2, from = 0) {
  const lines = [];
  for (let start = from; start <= text2.length; ) {
    const end = lineEnd(text2, start);
    lines.push({ start, end });
    start = text2.startsWith("\r\n", end) ? end + 2 : end + 1;
  }
  return lines;
}
function frontMatterEnd(text2) {
  return /^(---|\+\+\+)\r?\n[^]*?\n\1[ \t]*(?:\r?\n|$)/u.exec(text2)?.[0].length ?? 0;
}
function tableRows(text2, lines) {
  const rows = lines.map(({ start, end }) => text2.slice(start, end).replace(quote, ""));
  const delimits = rows.map((row) => row.includes("|") && delimiterRow.test(row));
  let below = false;
  return rows.map((row, index) => {
    const hasCells = row.includes("|");
    below = hasCells && (below || delimits[index]);
    return hasCells && (below || delimits[index + 1] === true);
  });
}
function cells(text2, row) {
  const found = [];
  let start = row.start;
  for (const match2 of text2.slice(row.start, row.end).matchAll(/`[^`]*`|\\\||(\|)/gu)) {
    if (match2[1] === void 0) continue;
    found.push(trimmed(text2, start, row.start + match2.index));
    start = row.start + match2.index + 1;
  }
  found.push(trimmed(text2, start, row.end));
  return found;
}
function trimmed(text2, start, end) {
  const slice2 = text2.slice(start, end);
  const lead = slice2.length - slice2.trimStart().length;
  return { start: start + lead, end: Math.max(start + lead, start + slice2.trimEnd().length) };
}

// engine/text/commitMessage.ts
var scissors = /^. -+ >8 -+$/u;
function commitMessageLines(text2) {
  const lines = splitLines(text2);
  const end = lines.findIndex(({ start, end: stop }) => scissors.test(text2.slice(start, stop)));
  const own = end < 0 ? lines : lines.slice(0, end);
  return own.map(({ start, end: stop }) => ({ content: text2[start] === "#" ? { start, end: start } : { start, end: stop } }));
}

// engine/text/languages.ts
var cBlock = [["/*", "*/"]];
var plainQuotes = ['"', "'"];
var defaults = {
  line: [],
  block: [],
  quotes: plainQuotes,
  multilineQuotes: [],
  rawStrings: [],
  characters: [],
  script: false,
  spacedMarker: false,
  docstrings: false
};
function syntax(parts) {
  return { ...defaults, ...parts };
}
var cLike = syntax({ line: ["//"], block: cBlock });
var tripled = syntax({ ...cLike, multilineQuotes: ['"""'] });
var script = syntax({ ...cLike, script: true });
var hash = syntax({ line: ["#"], spacedMarker: true });
var markup = syntax({ block: [["<!--", "-->"]], quotes: [] });
var lisp = syntax({ line: [";"], quotes: ['"'], spacedMarker: true });
var percent = syntax({ line: ["%"], quotes: ['"'] });
var languages = {
  ...named(cLike, "d fsharp glsl groovy hlsl jsonc json5 objective-c objective-cpp"),
  ...named(cLike, "proto proto3 scss less shaderlab solidity verilog systemverilog wgsl zig"),
  ...named(syntax({ ...cLike, rawStrings: [['\\bR"([^()\\\\\\s"]{0,16})\\(', ')$1"']] }), "c cpp cuda-cpp"),
  ...named(tripled, "java kotlin scala swift"),
  csharp: syntax({ ...tripled, rawStrings: [['@\\$?"', '"']] }),
  dart: syntax({ ...cLike, multilineQuotes: ['"""', "'''"] }),
  ...named(script, "javascript javascriptreact typescript typescriptreact"),
  go: syntax({ ...cLike, rawStrings: [["`", "`"]] }),
  rust: syntax({
    ...cLike,
    // A single quote is a lifetime unless a character and another quote follow; strings may span lines.
    quotes: [],
    characters: ["b?'(?:[^'\\\\\\n]|\\\\[^\\n]{1,9}?)'"],
    multilineQuotes: ['"'],
    rawStrings: [['\\bb?r(#*)"', '"$1']]
  }),
  css: syntax({ block: cBlock }),
  php: syntax({ line: ["//", "#"], block: cBlock }),
  ...named(hash, "shellscript ruby perl perl6 r yaml dockercompose toml dockerfile makefile elixir cmake dotenv ignore gitignore"),
  ...named(hash, "properties git-rebase nim crystal awk tcl graphql"),
  python: syntax({ line: ["#"], multilineQuotes: ['"""', "'''"], docstrings: true }),
  julia: syntax({ line: ["#"], block: [["#=", "=#"]], quotes: ['"'], multilineQuotes: ['"""'], docstrings: true }),
  coffeescript: syntax({ line: ["#"], block: [["###", "###"]], spacedMarker: true }),
  powershell: syntax({ line: ["#"], block: [["<#", "#>"]], spacedMarker: true }),
  nix: syntax({ line: ["#"], block: cBlock, quotes: ['"'], multilineQuotes: ["''"] }),
  terraform: syntax({ line: ["#", "//"], block: cBlock, quotes: ['"'], spacedMarker: true }),
  sql: syntax({ line: ["--"], block: cBlock, multilineQuotes: ["'"], quotes: ['"'] }),
  lua: syntax({ line: ["--"], block: [["--[[", "]]"]] }),
  haskell: syntax({ line: ["--"], block: [["{-", "-}"]], quotes: ['"'] }),
  elm: syntax({ line: ["--"], block: [["{-", "-}"]], quotes: ['"'] }),
  ...named(syntax({ line: ["--"], quotes: ['"'] }), "ada vhdl"),
  ...named(lisp, "lisp commonlisp clojure scheme racket elisp emacs-lisp asm"),
  // Other marks than these stand before what the tools write: places in the source, flags, messages of before.
  po: syntax({ line: ["# ", "#."], quotes: ['"'] }),
  ini: syntax({ line: [";", "#"], quotes: [], spacedMarker: true }),
  ...named(percent, "erlang matlab prolog"),
  ...named(syntax({ line: ["%"], quotes: [] }), "latex tex bibtex"),
  ...named(syntax({ line: ["'"], quotes: ['"'] }), "vb"),
  ...named(syntax({ line: ["::", "REM ", "rem "], quotes: [], spacedMarker: true }), "bat"),
  ocaml: syntax({ block: [["(*", "*)"]], quotes: ['"'] }),
  ...named(syntax({ line: ["//"], block: [["(*", "*)"], ["{", "}"]], quotes: ["'"] }), "pascal objectpascal"),
  ...named(markup, "html xml xsl svg vue svelte astro handlebars")
};
function named(entry, ids) {
  return Object.fromEntries(ids.split(" ").map((id3) => [id3, entry]));
}
function commentSyntax(languageId) {
  return Object.hasOwn(languages, languageId) ? languages[languageId] : void 0;
}
function isMarkdown(languageId) {
  return ["markdown", "mdx", "quarto", "rmd"].includes(languageId);
}

// engine/text/normalise.ts
var whiteSpace = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/u;
var cjk = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u;
var cjkLetter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
function isWhiteSpace(character) {
  return whiteSpace.test(character);
}
function isCjk(character) {
  return cjk.test(character);
}
function isCjkLetter(character) {
  return cjkLetter.test(character);
}
function normalise(source, from = 0, to = source.length) {
  const starts = [];
  const ends = [];
  let text2 = "";
  let run;
  let previous = "";
  for (let offset = from; offset < to; ) {
    const character = String.fromCodePoint(source.codePointAt(offset));
    const end = offset + character.length;
    if (isWhiteSpace(character)) {
      run = { start: run?.start ?? offset, end };
    } else {
      if (run && previous !== "" && !isCjk(previous) && !isCjk(character)) {
        text2 += " ";
        starts.push(run.start);
        ends.push(run.end);
      }
      run = void 0;
      for (let unit = offset; unit < end; unit++) {
        text2 += source[unit];
        starts.push(unit);
        ends.push(unit + 1);
      }
      previous = character;
    }
    offset = end;
  }
  return {
    text: text2,
    original: (start, end) => start < end ? { start: starts[start], end: ends[end - 1] } : { start: starts[start] ?? to, end: starts[start] ?? to }
  };
}

// engine/text/wrap.ts
var wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3ffff}]/u;
var mark = /[\p{Mn}\p{Me}\p{Cf}]/u;
var noLineStart = /^[，。、；：！？）」』】》〉”’…—％,.;:!?)\]}%]/u;
var noLineEnd = /[（「『【《〈“‘([{]$/u;
var markup2 = /^(?:[-+*>]|#{1,6}|\d+[.)]|@\w+)(?:\s|$)/u;
function displayWidth(text2) {
  let width = 0;
  for (const character of text2) {
    if (character === "	") width += 4;
    else if (!mark.test(character)) width += wide.test(character) ? 2 : 1;
  }
  return width;
}
function wrapText(text2, width) {
  const lines = [];
  let line = "";
  let columns2 = 0;
  for (const { glue, chunk } of breakable(text2)) {
    const more = displayWidth(chunk);
    const mayBreak = line !== "" && !markup2.test(chunk);
    if (mayBreak && columns2 + glue.length + more > width) {
      lines.push(line);
      line = chunk;
      columns2 = more;
    } else {
      line += glue + chunk;
      columns2 += glue.length + more;
    }
  }
  lines.push(line);
  return lines;
}
function breakable(text2) {
  const chunks = [];
  let glue = "";
  let start = 0;
  let before = "";
  const flush = (end) => {
    if (end > start) chunks.push({ glue, chunk: text2.slice(start, end) });
    glue = "";
    start = end;
  };
  let at = 0;
  for (const unit of units(text2)) {
    if (unit === " ") {
      flush(at);
      glue = " ";
      start = at + 1;
    } else if (start < at && breaksBetween(before, unit)) {
      flush(at);
    }
    before = unit;
    at += unit.length;
  }
  flush(at);
  return chunks;
}
function* units(text2) {
  const unclosed = /* @__PURE__ */ new Set();
  for (let at = 0; at < text2.length; ) {
    let end = at + (text2.codePointAt(at) > 65535 ? 2 : 1);
    if (text2[at] === "`") {
      while (text2[end] === "`") end++;
      const marks = end - at;
      const closing = unclosed.has(marks) ? -1 : text2.indexOf(text2.slice(at, end), end);
      if (closing < 0) unclosed.add(marks);
      else end = closing + marks;
    }
    yield text2.slice(at, end);
    at = end;
  }
}
function breaksBetween(left, right) {
  const before = Array.from(left).at(-1) ?? "";
  const after = Array.from(right)[0] ?? "";
  const beside = isCjkLetter(before) && isCjk(after) || isCjk(before) && isCjkLetter(after);
  return beside && !noLineStart.test(right) && !noLineEnd.test(left);
}

// engine/text/paragraphs.ts
var fence = /^\s*(`{3,}|~{3,})/u;
var listMarker = /^\s*(?:[-*+•]|\d{1,3}[.)]|[a-zA-Z][.)])[ \t]+(?:\[[ xX]\][ \t]+)?/u;
var docTag = /^\s*(?:@(?:param|arg|argument|property|prop|template|tparam|throws?|exception|raises)\s+(?:\{[^}]*\}\s*)?(?:\[[^\]]*\]|[\w$.]+)\s*(?:-\s+)?|@[a-zA-Z]+\s*(?:\{[^}]*\}\s*)?|[\\@]brief\s+|:[a-z]+(?:\s+[^:]+)?:\s*|=(?:head\d|item)\b\s*(?:\*\s+|\d+\.?\s+)?)/u;
var docEntry = /^\s+\*{0,2}[A-Za-z_]\w*(?:\s*\([^)]*\))?:\s+/u;
var codeTag = /^\s*@(?:example|code|see|link|type|typedef|import|license|author|since|version)\b/u;
var doctest = /^\s*>>>/u;
var letter = /\p{L}/u;
function findParagraphs(text2, lines, rules2) {
  const grouper = new Grouper(text2, rules2);
  for (const { content: content2 } of lines) grouper.add(content2);
  return grouper.finish().flatMap((paragraph) => splitAtEarlyEnds(text2, paragraph));
}
var Grouper = class {
  constructor(text2, rules2) {
    this.text = text2;
    this.rules = rules2;
  }
  text;
  rules;
  paragraphs = [];
  current = [];
  indent = 0;
  /** The least indentation of what goes on below a doc tag or entry, until that line says which one it is. */
  hanging;
  openFence;
  inCode = false;
  inList = false;
  afterBlank = true;
  add(content2) {
    const line = this.text.slice(content2.start, content2.end);
    if (this.rules.skipCode && this.isCode(line)) {
      this.close();
      return;
    }
    if (line.trim() === "") {
      this.close();
      this.afterBlank = true;
      return;
    }
    const lead = /^\s*/u.exec(line)?.[0].length ?? 0;
    const { marker: marker2, hanging } = this.marker(line, lead);
    const skip = Math.max(marker2, lead);
    const words = { start: content2.start + skip, end: content2.start + line.trimEnd().length };
    if (marker2 === 0 && this.hanging !== void 0 && lead >= this.hanging && this.current.length > 0) this.indent = lead;
    this.hanging = hanging;
    if (marker2 > 0 || lead < this.indent - 1 || lead > this.indent + 1) this.close();
    if (words.start < words.end && letter.test(this.text.slice(words.start, words.end))) {
      if (this.current.length === 0) this.indent = skip;
      this.current.push(words);
    } else {
      this.close();
    }
    if (marker2 > 0) this.inList = true;
    else if (this.afterBlank && lead === 0) this.inList = false;
    if (/(?: {2}|\\)$/u.test(line)) this.close();
    this.afterBlank = false;
  }
  finish() {
    this.close();
    return this.paragraphs;
  }
  close() {
    if (this.current.length > 0) this.paragraphs.push(this.current);
    this.current = [];
  }
  /** Length of what comes before the words of a line that begins something new; 0 for other lines. */
  marker(line, lead) {
    const list = listMarker.exec(line)?.[0].length ?? 0;
    if (list > 0 || !this.rules.docTags) return { marker: list };
    const tag3 = docTag.exec(line)?.[0].length;
    if (tag3 !== void 0) return { marker: tag3, hanging: lead };
    const entry = docEntry.exec(line)?.[0].length;
    return entry === void 0 ? { marker: 0 } : { marker: entry, hanging: lead + 1 };
  }
  isCode(line) {
    const mark2 = fence.exec(line)?.[1];
    if (this.openFence !== void 0) {
      if (mark2?.startsWith(this.openFence)) this.openFence = void 0;
      return true;
    }
    if (mark2 !== void 0) {
      this.openFence = mark2;
      return true;
    }
    const blank2 = line.trim() === "";
    if (this.inCode) {
      this.inCode = !blank2 && !(this.rules.docTags && docTag.test(line) && !codeTag.test(line));
      return this.inCode;
    }
    const indented = /^(?: {4,}|\t)/u.test(line) && this.afterBlank && !this.inList && !listMarker.test(line);
    const example = this.rules.docTags && (doctest.test(line) || codeTag.test(line));
    this.inCode = example;
    return example || indented && !(this.rules.docTags && docEntry.test(line));
  }
};
var narrow = 40;
function splitAtEarlyEnds(text2, lines) {
  const words = lines.map(({ start, end }) => text2.slice(start, end));
  const width = words.reduce((most, line) => Math.max(most, displayWidth(line)), 0);
  const groups = [];
  lines.forEach((line, index) => {
    const previous = words[index - 1] ?? "";
    const own = words[index];
    const fits = displayWidth(previous) + 1 + displayWidth(/^\S+/u.exec(own)?.[0] ?? "") < width;
    const ended = /[.!?:。！？：]["'”’)]?$/u.test(previous);
    const meant = width < narrow ? ended || /^\p{Lu}/u.test(own) : fits && ended;
    if (index === 0 || meant) groups.push([line]);
    else groups.at(-1).push(line);
  });
  return groups;
}

// engine/text/segment.ts
function createSegment(document, lines, kind = "prose", guard) {
  const parts = joinLines(document, lines);
  const range = { start: lines[0].start, end: lines.at(-1).end };
  const startOf = (offset) => {
    const part = parts.findLast(({ at }) => at <= offset) ?? parts[0];
    return Math.min(part.line.start + Math.max(offset - part.at, 0), part.line.end);
  };
  return {
    kind,
    range,
    text: parts.map(({ glue, text: text2 }) => glue + text2).join(""),
    write: (translation2) => writeLines(document, lines, guard ? guard(translation2, document.slice(range.start, range.end)) : translation2),
    toDocument: (offset, edge = "start") => edge === "end" && offset > 0 ? startOf(offset - 1) + 1 : startOf(offset)
  };
}
function joinLines(document, lines) {
  const parts = [];
  let length = 0;
  let previous = "";
  for (const line of lines) {
    const text2 = document.slice(line.start, line.end);
    const tight = isCjk(previous.at(-1) ?? "") && isCjk(text2[0] ?? "");
    const glue = previous === "" || tight ? "" : " ";
    parts.push({ glue, text: text2, at: length + glue.length, line });
    length += glue.length + text2.length;
    previous = text2;
  }
  return parts;
}
function writeLines(document, lines, translation2) {
  const second = lines[1];
  if (!second) return translation2;
  const prefix = linePrefix(document, second.start);
  const width = lines.reduce((most, { start, end }) => Math.max(most, displayWidth(linePrefix(document, start) + document.slice(start, end))), 0);
  const newline = document.slice(0, second.start).endsWith(`\r
${prefix}`) ? "\r\n" : "\n";
  const room = Math.max(width - displayWidth(prefix), 1);
  const lead = displayWidth(linePrefix(document, lines[0].start)) - displayWidth(prefix);
  const filler = lead > 0 ? "".repeat(lead) : "";
  const wrapped = wrapText(filler + translation2, room);
  return wrapped.join(newline + prefix).slice(filler.length);
}
function linePrefix(document, contentStart) {
  const lineStart = Math.max(document.lastIndexOf("\n", contentStart - 1), document.lastIndexOf("\r", contentStart - 1)) + 1;
  return document.slice(lineStart, contentStart);
}

// engine/text/index.ts
var commentRules = { skipCode: true, docTags: true };
var markdownRules = { skipCode: true, docTags: false };
var plainRules = { skipCode: false, docTags: false };
function findSegments(text2, languageId, selection = { start: 0, end: text2.length }, found) {
  const selected = [...paragraphs(text2, languageId, found)].flatMap(({ lines, kind, guard }) => {
    const clipped = lines.flatMap((line) => clip(text2, line, selection));
    return clipped.length > 0 ? [createSegment(text2, clipped, kind, guard)] : [];
  });
  return selected.length > 0 ? selected : plainParagraphs(text2, selection).map((lines) => createSegment(text2, lines));
}
function* allSegments(text2, languageId, found) {
  for (const { lines, kind, guard } of paragraphs(text2, languageId, found)) yield createSegment(text2, lines, kind, guard);
}
function segmentIn(text2, offset, segments) {
  let behind;
  for (const segment of segments) {
    if (segment.range.start <= offset && offset <= segment.range.end) return segment;
    if (segment.kind === "comment" && isBeforeWords(text2, offset, segment.range.start)) behind ??= segment;
  }
  return behind;
}
var beforeWords = /^\s*(?:[/*!#;%<"'-]+\s*)*(?:[@\\:]\p{L}[^\n#/]*)?$/u;
function isBeforeWords(text2, offset, words) {
  if (offset >= words || text2.slice(offset, words).includes("\n")) return false;
  const line = text2.slice(text2.lastIndexOf("\n", words - 1) + 1, words);
  return beforeWords.test(line) && offset >= words - line.trimStart().length;
}
function* paragraphs(text2, languageId, found) {
  const comments = found ?? ownComments(text2, languageId);
  if (isProse(languageId) || !comments) {
    for (const lines of proseParagraphs(text2, languageId)) yield { lines, kind: "prose" };
    return;
  }
  for (const { lines, guard } of findComments(text2, comments)) {
    for (const words of findParagraphs(text2, lines, commentRules)) yield { lines: words, kind: "comment", guard };
  }
}
function isProse(languageId) {
  return isMarkdown(languageId) || languageId === "git-commit";
}
function ownComments(text2, languageId) {
  const syntax2 = isProse(languageId) ? void 0 : commentSyntax(languageId);
  return syntax2 && lexemes(text2, syntax2);
}
function proseParagraphs(text2, languageId) {
  if (isMarkdown(languageId)) return markdownParagraphs(text2);
  if (languageId === "git-commit") return findParagraphs(text2, commitMessageLines(text2), plainRules);
  return plainParagraphs(text2, { start: 0, end: text2.length });
}
function markdownParagraphs(text2) {
  const { blocks, single } = readMarkdown(text2);
  const found = [...blocks.flatMap((block) => findParagraphs(text2, block, markdownRules)), ...single.map((span2) => [span2])];
  return found.sort((a, b) => a[0].start - b[0].start);
}
function plainParagraphs(text2, selection) {
  const lines = [];
  for (let start = selection.start; start <= selection.end; ) {
    const end = Math.min(lineEnd(text2, start), selection.end);
    lines.push({ content: { start, end } });
    start = text2.startsWith("\r\n", end) ? end + 2 : end + 1;
  }
  return findParagraphs(text2, lines, plainRules);
}
function clip(text2, line, selection) {
  let start = Math.max(line.start, selection.start);
  let end = Math.min(line.end, selection.end);
  while (start < end && isWhiteSpace(text2[start])) start++;
  while (end > start && isWhiteSpace(text2[end - 1])) end--;
  return start < end ? [{ start, end }] : [];
}

// engine/bilingual/markdownBlocks.ts
function readBlocks(document) {
  const blocks = codeBlocks(document);
  let previous;
  for (const segment of findSegments(document, "markdown")) {
    const block = blockOf(document, segment);
    if (previous && continues2(document, previous, block)) {
      previous = blocks[blocks.length - 1] = joinBlocks([previous, block], document);
    } else {
      blocks.push(block);
      previous = block;
    }
  }
  return blocks.sort((a, b) => a.span.start - b.span.start);
}
function joinBlocks(blocks, document) {
  const [first] = blocks;
  let text2 = "";
  const parts = [];
  for (const block of blocks) {
    const tight = isCjk(text2.at(-1) ?? "") && isCjk(block.text[0] ?? "");
    if (text2 !== "" && !tight) text2 += " ";
    parts.push({ at: text2.length, block });
    text2 += block.text;
  }
  return {
    kind: first.kind,
    level: first.level,
    text: text2,
    span: { start: first.span.start, end: Math.min(blocks.at(-1).span.end, document.length) },
    toDocument: (offset, edge = "start") => {
      const inside = edge === "end" && offset > 0 ? offset - 1 : offset;
      const part = parts.findLast(({ at }) => at <= inside) ?? parts[0];
      return part.block.toDocument(Math.min(offset - part.at, part.block.text.length), edge);
    }
  };
}
var marker = /^\s*(?:>\s?)*\s*(?:(#{1,6})[ \t]|((?:[-*+•]|\d{1,3}[.)])[ \t])|(\|))?/u;
function blockOf(document, segment) {
  const { start, end } = segment.range;
  const lineStart = document.lastIndexOf("\n", start - 1) + 1;
  const lead = document.slice(lineStart, start);
  const [, hashes, item] = marker.exec(lead) ?? [];
  const cell = lead.includes("|") || /^[^\n]*\|/u.test(document.slice(end, end + 400));
  const kind = hashes !== void 0 ? "heading" : item !== void 0 ? "item" : cell ? "cell" : /^\s*>/u.test(lead) ? "quote" : "paragraph";
  return {
    kind,
    level: hashes?.length ?? 0,
    text: segment.text,
    span: segment.range,
    toDocument: (offset, edge) => segment.toDocument(offset, edge)
  };
}
function continues2(document, before, block) {
  if (block.kind === "heading" || block.kind === "item" || block.kind === "cell") return false;
  if (before.kind === "heading" || before.kind === "cell") return false;
  return /^[ \t\\]*\r?\n[ \t>]*$/u.test(document.slice(before.span.end, block.span.start));
}
function codeBlocks(document) {
  const fenced = /^[ \t>]*(`{3,}|~{3,})[^\n]*\n([^]*?)\n?^[ \t>]*\1[`~]*[ \t]*$/gmu;
  return [...document.matchAll(fenced)].map((match2) => {
    const start = match2.index + match2[0].indexOf("\n") + 1;
    const text2 = match2[2];
    return { kind: "code", level: 0, text: text2, span: { start, end: start + text2.length }, toDocument: (offset) => start + offset };
  });
}

// engine/bilingual/markdown.ts
function readMarkdownPair(sourceFile, targetFile) {
  const sources = readBlocks(sourceFile);
  const targets = readBlocks(targetFile);
  const units3 = [];
  let sourceEnd = 0;
  let targetEnd = 0;
  for (const bead of alignBlocks(sources, targets)) {
    const source = blockOf2(bead.source, sources, sourceFile) ?? noBlock(sourceEnd);
    const target = blockOf2(bead.target, targets, targetFile) ?? noBlock(targetEnd);
    sourceEnd = source.span.end;
    targetEnd = target.span.end;
    if (source.kind === "code" || target.kind === "code") continue;
    units3.push(unitOf(source, target));
  }
  return units3;
}
function unitOf(source, target) {
  return {
    source: source.text,
    target: target.text,
    sourceSpan: source.span,
    targetSpan: target.span,
    toSourceFile: source.toDocument,
    toTargetFile: target.toDocument,
    writeTarget: (text2) => text2,
    flags: [...target.text === "" ? [missingFlag] : [], ...source.text === "" ? [extraFlag] : []]
  };
}
function blockOf2(indices2, blocks, document) {
  const own = indices2.map((index) => blocks[index]);
  return own.length > 1 ? joinBlocks(own, document) : own[0];
}
function noBlock(offset) {
  return { kind: "paragraph", level: 0, text: "", span: { start: offset, end: offset }, toDocument: () => offset };
}

// engine/bilingual/poStrings.ts
var keyword = /^\s*(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d{1,2})\])?\s*(?=")/u;
var quoted = /^\s*"((?:[^"\\]|\\.)*)"\s*$/u;
var simple2 = {
  n: "\n",
  t: "	",
  r: "\r",
  a: "\x07",
  b: "\b",
  f: "\f",
  v: "\v",
  "\\": "\\",
  '"': '"',
  "'": "'",
  "?": "?"
};
function readPoEntries(file) {
  const reader = new EntryReader(file);
  for (const { start, end } of splitLines(file)) reader.line(start, end);
  return reader.finish();
}
function escapePo(text2) {
  return text2.replaceAll(/[\\"\n\t\r]/gu, (character) => poEscapes[character]);
}
var poEscapes = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "	": "\\t", "\r": "\\r" };
var EntryReader = class {
  constructor(file) {
    this.file = file;
  }
  file;
  entries = [];
  fields = [];
  flags = [];
  flagsAt;
  start = 0;
  end = 0;
  line(start, end) {
    const line = this.file.slice(start, end);
    const comment2 = /^\s*#(.?)/u.exec(line);
    if (comment2) {
      if (this.isComplete()) this.flush(start);
      if (comment2[1] === ",") {
        this.flags.push(...line.slice(line.indexOf(",") + 1).split(",").map((flag) => flag.trim()));
        this.flagsAt ??= start + line.indexOf(",") + 1;
      }
      return;
    }
    const opened = keyword.exec(line);
    if (opened) this.open(opened[1], Number(opened[2] ?? 0), start);
    else if (line.trim() === "" || /^\s*domain\s/u.test(line)) return;
    const skip = opened?.[0].length ?? 0;
    const content2 = quoted.exec(line.slice(skip));
    const field = this.fields.at(-1);
    if (!content2 || !field) throw new FormatError("this line is neither a keyword with a string in quotes nor a string", start);
    const from = start + skip + content2[0].indexOf('"') + 1;
    addEscaped(field.builder, this.file, { start: from, end: from + content2[1].length }, poEscapeAt);
    this.end = end;
  }
  finish() {
    if (this.fields.length > 0) this.flush(this.file.length);
    return this.entries;
  }
  open(name2, index, offset) {
    if (this.isComplete() && (name2 === "msgid" || name2 === "msgctxt")) this.flush(offset);
    if (this.fields.some((field) => field.name === name2 && field.index === index)) {
      throw new FormatError(phrase("a second {0} in one message", name2), offset);
    }
    if (this.fields.length === 0) this.start = offset;
    this.fields.push({ name: name2, index, builder: new StringBuilder() });
  }
  isComplete() {
    return this.fields.some(({ name: name2 }) => name2 === "msgstr");
  }
  flush(offset) {
    const field = (name2) => this.fields.find((own) => own.name === name2)?.builder.build();
    const id3 = field("msgid");
    if (!id3 || !this.isComplete()) throw new FormatError(phrase("a message without {0} ends here", id3 ? "msgstr" : "msgid"), offset);
    const translations = new Map(
      this.fields.filter(({ name: name2 }) => name2 === "msgstr").map(({ index, builder }) => [index, builder.build()])
    );
    const { flags, start, flagsAt, end } = this;
    this.entries.push({ context: field("msgctxt"), id: id3, plural: field("msgid_plural"), translations, flags, start, flagsAt, end });
    this.fields = [];
    this.flags = [];
    this.flagsAt = void 0;
  }
};
function poEscapeAt(file, offset) {
  const rest = file.slice(offset + 1, offset + 5);
  const octal = /^[0-7]{1,3}/u.exec(rest)?.[0];
  if (octal !== void 0) return { characters: String.fromCharCode(parseInt(octal, 8)), length: 1 + octal.length };
  const hexadecimal = /^x([0-9A-Fa-f]{1,2})/u.exec(rest);
  if (hexadecimal) return { characters: String.fromCharCode(parseInt(hexadecimal[1], 16)), length: 1 + hexadecimal[0].length };
  const characters = simple2[rest[0] ?? ""];
  return characters === void 0 ? void 0 : { characters, length: 2 };
}

// engine/bilingual/po.ts
function readPo(file) {
  const entries = readPoEntries(file);
  const header = entries.find(isHeader)?.translations.get(0)?.text ?? "";
  const language = /^Language:[ \t]*(\S+)/mu.exec(header)?.[1];
  return { units: entries.filter((entry) => !isHeader(entry)).flatMap(unitsOf), language };
}
function isHeader({ id: id3, context }) {
  return id3.text === "" && context === void 0;
}
function unitsOf({ context, id: id3, plural, translations, flags }) {
  return [...translations].map(([index, target]) => {
    const singular = plural !== void 0 && index === 0 && translations.size > 1;
    const own = singular ? [...flags, singularFlag] : flags;
    return unitOf2(plural === void 0 || singular ? id3 : plural, target, own, context);
  });
}
function unitOf2(source, target, flags, context) {
  return {
    source: source.text,
    target: target.text,
    sourceSpan: source.span,
    targetSpan: target.span,
    toSourceFile: source.toFile,
    toTargetFile: target.toFile,
    writeTarget: escapePo,
    flags,
    ...context === void 0 ? {} : { context: context.text }
  };
}

// engine/bilingual/index.ts
function formatOf(path) {
  const extension = /\.([A-Za-z]+)$/u.exec(path)?.[1]?.toLowerCase() ?? "";
  return { po: "po", pot: "po", json: "json", jsonc: "json", md: "markdown", markdown: "markdown", mdx: "markdown" }[extension];
}
function readUnits(format, sourceFile, targetFile) {
  switch (format) {
    case "po":
      return readPo(sourceFile).units;
    case "json":
      return readJsonPair(sourceFile, targetFile);
    case "markdown":
      return readMarkdownPair(sourceFile, targetFile);
  }
}

// engine/files/draft.ts
function applyEdits(text2, edits) {
  let result2 = "";
  let offset = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result2 += text2.slice(offset, edit.start) + edit.text;
    offset = edit.end;
  }
  return result2 + text2.slice(offset);
}

// engine/files/jsonMerge.ts
function mergeJson(from, into, wanted) {
  const source = parseJson(from, "source");
  const target = parseJson(into, "target");
  if (!source || !target) return from;
  const merger = new Merger(from, into, wanted);
  merger.merge(source, target, "");
  return applyEdits(into, merger.edits);
}
var Merger = class {
  constructor(from, into, wanted) {
    this.from = from;
    this.into = into;
    this.wanted = wanted;
  }
  from;
  into;
  wanted;
  edits = [];
  merge(source, target, path) {
    if (source.type === "string" && target.type === "string") {
      if (this.wanted(path)) this.edits.push({ start: target.offset, end: target.offset + target.length, text: this.slice(source) });
      return;
    }
    if (source.type !== target.type) return;
    const there = members(target);
    let previous;
    for (const member of members(source)) {
      const own = there.find(({ name: name2 }) => name2 === member.name);
      const ownPath = `${path}/${member.name}`;
      if (own) {
        this.merge(member.value, own.value, ownPath);
        previous = own;
      } else if (this.holdsWanted(member.value, ownPath)) {
        this.insert(member, previous, there[0], target);
      }
    }
  }
  holdsWanted(node, path) {
    if (node.type === "string") return this.wanted(path);
    return members(node).some(({ name: name2, value: value3 }) => this.holdsWanted(value3, `${path}/${name2}`));
  }
  insert(member, previous, first, target) {
    const gap2 = first ? leadOf(this.into, first.whole) : this.emptyLead(target);
    const text2 = this.indented(member.whole, gap2);
    const opening = target.offset + 1;
    if (previous) {
      const at = previous.whole.offset + previous.whole.length;
      this.edits.push({ start: at, end: at, text: `,${gap2 === "" ? " " : gap2}${text2}` });
    } else if (first) {
      this.edits.push({ start: opening, end: opening, text: `${gap2}${text2},` });
    } else {
      const known = this.edits.findIndex((edit) => edit.start === opening);
      const before = known < 0 ? "" : `${this.edits.splice(known, 1)[0].text.trimEnd()},`;
      const closing = leadOf(this.into, target).replace(/^\r?\n?/u, gap2 === "" ? "" : "\n");
      this.edits.push({ start: opening, end: target.offset + target.length - 1, text: `${before}${gap2}${text2}${gap2 === "" ? "" : closing}` });
    }
  }
  /** What stands before a member of an object that has none yet. */
  emptyLead(target) {
    const outer = leadOf(this.into, target);
    const indent = /^[ \t]+(?=")/mu.exec(this.into)?.[0] ?? "  ";
    return `
${outer.replace(/^\r?\n/u, "")}${indent}`;
  }
  slice({ offset, length }) {
    return this.from.slice(offset, offset + length);
  }
  indented(node, gap2) {
    const own = leadOf(this.from, node).replace(/^\r?\n/u, "");
    const other = gap2.replace(/^\r?\n/u, "");
    return this.slice(node).replaceAll(new RegExp(`
${own}`, "gu"), `
${other}`);
  }
};
function leadOf(file, { offset }) {
  return /\r?\n[ \t]*$/u.exec(file.slice(Math.max(0, offset - 200), offset))?.[0] ?? "";
}
function members(node) {
  return (node.children ?? []).flatMap((child, index) => {
    if (node.type === "array") return [{ name: String(index), whole: child, value: child }];
    const [key, value3] = child.children ?? [];
    return key && value3 ? [{ name: String(key.value), whole: child, value: value3 }] : [];
  });
}

// engine/files/json.ts
var icuArgument = /\{\s*[\w.-]+\s*,\s*(?:plural|select|selectordinal|number|date|time)\s*[,}]/u;
var nesting = /\$t\([^()]*\)/gu;
function draftJson(input) {
  return draft(input, () => true, () => []);
}
function draftArb(input) {
  const localeEdit = (units3) => units3.filter(({ context }) => context === "/@@locale").map(({ sourceSpan }) => ({ ...sourceSpan, text: escapeJson(input.targetLanguage) }));
  return draft(input, (key) => /^\/[^/@][^/]*$/u.test(key), localeEdit, "icu");
}
function draft({ source, existing = "" }, isMessage, others2, syntax2) {
  const all = readJsonPair(source, existing);
  const messages = all.filter(({ source: text2, context }) => text2.trim() !== "" && isMessage(context ?? ""));
  const open = messages.filter(({ flags, target }) => flags.includes(missingFlag) || target === "");
  return {
    units: open.map((unit) => fileUnit(unit, syntax2)),
    translated: messages.length - open.length,
    write: (translations) => {
      const edits = open.flatMap((unit, index) => {
        const translation2 = translations[index];
        return translation2 === void 0 ? [] : [{ ...unit.sourceSpan, text: escapeJson(translation2) }];
      });
      const translated2 = applyEdits(source, [...edits, ...others2(all)]);
      if (existing.trim() === "") return { text: translated2, refused: [] };
      const written = new Set(open.filter((_, index) => translations[index] !== void 0).map(({ context }) => context ?? ""));
      return { text: mergeJson(translated2, existing, (path) => written.has(path)), refused: [] };
    }
  };
}
function fileUnit({ source, sourceSpan, context }, syntax2) {
  return {
    source,
    span: sourceSpan,
    ...context === void 0 ? {} : { context },
    flags: [],
    syntax: syntax2 ?? (icuArgument.test(source) ? "icu" : "plain"),
    kept: Array.from(source.matchAll(nesting), (match2) => ({ start: match2.index, end: match2.index + match2[0].length, text: match2[0] }))
  };
}

// engine/lint/inline.ts
var patterns = [
  ["code", "(?<ticks>`+)(?!`)[^]{0,400}?[^`]\\k<ticks>(?!`)"],
  ["math", "\\$(?:(?![{(\\s])[^$\\n]*[\\\\^_{=][^$\\n]*(?<!\\s)\\$(?![{(A-Za-z])|[A-Za-z0-9]{1,3}\\$)"],
  ["url", "(?:https?|ftp|file|ssh|git|wss?)://[^\\s<>\"'`\uFF08\uFF09\u300C\u300D\uFF0C\u3002\uFF1B\u3001\uFF01\uFF1F]*[A-Za-z0-9/_#=&-]"],
  ["url", "(?:%[0-9A-Fa-f]{2}){2,}"],
  ["email", "[A-Za-z0-9][A-Za-z0-9._+-]*@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+"],
  ["tag", "</?[A-Za-z][A-Za-z0-9_:.-]*(?:\\s[^<>]*)?/?>"],
  ["link", "(?<=\\])\\([^()\\s]*\\)"],
  ["entity", "&(?:[A-Za-z]+|#[0-9]+);"],
  // Python, Ruby, Qt, Windows; then printf, where a letter may follow only the commonest conversions (`%dpx`).
  ["placeholder", "%\\([A-Za-z_][\\w.]*\\)[#0+-]*\\d*(?:\\.\\d+)?[sdifrxuge]|%\\{\\w+\\}|%[A-Za-z_]{3,}%"],
  ["placeholder", "%(?:\\d+\\$)?[#0+'-]*(?:\\d+|\\*)?(?:\\.(?:\\d+|\\*))?(?:hh?|ll?|[qjztL]|I64)?(?:[dsiuf](?<!\\d%[dsiuf])|[diouxXfFgGeEaAcsSpn@qv](?![A-Za-z]))"],
  ["placeholder", "%L?\\d{1,2}(?!\\d|\\.\\d)"],
  ["placeholder", "\\$\\{[^{}]*\\}|\\{\\{[^{}]*\\}\\}|\\$\\([A-Za-z_]\\w*\\)|#\\{\\w+\\}|\\{[^{}\\s]{0,60}\\}|\\{ ?[\\w.]+ ?\\}|\\$[A-Za-z_]\\w*"]
];
var pattern = new RegExp(patterns.map(([, source], index) => `(?<k${index}>${source})`).join("|"), "gu");
var icuHead = /^\{\s*([A-Za-z0-9_]+)\s*,\s*(plural|select|selectordinal|number|date|time)\s*([,}])/u;
function inlinesOf(text2) {
  const found = [];
  const next = new RegExp(pattern.source, pattern.flags);
  let offset = 0;
  for (const icu of icuArguments(text2)) {
    found.push(...scan(text2, next, offset, icu.start), ...icu.inlines);
    offset = icu.end;
  }
  return [...found, ...scan(text2, next, offset, text2.length)];
}
function scan(text2, next, from, to) {
  const found = [];
  next.lastIndex = from;
  for (let match2 = next.exec(text2); match2 && match2.index < to; match2 = next.exec(text2)) {
    const own = match2;
    const kind = patterns[patterns.findIndex((_, index) => own.groups?.[`k${index}`] !== void 0)][0];
    const end = own.index + own[0].length;
    if (end <= to) found.push({ start: own.index, end, kind, text: own[0], key: keyOf(kind, own[0]) });
  }
  return found;
}
function withoutInlines(text2, inlines = inlinesOf(text2)) {
  let blank2 = "";
  let offset = 0;
  for (const { start, end } of inlines) {
    if (end <= offset) continue;
    blank2 += text2.slice(offset, start) + "\0".repeat(end - start);
    offset = end;
  }
  return blank2 + text2.slice(offset);
}
function keyOf(kind, text2) {
  switch (kind) {
    case "code":
      return text2.replace(/^`+\s*/u, "").replace(/\s*`+$/u, "");
    case "tag":
      return text2.replace(/^<(\/?[A-Za-z][\w:.-]*)[^]*$/u, "<$1>").replace(/\/>$/u, ">").toLowerCase();
    case "placeholder":
      return text2.replaceAll(/\s+/gu, "");
    case "url":
      return urlKey(text2);
    case "email":
      return text2.toLowerCase();
    case "link":
    case "entity":
    case "math":
      return text2;
  }
}
function urlKey(url) {
  return url.toLowerCase().replace(/^[a-z]+:\/\/(?:www\.)?/u, "").replace(/#.*$/u, "").replace(/^(?:en|zh|cn|zh-cn|zh-hans)\./u, "").split(/[/?&]/u).filter((part) => part !== "" && !/^(?:en|zh|cn|(?:en|zh)[-_][a-z]{2,4}|(?:lang|locale|hl)=.*)$/u.test(part)).join("/");
}
function icuArguments(text2) {
  const found = [];
  for (let start = text2.indexOf("{"); start >= 0; start = text2.indexOf("{", start + 1)) {
    const head = icuHead.exec(text2.slice(start, start + 120));
    const end = head ? closingBrace(text2, start) : void 0;
    if (!head || end === void 0) continue;
    const own = { start, end, kind: "placeholder", text: `{${head[1]}}`, key: `{${head[1]}}` };
    const inner = head[3] === "," && /^(?:plural|select)/u.test(head[2]) ? branchInlines(text2, start + head[0].length, end - 1) : [];
    found.push({ start, end, inlines: [own, ...inner.filter(({ key }) => key !== own.key)] });
    start = end - 1;
  }
  return found;
}
function branchInlines(text2, start, end) {
  const byKey = /* @__PURE__ */ new Map();
  for (let at = text2.indexOf("{", start); at >= 0 && at < end; ) {
    const close = closingBrace(text2, at) ?? end;
    for (const inline of inlinesOf(text2.slice(at + 1, close - 1))) {
      if (!byKey.has(inline.key)) byKey.set(inline.key, { ...inline, start: inline.start + at + 1, end: inline.end + at + 1 });
    }
    at = text2.indexOf("{", close);
  }
  return [...byKey.values()];
}
function closingBrace(text2, start) {
  let depth = 0;
  for (let offset = start; offset < text2.length; offset++) {
    if (text2[offset] === "{") depth += 1;
    else if (text2[offset] === "}" && --depth === 0) return offset + 1;
  }
  return void 0;
}

// engine/text/codeLikeness.ts
var strings = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`\n]*`/gu;
var remark = /(?:\s\/\/|\s#\s|\/\*).*$/u;
var sentence = /(?:(?<![\w$.*&-])[A-Za-z][a-z]+[ ,]+){3}[a-z]{2,}(?![\w(.[=])/u;
var functionWords = /\b(?:the|a(?=\s+[A-Za-z])|an|of|to|are|was|were|be|been|that|which|with|we|it|its|you|your|they|when|should|would|could|will|can|may|must|have|has|had|but|because|so|such|than|then|there|these|those|also|only|note|see|use|used|using|e\.g|i\.e|by|on|at|as|or|and|into|about|instead)\b/giu;
var ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
var statements = [
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
  /^@[\w.]+(?:\(.*\))?$/u
];
function looksLikeCode(text2) {
  if (ideograph.test(text2)) return false;
  const lines = text2.split(/\r?\n/u).map(bare).filter((line) => line !== "");
  const written = lines.map((line) => line.replace(strings, '""').replace(remark, "").trim()).filter((line) => line !== "");
  const words = written.join(" ").match(/[A-Za-z]+/gu)?.length ?? 0;
  const small = written.join(" ").match(functionWords)?.length ?? 0;
  if (written.length === 0 || small > words / 12 || written.some((line) => sentence.test(line) && !isStatement(line))) return false;
  const code2 = written.filter(isStatement).length;
  return code2 > 0 && code2 >= written.length * 0.6;
}
function isStatement(line) {
  return statements.some((statement2) => statement2.test(line));
}
function bare(line) {
  return line.trim().replace(/^(?:\/\/+|#+(?!\s*(?:include|define|if|endif|undef|pragma|else))|--+|;+|\*+(?!\/))\s?/u, "").trim();
}

// engine/text/skip.ts
var licence = /\bcopyright\s+(?:\(c\)|©|holders?\b|notice\b|\d{4})|\(c\)\s*(?:copyright\b|\d{4})|©\s*(?:copyright\b|\d{4})|\bSPDX-License-Identifier\b|\ball rights reserved\b|\b(?:is|are)?\s*(?:re)?licensed (?:to\b.{0,60}\bunder\b|under (?:the|either)\b)|\bpermission is (?:hereby )?granted\b|\bredistribution and use in source\b|\bredistributions (?:of source code|in binary form) must\b|\bthe software is provided\b|\bis provided .{0,40}"?as[ -]is\b|\bis (?:distributed|free software)\b.{0,80}\b(?:warranty|hope|redistribute)|\bgnu (?:lesser |library |affero )?general public license\b|\bapache license\b|\bmit license\b|\bmozilla public license\b|\bbsd(?:-style)? license\b|\bwithout warrant(?:y|ies)\b|\bmay obtain a copy of the license\b|\bunless required by applicable law\b|\bsee the license for the specific language\b|\b(?:see|license\b.{0,40} in) (?:the )?(?:accompanying )?(?:license|copying)(?:\.\w+)?\b.{0,40}\bfile\b|\bin no event shall\b|\bpublic domain\b.{0,60}\b(?:released|dedicated|placed)|\b(?:released|dedicated|placed)\b.{0,40}\bpublic domain\b|\bnever(?:theless)? .{0,20}\blicense notice\b/iu;
var address = /\b[a-z][\w+.-]*:\/\/\S+|\bwww\.\S+|\S+@\S+\.\w+/giu;
var inlineCode = /(`+)[^`]*\1/gu;
var unnatural = /[\p{L}\p{N}][_/\\:=<>()[\]{}|&*+~^$#@.][\p{L}\p{N}_(]|^[$@#%&<\\/_.-]+[\p{L}\p{N}]|\p{Ll}\p{Lu}|\p{L}\p{N}|\p{N}\p{L}|\(\)|_/u;
var linkTarget = /\]\([^()\s]*\)/gu;
var signature = /^(?:new )?[\p{L}_$][\w.$]*(?:\[[^\]]*\])?\((?!e?s\))[^()]*\)$/u;
var ideograph2 = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
function skipReason(text2, { licences }, comment2) {
  if (!/\p{L}/u.test(text2)) return "numbers";
  if (licences && licence.test(text2)) return "licence";
  if (signature.test(text2) || comment2 !== void 0 && looksLikeCode(comment2)) return "code";
  return onlyIdentifiers(text2) ? "identifiers" : void 0;
}
function onlyIdentifiers(text2) {
  if (ideograph2.test(text2)) return false;
  const words = text2.replace(inlineCode, " ").replace(linkTarget, " ").replace(address, " ").split(/\s+/u);
  return !words.some((word4) => /\p{L}{2}/u.test(word4) && !unnatural.test(word4.replace(/[.,:;!?)]+$/u, "")));
}

// engine/files/emphasis.ts
var punctuation = /[\p{P}\p{S}]/u;
var emphasis = /(?<code>(?<ticks>`+)(?!`)[^]*?[^`]\k<ticks>(?!`))|(?<![*\\])(?<mark>\*{1,3}|~~)(?!\*)(?<inner>(?:`[^`]*`|[^*~`])+?)\k<mark>(?!\*)/gu;
function repairEmphasis(text2) {
  let result2 = "";
  let offset = 0;
  for (const match2 of text2.matchAll(emphasis)) {
    const [whole] = match2;
    const { mark: mark2 = "", inner = "" } = match2.groups;
    const content2 = inner.trim();
    const end = match2.index + whole.length;
    result2 += text2.slice(offset, match2.index);
    if (content2 === "") {
      result2 += whole;
    } else {
      const before = lastOf(result2);
      const after = firstOf(text2.slice(end));
      const open = opens(before, firstOf(content2)) ? "" : " ";
      const close = opens(after, lastOf(content2)) ? "" : " ";
      result2 += `${open}${mark2}${content2}${mark2}${close}`;
    }
    offset = end;
  }
  return result2 + text2.slice(offset);
}
function opens(outside, inside) {
  return !punctuation.test(inside) || outside === "" || /\s/u.test(outside) || punctuation.test(outside);
}
function firstOf(text2) {
  return String.fromCodePoint(text2.codePointAt(0) ?? 32).trim();
}
function lastOf(text2) {
  return Array.from(text2.slice(-2)).at(-1) ?? "";
}

// engine/files/markdownTree.ts
import MarkdownIt from "markdown-it";
var parser = new MarkdownIt({ html: true });
var code = /<(?:pre|script|style|textarea|svg|math|template)\b|^\s*<!/iu;
function markdownTree(text2) {
  const front = frontMatterEnd(text2);
  const skipped = text2.slice(0, front).split("\n").length - 1;
  const nodes = [{ signature: text2.slice(0, front), lines: void 0, prose: false }];
  let row;
  for (const token2 of parser.parse(text2.slice(front), {})) {
    if (token2.type === "tr_open") row = token2;
    const map = token2.map ?? (token2.type === "inline" ? row?.map : void 0) ?? void 0;
    const leaf = token2.type === "inline" || token2.type === "html_block" || token2.type === "fence" || token2.type === "code_block";
    nodes.push({
      signature: signatureOf(token2),
      lines: leaf && map ? { start: map[0] + skipped, end: map[1] + skipped } : void 0,
      prose: token2.type === "inline" || token2.type === "html_block" && !code.test(token2.content)
    });
  }
  return nodes;
}
function signatureOf(token2) {
  switch (token2.type) {
    case "inline":
      return `inline ${inlineSignature(token2.children ?? [])}`;
    case "html_block":
      return code.test(token2.content) ? `html ${token2.content}` : `html ${(token2.content.match(/<[^>]*>/gu) ?? []).join("")}`;
    case "fence":
    case "code_block":
      return `${token2.type} ${token2.markup} ${token2.info} ${token2.content}`;
    default:
      return `${token2.type} ${token2.tag} ${token2.markup} ${token2.info} ${attributesOf(token2)}`;
  }
}
function inlineSignature(tokens) {
  const path = [];
  const found = [];
  for (const token2 of tokens) {
    if (token2.nesting < 0) {
      path.pop();
      continue;
    }
    if (token2.type === "text" || token2.type === "softbreak") continue;
    if (token2.type === "text_special") continue;
    const own = `${token2.type} ${attributesOf(token2)} ${token2.type === "text" ? "" : token2.content}`;
    found.push([...path, own].join(" > "));
    if (token2.nesting > 0) path.push(own);
  }
  return found.sort().join("\n");
}
function attributesOf({ attrs }) {
  return JSON.stringify(attrs ?? []);
}

// engine/files/markdown.ts
function draftMarkdown({ source, existing = "" }) {
  const tree = markdownTree(source);
  const labels = referenceLabels(source);
  const passages = prosePassages(source, tree);
  const known = existing.trim() === "" ? /* @__PURE__ */ new Map() : knownTranslations(source, existing);
  const open = passages.filter(({ segment }) => !known.has(keyOf2(segment.range)));
  return {
    units: open.map(({ segment }) => fileUnit2(segment, labels)),
    translated: passages.length - open.length,
    write: (translations) => {
      const targets = passages.map((passage) => known.get(keyOf2(passage.segment.range)) ?? translations[open.indexOf(passage)]);
      const { text: text2, refused } = writePassages(source, tree, passages, targets);
      return { text: text2, refused: refused.flatMap((index) => Math.max(open.indexOf(passages[index]), -1)).filter((index) => index >= 0) };
    }
  };
}
function keyOf2({ start, end }) {
  return `${start}-${end}`;
}
function knownTranslations(source, existing) {
  const units3 = readMarkdownPair(source, existing).filter((unit) => unit.source !== "" && unit.target !== "");
  return new Map(units3.map(({ sourceSpan, target }) => [keyOf2(sourceSpan), target]));
}
function prosePassages(source, tree) {
  const starts = splitLines(source).map(({ start }) => start);
  const lineOf2 = (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = low + high >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle;
    }
    return low;
  };
  const prose = tree.flatMap((node) => node.prose && node.lines ? [node.lines] : []);
  return findSegments(source, "markdown").flatMap((segment) => {
    if (skipReason(segment.text, { licences: false }) !== void 0) return [];
    const [first, last] = [lineOf2(segment.range.start), lineOf2(segment.range.end)];
    const inside = prose.some(({ start, end }) => start <= first && last < end);
    return inside ? [{ segment, lines: { start: first, end: last + 1 } }] : [];
  });
}
function writePassages(source, tree, passages, targets) {
  const left = targets.map((target) => target === void 0 ? void 0 : repairEmphasis(target));
  const refused = /* @__PURE__ */ new Set();
  for (; ; ) {
    const edits = passages.flatMap(({ segment }, index) => {
      const target = left[index];
      return target === void 0 ? [] : [{ ...segment.range, text: segment.write(target) }];
    });
    const text2 = applyEdits(source, edits);
    const wrong = differingPassages(tree, markdownTree(text2), passages, left);
    if (wrong.length === 0) return { text: text2, refused: [...refused].sort((a, b) => a - b) };
    for (const index of wrong) {
      left[index] = void 0;
      refused.add(index);
    }
  }
}
function differingPassages(before, after, passages, left) {
  const translated2 = passages.flatMap((_, index) => left[index] === void 0 ? [] : [index]);
  const differing = before.flatMap(({ signature: signature2 }, index) => signature2 === after[index]?.signature ? [] : [index]);
  if (differing.length === 0 && before.length === after.length) return [];
  if (translated2.length === 0) return [];
  const sameBlocks = before.length === after.length && differing.every((index) => isInline(before[index]) && isInline(after[index]));
  const guilty = (sameBlocks ? differing : [differing[0] ?? before.length - 1]).flatMap((index) => before.slice(0, index + 1).findLast(({ lines }) => lines) ?? []);
  const found = translated2.filter(
    (index) => guilty.some(({ lines }) => lines && passages[index].lines.start < lines.end && lines.start < passages[index].lines.end)
  );
  if (found.length > 0) return found;
  const line = guilty[0]?.lines?.start ?? 0;
  return [translated2.find((index) => passages[index].lines.start >= line) ?? translated2.at(-1)];
}
function isInline({ signature: signature2 }) {
  return signature2.startsWith("inline ");
}
function referenceLabels(source) {
  return new Set(Array.from(source.matchAll(/^[ \t>]*\[([^\]\n]+)\]:/gmu), (match2) => normalLabel(match2[1])));
}
function normalLabel(label2) {
  return label2.trim().replaceAll(/\s+/gu, " ").toLowerCase();
}
var keptMarkup = /!\[(?:[^\]\\]|\\.)*\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\]\n]*\])?|(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|(?<=\])\[[^\]\n]+\]|\[\^[^\]\s]+\]|<(?:[A-Za-z][\w+.-]*:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>|<!--[^]*?-->|\\[!-/:-@[-`{-~]/gu;
var codeSpan = /(`+)(?!`)[^]*?[^`]\1(?!`)/gu;
var underscores = /(?<![\p{L}\p{N}_\\])(_{1,3})(?=[^\s_])[^_]+?(?<=[^\s_\\])\1(?![\p{L}\p{N}_])/gu;
var shortcut = /(?<![!\]\\])\[([^\][\\^]+)\](?:\[\]|(?![[(:]))/gu;
function withAsterisks(text2, others2) {
  return text2.replaceAll(underscores, (whole, mark2, at) => {
    const inside = others2.some(({ start, end }) => [at, at + whole.length - mark2.length].some((offset) => start <= offset && offset < end));
    return inside ? whole : "*".repeat(mark2.length) + whole.slice(mark2.length, -mark2.length) + "*".repeat(mark2.length);
  });
}
function fileUnit2({ text: text2, range }, labels) {
  const codes3 = Array.from(text2.matchAll(codeSpan), ({ index, 0: matched }) => ({ start: index, end: index + matched.length }));
  const outside = ({ start }) => codes3.every((span2) => start < span2.start || span2.end <= start);
  const kept = Array.from(text2.matchAll(keptMarkup), ({ index, 0: matched }) => ({
    start: index,
    end: index + matched.length,
    text: matched
  })).filter(outside);
  for (const match2 of text2.matchAll(shortcut)) {
    const [whole, label2] = match2;
    if (!labels.has(normalLabel(label2))) continue;
    const end = match2.index + whole.length;
    const part = { start: whole.endsWith("[]") ? end - 2 : end, end, text: `[${label2}]` };
    if (outside(part) && kept.every((other) => part.end <= other.start || other.end <= part.start)) kept.push(part);
  }
  kept.sort((a, b) => a.start - b.start);
  const source = withAsterisks(text2, [...codes3, ...kept, ...inlinesOf(text2)]);
  return { source, span: range, flags: [], syntax: "plain", kept };
}

// engine/files/icu.ts
var simple3 = /^\{\s*[\p{L}\p{N}_.-]+\s*(?:,[^{}]*)?\}/u;
var complex = /^\{\s*[\p{L}\p{N}_.-]+\s*,\s*(plural|select|selectordinal)\s*,/u;
var selector = /^\s*(?:offset\s*:\s*\d+\s*)?(=\d+|[\p{L}\p{N}_-]+)\s*\{/u;
var quoted2 = /^'(?=[{}#|])(?:[^']|'')*(?:'|$)/u;
function readIcu(text2, inPlural = false) {
  const parts = [];
  const hash4 = [];
  for (let offset = 0; offset < text2.length; ) {
    const rest = text2.slice(offset);
    const literal = quoted2.exec(rest)?.[0];
    if (literal !== void 0) {
      parts.push({ start: offset, end: offset + literal.length, text: literal, branches: [] });
      offset += literal.length;
    } else if (text2[offset] === "{") {
      const part = readArgument(text2, offset);
      if (!part) return void 0;
      if (part.branches.length > 0 || /[\s,]/u.test(part.text)) parts.push(part);
      offset = part.end;
    } else if (text2[offset] === "}") {
      return void 0;
    } else {
      if (inPlural && text2[offset] === "#") hash4.push({ start: offset, end: offset + 1, text: "#" });
      offset += rest.startsWith("''") ? 2 : 1;
    }
  }
  return { parts, hash: hash4 };
}
function readArgument(text2, start) {
  const rest = text2.slice(start);
  const head = complex.exec(rest);
  const plain = head ? void 0 : simple3.exec(rest)?.[0];
  if (plain !== void 0) return { start, end: start + plain.length, text: plain, branches: [] };
  if (!head) return void 0;
  const branches = [];
  let offset = start + head[0].length;
  for (let choice = selector.exec(text2.slice(offset)); choice; choice = selector.exec(text2.slice(offset))) {
    const from = offset + choice[0].length;
    const to = closingBrace2(text2, from);
    const message = to === void 0 ? void 0 : readIcu(text2.slice(from, to), head[1] !== "select");
    if (to === void 0 || !message) return void 0;
    branches.push({ span: { start: from, end: to }, message });
    offset = to + 1;
  }
  const end = /^\s*\}/u.exec(text2.slice(offset));
  if (!end || branches.length === 0) return void 0;
  const stop = offset + end[0].length;
  return { start, end: stop, text: text2.slice(start, stop), branches };
}
function closingBrace2(text2, offset) {
  let depth = 1;
  for (let at = offset; at < text2.length; ) {
    const literal = quoted2.exec(text2.slice(at))?.[0];
    if (literal !== void 0) {
      at += literal.length;
      continue;
    }
    if (text2[at] === "{") depth += 1;
    else if (text2[at] === "}" && --depth === 0) return at;
    at += text2.startsWith("''", at) ? 2 : 1;
  }
  return void 0;
}

// engine/files/standIns.ts
function mask(text2, parts) {
  const taken = new Set(Array.from(text2.matchAll(/\{(\d+)\}/gu), (match2) => Number(match2[1])));
  const numbers2 = [];
  for (let number2 = 0; numbers2.length < parts.length; number2++) if (!taken.has(number2)) numbers2.push(number2);
  let masked = "";
  let offset = 0;
  parts.forEach(({ start, end }, index) => {
    masked += `${text2.slice(offset, start)}{${numbers2[index]}}`;
    offset = end;
  });
  masked += text2.slice(offset);
  return {
    text: masked,
    restore: (translation2) => {
      const order = [];
      const restored = translation2.replaceAll(/\{(\d+)\}/gu, (standIn, number2) => {
        const index = numbers2.indexOf(Number(number2));
        if (index < 0) return standIn;
        order.push(index);
        return parts[index].text;
      });
      const complete = order.length === parts.length && new Set(order).size === parts.length;
      return complete ? { text: restored, order } : void 0;
    }
  };
}

// engine/files/message.ts
function readMessage(unit) {
  if (unit.syntax !== "icu") return plainMessage(unit);
  const icu = readIcu(unit.source);
  return icu ? icuMessage(unit.source, icu) : { texts: [], compose: () => ({ reason: "malformed" }) };
}
var ordered = /^%[^(\d{%]*(?:\d+|\*)?(?:\.(?:\d+|\*))?[A-Za-z@]+$/u;
var numberedFormats = ["c-format", "objc-format", "php-format", "gcc-internal-format", "sh-format"];
function plainMessage({ source, syntax: syntax2, flags, kept }) {
  const java = syntax2 === "java" && /\{\d/u.test(source);
  if (java && javaChoice.test(source)) return { texts: [], compose: () => ({ reason: "placeholders" }) };
  const styled = java ? javaArguments(source) : [];
  const passing = kept.length > 0 ? kept : styled;
  const parts = passing.length > 0 ? passing : conversions(source);
  const masked = mask(source, parts);
  const text2 = java ? masked.text.replaceAll("''", "'") : masked.text;
  if (!hasProse2(text2)) return nothing2(source);
  const numbered2 = passing.length === 0 && parts.length > 0;
  return {
    texts: [text2],
    compose: ([translation2 = ""]) => {
      const written = likeSource(text2, translation2);
      if (!keepsInlines(text2, written)) return { reason: "placeholders" };
      const restored = masked.restore(java ? written.replaceAll("'", "''") : written);
      if (!restored) return { reason: "placeholders" };
      const moved = restored.order.some((part, index) => part !== index);
      if (!moved || !numbered2) return checked(source, restored.text);
      return flags.some((flag) => numberedFormats.includes(flag)) ? checked(source, numberConversions(parts, restored.order, restored.text)) : { reason: "placeholders" };
    }
  };
}
var javaChoice = /\{\s*\d+\s*,\s*choice\s*,/u;
function javaArguments(text2) {
  return Array.from(text2.matchAll(/\{\s*\d+\s*,[^{}]*\}/gu), ({ index, 0: own }) => ({ start: index, end: index + own.length, text: own }));
}
function conversions(text2) {
  const found = inlinesOf(text2).filter((inline) => inline.kind === "placeholder" && ordered.test(inline.text));
  return found.length > 1 && found.every((inline) => !inline.text.includes("*")) ? found.map(({ start, end }) => ({ start, end, text: text2.slice(start, end) })) : [];
}
function numberConversions(parts, order, text2) {
  let result2 = "";
  let offset = 0;
  for (const part of order) {
    const conversion = parts[part].text;
    const at = text2.indexOf(conversion, offset);
    result2 += `${text2.slice(offset, at)}%${part + 1}$${conversion.slice(1)}`;
    offset = at + conversion.length;
  }
  return result2 + text2.slice(offset);
}
function icuMessage(source, { parts, hash: hash4 }) {
  const branches = parts.flatMap(({ branches: own2 }) => own2);
  const inner = branches.map(({ message, span: span2 }) => icuMessage(source.slice(span2.start, span2.end), message));
  const masked = mask(source, [...parts, ...hash4].sort((a, b) => a.start - b.start));
  const own = hasProse2(masked.text);
  const texts2 = [...own ? [masked.text] : [], ...inner.flatMap((message) => message.texts)];
  return {
    texts: texts2,
    compose: (translations) => {
      let next = own ? 1 : 0;
      const written = [];
      for (const message of inner) {
        const composed = message.compose(translations.slice(next, next + message.texts.length));
        if ("reason" in composed) return composed;
        written.push(composed.text);
        next += message.texts.length;
      }
      const replaced2 = parts.map((part) => ({ ...part, text: withBranches(source, part, branches, written) }));
      const translated2 = own ? likeSource(masked.text, translations[0] ?? "") : masked.text;
      if (!keepsInlines(masked.text, translated2) || !sameBraces(masked.text, translated2)) return { reason: "placeholders" };
      const restored = mask(source, [...replaced2, ...hash4].sort((a, b) => a.start - b.start)).restore(translated2);
      return restored ? checked(source, restored.text) : { reason: "placeholders" };
    }
  };
}
function withBranches(source, part, branches, written) {
  let text2 = "";
  let offset = part.start;
  for (const branch2 of part.branches) {
    text2 += source.slice(offset, branch2.span.start) + written[branches.indexOf(branch2)];
    offset = branch2.span.end;
  }
  return text2 + source.slice(offset, part.end);
}
function sameBraces(source, target) {
  const count2 = (text2, pattern2) => text2.match(pattern2)?.length ?? 0;
  return [/\{/gu, /\}/gu, /'[{}#|]/gu].every((pattern2) => count2(source, pattern2) === count2(target, pattern2));
}
function nothing2(source) {
  return { texts: [], compose: () => ({ text: source }) };
}
function checked(source, text2) {
  const refused = text2.trim() === "" || text2 === source && source.trim().split(/\s+/u).length > 2;
  return refused ? { reason: "unchanged" } : { text: text2 };
}
var name = /^(?=\S*(?:[a-z0-9][._/:@-][a-z0-9]|[a-z][A-Z]))[\x21-\x7e]+$/u;
function hasProse2(text2) {
  if (name.test(text2.trim())) return false;
  return /\p{L}\p{L}|\p{Script=Han}/u.test(withoutInlines(text2));
}
function likeSource(source, translation2) {
  const lead = /^\s*/u.exec(source)[0];
  const trail = /\s*$/u.exec(source)[0];
  return lead + translation2.trim() + trail;
}
function keepsInlines(source, target) {
  const own = inlinesOf(source);
  const occurrences = (text2) => target.split(text2).length - 1;
  const kept = own.every(({ text: text2 }) => occurrences(text2) >= own.filter((other) => other.text === text2).length);
  const marks = (inlines) => inlines.filter(({ kind }) => kind === "placeholder" || kind === "tag").map(({ text: text2 }) => text2).sort();
  return kept && marks(own).join("\n") === marks(inlinesOf(target)).join("\n");
}

// engine/files/po.ts
var oneForm = ["zh", "ja", "ko", "th", "vi", "id", "ms"];
var pluralRules = { 1: "nplurals=1; plural=0;", 2: "nplurals=2; plural=(n != 1);" };
function draftPo({ source: file, targetLanguage }) {
  const entries = readPoEntries(file);
  const header = entries.find(isHeader);
  const forms = pluralForms(header?.translations.get(0)?.text ?? "", targetLanguage);
  const messages = entries.filter((entry) => !isHeader(entry));
  const slots = messages.flatMap((entry) => emptySlots(entry, forms));
  return {
    units: slots.map(({ unit }) => unit),
    translated: messages.filter((entry) => slots.every((slot) => slot.entry !== entry)).length,
    write: (translations) => ({ text: applyEdits(file, [...headerEdits(file, header, targetLanguage, forms), ...editsFor(file, slots, translations)]), refused: [] })
  };
}
function headerEdits(file, header, language, forms) {
  const written = header?.translations.get(0);
  if (!written) return [];
  const plural = pluralRules[forms] ?? pluralRules[2];
  const text2 = written.text.replace(/^(Language:)[ \t]*$/mu, `$1 ${language}`).replace(/^(Plural-Forms:)\s*nplurals=INTEGER;.*$/mu, `$1 ${plural}`);
  return text2 === written.text ? [] : [{ ...written.span, text: writtenString(text2, newlineOf(file)) }];
}
function pluralForms(header, language) {
  const declared = /^Plural-Forms:.*?nplurals\s*=\s*(\d)/mu.exec(header)?.[1];
  return declared === void 0 ? oneForm.includes(language) ? 1 : 2 : Number(declared);
}
function emptySlots(entry, forms) {
  const { id: id3, plural, translations, flags, context } = entry;
  const indices2 = plural === void 0 ? [0] : Array.from({ length: forms }, (_, index) => index);
  return indices2.filter((form2) => (translations.get(form2)?.text ?? "") === "").map((form2) => {
    const singular = plural !== void 0 && form2 === 0 && forms > 1;
    const text2 = plural === void 0 || singular ? id3 : plural;
    return {
      entry,
      form: form2,
      unit: {
        source: text2.text,
        span: text2.span,
        ...context === void 0 ? {} : { context: context.text },
        flags: singular ? [...flags, singularFlag] : flags,
        syntax: "plain",
        kept: []
      }
    };
  });
}
function editsFor(file, slots, translations) {
  const newline = newlineOf(file);
  const marked = /* @__PURE__ */ new Set();
  return slots.flatMap(({ entry, form: form2 }, index) => {
    const translation2 = translations[index];
    if (translation2 === void 0) return [];
    const written = writtenString(translation2, newline);
    const there = entry.translations.get(form2);
    const edits = there ? [{ ...there.span, text: written }] : [{ start: entry.end, end: entry.end, text: `${newline}msgstr[${form2}] "${written}"` }];
    if (!marked.has(entry) && !entry.flags.includes("fuzzy")) edits.push(fuzzyEdit(entry, newline));
    marked.add(entry);
    return edits;
  });
}
function newlineOf(file) {
  return file.includes("\r\n") ? "\r\n" : "\n";
}
function writtenString(text2, newline) {
  const lines = text2.split(/(?<=\n)(?!$)/u);
  const quoted4 = lines.map(escapePo);
  return lines.length === 1 ? quoted4[0] : ["", ...quoted4].join(`"${newline}"`);
}
function fuzzyEdit({ start, flagsAt }, newline) {
  return flagsAt === void 0 ? { start, end: start, text: `#, fuzzy${newline}` } : { start: flagsAt, end: flagsAt, text: " fuzzy," };
}

// engine/files/properties.ts
function draftProperties({ source, existing = "" }) {
  const entries = readEntries(source, "source");
  const there = new Map(readEntries(existing, "target").map((entry) => [entry.key, entry.value]));
  const messages = entries.filter(({ value: value3 }) => value3.text.trim() !== "");
  const open = messages.filter(({ key }) => (there.get(key)?.text ?? "") === "");
  const ascii = !/[^\0-\u007f]/u.test(source + existing);
  const write2 = (text2) => escapeValue(text2, ascii);
  return {
    units: open.map(({ key, value: value3 }) => ({
      source: value3.text,
      span: value3.span,
      context: key,
      flags: [],
      syntax: /\{\s*\w+\s*,\s*(?:plural|select)/u.test(value3.text) ? "icu" : "java",
      kept: []
    })),
    translated: messages.length - open.length,
    write: (translations) => {
      const done = open.flatMap((entry, index) => {
        const translation2 = translations[index];
        return translation2 === void 0 ? [] : [{ ...entry, text: write2(translation2) }];
      });
      if (existing.trim() === "") {
        return { text: applyEdits(source, done.map(({ value: value3, text: text2 }) => ({ ...value3.span, text: text2 }))), refused: [] };
      }
      const newline = existing.includes("\r\n") ? "\r\n" : "\n";
      const filled = done.flatMap(({ key, text: text2 }) => {
        const empty = there.get(key);
        return empty ? [{ ...empty.span, text: text2 }] : [];
      });
      const added = done.filter(({ key }) => !there.has(key)).map(({ head, text: text2 }) => head + text2 + newline);
      const lineEnd2 = existing.endsWith("\n") || added.length === 0 ? "" : newline;
      return { text: applyEdits(existing, filled) + lineEnd2 + added.join(""), refused: [] };
    }
  };
}
var keyForm = /^[ \t\f]*((?:\\[^]|[^\\\s=:])+)(?:[ \t\f]*[=:][ \t\f]*|[ \t\f]+|$)/u;
var comment = /^[ \t\f]*(?:[#!]|$)/u;
function readEntries(file, side) {
  const entries = [];
  const lines = splitLines(file);
  for (let index = 0; index < lines.length; index++) {
    const { start, end } = lines[index];
    const line = file.slice(start, end);
    if (comment.test(line)) continue;
    const head = keyForm.exec(line)?.[0];
    const key = keyForm.exec(line)?.[1];
    if (head === void 0 || key === void 0) throw new FormatError("this line has no key", start, side);
    const builder = new StringBuilder();
    let piece = { start: start + Math.min(head.length, line.length), end };
    while (continues3(file.slice(piece.start, piece.end)) && index + 1 < lines.length) {
      addValue(builder, file, { start: piece.start, end: piece.end - 1 }, side);
      const next = lines[++index];
      const lead = /^[ \t\f]*/u.exec(file.slice(next.start, next.end))[0].length;
      piece = { start: next.start + lead, end: next.end };
    }
    addValue(builder, file, piece, side);
    entries.push({ key, value: builder.build(), head });
  }
  return entries;
}
function continues3(line) {
  return (/\\*$/u.exec(line)[0].length & 1) === 1;
}
function addValue(builder, file, span2, side) {
  const bad = /\\u(?![0-9A-Fa-f]{4})/u.exec(file.slice(span2.start, span2.end).replaceAll("\\\\", "  "));
  if (bad) throw new FormatError("\\u needs four hexadecimal digits", span2.start + bad.index, side);
  addEscaped(builder, file, span2, escapeAt);
}
var simple4 = { n: "\n", t: "	", r: "\r", f: "\f" };
function escapeAt(file, offset) {
  const unicode = /^u([0-9A-Fa-f]{4})/u.exec(file.slice(offset + 1, offset + 6));
  if (unicode) return { characters: String.fromCharCode(parseInt(unicode[1], 16)), length: 6 };
  const next = file[offset + 1];
  return next === void 0 ? void 0 : { characters: simple4[next] ?? next, length: 2 };
}
var escapes = { "\\": "\\\\", "\n": "\\n", "	": "\\t", "\r": "\\r", "\f": "\\f" };
function escapeValue(text2, ascii) {
  const written = text2.replaceAll(/[\\\n\t\r\f]/gu, (character) => escapes[character]).replace(/^ /u, "\\ ");
  if (!ascii) return written;
  return written.replaceAll(
    /[^\0-\u007f]/gu,
    (character) => Array.from({ length: character.length }, (_, unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, "0")}`).join("")
  );
}

// engine/files/xml.ts
var markup3 = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<!DOCTYPE[^>[]*(?:\[[^]*?\])?\s*>|<\/([^\s>]+)\s*>|<([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/gu;
var attribute = /([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/gu;
function parseXml(file) {
  const roots = [];
  const open = [];
  let offset = 0;
  for (const match2 of file.matchAll(markup3)) {
    strayMarkup(file, offset, match2.index);
    offset = match2.index + match2[0].length;
    const [, closing, name2] = match2;
    if (closing !== void 0) {
      const element = open.pop();
      if (element?.rawName !== closing) throw new FormatError(phrase("</{0}> closes nothing that is open", closing), match2.index);
      element.content.end = match2.index;
      element.end = offset;
    } else if (name2 !== void 0) {
      const element = startTag(match2, open.at(-1));
      (open.at(-1)?.children ?? roots).push(element);
      if (!element.selfClosing) open.push(element);
    }
  }
  strayMarkup(file, offset, file.length);
  const unclosed = open.at(-1);
  if (unclosed) throw new FormatError(phrase("<{0}> is not closed", unclosed.rawName), unclosed.start);
  if (!roots[0]) throw new FormatError("this is not XML: there is no element", 0);
  return roots[0];
}
function startTag(match2, parent) {
  const rawName = match2[2];
  const from = match2.index + 1 + rawName.length;
  const end = match2.index + match2[0].length;
  const attributes = /* @__PURE__ */ new Map();
  for (const found of match2[3].matchAll(attribute)) {
    const value3 = found[2] ?? found[3] ?? "";
    const stop = from + found.index + found[0].length - 1;
    attributes.set(found[1], { value: decodeXml(value3), start: stop - value3.length, end: stop });
  }
  return {
    name: rawName.slice(rawName.indexOf(":") + 1),
    rawName,
    attributes,
    start: match2.index,
    end,
    content: { start: end, end },
    selfClosing: match2[4] === "/",
    attributesEnd: from + match2[3].length,
    children: [],
    parent
  };
}
function strayMarkup(file, start, end) {
  const at = file.slice(start, end).indexOf("<");
  if (at >= 0) throw new FormatError("this is no tag that can be read", start + at);
}
var entities = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
function decodeXml(text2) {
  return text2.replaceAll(/<!\[CDATA\[([^]*?)\]\]>|&(?:#x([0-9A-Fa-f]+)|#(\d+)|(\w+));/gu, (whole, data, hexadecimal, decimal, name2) => {
    if (data !== void 0) return data;
    if (hexadecimal !== void 0) return codePoint(parseInt(hexadecimal, 16), whole);
    if (decimal !== void 0) return codePoint(Number(decimal), whole);
    return entities[name2 ?? ""] ?? whole;
  });
}
function codePoint(code2, otherwise) {
  return code2 <= 1114111 ? String.fromCodePoint(code2) : otherwise;
}
function escapeXml(text2) {
  return text2.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function* descendants(element) {
  yield element;
  for (const child of element.children) yield* descendants(child);
}

// engine/files/xliff.ts
var openStates = ["new", "needs-translation", "initial"];
function draftXliff({ source: file, targetLanguage }) {
  const { root, second } = readRoot(file);
  const segments = [...descendants(root)].filter(({ name: name2 }) => name2 === (second ? "segment" : "trans-unit")).filter(isTranslatable);
  const slots = segments.flatMap((segment) => openSlot(file, segment));
  return {
    units: slots.map(({ unit }) => unit),
    translated: segments.length - slots.length,
    write: (translations) => {
      const refused = [];
      const edits = slots.flatMap((slot, index) => {
        const translation2 = translations[index];
        if (translation2 === void 0) return [];
        const content2 = contentOf(slot.unit, translation2);
        if (isWellFormed(content2)) return targetEdits(file, slot, content2, second);
        refused.push(index);
        return [];
      });
      return { text: applyEdits(file, [...languageEdits(root, second, targetLanguage), ...edits]), refused };
    }
  };
}
function readRoot(file) {
  const root = parseXml(file);
  if (root.name !== "xliff") throw new FormatError(phrase("this is not XLIFF: its root is <{0}>", root.name), root.start);
  return { root, second: root.attributes.get("version")?.value.startsWith("2") === true };
}
function isTranslatable(element) {
  for (let at = element; at; at = at.parent) {
    const translate = at.attributes.get("translate")?.value;
    if (translate !== void 0) return translate !== "no";
  }
  return true;
}
function openSlot(file, segment) {
  const source = segment.children.find(({ name: name2 }) => name2 === "source");
  const target = segment.children.find(({ name: name2 }) => name2 === "target");
  if (!source) return [];
  const state = target?.attributes.get("state")?.value ?? segment.attributes.get("state")?.value;
  const filled = target !== void 0 && file.slice(target.content.start, target.content.end).trim() !== "";
  const open = !filled || state !== void 0 && openStates.includes(state);
  if (!open) return [];
  const holder = segment.name === "segment" ? segment.parent : segment;
  const context = holder?.attributes.get("resname")?.value ?? holder?.attributes.get("id")?.value;
  const { text: text2, kept } = readContent(file, source);
  if (text2.trim() === "") return [];
  return [{
    unit: { source: text2, span: source.content, ...context === void 0 ? {} : { context }, flags: [], syntax: "plain", kept },
    source,
    target,
    segment
  }];
}
var opaque = ["ph", "bpt", "ept", "it", "x", "bx", "ex", "sc", "ec", "sm", "em", "cp"];
function readContent(file, source) {
  const kept = [];
  let text2 = "";
  let offset = source.content.start;
  const addText = (end) => {
    text2 += decodeXml(file.slice(offset, end));
    offset = end;
  };
  const addTag = ({ start, end }) => {
    addText(start);
    const raw = file.slice(start, end);
    kept.push({ start: text2.length, end: text2.length + raw.length, text: raw });
    text2 += raw;
    offset = end;
  };
  const visit = (element) => {
    if (element.selfClosing || opaque.includes(element.name)) {
      addTag(element);
      return;
    }
    addTag({ start: element.start, end: element.content.start });
    element.children.forEach(visit);
    addTag({ start: element.content.end, end: element.end });
  };
  source.children.forEach(visit);
  addText(source.content.end);
  return { text: text2, kept };
}
function contentOf({ kept }, translation2) {
  let content2 = "";
  let offset = 0;
  const left = kept.map(({ text: text2 }) => text2);
  while (offset < translation2.length) {
    const next = left.map((tag3, index) => ({ tag: tag3, index, at: translation2.indexOf(tag3, offset) })).filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at || b.tag.length - a.tag.length)[0];
    if (!next) break;
    content2 += escapeXml(translation2.slice(offset, next.at)) + next.tag;
    offset = next.at + next.tag.length;
    left.splice(next.index, 1);
  }
  return content2 + escapeXml(translation2.slice(offset));
}
function isWellFormed(content2) {
  try {
    parseXml(`<target>${content2}</target>`);
    return true;
  } catch (error) {
    if (error instanceof FormatError) return false;
    throw error;
  }
}
function targetEdits(file, { source, target, segment }, content2, second) {
  const prefix = /^<(\w+:)?/u.exec(file.slice(source.start))?.[1] ?? "";
  const stateEdit = second ? attributeEdit(segment, "state", "translated") : void 0;
  const state = second ? "" : ' state="needs-review-translation"';
  const whole = `<${prefix}target${state}>${content2}</${prefix}target>`;
  if (!target) {
    const lead = /\r?\n[ \t]*$/u.exec(file.slice(0, source.start))?.[0] ?? "";
    return [{ start: source.end, end: source.end, text: lead + whole }, ...stateEdit ? [stateEdit] : []];
  }
  if (target.selfClosing) return [{ start: target.start, end: target.end, text: whole }, ...stateEdit ? [stateEdit] : []];
  return [{ ...target.content, text: content2 }, stateEdit ?? attributeEdit(target, "state", "needs-review-translation")];
}
function languageEdits(root, second, language) {
  const name2 = second ? "trgLang" : "target-language";
  const holders = second ? [root] : root.children.filter((child) => child.name === "file");
  return holders.filter(({ attributes }) => !attributes.has(name2)).map((holder) => attributeEdit(holder, name2, language));
}
function attributeEdit({ attributes, attributesEnd }, name2, value3) {
  const known = attributes.get(name2);
  return known ? { start: known.start, end: known.end, text: value3 } : { start: attributesEnd, end: attributesEnd, text: ` ${name2}="${value3}"` };
}

// engine/files/index.ts
function readFileUnits(format, input) {
  switch (format) {
    case "markdown":
      return draftMarkdown(input);
    case "po":
      return draftPo(input);
    case "json":
      return draftJson(input);
    case "arb":
      return draftArb(input);
    case "properties":
      return draftProperties(input);
    case "xliff":
      return draftXliff(input);
  }
}
var FileTranslation = class {
  constructor(draft2) {
    this.draft = draft2;
    this.messages = draft2.units.map((unit) => readMessage(unit));
    this.texts = this.messages.flatMap(({ texts: texts2 }) => texts2);
  }
  draft;
  messages;
  /** For the translator, in order. */
  texts;
  /** @param translations one for each of `texts` */
  finish(translations) {
    const left = [];
    const leave = (index, reason) => {
      const { source, span: span2, context } = this.draft.units[index];
      left.push({ source, offset: span2.start, context, reason });
    };
    let next = 0;
    const written = this.messages.map((message, index) => {
      const { length } = message.texts;
      const composed = message.compose(translations.slice(next, next + length));
      next += length;
      if ("text" in composed) return length > 0 ? composed.text : void 0;
      leave(index, composed.reason);
      return void 0;
    });
    const { text: text2, refused } = this.draft.write(written);
    for (const index of refused) leave(index, "structure");
    left.sort((a, b) => a.offset - b.offset);
    return { text: text2, translated: written.filter((unit) => unit !== void 0).length - refused.length, left };
  }
};

// engine/glossary/format.ts
var mostWords = 8;
var keep = "=";
var requiredMark = "required";
var languagesLine = /^#languages\b(.*)$/u;
var languageCode = /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/u;
function parseGlossary(text2, languages2) {
  const reader = new GlossaryReader(languages2);
  text2.replace(/^\uFEFF/u, "").split(/\r\n|\r|\n/u).forEach((line, number2) => reader.read(line, number2));
  return reader;
}
var GlossaryReader = class {
  constructor(languages2) {
    this.languages = languages2;
  }
  languages;
  entries = [];
  problems = [];
  lines = /* @__PURE__ */ new Map();
  begun = false;
  read(line, number2) {
    if (line.trim() === "") return;
    const whole = { start: 0, end: line.length };
    const directive3 = languagesLine.exec(line);
    if (directive3) this.readLanguages(directive3[1], (about) => this.problems.push({ kind: "bad-languages", line: number2, span: whole, about }));
    if (line.startsWith("#")) return;
    const fields = fieldsOf(line);
    const isHeading = !this.begun && fields[0].text.toLowerCase() === "source" && fields[1]?.text.toLowerCase() === "target";
    this.begun = true;
    if (!isHeading) this.readTerm(fields, number2, whole);
  }
  readLanguages(written, complain) {
    const [source, target, ...more] = written.trim().split(/[\s,→]+|->/u).filter((code2) => code2 !== "");
    const codes3 = [source, target].every((code2) => code2 !== void 0 && languageCode.test(code2));
    if (!codes3 || source === target || more.length > 0) complain(written.trim());
    else this.languages = { source, target };
  }
  readTerm(fields, line, whole) {
    const [source, target, mark2, comment2] = fields;
    const key = [this.languages.source, this.languages.target, termKey(source.text)].join("	");
    const wrong = wrongShape(fields, whole) ?? this.repetition(key, source);
    if (wrong) {
      this.problems.push({ ...wrong, line });
      return;
    }
    this.lines.set(key, line);
    for (const { text: text2, start, end } of [source, target]) {
      if (wordCount(text2) > mostWords) this.problems.push({ kind: "too-long", line, span: { start, end }, about: text2 });
    }
    this.entries.push({
      source: source.text,
      targets: target.text === keep ? null : targetsOf(target.text),
      required: mark2?.text === requiredMark,
      comment: comment2?.text ?? "",
      sourceLanguage: this.languages.source,
      targetLanguage: this.languages.target,
      line
    });
  }
  repetition(key, { start, end }) {
    const same = this.lines.get(key);
    return same === void 0 ? void 0 : { kind: "duplicate", span: { start, end }, about: String(same + 1) };
  }
};
function wrongShape([source, target, mark2, , ...more], whole) {
  if (source.text === "") return { kind: "no-source", span: whole, about: "" };
  if (targetsOf(target?.text ?? "").length === 0) return { kind: "no-target", span: whole, about: source.text };
  if (mark2 && mark2.text !== "" && mark2.text !== requiredMark) {
    return { kind: "unknown-mark", span: { start: mark2.start, end: mark2.end }, about: mark2.text };
  }
  return more[0] && { kind: "too-many-fields", span: { start: more[0].start, end: whole.end }, about: "" };
}
function targetsOf(field) {
  return field.split("|").map((part) => part.trim()).filter((part) => part !== "");
}
function termKey(term2) {
  return term2.trim().replace(/\s+/gu, " ").toLowerCase();
}
function fieldsOf(line) {
  let offset = 0;
  return line.split("	").map((field) => {
    const start = offset + field.length - field.trimStart().length;
    const text2 = field.trim();
    offset += field.length + 1;
    return { text: text2, start, end: start + text2.length };
  });
}
function wordCount(field) {
  return Math.max(...field.split("|").map((part) => part.trim().split(/\s+/u).length));
}

// engine/glossary/edit.ts
function putTerm(text2, term2, languages2, fallback) {
  const { entries } = parseGlossary(text2, fallback);
  const known = entries.find(
    (entry) => entry.sourceLanguage === languages2.source && entry.targetLanguage === languages2.target && termKey(entry.source) === termKey(term2.source)
  );
  const isKept = term2.targets === null && entries.some(({ targets: targets2, source }) => targets2 === null && termKey(source) === termKey(term2.source));
  if (isKept) return void 0;
  if (!known) return addition(text2, lineOf(term2, ""), languages2, fallback);
  const targets = term2.targets && [.../* @__PURE__ */ new Set([...term2.targets, ...(known.targets ?? []).slice(1)])];
  const isSame = targets?.join("|") === known.targets?.join("|") && term2.required === known.required;
  if (isSame) return void 0;
  return { span: lineSpan(text2, known.line), text: lineOf({ ...term2, targets }, known.comment) };
}
function addition(text2, line, languages2, fallback) {
  const newline = /\r\n|\r|\n/u.exec(text2)?.[0] ?? "\n";
  const before = text2 === "" || /[\r\n]$/u.test(text2) ? "" : newline;
  const last = languagesAtEnd(text2, fallback);
  const directive3 = last.source === languages2.source && last.target === languages2.target ? "" : `#languages ${languages2.source} ${languages2.target}${newline}`;
  return { span: { start: text2.length, end: text2.length }, text: before + directive3 + line + newline };
}
function languagesAtEnd(text2, fallback) {
  const probe = "";
  const { entries } = parseGlossary(`${text2}
${probe}	${keep}`, fallback);
  const { sourceLanguage, targetLanguage } = entries.at(-1);
  return { source: sourceLanguage, target: targetLanguage };
}
function lineOf({ source, targets, required }, comment2) {
  const fields = [fieldText(source), targets === null ? keep : targets.map(fieldText).join(" | "), required ? requiredMark : "", comment2];
  return fields.join("	").trimEnd();
}
function fieldText(text2) {
  return text2.trim().replace(/\s+/gu, " ");
}
function lineSpan(text2, line) {
  const breaks = [...text2.matchAll(/\r\n|\r|\n/gu)];
  const start = line === 0 ? text2.startsWith("\uFEFF") ? 1 : 0 : breaks[line - 1].index + breaks[line - 1][0].length;
  return { start, end: breaks[line]?.index ?? text2.length };
}

// engine/glossary/problems.ts
var problemTexts = {
  "no-source": "There is no term before the first tab.",
  "no-target": "There is no translation of \u201C{0}\u201D: write it behind a tab, or = to keep the term as it is.",
  "unknown-mark": "\u201C{0}\u201D is no mark: write required or nothing. Several translations are separated by |.",
  "too-many-fields": "There are more than four fields: term, translation, mark and comment.",
  duplicate: "This term stands in line {0} already.",
  "too-long": `This is longer than ${mostWords} words: a sentence fits better as a correction of its translation.`,
  "bad-languages": "Name two languages by their codes, as in: #languages en zh"
};

// engine/language/han.json
var han_default = { languages: ["zh", "ja"], longest: 2, padded: false, scale: 0.00926230836102343, weights: "K9Uh3y/R9QtPsQv1+AgI+DLOFuo/wS3T/QMd4/wEPcMQ8BrmS7XhHxPt9AwY6A/xKtYg4PcJEPD5BzHPE+3fIV+hKNjGOjPNBfvfIeMd/gIB/6pWId8Y6BDwRrpQsPMNol7zDRTsGOgE/EO94x0c5P4C4h62SlWrCPj6BijY3iIyzifZH+HnGTPN9Awk3PcJF+meYiLeM800zAL+pVtinuMdA/3gIFqm6xUi3hnn8BBKtiHfCvYN8wb6Wqb6Bgj4TrIQ8NslSrayTjbKM83EPBHvX6G7RSHfCPgc5PQMKNgR779BHeMP8b1DNMwg4PULZpr8BAb6Bvoo2Bnn1ykg4O0TJtor1fgIAAAP8cM9ZZsI+OwULNQAAM8xK9Uk3BPt0i7eIvsF5BxYqAf5Fur2Ctkn1irzDfsFtkob5R/h/ATVKyXbKNitUw3zMs4R7wb6tEz9Awn3HOQ8xOIexzniHhHvC/U9wxjoFuoO8i/RQr4E/P8BHOQh3xTsEe/2CinXGuY3yRXrGecZ5yPdAAAp17RMFesZ5wf56Bgf4V+hEu4D/Z1jK9Uj3fkHUq4M9EK+Vas2yhPtGedHufwELNTxDxTsJtrjHRHvQMD+AvkHGOgF+wX78w0g4EDAXaPvEfcJLNQW6vcJFesJ9zPNId9QsPgIG+UF+yzU+wUD/R3jGuY5x0DAId/ZJwv1A/1TrfwEHeMk3PEP0y0s1C3TAAAr1SnXp1kQ8Bzk6RcJ9y/RA/3kHC3TPsIR7/cJCfcN88g4xzkN81Gv+gYo2An3+gYY6AX7+Qcs1Af5F+n0DAz0Ms7zDTTMJdsI+An3NMwS7jTME+0P8e8RLtI9wxjoK9UO8hPtDfMR7wH/GOgF+/EP9QuoWOQc4CAj3c8x6Rf+Ag3zF+kb5QX7PMTDPfcJ2yXxDxLu9Az2CmKe9Qv/AVCwCfcY6BPtId8Q8OMdol72CtEv8g7dI+4S8w0S7vcJId/HOSfZJNxDvf4CE+3yDlmn/gIh3zrGNsoL9QH/B/n5By7Ssk4s1DHPGOj6BjvF9gpwkNomAAAU7OIeN8kk3CfZFes+wjjI+gYD/cg4Id8H+Y5yO8UO8gj4H+Eg4P8BB/nvEZxk9graJrVLE+0m2v8BMs4F++gYI939Awb6D/H5BwL+2Sf5By7SGub5Bxzk8w0O8h/hCPgR7/oGId/zDck39Qv5Bxrm9Aw2yuMdRbvyDiDgSbcf4SjYEPB8hP0DFuog4DPNF+kQ8DPNEe8i3vYKA/0f4R7i7xFIuAv1t0nIOB7iVast0zzEFOwb5cs1GOgd4wL+JNwF+xTsLdMv0eMdNMz/ARPtHuIC/gP9IOAE/Il39wkd4/YK3iLXKRHvOMi6Rgz0+Ai/QRfpId8h3/YKzTPXKSPdB/ntEwAAJNzsFNcp9goK9tgoQr49w+Ub+AgQ8OwUwEC4SEy0FuoT7fQMNMz4CBLueYdIuP8BCPgs1A7yP8H3CVSsBPwG+gb66xUG+hXrxzkR7yrWQMD0DAX7DPQl21Wr4CAj3TzEzzExz/kHId9Rry3TFupCvvgIQMDdI/QMKdcJ9zzED/Eu0gX7Ee/SLjrGK9XkHD/B7xEZ5yTc9AyjXQ7yFevpF69RBfv9A+oWBPz/ARzkDfP6Bk2z9Awp19EvDvIm2g7yCvZeohLuAAAC/vQM6Bgb5aBgEu4k3PQMEe8zzaxU7hL7BdknFesK9lCwzTMk3BfpL9Ek3D3DOMgf4eIeS7UM9PMNBvqQcLJO9wkU7O8RI90R7/EPU63rFdwkGefsFB3jGOgE/CPd6RfWKu8RK9UF+/EPIt5EvEe5KNg6xso26RfvEdgoE+06xpFv+Qcd4xrm6Bj8BA3zFeso2Aj4G+UP8R/h9AzOMhDwJdtfoQL+Rbsw0BzkBvoQ8AT8XqIS7hrmL9Fhn7xEI90Z5xTsFuoj3R/h4h5GunCQHuIf4V2jDPS6Rgz0Ms4J92mXH+H5BybaGOjpFyfZ9goT7TbKD/Ev0S3TAv4b5fQMBvo+wuAgYZ/qFvYKFurCPuwU0DAU7PAQKdcD/e4SaZcQ8PUL/gIO8inX7hIS7h7i+wUl2/4CLNTrFdgoSrYO8k2z9Qv2CiLeCfdhny/RCvY/wWOdFurqFgT8DfM9wxzk9Az6Bsw0HuLHORvlHeMX6R3jDfP6BiPd3yH1C/gIHuIb5SXbAAD8BCTc+gbxDxHvXqIr1Qj4oGAd4zbKAf8H+Qn3GedMtLJOJNwf4fQMG+UAAB3jD/EV6xfp/ATHOR7iEu7aJgb61iozzRPtAAAa5ifZ0y0P8Sba7RMI+BHv3yEY6P4CHeMg4BzkCPhknOoWGOgE/Aj4+AiuUhPtrFTxD0DAOcdRr/AQKtYO8vgICPgAAPAQBPwS7h7iEu5OsvgIDvJplyfZ9AxOsiDgMc8Q8O0TId9YqBnn2Cgb5eoW8Q/rFRrmLNQa5sE/NMy5RxDwBfs7xUK+GefMNK5SD/GeYuUb9goAAFaq4h7zDTfJEu4D/SDg6hbPMZ1jEPDeIkS8HeMf4RrmDvIB/+AgxTsb5Q3z7BQq1vMNAv7HOfEPH+ER7+sV3yEb5Q/xRroC/ivV9go6xhvlJdvGOhLuCPgL9eQc1yn3CQf5Eu4/wRnnHuLrFfoGN8n2Cu8RGub/ASTcIOAr1RHvHeMK9gz0L9HDPQj47xEu0vIODfNVqyDgDvJknJ9hLNTqFjLOFuoX6Q/xGech3x7iQMCZZ1Gv9Qsh3x7iqVck3CjY+Qcr1THPEe9BvzDQMs4AAAn3Eu79AyzUAf8k3DLOKtYd40O9WKgl2zDQLNTrFdQs2yUL9WuVCvbxD/EPCff0DCnXFOznGfUL/wEV61KuId9Ltc4yIt4W6hTsFuoZ5zTMQ73DPQL+C/Uo2AAAHORCvjbK+ga9QyrW5Rsd4yjY/QMZ5x3jKddPsfYK4h5hn8g43yEJ9xnn9wkp1/YKEe8f4SrWKNgk3OkXZ5n0DLhICffqFhjoco4H+Qv1GOg8xLhI1StIuC3TDPQq1iHf+wX1C/oGIOAI+O0TE+2XaQ3zGed2il2jBfv1C5VrL9E6xvkHO8UN8/QMB/lHuSHf9wnsFP0DrFQ2ygv1+gYT7RbqL9E2yhjoHOQ8xBTsM83sFNomMs4b5SnXKtYa5hnn5xn2CibaQb8O8iDgHOQs1PcJNMwX6RPt9goK9jrG3iIo2A/xJdt6hi7S6hYM9Aj4CvYw0OUb8w3jHRDwBvoI+BjoCvbbJdom5RtOsu4S9AwB//wECPixT/oG5RvwENwkF+kR7yrWGecS7gT8Ms4K9gz0BvoM9A/xAf8t0wAAFupfoRjoLdNNswP9Qr4D/RXrTrL3CSXbNsob5RbqGOg6xhnn7xHcJOoWwj4C/i7SM80C/gz0DvID/SvVUq4V6+YaQMDzDSPdHuLpFyTc8BBKtgAAQb8Q8Aj4BfsC/mCg7BSpVx/hOce0TPkH0DDhHwAAGub0DLRMKNgW6hfpM83WKinXOsZYqCjYDvKfYbRM8BDvEewUD/EzzR3jEu7/ARbqMc9GujXLFesj3dknVKwJ9xbqzDQS7kK+Eu4B//sF3yEn2QT8AAAw0AP9WafAQAAA8BAD/Q7yGuYR7+kX7BQ6xmmXTbNaph3jDvL3CTbK2yUu0nOND/EN88g4ULAk3P4CEPAxz2OdBPzbJdUrHORinhTsEPD1C+kXCvYD/fsFN8lfoVCwJdsS7hjoDfMD/foGGubuEgn3Rrr0DBvlzjIf4a1TQr7yDuMdUa8R77pG+AjvEQP9nWP6BuQczDRAwPgIB/kY6A3zM80H+e8RId9OshHvNcvqFhbqQ70d4y7SKtZLtfQM+wUT7Qb66xWYaBPtGOgw0BHvIt71C+UbD/Ee4k+x8w0P8fAQFesV68Y68BAY6L5CCfcK9pZq6xUM9Av1G+U1yxHvBvot0xDw5Bz4CP8BjnIc5CvVKNiXaSjYId8J9xXr8g40zCHfBfs1ywf5E+3YKEW7RbvrFQf5CPgt0wf5Id/tEyLe8Q8T7fkHBvryDhvl7xE+wvwEF+k/weoWC/UW6vIOId8b5T7CDfPuEqtVBvr6BijYWaf7BTDQQr4M9A3zE+0v0Q/xD/H+AgP9BvpRrw/x/QPqFv0DCvbkHAf55ho+wv0DNcv2CuQcAACPcfEPE+0N85pmKdcm2i3TAv5AwPULMs7/Ae8R6hbjHZpmCff+AhDw+wXzDTPNFetFu9YqBvrcJBPtEu6hX+wUAAAO8ivV2Scl27dJAAAR7yjYW6US7laqR7kN82aaG+UH+cQ8OsYj3QH/zTMN8/4CWafoGAH/LNQB//MN3SMM9CjYEPAl29knrFQD/Uy0Eu4k3B/hRroc5Az0s03uEt4iI90n2Qf56BikXCbaPMQT7QP9H+EF+yDg+Ag0zBTsBvot0x7iP8HrFSLeOMjiHhfp2SfkHCXbPMT+Agr2BPz+Aol3RLwD/dkn8g4f4SfZvEQJ9x7iGecT7RXrPcPMNDXLBfsJ9yXbC/Ui3gv10S8m2mmX9goW6v4CBvr+AhvlJdsd4zfJKNgQ8KNdyDjvERvlFur3CTvFTLQ9wzbKG+UY6BrmIOAB/x7iF+lYqBLuFOwh31GvBPw2ygH/oGC3Sd0j6xWwUNEvK9XuEu8RlWv3CaVbZ5l5hxvlGecAADzE3yHzDfEPxDw7xe4S+gaYaD3DTrLmGkO9BvoM9OYaGuYI+C3TCvYX6fYKCPgp1yTcG+X6BvAQNcsc5CzU+wU7xRHvG+XbJQv1/AT3CfsFJds7xSbaGecX6SrWKtbtEyfZxDx1iyTcFOwk3FWrRro2yhPtVKwW6gT8+gb4CP4CTLSbZSHfo134CCfZNsou0hTsHuIh3xDwFuow0DHPD/EL9Ua6Gec1y/QM3yED/dMtAf8N8+cZzjL+AiLexTsF+wb6HuIxzz/BXqLzDSjYDfMH+UDAukb+Agr2FurnGcw0Gub0DN0jFuou0hfpzTMl2/kHsk4zzfMN9AzmGhDwUq78BEy0It4t0y/RHuId4xTs5hrbJQL+E+3oGCvV6BgJ9xbqOMgJ9x7iKNgi3izU8g4H+fYKF+km2vQM7hIo2BjoFesF+znHLNQC/u4SK9UV66Ndwj7WKg3z8w0E/Mc5/AQO8q1TNsoE/EO9ukYzzQL+5hof4ZRsRLz+AgX7J9kd4/sFM80g4B/h3yFKtkq2A/36BjjII93pFyPdEe++QvMNFuoZ5/sF7BTjHQ/xFupBv06yQr4AAOgYG+UZ5zfJVKxdowr2EPD7BUW7LdPpFynX+gYh3x3jFuo6xhLu/wEN8+4SCvYQ8Ms14R/NM+sVEu4e4gv1O8UzzTLOCPh0jBnnsFDrFRrmIt72Cg3zBvpknEe5LtIK9irW5hou0jHP0S/1C8Q8CvYX6QT8Bfss1A3zDfMa5vULCPgh3/EPD/HTLfsF4R9JtznHAv4f4fMNNMz3CRvlHuIi3gz0S7Ui3v4CBPwT7e8RLNQQ8Ar26hYT7d4i9goU7PEPKdf/ARnnbJT1Cw3zB/kw0A/xR7mrVQ3zG+Uw0CvV7RPsFDvFNMwC/ucZ6xXVK/0DDPQn2TLOol7oGB/h6BgT7a1TIOAR7/ULFuquUhrmDPT8BPwE6RcC/ky0EPDuEl6iJNzWKiHfFur4CCXbFesY6AX7DvID/fkHLNQi3j7C8w05xz/B+QfDPQP9I90a5m6SGedEvP4CB/kX6RbqFuoL9Uq2MNAk3A3zY50j3eMdzjK4SBbq7RP3CQX7GeflG/0DUa9EvBDws00m2rNNC/UD/T3DEu44yPEPgn4F+0a6DPTWKhbqD/EE/JVrBvoW6hXrHuLnGesVmGgX6SjYGOgP8dEvEe8s1C3TCfcj3T/Bplr0DBjoAv72ChfpLtIN8+AgOMj8BDTMFupGutomO8UP8eQcFetEvOkXuEj8BAn3VasN8+MdK9UU7A3z5Rs+whrmSbcT7RnnK9VDvdwkDPTkHD3D+gbbJQ/xRLwe4ifZKNj+Agz03iJAwFKuG+UF+wf58g7pFwr2QMDOMhPtHOQQ8Av1A/0M9Ar23iKfYf4CJNwzzTfJKNi2SirWuUcD/R3jMNAg4BTsF+n0DAj4J9l1iwX7K9UP8RLuG+Veoi3TmmbiHsE//AT5ByHfI903yR3jOMi5R9omzDQQ8GuVULD4CAAAI90T7eUbHuJmmgj4M837BTrGM80R7xTs7RMa5gf5qFhLtQH/K9UF+/sF5ho3ySrWFOwf4fMNUa8R72ScEe8g4A7yN8kd4xbq9gryDhjo/QMo2AH/D/Finq5Syjb5B/MNJtrYKL1DZJwN8xTsNcsF+wX7+QdTrRbq1ykL9Rrm+gYS7g3zEu4M9FSsCPjLNSvVJdv5B+4SG+UJ9xLus00T7bpGG+UC/mSc5xkq1tcp5Bwh30i47BQm2ucZRror1RjoFuoi3iDg9wnDPQP92CgX6SfZAf8O8hHvN8kF+/YK+wVHuS7SDPQP8Q/xBfvcJCbaJNxeog3z+wVBv/8B4x03ycY6SrYp1y7SIODHOQ/xJtoAAAz08w2xT/cJEe+zTf8BLNQb5SHfI90Q8D3DCffpFxLuVKwM9LlHRbsO8gz0P8EQ8PAQ9AxCvijY/gIp1yjY8Q8u0gH/ULD/ASLe9goU7CfZ5Bwn2Qn3H+E7xaNdG+X6BucZUq4/wd4iJtpKth3jAADjHS3TDvJapgAAK9Uyzi3T/wFwkN0jb5Ew0DjI+QcD/QP9B/npF9QsFurzDSTc2ib9A90jJ9kk3FKu+AhSrso2wEDYKBvlE+0d4xTsFOwF+/8BJNztEz3DJtpMtGOd8BDVKw3zt0lCvu8ROcdBv12jzDQP8cE/GOjhH/UL+QfLNRfpKdfpFzrGT7HVK3SMFOwj3V2jGuYR7xjoLtL7BS/RDfP/AfgI8g7IOP8BHuLxDx3jP8EL9RDw7BT6BhbqOsYxz+8RAv40zNslGuYu0hDwGOgV6zzE5xnDPQ7yBvoT7fcJkHDTLb5CLtIR7/kHDfMi3lCw2Sc9wwn3Af8zzTvFIODmGpZq/ATvEQn3vkL+AvIOqFj+AhjoD/EV6zHP+gb+AugY8w0S7vgIWKj3Cb1DPMSPceEfyTcr1Qr22iY+wg7yB/kE/MBAAv4I+PYKOMijXRzkzTMi3gb6+gYq1uEfp1kb5fIOId8E/CXbmmYE/C7S5RsD/SnXLNQH+Qv1L9HZJzPNKde3SfgI9gor1fQM/QMY6B/hNMz9A/wE4h72CsU7F+kN89AwKtZEvA/x+QfpFxXr9goc5C7S+gbKNu8RDfMAADrG9AzULBPtAAAJ9yLeUq7pF+cZ9gplmy7SHuLSLiDgPMSVa0m3/QO4SAz0F+kK9hXrLtL3CQP9A/0H+Sba9gpomFioFesU7AH/t0leosY64R8E/OMdCvboGCbaFurjHQX79goH+R7iUq7qFt4iCffNM/wE1ynXKRfp/gJRrynXULAyzkDADfPrFfQMLNQc5O8RTrIW6vAQEu7mGhrm2yX6BuEfOsbTLRLuxzkc5CfZEe8P8RHvMNDsFNAwL9HqFvkHkW8Y6AAA4h4v0U2z8w3jHSLeBfsS7iTc/gJYqBTs8w3qFirWF+n1CxnnAADpF9wkGOh/gfMNKtbmGhPtGuYV6wn3GecZ5wf5KtYl2wz0KNi/QRLuG+UO8pBw9goN8wf5TrIt0y/RE+1Srki48w3MNCPdk232CgAAd4nEPDnHGefuEl+h2CgX6RfpIOAb5b1D5xkg4CfZ5BwT7esVOsYR73CQtEwr1fULDvL5B3mHId8T7TXLLdNMtOkXpVsu0izUJtrfIR/h8g4d4wL+GecY6CvVKdcc5Af5F+ljnQr2/wEJ9xXr6hYX6dYqLNQr1QP9v0GPcfQM0i4T7c0zT7HzDfgII933CbhIzDQN89YqFuon2fMN6xWZZznHBPwe4uYaHeMe4gb6PsIc5BPt0S/vEfoGBPy5Rx3j9goH+SzUCfcS7iLeDPS2SjDQF+ke4uIeXKQP8Rnn2ScD/fULD/Eb5RnnSrbYKC3TJ9kw0Ab6Cfcd4y/RNMzrFVykL9EL9fYK0y0J9ynXId/pFxLuC/UL9bpGCfcf4VioOMgH+Q3zAv7dI61T+wVnmR/hdYuuUgj4+QfULAAA4h4U7DDQCvZRr1CwGuYJ9wX7DfMq1hHv7hIK9gb66hY4yAX7Bfv6Bi/RFOy8RBbqC/V0jEO96hYo2GmXBfu/QRrmQb/rFSnXLtIf4TrGIOAX6Qb6N8nvEQf5CPj+AhPtpFwe4hnn3CQj3e0TEu73CRrmDvIt0wz09gpOsiLePcMK9hXr2Cj8BN8h4x0a5uQcJdsh3yzUDPQO8maa4x0j3T3DK9VOshLuI939A9IuAf8h39wkxjr/AQT8xjppl7dJF+kD/Uu1Mc8k3Aj43iJIuDnHm2XkHDXL9goi3r5CQb9cpHGPEe9Rr9wkJdsM9CLeO8X0DCbaHeMxzwL+Rbv7BU6yAACSbh3jGuboGCfZI90j3RnnS7Uf4ewUM83/AbxE+wUK9hTsGuYW6iXbDPQg4DfJJdtYqDXL9AxPsQn3Q737BTnHMs60TBDw4x0u0hfpCfc0zK5SJdtslDHPBvob5SHfTLQU7LNNBPz+Agf5AAD/AcY64R8c5OsVDPT0DOgY6hYH+SrWId8j3V+hL9HGOsg4+AjjHeYaJdv9AznHI90d48s1/wHnGVGvEPBtk12j/wHCPh7iAAA/wS/R8w0X6RPt7hL8BB/hC/Ui3jHP/wH1Cwj4GedeougY7BT2CkO9JNzxDyvVHOT4CDrGBPwR7wH/HeP3CcE//QMX6RjoKNjbJV6iol4B/zjIMNAF+wn3WacJ9zLOKtZFu/oGHuII+OoWKtYh3yvV5Bwo2A3zBPwS7hXrGOj5B1WrIOAH+Rnn/QMO8g7yMNCuUgT8G+VLtSjYS7XlGwn3Nsr4CO0T+Qf3CZhoYp7yDvQMPsIV6/QMzzHcJO0TLdMAAAH/7RPnGQAAIOAY6BXryDjcJFKu6RftE0y0yjYC/sg4DfMW6g/x9wkt0w/x4h4q1gT8RLwE/BPt8g7xDxnn5xks1NwkDvIf4fgIPcPpF9UrQ73yDk2zXqL6BhHvDvIM9ES8JNz8BBbq0S8X6Qn3FuoAADvFJtoP8foG5RsC/iXbwT/kHDrGG+UN8/QMAf9PsfkH7hIu0gT8Qr4s1Af55hoE/BXrPcMK9v4C9goZ590jHePvERjoCvYH+e8RA/04yDvFJdvtEyzUCvYB/8U7HuLvERLuM83tE/gILdPZJw3z5BwH+R7i+AjlG+4SE+3xD+wUsk4K9v4Cwj4j3RjoGOg6xhzkDvIu0nGPIOAd4xTs0i4Q8P8B5Bwj3R3jJNxPsQn3sk4P8RzkJtoQ8A3zPMQh37JODfNAwBrmBfs2ytwkC/XVK/AQU60B/wr2C/UI+PoGHOQG+tEvJNws1CfZE+1PsQf5JtpDvcE/J9n+Ai/R+gb7BQX72yUY6JVrG+XQMNkn4R9LtRzkF+k7xecZEe8Z5+YaEu5IuPEP1Ssl2+sV7hIo2Ee5Sbf2Ch7iVKwE/GyUA/3wEMU7GuYM9PULF+nYKB3jId/3CUG/JtoI+CTcwz1DvQP9CvYl2y/RDvIU7BLuQb/3CdwkFesAAL9B3CTuEizUEe/2CvoGN8lAwB/h1ymbZfAQ9Qst0yHfv0ET7UW7/QO6Rh7iaJgR72ScBPw1yz3DHeMY6E+xSbcM9M8xU63XKfAQAf8O8gP9Fur7BXGPFOwK9iPd/gL8BCzUQMDoGBfp+wUs1BvlJdvMNOkXOccp1wv18BD8BA/xCPgv0RTsOMjlG8I+HeMK9iXbjXP5Bxzkc41yjv0DIODaJtQsGecT7fkHB/kU7BTsOsadYxjo6xX4CAAA7hJtkwf5Ee8Q8BPtN8kB/9QsrlJFu6NdL9EU7FCwC/UP8e8ROsYs1O4SD/G9Q0e57hLJNwv16BjvEf0DE+1jnU2zCvYP8RLuIOD5B/4C9Az+Al+hAv4B//gIPMQv0fIONMw4yB/hXqJEvA7y0S9eojPNJ9kJ96FfHORJt+Qc+QcS7vULBPzgINknWacyzi/RIt47xSTcW6Uk3OAgrVML9fkHE+0j3bJO9Qsn2SzULNQR7wf5D/Ef4cs19goE/ES8T7Ee4laqA/0R7wAAE+3yDgz07RMk3PgI+QcR7zHPPcPQMAr2BPzzDWiYBvoo2Az0DfMR7xvlRbv9AwL+CPgX6f0DF+mjXRjoTbOoWPwEcJAo2A3zGOgO8v0D5hoX6SzUPcMG+vUL7BQZ5xTs6RcJ9yzUqFjYKBnnHOQB/wb6TrL5Bwr2BfsT7S/RyDhapg/xAADxDw7yGualWxjoBPwm2kS8LdP2CiXb+Qcg4CHfJNwL9SLeHuIi3ky0vUPXKR7iGub9A9AwNcsp1/MNOcfwEBbqDPSsVC3T2ibHOTXL/ATrFSLeH+HgIGeZQ73kHPMNRrov0STc2Cj4CBvlF+kX6VaqyjY4yDHP4h5plyjYq1U4yCfZ+wUl2wAABPwC/hjoNMwP8Qr26RcE/Ar27hIO8u4SXaPuEki4A/0G+usV4h5Bvwr2EPAZ59EvEPBeoi/RBPzjHeAg/QMt0x7iKNjyDu8R5xngIGOdMNAf4Qf51ioyzvIOGOgM9A/xJtpAwB3j5BwD/S3T3SMp1w/xQ700zFOtEu4s1Ea6+Agj3fsFH+Ee4sg4FOwa5hfpMNBtkwP9Bvoh3yLeLdMf4RrmAv45xzjINcvTLeoWAAD7BRTsDvLqFvAQI93vESnX+AgO8q9RD/Exzwv1Z5kg4BzkLtIX6fsFCvauUvULMNAC/hTs+Qc0zCPdvETQMBrmGuYc5A/xCvYJ979BLNRDvVWrTrIC/vgI0DAa5gr2CPivUdEvLtIH+fgITLRUrEG/YKAd4/YKRro2yh7iFurIOOcZ0DBfoXGPLdM=" };

// engine/language/latin.json
var latin_default = { languages: ["en", "de", "fr", "es", "pt", "it", "nl", "other"], longest: 4, padded: true, scale: 0.03644121350265864, weights: "8/X/AA36+BsD/f/5/v39EPQWG+H47vMhIgkCzOcU/wwQ2woGCQ8A7QL9/PoM/f8DCQn4AO4G/wT3EfIT7v/2D+8LAAgFCPb7Hvzr9A7/+gHyKPDu/Pb5HBELDOf8+voB8gIBAgr7/gX9AAP3+gL7E/fzDPkZ/u0M6/D9Efv9EgwS4gv0/fEBHfv4Ehn+6/gCEuwV6gcA7wzmDfcAIhTt8wIFHQT17PIF6wD1//8DDxAo4OQI9gcHCf4IAf79//cHCwER+/3y+QDnAgwP8fYQBA8P6fAIDuIQ/PwT+PgABf8ABQr//fT4CQ7t+Qv2//gU5xvsBO8Z9BHhByT4APIJAQQG+QT9A/v+8fLkPeEW6R0WDgfj6/EY/ggK+P0B9/wE8BcFKQfn5fcA+AXs+vwEHfYSA/37/v0CBPr8/PkT/APzCBv1/xbi/u0CFfz7//oL9Br3+Av6AP7p/QwRAf7///b8M+wI5vsHBhIF9gj88vgF/QMA7/kRAvUY6fYp7/AMCvjt+Q8J/wH++wQG+wX7AvPyCgsD7e0p/ffiJucd5xgBBdgM/OoKJvj4Av/3AvocEvoi3jHi8PAG5/YI9AUAHe/78S76+PwJKu3z+fT1AxDH99k6EynrCAPw/f7+AhIBAfwWBvbu+Avs/+gb9xv/APQB/f4Q/v4E/gHyJwTr//nwBO4PEAQL7/Hy//QCAyQBC+30GQXgAxIH7O8JBAryFQ739vEV9/gQDgUI6gkE4wzz+vr++/38JusC6wIECAQWCPcFBf/5+Qb1CgX39Bv6+wv0Exj7++z0/f76+wP//RD2BPwE/fsCC/4IAvcK//z+/f0DCfQA+g3u8/sh9/f9GPQB8BEN9f8HA/8K+uf6/Rz6+wD+/gEFCAX6BPXzA/YcBubvACUXAecE9f31APUJGBbpD/T/Cf35AvcL9O8k8wIz9eDrBAbtFAYN9/n5/Ar+9f7yAvX3Jgb3CPgDDvv8AQD0/vz8/PYlCSHq//oB7QYCAgvz+BDtChD2CQD67/QWDwICAvf+/PoF9hYN/f7bDfX8EPgKD/r0GfD15PEGIgQABvz7//79B/wG+OgZAP4IHfj9//z89AMD+AH8/fv6FvX2Ewb2BP0FIvUNAwT03gP3+PUTBQMAAUH24iAa0/jhFPIFGPrz9vke6uUKEgT2/w4IA/79/Pj4BAAr2fjtE//8/Pf/Af//E/T9Af4S8e4hC/vw/QcV6wb6Fwr0Afn++AYn9fH/8f4AFv3uG/TeFf325Abs9QL9QO0T+QHq/RAPBfUK/Pb9CQTxC/Q+2fn9AybzCu/pB/YIHA7e+Ab6/wESBfLxF/j8+vW9CgEYBxsK+/D5//n1AyzyBQLwF/z8Cf3///4E//8GFQ7tBPrpF/L2/gb99AMFDAT7DfIREuvzAwX4+Pr9/RPa9dZPKeQAAPwEIv/59gLtBvwO9/33+AsP4Qv9CgfuCP/w+i756P0LGRHm3/QY+gv7+vz3/Rn+Bv3g/v0TNPnpBv4A/AL+/wH9/w/69/DtKOf57/AgGfAZDfgH+QX39QoF6/H2HBTsDfgPAwj89/cF7f4E+f4L/hEEA/kQA/r4+voYH9P1GQPrIw3MLuIH9fjwCwv/Ben+Dun/7fIL/S0FF/r9+v3+A/oa/O/88R/49wwU7Aj8+fQDCAv67ggD/vv/5gT8Cjbp8vIFBgIC+f4J8P/1FPz/BwYX+PYI7fn6FPXj7AwRBSP3DwEX7vX8+AP0/vcK+wX9EdQW3RsMBgUH/uwUBvD6/xX7BgT//v3+AvD1DgvyE/gE/v/7CP799RD4ETL79uvhCQIBBvf7/hL0Kdvv8CvmHe8W7wz57iL/5hfsBwT9/uIU5vsbAAP/Bvwm9v/v9v/5CAr5DuwD/PQR9gP87Rf3AA/t0/QzGfLxHfb47Szw9/ka+hYdBu7w4A7mDe0AC/8Y/jUI9un8BtoH9v37////DgcY/vjpAgIJ/A/4+Pr8/fwS+Qz7Av/8/QfRDDz7GN8M6eVJ9ObpDxXr8QP6BAQJ+wf2BfYUEvL8+//99Rv9//n/HPboBPQFCAAm++4PxgILDw4b5hHnAQX0+Qb9+f7/+xIY+wjs/Qb++Pfy/vr1CxgH+wTy/f4B/Rf4+RDs9QAYBvnuDAAB+goJ8fXyJ/f6CQUq9+79/gnqA9P5/fztFyoMCPoA/Pj8/RL0+/f7/Q4SAS3+3QL8/+oS/P7yAgr5/xDz8/Xr+PwVMAAZ+Qf9/uoC2CbzCRQV5fgG7x355hMM8QkB//v8AfwDBgD8AQH9//4T3Qns+fMhD+YpFArv8vb8Cv/06x8C8QX8DhAH5vP5DRsd++L58PUN+Pj6F/QCBAYvA+7v9fkDAAvuDgzuDvL+/P8J9fz+AQwWDSob8cnz6wABABbw+fkI9/gJ9gT6AxHpEQIG8gnvFCgA9Rzm8+gH5e4AI+f+DBol6Pb29/4Z+QTy8wP0AgQaKQfvDOXvDfT6/vn1JO4CBfgVAf79//36Ffn0/vn5/hH+3/0CCwsS/AQQ+/T+AfwC9v77C/4I/QT/AP36Bfn+D+739wr99QIk6SHqBgzuFPn7/PYPFPP7Avz8GfP2DQT01PMEBwIz/P34AAIJ9Az+/g/2EezuBPwR6CgD+/758gj+/CkB7Pf0BvroP/D3Avj9/Pj9/vb3/Cjy/xvz+fv2F/T8GvUD+wP/CxH+7wn98/4a6/bkD/kb/Rf2/g7y9/QKIQ/o/Of0Ef8f9esCCgny+Rvi7RwT9vj54+0i/ucAFxD3AQ35+vgDDeoC8uLjQxv//w7yCAr49AT3DwP5BgD++ur3AxENAP7/+QP8DPr5AAn85eIsIhvg9AQH9u8DBvoM6+YI7h0T8RfbKe3o9uQzGiUGL+Hu8vTxHvb4IOTxBvkLAwsH9vf7+esI/xUDAPf++gD+/vz//hHrC/wN+PkT/gnvAwgF6AoHKAb2+/b5+vkCHP7mBvfwEvz++wQG/gIB9v34FBb39v/yCwQL//38/f4G/v7///sHFf3+A/b5+gQWA+sM+Qnz+gz+/vrkLPvy5C0W6N8QDPX8DfL/7wQPBQnuAAkAAAAA+AYCAPX7AA8O/gH3//v9BvoF/vf//AwG7/wFCfABDQkC+gv5A/r5Cvj0AC0T6e799/8FAAT+/wXrNPz4Au37Aw7uC+v8BBb2EQj2CPz79f30++MCLvj1ERPy2B/nFe4a+P7x7/n5FSL89wQX/fv1Bgj5CgkCBvLz8wv6GAj6+PUb+fr09/4FBfn8AgT/Av8E+e35/xD//hQd8QUL9/P0BAHo7A8YBQH9Efv6DgMJ5/r6/AbzAQL8EvUE9Bj7+gEE7TD0+wH1+Ab/+vz1A/r9HPD5MvP+7P8IDgT+8wH6/AYCDP72AwH+/Pn99wr3A/UZ5QIg8gH5BgjtFvwF+/n1FBjxH+EN5fEU+/cTDe/5/wf28B8m3+35EAj9I/P27/oH+vMiCvLoAQz/AQQC/v3+Afr/Bv4A/gID5/f57+g5BBTy+Pb/C/0ZAAYSEO3//ekGCfUC7gP5/hgk6hr/B+3w9g8JB/L/++4IAfP37BMO+g329S78Bu/8+vv7DO4OBvkE5vL8ARoa//kI7eoEF/v4FArx/vYCAgUJ+fsL8gUN+gP59xLz9v8DE/IG8gUZ8QAI8f0N9P38ARcIAfj64wwNCfX79xzh/AAg+PUOCgn29wX8CQL9+Pz3Ev37AQn8AQAAFQD7+fT8/Avy8wULEQH9/CAICfb45vsB4QQSAe4EEQUR7QP59QgCB/Ig5/P1+SAGAwT7BfMF8w72GQns4+kNIwET7Qrq/x/tCfn78/37BRL3Df8C/AD9Auz9B/kFABIAAOrs/Q0GBBYP/fX1/f0AEPAa+/4F/fgCDAQC6//8/Qr0L/T5+/z0BAX5+/b/DvkK5NrwG/omBxAQ3/wXBQPxBvX5Fu36Bf8RDfYC+Qvu/A0rBfvhAe4ABOUD8wry+/8v4fAkCfbvDg73Dfr//wL8BAEg/fj+/fH+JgL1Dvv43gXrA+sSGP34CAIM/fYA/PoJ6BkYBA764vn5+hbp/PoCFjTg+Cfe7e8SFd7yChAg8PD1CPEC8Qkg9gzz8/wH/QUJE/Tq/AIA+BgGHRAC+Ozy9f0L9PcGA/oL9/79/f4PAAQGBv4f9fD6+fL6CAn4BP0KGusgAPnm9AgU6gXxCfz7DA34+/P8AvsVGu0f8wrmD+cR+wL+APIK+AsD9C3o7PcGBgH38AcZ+fgH9PoR/gj2/e0B+/v9//cp+/wD/v/9/Q8LAQ8A/Pj6+OYBBPoT+f0T8uUa5fwEJgMBB/f+AwH+AvoBAPUA/AQP5v4DE+kO+Rb5+Rb3/voEBQEC+OEe+fkV/QAQENz0AhHxEP0Y6PT3Fw736i/97vn/BBDbABck2f4f+ev57gn+DhAI9Av73gMNBwL6BPcO7QYDGAbi7+whAijz6xLj+PoU+wT1JO78///jDuP/GRT1C+0Q8RoHDvPv+Qf4/f4G/ggk7OYJ6QrzHAwJBvf6+/kBGOj+B/YK/f78HvP2+wn7/xX0/Cjs6PcIBiDr+BH0A+8B8wrxBff4HgTwBO3++xQO+wj5BBH37gvqBO8X9f8SBQL89hPy/fcTBfoAE+7+/Ab4+gvxCQT8Cf/5AekIAQET1THj9SDoHvzuE/f8/gr4CwMM+uv6/QQQ7gEkCPX29gMU+e0V/AMB8d4V6woA7zD49Pv6+QYJCgXrCxPwF+wH/RMJ5f/6AQn89P8P7PwHBAviDvoYA+Ef+/36B/kU/vj//fsECvz+/QQI+QQFB/T5A9UiBQYO7x3j/f0AAvsF/gfqCfwA//b2JfIBAvbxCP8d+P0IAQL+9gzt9fj4AP78MwMP8Qf7Cfv45vQF8RUUC/vw/ekS/AMJDwIJFBf+6en7Bvr19Qz5BwsECvH4Airy6vL66CX1+AsP9fj3BPX9/Cn0Egvy/Pn2EQrv+/kL8CL33hUJI/D62R4FCPX3/fzyHPr7Avz+APwTJO/uEwnn8gr1FuACQL4c+hP9BwcFD93w/f7/7Rf8/wco7yjkAuz5+P39CvT8+gMQ9gcH+AEBAAIC+gD1APwW/Rn98fwO8AD/+PcB/gr7/BAwCRnv9dUB8/L06j7wAf0EEQXt8CID/+kczOkGFhb//wIb9/P6/wX78O8G/9ouEgIV+O/wFfX+DPQE+QH8AP0VKPf56f4EBPgC/AHp/wL8GyEz7uI48tPf+fg46vP0AAcI9g/zDfYB/RDu5QAwAu3/A/wO+P4A/AIqCPQR89II/BH/9/3+AfYG6AkIGPbs+xEJBOr7DAD6ChYk7Pcg+d/qDAj+9QP39gn8Cvcc/ADqAAYC+/P5AAYL9f79+/8B9x3kKR8D+Pnh//kD/v4I+wAEAfbjHCzr+fn29PoN9P//HfwB+gUE/AUA/vHtE/X96zYC8RDz+/0NBgMI9gD2Awn89vr5CPkW+wQDAfgBA/3/A+MADQf/9/oa8PYpBvfz/AYU9wEH8/cG/fcC9vwA/REGOODb8/QDDxTn6RACDAT+DxD3CPAF9wj99wcVA+r8/Ac+9PnaD+gEAfr9/Pn7DRX1ER/z9v3/8/j9/v788P8SCv0BAAv4/v8CBgAHBvEL+/Yc8gLy4yzvAAEGDBDp7u8X/f/95P37Lf7gOPf2AP0R7v/4DP8B8AQK5e5F+fUA7A3iFuIK/goa+94GBfz99x8I7PUCIRL4+fkW/f/9+/z5AfoN+vb7A/sP8gb6DRfnBP4H/wH99vwQ+fLy9QLz9h8eIwPx7vf5DP8i/fIB/fn++xcO7/Ln/xX++v/7//z+/xQP+foN/fjaIQn59+sJD/oK/wD5/AYA+woIAAnv+vsACwYR+/f7Af3/9QP//An4AAv2Av8J+v0ACAf4APYD/QYE+/AN//UGAA78EAYH6vgDAwQC8xPwBf4BAPr/+vz9Ju/88PwHHwn67foO2SEY/PH68gAH9gX+DgD3Av0CAf3+DPoW+O0BA+8Z4/vrFxUR4xYFIP4F7wXNF/7+AP7+CP8A+QAS+f74+wsMAfv8+f/5DQDy8RgFAQb6EAzk8/XxHQn2CRP3BPH7B+cxGdjnC/wJ7RgMCOMJ+/8A7AoD8uwfCvgB+BjtCPoI9Af29/QE9Cz2E/vuEgb5/gz4+AAO7v0KDfbw7wz4GgAI+vTpASb8/uE37vb8/RjzBQ8ABhT46fEh+u/o9R70BgQFGvb58vILAwEDBP4B/fkU7u/ZLvkLA/wC+fj9CP0PFOUM7v8HAwIJDAH3/PQAAwPzFfP/9fUZCv0JBQT29P0UMQLUBvcC5P/r/fUW/xT7Dvrf/PYkAgEa6Rf6FfPw9AwA+/38/gIA+PLzBS/28QgM7uUHF/H8FQb7Av79BvgE4PTm4wsaDDL79vr0AAf+HBLj/RT+/vYI8Ab15hT5IAEKCffiAOQfEe3vMPAGAQH89RoSBvH98PzvBh4B6vP6Fhrw+gwG+/H/ART5BwEQ4vgU/AHkBwUE+w36EfT1+/oL+O8VACL4AOn59AMY9Pf5Fer9B94aBPod+O7r5hn08ksP9ukV7QwL+hj7+gPz+/UN6PYEBhf1EPwDAyDUAhDyA/L9Pd/vBQX8EB319vr68QP/BQP7/v76CA//7fT98QIiKADsAf8H7Pn5/Bzx+/0CBAUO+vnu+AQQNC4Czvfv6f4m/fjw+fYDARrR9OwfFQz18vn6EfL9/R4g8xEO5Ob7CPz+9AvzCQoB/fIB/i/r//oyDf7o9/P0/PM///Hy4PsR6PjhDxAALvEj7vD0AfzuH+cCG/L9Ef/96e8NHAPpGvkNAfUGARrx6/0FFwzf8RT48R0H6RgC7voUE/f68gDoDxH9+e/6C/0KEOv4Ffz89gsVE/H17tojBhrqCPgA8AsB/AD+AwsB//f3A/wL8Pr9F/kA+w8K9fgG8fQH+fr/I/4PEfkF/u/0AQED/v79AP0G8vQiBgzq/QD8B/MI/v8CA+EMCQAC9BEDC+8GEQYI/OUf8vz2APLyGejg/R37Fv8PHvTzBPf0/Q4b8ff68BH9Bf0JDOr7EPz99PD9/wD8+ivkARjVDgrzIwMB/Q7w9PkVDfPjDfIJEgMD9/oD+vwHDfX9Gfn5//oK7fTgBh8HIu/6Af0U+fn7BgsB+gQD9vcGEwT97vEEBQTo+/wO+/sQDfQs7fn39hzx8yfz+PoM8AX4DPUSAwnx9/fOERMDFv0B6ezx+wP5MBMBGRP5DP7S/RPjSb0B9/sQFwABBf4E6vfq9gwE5A/1KOz3IwT+8gUCLQYH5wLz9/P1B/8B+gv/AOgO/gjzAxX37RD/EPn87BPY8Ar2EgQw8ucHDvgC+v8R+wYC9/jwGgP9CQ3s/fT3Gg30BAr2/P0CCff/8Qz5/A/e9xgI///4FfIM9xcN4/cM9AT9/fwB/RX9AvwA/P77D/D6DwH4/wcIGPztAAH8Bf0W/QP+8gf7+gr5GuoE8gr6Dv75JQsBvg0G8vYA6/USIAv1+wPyDP0H6vAiDPYU8f0DCgP5/QD6Aev7+wn8FwEC9AD2/P0WBQIQ8OMJ6xUCEg7//vz6+/0HEwUc+Pf06ALn/PQN+QAMFxHXHvzxDPIP9wgQEw69CQr2AhP5/vz7BwAO6/77DQr2AgYA/gD//f7y/gUVAPL7CQPwEP0T8fQI+vME9gP3H//1//n+I+fzGez27A0j9f0SF/gKA/Lz8g8O7/gMBPAQ+/fzKQ33/PT5Dwr2+AH98wkP+/kF9//8BuAh2QcFI/n/Ef8BHun85AgD9fj/CvkKBAzz9eAA7iYY9/wB9xj5+gr09v3+A/35I+b4Ku/+AgIHB/UR8fUPA/v7BPr+AAwF+PsO/v3+/vwD+vrwFRD27hMH/PDiFBwD+AT5DuwB/PsS+/3+/v3/Aw3yCwoNA+/vCtf9//MA+zQKBvb2EA/59gER4hP2BwD2CA/0Gur+Avz9+PEAAhQKAff9Av/0A/sEDf4ABvP9/f4RLvb/8+/z/AwF5A309xIPAA3y9ukd+RT56Cby8fIfCPYR9vLqF/fyHPwC/QcR8/39De3u4QIoAgr/9AP/8/r7I/Ma3gADBgIK/wv//f/+AP34/An6BgD9BwgG+QD5/f4F6Qz+/RX48hL7CgT++fkV8t8ADhTlHgP6GwoN7u7mFvfhCQYABPQID/v8/v30BAsK7f7+Fg799v8u6QXq/hf27/gB+hgD+PMF+Q37+w38+APy8R0D9gv2Bv4J9fb1AxAGG/r9BP3z+QAk8v8SBv/k8RwK7Qnl9RL5F/z7+AL8/P/s6fkD+f4jFBYf9ewC/O3/BfIJ+vj2ARcW/f7u9f8ADQb+D+z27wkSFggU+g8G2eb0/A3tF/f2EiEFD97x9QYAAgP8AAAA/gHiDwkG9/MPBvAEI+fpJvr4+gMACvj1/BEHBAkE6Qb3A6/8/zA6M8/qBQgI7fL9AQ8CBgf5/vr9BPvx/+sCBhASHhAT/s/aJPUM6AX9CP39CAUACv33+xHx9wz8EAIK6/v9/vsL+wj7ARX6+Pv2BAb9+fsAAQEEAAYL5/ISAfYNBuoS+/L6+fctCy3j7fjsARMQ7fMC9xX1DPjz8+3v/ikfCP8AC+76/gb4IwH///TwAxABBfsM9ekFERMO4x/t4v33/xQC7QAJ/hQRBBz03fjw+eoFBvz4CBYBGf37Bv/w+Rv7zxIQ+PcKDRMO4hMI1AD5/gAA/AEP/vD7BAH7+QkTJPIL+wnv8Pz28wn9+gj7FQT/+/8Z9P75DAP///oF4xEG7esKGBro/voDDhP3/u0B9gL2AvAGFQQO/vnt+AL9F9sa5Q8l7O8XAwD8/Qf5AAMIAAL5/v7xEPIq8QT++vAG6Poa/gHsBxIDEfoGBvfw//v/9vIBMfX34gL+GNogAA3yBwP//fYMB/4J4goA/wwBBQjdCQMK/QPu+vYa/P4LAykGDucD+Pbr//EQDvb48xHp+Cvu//cIB/8a9BH5Be338AH69fsP/xcFBAr/+vfyC/bvEyfy8u0R6QgNLdv9/QD6Agf/+vr7DxMND/v45/z88wz4+v///xL6/foD/P/5F/T+AAD+/Q0G7ekGCwHoHhLdEwL6EQwB+AL2/N4qBQj48e0eBx/n+v0X6AgEBfTkGBfj6CQDE+j9EfbyGfcp5uc+5C7u4ez3//P4IPL3DuwS+vcF9gwP8Avq7RMLFvD4CwoF6vYDDgX7Afj09QQGDgXrBBLz/xT3AgsNA//yAALzCPD6/vH/BBwZ8QIE7gTvEO4Z8vX5K/X52/0rGvb6+vr5E/r1/v/+C+wR8wQABQb/3wQb7APsFRIP+/j7+wIV8BD8+vcB+fsP/wz2DAb77gP//fHtF/Ig/AD1J/QD+fb//PbqMfD2AgsEBOz6AQMJBfgd8vEE/vcPHQH7B/Pu/QP+9vv8+/8BGv78/gb7BP0G+AQB9An//QoTA/kA9BX38fIXDwH6+vUBHBH7+/ru7gfmBhTpGPD5Fg4J/t4E/gQH4elL6/MHAwP1/Pv7/f8aA/v+CPj//gcEEv32AvsA//4T9AUAGfP18wH7AfkMAv7+4B4T/gP59AIJ9PcK8Ab0F/0C8fzuEQYP/QD7+gX69xcKC/fs7hMFAgH9/QEV+/n7IPH8BQn77f3z69gdFybrBQb9+Sf67AP1KOsc7AHV/hEKBwr/5wEB/f76+vIE/gQWBAP39wH9/g8I+An3APv2EAn2B/0GAATzBxnx+vYN8AEh+uwACAX97x4BCwj76+YC+c4KGAsjBOYEAv32/f78EAgB6TzaDP3v7+XSH/0APQH+/fv7BwX4CxIB9gb37voT6BT/DQLmEv30APUF9v76JPEMAhf09fYNCfwNAQIE6P70/voDAfoSBfNC7RIG9t7yH/71GPXn7wvZ7BTSzl/nQQYD/B7u9/v8/Pn9AAIAD/zn8TEGFO/w/vMF/vwEAggABv4P7/35+BAKyiAIDP3pEuDQRS/AOub8BPoOBQTwAfrj8TMF+v/8ABEN8ezzEfoIHQD5BvD99wAB+P36/Aj2FgvsFQLw2hgQ+QQME+v6AP8O//X9DwHnCwP5///0+AEa3e4JAgMIAh4SEBvfAuP6BeX7HRTz/f0CHuRB4Pfx+vv5+g3v+Qf+FPv5+RTy+v0W8f3/AgL8ARHt/Q8SC/bcFwP29xvc4PJG+foBGPn8/QIt/fzu7u4HCR3/BRb/4er//Qwf3v4q4fD4+gH//wUDB/T5Ffb7+/0U2xYV9/fvEwoe9fnu/v34Eh7h8Bzo4AwgCOsC5vv8KwL0+AD/9gULD/4W9AnhEQb4/woH8Snx6fv5HPoKB+jzBQj46fX9F/sTHPf2Afb5/Qkk5wQhF+nt5PkC//kB/vgWJvwM+gb93/b2Bwr6AP77BhMK7ub2/RIKAvz9CO4S/QDzBPvr8iT6Ewb85/n39S0E7QP8FP0DAAALDAHbABT8/fQZ+/sS+vH/9vz+ABb29g4J9wH6Awb7AfkG+OEMD/IaFf0M/e/k+BoB/PwL+fwGARLlFBT18f/9sSP/5DnpGA/u9hUYFuf69+br3usFBlMI8RQU5g338Qzw8h3sAgIPAwHqzR4UMt0ICvT0+fsBEAkW9AD9/P/9AQwI9tIMEPYR++3wECP0+gYnDxbg7OfsFfIR+fX+AP4UJAPyAPL0Bvv3/w4B/v79AfgEB/wFFe74EPr39RL3Av8z/PHy/P3/9/389xMD9AAGCQULA+TqAxQECun8ART2A/j/+///AQAP8vT7+fYXBRTpCRT9/Ab8AO709ggIHP/9GQoG+QgN3O75+gIHBv30CwoLAOvrF/sC7gz7/fj7+CIK/fr+/wD/BPAK9R389fwH4Sb8BPEd7/v39f8a/Qn8+RH6//X7+vYUGPft6BcX8/vZJQgLFQLf+QD++fkFFAXyBAgACQn+8vIIFfAV9fP7+/oBBgX5Af4D+QkH29g9BAQE/wD6//8ABPoB+f0CBwEE4AokBfQJ+fgL9fkD/PoBDtczJfP96ucQ9gAACvbxIPkW+QcIB+zpBQsHBgPv9OsY6gkA9fwBCRL8BvwL/P/+/gz48/L//fUkBPMB8gkFAwbtBwry+xX+At0W6fYEHgEKAQr+/f0A+gP/+g0b+hLj8BcQ5ef3Ewj88/b4JQII//D7+v76+vT9KB8BBvb79u8E8e8EAAQEBwz3BfoMDO33Duv9+BUW+vkCGQP07vcO/f8CFvHw+//zG9gMFSD3A+sBAeb3DyAF8fwb0v4ZAQfvBhf3BPL3AAn9+fTmPwP5DuYa7eDq8ABB/vz///v+//wS6gQGBfwB/A768QgQ+P39Cgrz5Ab+Cxb7Cgny3jTq+gTyDggM8/z0B/kD7Q8ABgAC/fnzI/b7/QX8DPv2Af78DB3/3gYF8AkD+yj14ds+/PEM+BnwBOL4FRnn6ygN8ecJ/P3/BPn+AwkU9f3m+PoMFukK/wP++foa+A7+9fn0GAPbEQ0G1gUSExLxDPgA9v8D5x779vMX+QYADfj6Av/8BRvq6Qv1F/MJ+PoA/Qj6+Rf5AA77//4BAQP76uQIIfkQCAsGAfr1/Prc8jXeOfnx/Av9Be4O+PsE/QQBBAfv+Qvt8gcHAAMLBAIa+/j6BAPx8jbs+QgA7v7+//YDD/n/Axz6+e/8+QsD4OcM/wgIIf/oA+Y42h77BQYD+wL8/vsF+vv530jy+QDT8fjjN/EzBvr7AP/+9/od+vbzIfkJ/P0AFvsABQLs/O/65fT39yQsBwgLAvD3/AH2Fvn/6Pwc+/3/Ae8UD/b77vX+9QMDGgoM/ez8+Qr/Du0HBefsIwwHBP/7A/j5+RYC7ggN+g73/f0C+Qr7BAEA++8EAhkM7P/oE/X/AgH8E+wA/f/8/fwk4wbx5CsHBAzZCREN+wgC+h/n6RcQ3/Ea7QEHB/0B+gseFAzl+wHw8fYM9gcBB/EIDCHu7+gM9A78+wPpHO0CEgUGBQry9/7/6hQGBu3eExfnCBPz9Rf7BOcq7/v+/gz++hH5//D3/xYW8u0eA/EJ8fb+B/ruAhAL898AB+rLOjjhBCwG4f7yGPr/AAb5AQMEGv4K/vkC8fbz+/n5/PsNGw8k8+YP3PUUD/4M7vb6+BEXDATgBvP6Bg35Avb++/0NC/38A/7++wDjFwnZCfASGPL+Fh/s+fz79Av/APz8+w/99QjuEQEI/gj47ggNEgbmAPv9+/EQFvYLEfD7+/n/ByT1+AT7A/j2GdYM5v8MDwUIDQL8+vj7AO4Z8wn9BPUI3wQHHw71//YRGv3t7g/59f77+PgL/wEN8QLkEBfuDwbpAQQG+fsGFPYYAO37+gMO5Bn59BUf5v0C8vXzFwb2EfAy/An09vL89AH9Bf7/CgIEDx3a9f75Chj1EfcE8/MCDBLo/gAM/fIT/vP+7yH49hUP/wb6BOH3E//xBuoEAQcH4hEX7/r1Egr4AvQK9/MVL/D78wbk9RQK//oB+fr/CRv6/vABAfoB8RIO8/z48Bga7fUYEeAS6f3/Cfn9+vwQ/AIA5Sf1/wMNE9fwLvnYGgb0/AT8/AQK4+08/PgAAf4ACQL4/gL8APf3+wAV/PgP9xP0AQkB/vrg9yEV7/v7DP8HAPAjBOv3+Q/78foDAA4g+vX49Qz/+RIT9tcP/wEAA/QI+An+8RIN/P8B/P77A/oA6fv86RUoGuLz9O8QHAD/AgMG+/T/CP/+/v3///8NBhEO6tke5xQgKOr1BOf/7wT5BRUP5PYBEv758/r8+RYQ+vcHBfYC/QD8AvwF//4FBAAJ+PoD/gDy/fwOBv/6CPUDCvwF/fsEFP8E9gv+9fX5CxMH+QbiAf79AvgUCfH8+/PqIx37/fHs9foeJPPrBSTvBgvuD+n2BBvs9fr2/hHtHfQk7ff4A/r9B/v///8J9hAC/fj++Q0AASDg/v4H/Nz7/i0W/fL56fDo+CLxKA0o+/UP8PXqCRQQ7wQD/fP1Pgj/9ffm6/76+gME+/z9E/ol/fv++vf7DhUR2Pgr4u4iByDo/Ory9+8D6f4UFv0B8Af8/wUOBvYG5wUL/vr1FQT9D/AK+/sAEPr08gAHBAXvAQIBCP0DBvsK+wP8A/7/8foF8v8FCRH7/Qvz+gP9EPEB+gUFAP0NM+wx6Obw8QH9/wsJ8Pb2FPAB+hIB/foM8/sFAwcJAPsGF+ny/PcX/wQO/v0A9+4N/iHe//AJIOsEB+4EBfz5CPIBBfj6/fwdDwn5DxX02f78/P8D//0KARD9+gXy+PoRL/L+7ff79gwHA/P5/AALBArwBgH+/vIQBvoG+v3/AwD93+/6+v5Q8u/+LPP1A/oB5g399Af/CwoU9vgFCP71/vnr9vz7ACINB/f6AAj9/QUZ5uEO8vwLGA357BYI7gL/9h32AQD89gUk+fDxEPwH7xQJGBTp3+4AAAcC5xT++QXV5yP+Dt3+OiMC6xDiAv/9B/L59PMXDQIR/AwM8fftBeXtFPgC+h4GBvwQCvnt9AkeAvH6/AP4/wT4BQLtD/0DGgzvFvXz8vrgHwIa/vntABAA8Q7p+AkHAybi3N3NKUUS8fPyAwj+DuAA+QwGEwP/8x3+BP398APu+vwIAQH7Fv71BwT9//sKBPf+9gr0Bg0AFujv+AEDF/cH8wP5AwgIDP7//////P4et8YZ9hkyC/PtHPQABfsPLu317fj9HfH79+73/BP4IQgA/wH++/wBCAH5A/ABBgME6Cbn7v74Iw3s9/fn9zMHL//s7AH78A/++xfrCff3Df78//gC+hf98/0DA/4EAQbu/O7t/hH4M/IRBwrx/wD64vbjJyro8Rv0B/sI+vz8EPkD8PfzEQsOEA3x9gL2AwL29wHtBvoMG/IlE8n5BwgFDQX6//sP6AMOCRDvA/rsAfb09wL//PMv5/D98wkMFg7iCgwFE/L0CQALBvf6/PgJDegMDQwC4QTs3wgCCe8eFQn78fwd+fv++Pz+BfsN/QX9+fb8/AD7IgL7/f0C+/8N/+/uChEN+gIA9xYO+v3z/P4J/QD7/gAC6fr8AiH1BQXq+Tn39e0LAQAN//3/+QAA/TX+7PoH6/n48x8G9Qf1APL/A/z3/xIH2hzXHxYS7/7xCff79/33Kxj99sccJ/H5AiQGCvnjAuwXA/jy/Qb8/gQG+gL9/fwE/xH+8Af/+AYrAgPp9fMM8+4PEA747wL83S3v5gYH4DTnDxn3+PYN//38BQP6B/gG7zff9AHvKe/v8vkF+/4JIArsAf3wCQcMGenn7vr4NQQxFvH88O7tAPPsC/kVBuwW/h4I+Afw+fX5+v8A/wcL/fD+GAD1+f4O9/37+AQIAA3jAAvw9CL3Fv0W8vf/+wUG7wUe9Pf7Cv4R8Qz4/On8Gffz/gL/ARYAHvj59gD+/AH9+vv9AAALBvLyFvT6CfsUFe0R9Af++vrxG+/vD/kNAffwJPv+/gL88+7PBhkm9Bjm+AAOHhD28ADq6g8lEfrt/AD7EPcDAP//D9/zFAIBCfL29uAaBiEBI94Y9eb5BQ4ZLdXuEu/8++n67AUHF/AfEvn19gAI/gUT//nnCgH4ChwEBP4Z/eDoBwEA8/gD7Rz8/Pn8+wQEDxb+9vH3BwkABP3///0A/gbwB/3tIf37B+8X+f36BxTv9/TrCPH5Gh4O9RHx8uwDGQoACfj9+PsFAQYr+gTd9P8GAvnKR/jwBusv/+gS8fgEBvwPCOvxFPj2BAL5Bv/7Cvv59gb7AAwJFNzyJQcA5wv6COkDFu8CCx8A/e3+/fYH//kI+/wC/wcAARn28QX9/+7/6yz6G+YB7x/c5vEYFhH7AQABBAD7BAz+/AcBAuwFBvkF5Pon/Pz5/fz9/f4GEPUC+/X8+xAT+QD8DPr8/wsO/AES9xLq8PQG//4K/QECAuQvCfry/vcLFPz6/vv5+Pn79g32/QAVBQsx2e74/wLv+wr6ChH8/SAE2w/pCPkI9wDvEfb3Fgbk6/4oA/0T+BT59QX8/v4BHvwM9AD58PzyHP3z/QYC/hb++f7++PgHBzT4/wHr6fkD3xvj+Cn3CPQf8PH+BfAZ8foJ9AIGAwwU/CL6+O/w/fcFC+z9CPgPDPz48QL2EwPw8O/rCiL5IQAE+9ki9g0E9+s3+wz78/Pj8v4dL+MF+v/5GxLq+PYDAQf7//4H+/77+f4A/f0TAPfz7RUHDvcI/fz56AMRE/8L+vz3Afz0GBP18zv/1O4J7AnoBhP/+RL0DwwK8/X5Bx3yEAvw8OIT7D/2/P374Avw+fwHBfkSBQTuAvz/BeYnKfX27gwC9/nuC/oB+gIY9wwQ4ScC7fT6BCnv+PT3/AUW8f4L//7tBv3+/Ocg/P8GCPPTFAYe8Qn2BgD/AAL8B9D5WEO1APXz/AIR8wTz8RcFDez97RP6Cd1V8OI4+/fT/vz79/gJ/hYQ/h3u+Pj9++z23BUjJur7BPv+AAAB/wMlGdTM8P0tCBH+CQTuB/T8/O/7/fESCxD5Afb++Q0DCRcT7OoB+fQSGOr8BQb88Qrj/wsLAAkB/u/4/Obx8Ro7+fYCF/Tz9Rz28+/49Q3+MfES6TH2APb3EfoB+AAAA/oK8g38+v36C/QHEPn5+v0N6vwDBAf8CgUNDPr28Q//+e38FvUCAQAK//4C6hL++wv/CPzeCBMEAPQZAA74A/D77wAV5O0KGAkd8Rnm+fIFAvX+Bgv1AfwK8wHx8eNFA/4VCgD6/+j4CQj9+gf7//YL+f35AAf+/g30BQUUIvLs7g76/PwA/f8FCAz0//4G9AET8gQY9gXt9xz0JO739+wFOf7z/Of2/AHyEvjtAQEQBScE9er+Fur36/74EPj+EQf0+PT2/BQWA/oP/v/8/fkICgf8+fYK/P8K/AAG+vv/AQQO+en++Bj+9+z6C/8k8AXbB/UgERzw7fjyAPvtCxMP9f4EBf/9AQjVB/okD/kH9y3u/v/nAwr09gkH/uww5fwDACjxCursBArqAPsF4jD6+f4e9/T58hYWHvP/7v/y+xMD9gYX1xXtCAH9Bf/+9QQC/Rf8/BXm+P4o2fL29wAh2B/09v79JAD6Bv35B/38CgMREO30Av/7APDsAff5GRgA9/UZ8w38//n+/f4E/v8OCRQC8Pz+8wTn/gAb8/oY/PYCAQUL6wAK7/f28xoABREZ/eb35un7Q/AFDQT4/O0aB/3++wEBBP31//n4+v37KfT2G+sMB/wAAP78AAP6+g8OCvPx9A0Q8+IZJODtBA4C//4G5Rf5/gkRAdrw/iAEAvMP/+wf/PcB0cdRSr7eNP7/BPj+9gYECPj8Bf8DAfoJ/wAA+AP5AQ3nAP4UDwj4+QX3A/UT9wj5CAMO+fr0+AcJ7Av3AxPxARH49/wD9/0NAhT/+eTy9yUK/f3zCv7/AhUE8Ab79fwFEvn2A/398w7uEPj9B/X6FwPjCiYN8vD7AAr4Awj8+/v0B/35DvwDAv37+uMVIPv7AfsKAf77AQDl/gAXIeoA+RT27f76CwIE+Qfv4Q4NCQvvCgL+/f0ADvry7AsG+gYXFPYJ+/f4+Qr9APn/CgAAAfABBwL5/PoXC/D0Bv/88CAY6RcB+/7lCSQd8PoY39wCGgD/8v37/AEXBfrw9/MEDNwNDA32/voP8Pv3CQcEEPkACfz/+/z0EutACvX38vP6/vr9CvYGD/bi7ffoEgQ//f4C+wQA/vsI8wYa+fkD+v0NGO31/PgCAu4mG/H9+Pb0H/b3/Osa8gD26w4BEQ7ZF+8f6wAb+fj86AD8+Ar2HwUL8/8H9AD9CtgLDv0R8AgKEvgX+fP69wIgEf778A334QsB+Q379P0B/jrl+PHs6yMW9Pu1St76JQ309+wPBfMVHQ0WJN3X7voPEwfy+QjhBPfvCQcHAgACBfgc7Pz99wz47vT6CQj9HfYB/AYE+QIJAvvtAQ0FB/wB9vXwF/v/E/MR9wj8+/oL+P/7AP4G/g367hXrGwrzAPwT9/MJ/vwD+RUJ9+UD/gv0Av4I9wf0EwD9+PbuEPUi8P0DF/j5AgfkOzAE1eDdHAMI8+sTARPw7+cB+fke/B4P4gv7+h/1+9wHOf/39PIHAfAn2+oNBg8FBfP0/fz3H/IC/PT6+BYU7e/6AfgcCA0h+fzs+f38DvP7Cv4AAwgA7vwd8/sJ8BLqBAfVCBId//zcBPsh9/Uc6/8i7/X6/xcaA/b6+f73Bf3yB/UD/Pod//f1NdzpCBMF5wkF6/n7J+QGAwj3+CT3GS/X3QEfAuLeA/8F/g8P/+QKBvL68iQK+w32+QHu/xv9JPDqBw/pBQ4U88gh9v4O9/kJ5R39/QwTEOvcE/UU+gAKB/j7/AP++wf37Pz8Ax/9AAQA/v7+BgL5AfX4BQASFCf6+PHa9xAAExUB8+/1APn7A/UU/Qr59fsCDQ3zAv8S+vEN8fL+Ft8Q+gACFAX8/AH+Af/+DP0HBwv4+PnwDvH/BfYQ/f8IFvv16f38BxL9+fT++Bf4EPcL/vj8/gUK6hUC8Qj9FPTn/AP6DPUm+Qn8//sA/f8F/AcA+vv9/A/3+wIN9/0BCewE/vr+AAUVCgj8+gD9+AP1DgT7///+AP8LAgX+8AEBFQDUDvgHCQIB9vwC+vv2IAwW9PgCA/X4//UL7RgE8wUf+gP38ggC8tkGGPYa/wX25+z5BxULAAwIAfb9//3zFfwKDfb9+v0DBgP1/Ab//QPo+BABAgn4DQ70/wPr8/ojFBkE8vP47gTyAe8J/xEEARH8/P35+gYB7vEX6ekE9T/pBO/49BUgAv788wn5DgMAHgAM7PHw/QzqAvQLFvf+CQ/+/QMK8PQF9hL2+fv/9xfS/fA3JfD1/+/3Dv/8FPoD8t456P7vJ/wS8ub+/vgUDgTo6AMiDQD55+4o8gX7CQj++BL3DfkA/AMKEPPpCPAO4v/56iP79ycKAQQU7fIA/vf6CQUCAv3//gD19vYJDQvZD/cLCvkZ+e3yG/X0FgMD/vMI+wTyBBLh7/r/8/j4U+T69RL3CwQV+/T5DfsNAQIa/gLsAfIK/hHfAgkb/vvyDvD5ChHxBPkJ/PgF7w32CwEYAQz16gD77PcMD/v9CAPv/Aoq8PQA/gv3Eer8DPUG+Pbm+RglAfb7BfcRDP/mBvT47hP2Hf4C9RAB+gAA+gbx+AT09vwnB/VD3QAO+PPz+wP+Bfv+/wgFACP48e/4COz8+A0HBRH26/v9/xMM+wXtAPHyASn1EBwfIujx3+UGHfsf++YC6/sb+AX3BAjn/xb+Af36+PcEBs73FQoE/xLvCgHzAQcM/i3Z8hL0+PcT9wX8FvT7/wUT+ScM7OjeEPMM9OYR/QEYDPgA8gb3BAgF+h3x6PUVAP38Bv0V8AH+HAMA//jv+wHp8gcVAQQDAfLv9QYV9R39/RAH+PX6+wnsCv8i5vwAB/7lIuLjRQHv/+f7Dxf6/QPu8/fx+xMZDw77DPr2/f0A/wvn8ALoEiT59goH+f0DBu7u+xMOGO8B9/bxEw7wDAb6//sL/vkDBx3iABoM6vb79QXV1zEsAfzK+B4H/BUEBBLy9ff7DQcA9vvy+gD5HwsNCfgK9Pz7/BL28RkP7eMPEPkA+/j+CADs3xAPAvoODQIE/+ch+/r9F/j+4iH6+vsX3+P8B/gs/wIKEfoE+ekCIO4O6fjuAxLw+wQJAQT7Cf7p//cDARAO+QH8+wL++xMf/vzt9PwDCfcB9irv9gb76TIA/Oj15CgG++E67PfsFRcM2AgTIdnv8Pr++Br9/goO8PYLDf4G8CEF/wH49+79B/c92QL48gDoDBsM8/n6//gA/wL//gQG+u/++/3/Ax4G+/0Q//b2B/YABfb//AMRIecOIPgR2ekB/PT5B/gTBAYEB/P8+/MR+QDmC/sr8f/+Dgvz9fn+CvL2Ag0H+QYC2gX4PSzS9voQ+OjuIgj9+wEFCvQF+voC5+4W2ib4If35BQz1/P4I//Dq3gwh/w8M+QgGBO36Agv8DQD5/QLzCwnvEATpCw7z/RP5/P/8/AboBQT6/hT8CPT2+QTr/Po48hbs7xD1Egb8APwC/QABCPb/+wAHAvwL7CPhBQch4AMHAQD8//3/ASQCAfPqDQHv5zD++AYJ7PgDAQUD+vn/AuUkDAH0+/sADNcECQwM9wHsBw70/fzzHvkPAAT9//r+GNsE/gAD9hH0NOsEEfbeBOgPAesF/RYF/xIC7f4E7w7d8BkS9RD5CQ796f/+DfkKJiv/7vTu/OX8/f79/gT/CxH5//D1+vkfAAPyDvkA5CAABArzAf79BNAH6N8oPAvzCgjjHeYR9AQH/f/1E/r8AObu+QUKIfkK8wr5+v38+xsL9Q3xEgH0+xrx7f8M/AP9KQz36Pv5+f7tJvTo5ugVLvrz+/r//xsFHfIH4g4J9/voBxgK9vIL+9wQ+xILD90P8/EREgf09An/9PgP/AH8DQwO+BTaDP72IfH7D/nqBP4F/Pr9AQD7Df0EE/8K7AL04RX+Cxb53RXs+gsV9gL/A/Mb7OsI9hQJHfP2APv5AwLuAvniLv/zFiz77gb48vEJ9RQJ/e76CgD3ERPqBPXzEPME+Qfu+CEDA+cODfXwFAMT/fzs+fgKDSoK8PX5Ae7+/PT9DfsABwT6CAL5+QEKABQLBO4F7vsC8AYK8uXuMwgD/vYI+wL+BfX5BvEO+wkKFu0Y7vcC+AYLAhDv9+r7GA4A8gr6+fIS8AME+gkA/QnVKgkqC9vfCQj+AP8I5w79+vgB+P8HAA8dAA377fjyA/X4Bwb0I+sD6BYRFAL16f7jHuTy5+xe+PwK+fnzGPsAAv8GB/r6//76AP38AP4ECu75BQ788QgQ6wnx/AIWAQcbCe/n9QMLBNH2HPf0BgsgJu36/QIc6e8R7+PrAScIAgoO5A0JCfLyBhD+GPPv6wfrACAD/vIBAe4e/P8J9fsA+v//8wUEDAHiKfj0DfcM+ufs/wL2AwUu+Pr+Ffj/9w4V/d8YAfryCgsL8//8/vsD8xH78hf99gUSDAAJ7vH3BPL9Dwv4+vwJ/P8AAQAH/QHrKDzS2+c/3vgJ6/cLDQr7/An4AAYB9gYYDfAK5gv0/AsC+fb6//4MBAH6/BD4APz39DPT+/kTCff2OeXq+QsG/wwD/QL88Qf2/wH9CfTzHgz4F/Lu4BwL8/r2/gEE/B7r4+oXNBTt/fL48iAk3Rnr+PsF9woD+AwNBtkJ8hH/Cv3v9gsOCPcH9voY9wv5/gH39AcGEf36AQUD9PHx7RkdBf0A+gEI+wD1/Cvv+OcWAPIHAO4TBAAB7wT98gQgBfYG9vQMBv/zDAoGL+DYIQHmEtUO+/HzTOEFBgT7+/79//rs+gcG8Q8V4vPhFB0P6iAADwIN5fAO/hYFDO0FDswNAvb1+PIR/hn88vvtGOsNGuQR9+jyARUk9/sO/Pz7CAXkBgv08xQJBxMD/g/57fYCIesD+OkLDPv+DPAG+BDxBwT3KuH1+AoD+/n7G/ThGwYB/vf8+PsFFRcG1hgS/fbx+vv0DfUF/RL/AfwRBPL3BfADHPb9+/wHHfABEA/w9e4y7PIACPUG7dstAAne3z314R71/f/9CwgJAO0H+w35Ahzz6AD9C/AR8AgG+AIA/Qr1/Qgc7PIADOML9w8FFfj5+e/yBv/7JAIJA/oRAvH2ARn/EekD9PQEBhL48ff+Dv3x+SbdHfL9BhAF+/T8APsE/vsG8wEP9wgC/PLxGvv8Dv7/5AoPD/EHBAX3sUsBAQI1+wHt7/r7/d4dBvn77/EqCRb2B+QBDPPv+/wFEvYHBuwPC/zu6RYRCRLx/PkI9gHyBPsi7vUJAfX7+yrnBP4D/x7fEvP5FfLnAvMCCP/sLwIG+PL+9REJ7foOCBH7+v4QDgH78fMC/wME/Pf/Bgb7Hf3r5A8FDPcQ6+v8/frzM/QL/vEW/fYI9f//A/0LDvQR/vD3//wT/QYV8gb/+gPv4/gAEBIS9P31CP3yD//rG/P+9gL/AAsMFgLrCPH7AAr4AwAj9PH4BS/59+/fCvUU2hMNB+/7EATYEAsJ/vEMCAb3/P4F/PoOEC0b7dXQFQIF/fwQBf7pBuf5CCgL++39+wABA/4C/wP+AAH29w7/B/kJCw7y/vb//xoDCu747gYBDQD2+vsACPb0/AD9EBj0Fu///vUBBwAl1xcBCdgKAQ4G9PX+AAb/5f7+FRT0/QUm+fz8Cub7/vgX7hDt9BX+8/kBBgX3F/r5EBMR7/fx/PME+f//Cf4LBQH8AfUG8w/oAxP3+A4O9vEGAvMP+QsCBQPw7iX3+QX1+QsJDAP2+fT9C/f/AA8AJQza9fQK+Av/AxDsBf3yDhD/9gICBPX9ExAGC+4J2/oR/Pj4AAMB/+DwQfQC7wMG/e719goSCQUjNuzm+PP68PYE+QD9CAAI9gAABfUCBwb+9gb3+vgUCPf1Ku39AAL+8AHtFhXt+w/0Dwv4+AH+BPsH/P3++goCGPEN7P/tBA71As31AULzEQb/ARLy+/gDEQ4K9/n84Qr19/H7GP4GDevxEgwP9fkLDwP4//j//QMWDQ//8Ov8+fUJ/fIE+AIVCdvo//oYIgHy8PgUJ/L8/SrPBQQM+OwP+QPvD/X9+xr4+PDqDhsECQYB7eTp8SMq+wv9//4A/wAZ7BzSGwXaFO/++DAO9fH2Hv3YF/Ty+xTuBQvvDgb9A/kO9v36HP7x9Aj65h3+AQcQ/gPz/f0AAvsI+AsJ6/0JBvv76QoU//759QEG+f/6GOrz/jdFuxbY9u8l5/b+7i4RFPfzBfX9+u4l/vkC9foF8/HtABsN/Qr/9gAS/gHzBif++9/1+/Uc+/sN+PoFBAIP9/X37RXoJfoM/vwFBPn+IOQIE/TlAwT+8/YB/P4j+uf76xQTEvYF+wwD8P7t/x0e8vIL7wr6AAvjGgr4EvDz4PcDEAEKCAT0Cv0C//wHAvsMFev9+voIAvz9BwH8AQD8/Pn78xX8EPf19ewr9vIh+/X5+AH+FwkR+Qf/+QLyAw0O+Pf+//z8JtwaF/774/H5B9n8EBMEBfIAB/MQAwv17Cb4EhYH3+f3+PYJFyXm8OIXBu/7HfgBCunpFgj6BwbVKvofA/H2/v3+C/kD//4C9Pb8Ghfw/f7t+wYW/wD//QkN3wDwHwf1EAT15hvz/Qb5+PUfFwTl+wYBDuUYBOgB9e79DBPrDAoPEv0C+PjrBhAGBQUG6vT8Mv8JBO/r6/0W6vLrGPAQC/nn3SMg9gYFDvAA8PcEBxD9/xL5+/sE//34+vv++wEcDvERFO76/Pn45gX8EwIN//X5DAcBAvgEFvIE490pBAfqBfcNAPYMDPkA+PIcC+4G+hX8Finm6uXy/wX0+/n1Lfz6/SXo/wAB+CAC8vb67xUABgj1+/0BAvbz9/z8/g4bGQAP8PT5BfcC/+0o1vYOD/sAAP4A/wIG+/Xx/AD6Hwnl/PUEChr8BQzu6/Pu7UUJ/wX6/f4L/ADz7u3T6mAMCeMMBhL49AQI8/0G5w/xJADfNvTcL/z4+Sfz9gDb9hMMBf8F+wP1/AkJ8A8CERDo7usACAYM7wEKA/IE9AL7EAbt8RIACAT0EBTy8xIE9/38B/noAw/2Cgct/urr+vv9DQ4GBf7rAPsE+wUR9w3w+AQRDvTZNPHx/w3z5BMCCQD+BQj++vQL7BEe+QHyGwDy6gUDCvL///4BEQEX4t8BAxEF7vEEACfrBv7+A/4A/v0I1wA8y+g95Bno9Af0JfX8EvME/v4Q+v4E6gLwNR7u8PT4/P/+/P0CFfzu9ekIHwAPEgvXBQEK9wQV+fDlFQb/BRXx5gAX5/sb/Pv9B/4CBf8h6RXHAvcOE//69RX6/gAEHfX2/f37+wjvEfgGEQLqBBPy/fARAvMJGgkA6fsD/vn+BP/0E/74Aur5/fwBEfoX6/8HBvj6DwjWBgUb9gQQ+v3/+vv//Q0G+vfuFA4B+QboFwEF+QEB//4Z3gUE+Bbz/vz+9AoF/Qf59/TzGf0AE/H6JO/uAvcc//PjDhX1DgXc+gAc+QAJDA/5+AH++QME9Az1Cg4D4Q76/gMu6fLtDxYIAwbq9f395uvuDxDvEyD9IOz5/wAI9/8D//7//v8G+P/+E/z8AAD0BAEE/QT/Aw760woO/PgYDgjwBe/29Bz5/fwNA/0C/xDk6QIPAAoHCvQABO72EAnx//sMCfr3D/8D8uoNBQYL9xD1ARnq9wrrJ/ET++YCBxwC9gj2F9QCDO71+iAR5AIA8+Yl5/0DG+wDCAP8/wkB6/0aE/nyBvvUAwEU/wkECfwO+//6CvgBDwcCAfr39gAa9+DxGfwK/vX9/vD1JgAFBvYGEAzz9PvyAQv0/fsMCvft7gMY/SfuAgcA6/cFCQf4/vr2DxEE9fn+/wv/+w729P0EAvX09yruFv8X8P/zA+n/IeTyGPQUFhb18ev4AQoD6yPvBfMCBv/8APT4BP4X/QX49QoE9wzm8Tzu/RDwAQEAA/b9AQAI9fj2BfgE/x3wAe/1/fH4RRH3/wEBAvf+E+jj+f4MEQ4aBPvv/vX5DAj+9//9+AMLAf74BhP3+f/k+QEXBAf4B/76GfgC+v3/+AACBgQB//zwBgoP/OsBCvP8BfQRAPkOJcz2+fQJChkM+/Xx9v39I+UNGv4B7fQV9vkR9Pb7ARr1+wr4+fsEGPEI+Ov+DgQV/O/6/P/+BR4H8O8BAxL9CQgI/P0A/gT1Af3zARj5//3yFBL+7vf5DOL99xj8DQAI6fgMEAH5EPn79OcKJesS/xkBB9799QUKFwjz8PQI/wPy/AEK/AACCQP8+g73/fgNE/X3/ukW/gbq9SPwBwP9BdwA/AL+/y39/vr+A/37/hEVAfQF+QD6/gQA9/8BAvwH6grvDv/+9hwE/gH9/wAAAQ32GOz3+wEH6+j05xoOL/oH+/ow5fEB/QoK++Py+w0UKv7t9P76+wX99+/44U/1APwH9e36DPgc+RDUEAYT8QkFCQXx/P76CP/3+AT//BEC4SdD7fz66uj3+PT3EQz+CtweCsQGMA/06PPzACH4GAH9/wf+9w/3AhIJ7wf4BOoI+PL72RUo+grrAhMH+PIFCeDyCi0a+fnq8gT///7/BwffLRAQ8QLfAAz8DvIH8ugWDQAGxfs39//x9ewEFfwIEvnn+Az0+SUJHOzs8wMC8CMJ+/3/AAD+Ahf5Aff//AT6/Qf+Afr9/gb0Av4G/wr7Ahj2+P387RQA8Bb34g8MAgQSGffx/Pr7+/wE9wv5/gEGEAjz+AH++QXzAAIV6f0AER8UIN3g7P0ICAD3/PsB/Q32+wf1DwX8BN/u4DAgCPgE7AT+KfvxBPr29AsXAP/xBQD+AQ3++vcEGfvp/Af4DPz9A//2+f/7Fh3o2Bz1+fseDd4NBQ7v/wj/+gMH/foDAwX5Avr69RYB9vz9AhX//v368O8MDwgG//L8AA/6/fsQ+BQb4QT78QcP9wL8/Pv8Cuz3+CP49gsJCg7v/vn7BALu4xzaAv0fGg/qEuz5A/8NDwX6FfD79f38Av35A/f+FAgF/QH7/foCBf4B+AED/wLy9gMd+f70D/f4Bw79/vwFBw8E9wn58/kICfP19wH9EAj49gP6+wcNJfP18QPvBgvs+Rz+/fgDCPn+/wEJ+/4HG/vv9xAH8fwHBgf89v3xDQH//Ar/AP3/9PsM9Av3/BTz8gTwDQv9Ejjr5gTj5BAc+PYWFvP+5RDz+hP3/Pn9FgDtA/v3DvIe/A327Cbl/wv7+wf1EfkF//z+BgT3AP4HDg3w+/gA+Qj/CQsHBfny9/wCBfz///4DG/EUAOwHB+YO/QH++//9/hcB+u8FAu0NPvru6vDwABAT9vgI+fT9DQQc8g8S7eP8GPHxCusY9gT8+fQH9/QbCezwM+78+vYXCfgP8vj6+RQpAv7z//H2/goI6xcT4wPz+PD95PAnEw74ChrpBQjoBfUHAgP79/sSHgzq9QD89QYA+/j0Cwn8CcgKKxX99PcG+Qv4BPsCAQIB+QL++v0FCjLfEOv88fEXBPzz+/oBEwPz7RX76Bsm5x3sGRD84ukH+u/74vn0Iyn2/Pf3CRT1DgLvFwDlCf8L+e7n+x4wA+bUCOJNHej69in16gf1+P8FLtfh4PHiRx/o9QQe8gn+Bwrw/u/9/B0CEgrz/fcT7/v+/Pz5Gg767uXYOkTg/QbhCPcBBQMF9ADXDlfR7gP9BdoeCxPpFPf2+vX46jD6/wYU/gbr/fr8Cv/7BPwK9wAFE/IBAgD8/AD++hHeM+v4A/z3CRgBAvH43BP57hYY2iIPCPLv5SoG8+wcAwPu8xABDwj6BPT89AgFBfb1F/4A9+sEFCzn4gAI3/468un0FAcADPgABvn7BPoLCPr9+/cKCfMC9/gE/xARHhLt6tz9EBrwAvXyD/0CJ+H8AQP/9QP1/wcGCPr8AvLsDgUEAv0K8e/w7BQM+Sv5+O0nDfj5/Q4VAe/z+Q7yIfMT6dgD8iIC/+f3DgsCB/P6A+/7+v8t+u0A+/glBfzwAfz7Avr7IRv7+vb6//oF/wD9AAH+Bv8Q7eH+/wEDIvsG/O8e7vkRCQL9Cvzw+QoWFwjs7/ruCQL7FPsQ+eoAAgXp+fgGH/sT/ff0Dvj7BBkE9QD75v4OFuDr8v8pAQQP/AsO+PQA8PcYAfD//vUO8fQDGO78Dgj/9Oj/IPYAD+8MDAn+/O0J7CMJEOn5/vgdB/z89f30/gP09/kfC/X6+vPs+u/3A0X4CAMABPz5BPz9BfH/A/sU+fYH/vgDCQj3G//tBAH9//gL/t71EAgVH/HuB+oU/AIlFRbi5AXq+ggCBeQRFfTzA/gR9Pn7/RACEPD6GO75BfkG/gL6/v8L+9sZBfvyDxDw9gn+6xj4F/MFHRng+v77EPXbCRoE8gcKDf0bBu3+3wL/APoA/gAI7Q/17P0SCgrXFPzYHv0s+vUKBvsFAfYDGO769foCCAb2AwvwCv0ABSEV8Pb79Q3o1AAAP/LjGv73F/gCAf7++xfpIRrY6BH0CRAZFM73/PjiEhry/f8K+Qz4Afz///8C9gkI6/UN/Q8O/wD8/P73Bf4I+/76/wEHEfkFDvEA+fkL9e7s9Sr6C+f9BuAQGfgV9wD27yX98w78+gwI8/j8EOT1FxX+//kEBvkC/vj8/w/1/fz1//z8JxEE//sT7f/xBgH3+/z8CgMQ8Qbz9hXzCRL+CPPu+Bf3FfwT5PP77hr5/AUEAAL5CBkN7QsA/fnsBQEB/PsM+P4G+OQyItv78xfq/QT67fgg+v0FBP38+A8GEAQIBvft9PzzAvjtGwgGKvfp//v6+Ar7+vYQAQjzCuT//AgGA/Id+/oBAvr5/Rnw/w8VBvH7+/z98xAEAfgIG8r6BA4CDv72/AYO8Q36Aff65wISBSboAggB+f3+/QT1+QMQBvb9BQsA9/0F+/0FDf8X/O728A0G9P4L8/cHDAf29f/6+xUD7v33/xv6AwgE6yrZDvb4FPYD8QcHA/oLCOMa9Bnt5xoS9e3o+gUOF/oP+e0G/vkUF+7pAPIHCRAQ6AwAG/nv+RIC/vAH+P0BA/v8/v3/AQvyGesA/fr6GO30+B36+xQA+/EBDeIWIO3/Axfm9B30/P7/JPUI/u/2If/z6APy+xYN/PIG9ffnLAj49ggB+P4JCv389vcBFvjqAe8YAA72ChHzKe7qBv349/T1JPD7ARAUBPzx//kI+xcT2+oH2xIdC/E26PT36hLq+RgI+vvxFgf1+/wMEO0F9v4M9gMCAwHq9gQIAvQYBgD2GPX6/fsKDusT/+EBGfnw6/EE5PlOBfvw+u0c7fwpGAj59Qb58gHm/wz2A/kJFRcV/RPl9vT0+g/09gD2FgHX5QD3AflKCPoD/gL7C/cG+uzy+wkEDhMQFP/VBBX2+OwBAv36+fonDwr/9vz99gQVBAcMB+PjCBcHC+UG/vb4Fvr8CfT29A3+9iXsBQDrDB/b8f7s6hUsDSLu8fT+Ee/8CfQE8h70/v35+BQBA/MIBP4A7Qb6Bgz9DQX69fMHCOwK+v8E+xEB+P7//QIF/wj/AhD3//sD+/78Af////8J7AEECff/DAMN6wEa6v7+BhER9v3iAe0aHfv1/O378x39ANoIFgr2Cvn4CQz1+vUW+vsG+fYEABH99AIE9wcKAfQB/fwABwMI/PIJFev/BgPyE+nuBQIf/wgX7AET+98GDP39+P/8BQEMFfjr+hDvBCT76/vsGf359RH69f7/AA4MAf4G/v70//L3BPsCHAP4/wH8Bvr7BAUQAAr/9AX39+n98SIJ5wYQFuvuKPvm7RoKCv4I7vD3EgQf2gsA6R3x9/wPAAEA+Ab08A38AvoVAgP38QQL/AAJBQH7/f0B/QYFDTLc9/TfFhj/+hfz+fT5DAAL/Q4K6+jm/ho61RLp+evzNP/88/0E8/f+CRT0BQIB9/MM+RTyCuUBBfb9ACz3BwwN1fsP7RTeCSjz3/AKJfX/HPr09wz/A/f28QD8FwsRIvsQ5//cAO8ME/7///EG/AsEBPEC9wcG//35Cv7+//MM+Pf8BPYc+/z//f4B/RDz4BD97g8q+gr65AITBQb48+z9E/j+Hv4nBfv26fQDA9sF/xYKA/MLFhP2/fIB7AX4IPn8+fv4Bu7rDe7bKCQE+hIH8wD9/v4J/fkr99/9AvEV1wEbMOXz7wz2DwHyCgIL+P4V/PX3AhXm7/j4BBARM9fp6g4PBwAU9PbiJfj5CvX4FPf8/vwSE/PvD/v+Cfr6Dvv7/vn3FP38Chjr/P4ABuQHMBbY9P0OCBrh8hT+6+gL8xAO+g31/Nj+CBj9/RT6EgDjAxUE9fMHCAz3/f0AADH38wH1Au0TAtkFE/TvGAj9/vgI/fsF/vfiOegB+Q4W3O8KAPQDIAvT+BsHCfEOFu/x+QL8/hPv9vEBDSj+9hwQAgTg5/QU/OP0HywL5vDy+fsGBP4X+/Q6//D2Afb3/urw8PAeFRbu/QoCCfH5FgQOACnW/OwIDeP/8iL2BgLg8BQy3PEe//7/CfwG9v0G/Qn3DewHDPf4/gQC//8ABvkZ7/bz/xQD/QTxA/cdFuD1/QQHBPz+BA3n6PsKBh/5BPUjAxT3/9YcCf/x8+39Dv39CAD9/v0G9Bf++Pn1/Bbz8ifXBgwCCvsFA+0CAfwS8g37AgD+EvUUCvfjBRP/8fLwJfYA+AQGA+7dHw/pEgnz7v8b8h/4+yDv//P7+/cSAuz/+QDxHQ0KC/oA9/rmGiz96frvAgT/HQQK4g//6Pz3A94XBuEgC/zv9/ogBOcYBPYN7wAD/QoCA/buEPoO/tYB+SUX8BH0CQAX/vQP5/jrE/sCCQz69gMNCe72/v4H8fsAAgP2CQ8BG/jz+/32Cwjt+AYB9gkN7u747evlNTvqBe8CDSnr/hoLB/ACAP7j+xAl/OT/8/4IBefPUfbtCfIc7AH/+hP6BQH3/wIEAf0GBgD5APz+AQEC/hPs+f0K7xcD+gP8+AbRBgoC7ij+CSX37vP0/u8iE9sj6QPxE/0Y/vbxBv37BfPt5iQi9PYK7AMR9/z6CwcO/+sE9BPxDdIdDhXu7/kYAPH79wz0+yL7FvQE8P0N/f/U9CAp7ekbD/f5D/j7/wD8BfYX8f0ABAf3APX8APoXBAf8DBr55vT1BfnoAiMG+ggCAAL2/PwF+fUq6fP8DQL5/gf28g3+Dvb/CPv3FfIK9vQTBgwI6v/5BP0BCvz+AwAA/f38//8ME/3y+AD8BgQV6tztEvgmCAcVA/7gBPEQ8iX2+AL9+AT09+8P9fofCe0KCgrQ8h0V7vT9DBb6CvoG+gcK6PgHB/MIEQcJ9egIB+zu9hwL9wvx+BIRDvjtAfv9/Pv8/v4Z5N01/AkV+/TkKgb99gL8/BMIAu/+/fgA1+XsJhwJAgwF+QP1A/kEChoECPH0/PUE+QEBBv8C//7yAvoR/Pv+DPT/IuH8/Bn5/v/+/wMA/gbw7w0PA/wDBOv88Q33FxX28yT1/PL5+RMICPXoH/n9/gj8+v8AAvsH4+rtBQD1Yev7GyL37wHn+gDz9/4EFvYH8/4H+hT5/gMRBg8GDPD63gT7CPsA9QII/foG/Aby+hQa4gkGDBzs4v74DAH//vUJA/0J+QMF8wPnBQYU7vr6GAL0I8EOHvIIAvr99/L9DxDpFwX2+en8Jvz+FOsD7eM0AAL9////AAMGDuIDAfoP/irG/xcE7xT04fTuFQkIDwkE/QH5De0FBgEIA/ID9/wN9gAA8AIN/w0C9//9GPnzBxfv8eoB9A8cCwLzCPP3+BUj+/zqDAzr9w3tKQro/fX40ug+6vnwGR7w8BcE8vYGFuzq+fsGAS0B+hcGDgT84Pv7Bf0I+f37Cg397vT0BAwPDf71+vv8+xQC7EwG/9n96ub0CBsTD/TtLuYUDvHgB/IQ6+EXKRDSARfy6v4LEe8E4jb49QQA/fnz7BXf7yLyKPr++/7+CQj/3R0NF84A9xwY9+r4DgL/AO0B/wAZ7/4NKgbq5e0K+w/8AA/4/gL/AO9CB+vx6xPt9hff9gXjKA0D/P0p2ATxDvD59PD/DR0LAPktDeT89PgB4d4MHh0B+AHzI+zhEhP28yQD+vf79wPWGOT59gszAgcL+PYP8fsECgD58/v99hzt/AgD9g/+CgUG+xD4+PgDEfUKCw3Z8A/uCgPlGf8DBfT+DRL3+fgG/e8ABfr2+SbnKdoSJuAL9Prr7ewq9hkIPvn2CtkB6wX7AOP97RkJFxn//AH08xH0Jw709fX18wXrAAEFBfv1Gto287Rc7Qj3CAcCBvj++PsU9QvmBwvxA/QV/QPxAe0XFgMJAw705vP45/opBesDCwIP/P72/gP+BB0E7/sB8/0Q8wMD7xD5/vgI9xfy/gX8//sB9wYAAAgg5+oBAQ74BxcJ+O70EAH27PQc8ff39THuBC30+fQBAOz2Ef75CvoSBBL3+vEj8PT5AP36AQP0Gf73Bvz9/Q4BKwL2F/z63fT27AQE+QwGCwL2AfYOAf4EGjnK4yT16f/4AAbz/v8AEv8ACfb//wMB8gv66/z/K/kCDwjm+QD9DPTfHeogADfP/P747h3+AAXoEQD69gf5FwMJF80aCfT5LAP49fT49QQD//gO+Ar5/RUX+O7+8Q3x/+j4Hvon+OvuL/7//ATs+tgKI/kF3Cj49/79CPv8Awz6DPH6AwQm4Q/+AA3p6AgN5uwEC/76+y0Z+dgO/yjo+e4b6/8DBQAE5/v+CfkAHQHx9vITJgP38+z6Fhbw+voKDPr3D+3zIfEAAgToDg73/RH27yP/8vQD1iAV6REO+PT/AgAE8PcAFPH7E/0E+vIT3P7q8x/9JwbxAvcEIPcI8vH2FPfxD/0RMvzx/+kA8wYCIwr6BuXu/v3++wr+/P0JBfgFEAvz8f/m8BTmHQEKBwMO8QD98Okn9fX0BPgDBB/9+hH1/QQDAPX8//z8Af0b/v39+P8F/A8QFff7/PnxBPz9A/39Av0KJAXa4BkZ/e3g71Dm+f4K+/Yb8gEB9vsKDeATDRTv//HZ6kXTCSQD9Rzq990VE/4BDxHyzw8b7AgU9gL99AL8BgYG9PwV+fQBBwH89x/95gPr/iMT9wPhBh3+7/T8/AQH/PoE//3/FPggM+n99ejr/v8O9vT5+Q0K8hX15xf5BwYGHvL2AfTyDQL1+/wIAwAHBwHy/wYA9gwBDwH7HtrwDesyD+789dYgCf39/v8A/wEABvrkMfn6+P8VAQXm/OwZ7RIj5wb38AzeDCbaJ/n5/gUdDuQECvHu8xXu/QT+BAYf+e79BfMDAvQZDAz2/+b/GvQv8OPp8hQh9/LfCvMVBvkA/foABA/+5SwGFvH87/fg/Bc33/H0Ewf67wQD+/sV//n8MeX07xPzBBfiBfEaARUM+fX89P4DDtEYCQAIAPgVFfz5EP3e9vwEAfv8/P0P8fkKCvr1BwsF/Pr7AAYBBBUaAALt+eAJHADy5fr2ARvw/hD8/fsECQr//P0A//0C/Cb05dzOQBsL9+Ui+wn+9f4H/voBAf0EKALY0fbtNBfy9/X8AQYFG/78/QwY7vYD7RHmJu0Q8gf4ARbp4AMNFxj88yT0AOr3AQIC/f39/gf4+AzrAAX7GR0q6PT6/dgP3PzrK/UVAgb7Ae7p+/YPLeHmHAcC9f4h7w32JvP4AP7//fr7/AH9FBj2C/v9/vr2AfkV3wIN+gjxAfkGGPz7AA0iF/EN59UBAPsY9/vz+w32/PX3Af0REwH2+vn8CQkHHRDp7fTzCw0G6OcMCfoCGeb6Bgv6+BILCAMA8Aj4/QjeBBL6AwER/voDAv7/AP0GBjor4Pzq4uweCAwY5932+/Xx+wv8DAUGEfAX9Afx8wkONeERAevdAQLw9uL88CogFA3v/gX49/4HAwj4/v/9/AoFA+/7AvcLDgP68vf7FPwDB//19vgRAwDp8+gH/Qou6gYCyz/eIAUOHPjSBgDsGRXkFOTxDAQNCgn+8voC/gP9BgAe+fL8+Sj6AOzo6xkGy/bvHw4o+QHTDPsT/Rb6BvgQDef1+RAG9/39FQD3DPbSARQS9Rb9APcTA/4TBN8A8vv3+gX/+yIb/Pf49vgCCQME+wIB/AL8//r05yb1/BXpAPo57AD3AvP4Her8+QkQ+vsD//v+/hEd9vsD/uoDBFH56uX7/u8AIBTy/vzq9gDXD/wgCwDxARPYAREEHuv3+A71B/n8AAf/JQb79hLg8wQC//EK+QQEFwYEAu/3//chD/Ty/PjyAyEA/vzv+gL7+QYGIer4APjq//wHCu3+IP76+fYI/hADLPcCC9nqBgYV/AX0Afb5Bv/59gMECgEA9BL9AgUA/vcCAwr7//78/QL7FAL29wAACff2DfwE+AXmAxb0+w4L+9P+WdDuB/0UCwT98/P3EAcI+ADz+v/9FwL1AgH+/gkA5+P1CQsDLf3lytsvLTfdCPn06/f/DP4n/P/4ASvzAO3y+u0g7wEMCvT0/eoTFvwMBvf2AP76/hffR/LwCP4A8fv2/P/p+AEx/PT5/v4CEAr78/Tz9ggIJfkEAwr8//398AT89P0OAQ8A+vf19gb7Iw/o5xMAEQrzAf/0B/YG7xvz1f4WBRUKAAf+/xflAfMNE/QR9Pf99wrcIDHv2/8IAgkHCwfs+/YAAwv68fLtIAj09AAdDPH6BPj2ABv+Avf//P79/gL7+hT8/wLuABb1Cv/9A/oAA/8EAQD89/8A+RXg5wwYHu32FMLiGgfuEi4NAQoA/wME9fr4+wX4+foCHO317/n2Kf8YBeIKDv0Q/Pf1AgUDAvwH+xjy5Bv3/QX9CgD59gX3/g3v4xcM9AoLAez+5RsDBgYH9PkL+//9/hPr/Ab8DP8ADAP4Bv/9+PwP5Or1ChAQHvUezPP9CwURBvUA+vv/DAEJ/hDz+//3Bggh/AEO/eX/8+4J+wcN//IIDPkAD98C8BwwBA7k+PbhDCj31AsN2QYWARz9Au3zBvztGQ1G1NwA+PsC7PghA+MXCP8D8QEb5ATZ6wT/Ah31Jf4n8vgEAff25hcP+ugc+P0i7OQE6+4uA/r2Avr+AQ8G6wUd8/sD/QTr9/Mj6gsOBhEE8fUE+v8HABQB9wn78v3eCwIVDhjk9vr6Av37AfsV+yLm+eEAEBTy+AXz+RsEBgsN9vf9+wIADebeERL2+R0CF/HxBfcCCQfpDtzvMPMU/PX4Ag73/hEA9fYBBP4LCPr0Cffo8C0NJSX66ODnGPUBAfMC/PkHDur6+wf4/gEjAvv8EvwA+AEK+QMD+/3//ykR+/wC/tb5+//98x32/AcM/PzrABL6BP36+zrp3AcI7fv5HQ75CvIK7fHtGAQNAd//JQb3/wP9GfP/9/MFBQHgFvEKAO4cBQ38//f+/vsJHgf/4RP69vgD+QIBCQIB9Qj67xQL7vwG9wAw//H1+P378RTt+vQAJe/9+RoA/AAFFe3vAfj4AhvzAP8Q/vv+ByAA7Q3s6wMMzu8f8BrzBiH89hH2BPj+DAL6//v/+fcbGLnlJBcLAwL0A/v3/QD/G/fl+wH8FwcP//8B+v79AAsX8wv1Af7nEPj2APsBBf8S8AtD8tL49w8FBwT2AfgB/u33BQABBA8D/Qj7AAwK8vfbSjvG4PXiI+71GAPt9A0SDRH3Bvj98v4FBQL5BPr9/+D+JPX8/AcJ6w79/fkN+A/68+v9DgcQBv4AAAL5/P4M9/0M9ugl/AIw8/bx+Pv8BgwK+vkK8gjzCPrw8fwIAhcG+QUS4g/5APkT8wX7+f4L8ukQ/wYV7wwC8wkTA/gG7wUA+w0IAAHqFRH79wX56wDh+vQZ/QMTBen7Fe0FDAgB+PkRBeH38jAo9fv+Ag/q7wDr6A4CDhn28TDr8wX/7RAEB//2/gX7Avot+PP2//YEBvz0D/X89xIl7vsM2wcCAiL86eYJ/QYGCfTkCPcOFf37+Q7vGAXqCQn89N0LHf8C8hAA9/wACwIF8tIQFgUDCPn8Aw4C/fgD/hP1+gX+8Q0XFfXkAvL0E+wJE/v9APsGAf0N4CH9+/z/9+4UGPD1DAIAA/gE//0DCQz58//9AwEMAvz3Bv75AhcM8vz+9/UF8gkBAPz8+hEF+gL8AQL8BQb+Bgb2BfME+fz9Dfr+/QvjAAEAARoK+PsY9gnpHvD3+wYFAAL//vsCAf79///8BgbsAwLiEgwI7kD64uz5/hEG+vwNAPn///v/+P0BAf0TBScJ3gzy9vn//QMF/AD+AhYmKe3x3dMN3goIDPL5BhIF2gflCPgfFgkJ+Azc+QQRDPsK8/8A+wL5A/Yb/fn+ABICDwbv8P779AQCEA/qAfsH/A0H8P/7/uv3/w3+BvgXCRAJ6vDfFBEcCe8S+ugC9h/19uzz+wMZ7fsPAgD+8hYP+RMM5u8J+x8K7vkA/fn6/BL89P32Ef/4AAf4/Q4A/wALAQYD/OoEEu7/+/b6CQz/AAT+/gEAARUE6AUI9PQKCvIR6gn99Q0n8Rrn7ADyCu8J9zXb+vkOEDvt9Pny9PUJEuMR5ew84xL1/fD6+gQTCvj9/fcL+gj48S0d3vwD8ff68RLk/foyKAHc6yLy8wj++Pkl7QztBgLyL+IqBOrj7eHbIiYh7gEI9+P8GPX9GO4FAe0HE/wI8/YJG+j8BAoIDPQK7//7Bt0m6AfkLP4BAQD46xD6BgzeMQcEAwjr8OkHAwcCB/oDD/X1+xjs/Arj/Ajr+f07/QEP8/L8+g8GKg0Q4u7r/gHwHRP6BP7u9gsC+fv3Au0Z4v8SAe8E9iMA/9H/9fAlKP/9/BL89wn6Euv5xiDpEin/+fcUAwH2Awb8CP/9/vcFBAPrDPkS9AMe2QgD/xD59gL28xD7+BAB3yUdH+oQyvsYBPH59wAR8gH8Bvj+EP74/f4K+wL6+woT9gDz7AUDERT+D/PnEfUAGfcN6f318hUU/Qz3Ahjm7P0BAPID9wMTCPQhBAP+4vvxE/j1/Ab6Egn88hH/9fMR9wAHEPz9/vv38ybi7e4eFBYG9vz++u8K9/YG8vn++Svr/hz+/f73Cw0W7xMN/ebr/uEb+xMC6wsDAwjs9gIOAP8MFg7v8eYK8uv69v/9ADjv/AQG/wEJAwT6BQP8AQH79vjl8wMjARLz7wcG+fYDIAH++BH3+vsLIeUU5fgFBf8J9+Ln+z/rE98kABj56+AhE+DwEPcg+v0I+/3sFff4EO3+FPr8+vwW1CUk+uL8EP0B/gQS+gL2+vEA/vr1Ew8A8eT89BT5IQv79+MCBxv8Cx/vFublAA0E3woaEP/+9PwEB9wS+vYGEvH8FvYG/v4E6QYQDfLxARH+Aus2x/Yk/fQI+/cJ/vQYBv8m7/r58wAXCdsSEevgFvQQCPcM6PoQCgIB+QrsAQMbEAbs8/f2Avj89wP9AwoIAOThK+0QCwgJ//4LAPj4/RFE4gjd7vUB7g0P9f7/+wrz9+8XCfsb8fcCCAcF//IC6AH9CvgVAgHoDgcP6vv8FAr0EPQK+vAKB//39AH8+Br7/v36B/3+Duz17QL9OArwCQf97wX4/Qrp+CrxAf78B/gIAv4G4P8b7wX/+/ATDgL/+gAEAP3+Cf8EHukF9O4Q9/oQ9vMOBwAU/vv+8v78CvH3A/UFIfsAFfn6+wX19g3u9fsbEuYNAgoK8fwL++AZ6wIGCv37+xDwBQb7AAAKAc0nC/IB9OY0+g8g9v749/TeEg/18fcZDAPrI845+OsFCd8O/RAH5w4FBgoK9gQJ3gz0+int/vT95vAA/vwLGwsTAfjz9vsJBwT8A+/0+ib7+Pv6/gAADgf8Af4B/v8HACf5Avb8+P/28AH8/AMBFAAJ8/0i6e4DC+3uCxAA/v0QAP7t9QgECQzxBwv++gz0BAUNAPP7GPnwEwz26Qbw9RUQ+wL3+wD4CRvx9vf2CA778wf8+QADAwwx//Dh+vsBCDD69wX43/QQDv39BP75//72/P0C+AkJBQsDCPDz+QML6QUg7fr8DAL29REC/wH1DfT99u4NIPoFEAoOH+3z5PTyDPoY8PAJBxw88/n04vjuCwL+/f389Av/9P73/wAQCvgF8e3zE/goB/4X7Pr5Cfv++hEC//v7AAEAC/sB+foFIAPn/tUEFwce+vji9vr3Ji389er7FPD5AAP6+vn9/RYt+vva8RHoGyQB8+3uBgYC+AIKBf35/wIs9PTWAhP7BgX9/AH/AgH/6QwE+gQC8BUN/Pn8+wT8B+r24AkTFQoF9xEC/gb2/v7dFiIM9uf6CP3hCvz8Dhb94ukKEBQHAf/wDBPWJ/L8Bfkr8OgN/Qfy7fQVAQIY8P/3GfwD//z6/foJ+PMZ/v79/vzuAxL7/Qv98/sF+gf/EOkp9fH8AvUUGfX47f4CFPrzJPnzB//zBSUGBur+8/ED/vIN5eYtAwj9FvQFCQbOFvT9/Q38/voRAfsACenpGBEX7uv+AgP5FCAE6vj5+f0NASbv7wD7Bfrx9B4FBeXzG/gX8u0a7wUE/gf3E/n3+wf2Ef/3Avz9CBMFBOj9+hD17/76C/H7IAIH/BfmGNsQ/iP0/Oj6DfsDKQrz4u8F/Akt9w30+9j9C/IU+Ov2BwEb+xbm/S0A5/gL/foB///+AOj1DBP0AvoVAf39/AAABQX8Av//+/4FBurpFPb57B0hCAAF7wQD+wLv9gQC7x/7DBQC8fT69QsLC/T++fv7/xX4DPAT7PMXAwAB9gf9Av0GB/jxHAH5A/gb+Q0c5+nuBQYBA//9/fwC+ggJ7PQG9Rr8+v0S+AL8BfMf6PsF/vkPGQPz5fEg8QsE+PkT9BD3/v3/B/wAAP0E8Qj6BPj+CwlA9Pjy/wHx8eoL9u73/gUs4zL6Awbz8gPxBxzz8/gJBvsV+/n++QIF7/r5Avv9+ioh8O8L+Qj0/xMi9/319APrAQj1C/MB+goP9/gk3/cCBQ8CBPX4AP//9Qj6+gv7BgIb7RED3QUR8fj/9w/3//sR7gH9JAX48wD+BvTu9fjzOQUd4fAIBAL/5/kHJxD47P0UCvLw9/kY+RAM/PH37/sXAOzkBAkV+hP9CgAB8AUN+PT9CwHzCf0KAvMH8wkK9wct3/kH8Pn8D/D0DdgY9R0LEf4D8gv5+v7rFPUX/fQN9u/2FAD28wkUFfzlBxsb7OEUBO8nzPUQAh73/PQO7/wD7QgJ/QoC//n04ETwDPvqBxsH+v31+/cBE+j+5/zyFhv2+f4GAfr8Fvz2+Pn8+AMl5QICEPMM7Bwe++zWJd77J+kPA/z1BA4C5/f++f0CKgIDBPkS9/73ARvq9/HgByYH7e0LBPYGGQL2/Pb+Dw73BukKHwzn3yL7BgYED+gf7+wF/v0FFfny+wvzCBDyAQD3APsD/P/3/xH2A/P6H+0DCvfq+vH1Dx4SAAsFBff8AfgFBu8C+wD4EQoCBf36Cf7yCv8H+Pz++gQAAP0H/f8C/jPq/wMTB8v8HPn46O0A8C0FBu3+9gDxIwwE+gMD+fcA4ScN/QnnAvwy/uz1Auz2CxgeScz39erg/v74/PsL+xAG+gL88/b5IDTX4AruDBP+BPkG6BsB8gjb8doRJAwUBQIPDgTkBAbwKA341Rf2/PX6/vsB+wYFBvoz6vv8+vQD/w33Agz7+Pvw/vf4ExMJ9An+AQL29vQVKfnlBvrw7hsn2wLwDvEGBvInyfT9HCvmCf39+Pv9AQvv7vA+2ff5LPj8Efv+BfsD9gEZ2gMZAvgw9fwd6+vy/Bbt9Qz1AQcAE/H97wADEfwY+//9+QT8+PUDFvgAAAD6AwHALucfHezgSeUE9QAI8AXyAPX+/fweAPkA8v4O/gsR+QQI/v//7hf3CfIo6eMC8fz1E+kPFv0EA/b9B/UHBAEIB+7wCQkB4DjzBvb97g8hvQQbEQ3WEQT8Av4A//4C/NXwHxj0GPsW+f3+Bf7zAfT4Agr1AgYMFQcV/P348e4b8/4J8iba+voBFfcH7P8GHv/sCOoJ9wcB/wPvDfj4ENMk4+DpDwtCDe/2EffxDQj29//7APsFGRH6GfvmFfntD9gP7voW+RP1Gvz7AQD6//v99gz+C/4B/v788vkJCQwSzxED/PYOCgATCQDiDesKEPIJ8P0I+wUM+vkB//r9Cv766ifwAQcAAgf5BPz7/AhP0xgCA9r08wEGBBbr9PwFC+we7gfu7Bz+Av//+gb8BfNM8fcGAeDz9u3++P0PBBf++/8G+v8GAwv0+BUD7/sG9AMQDO38/AgCJvb0B/f1+/wI/PICCf8EAQAFK+z59vUn/vTyBfL//wHnG+YHJ+AJ9gf2+/z++x0M+u8B+v78FfcD/w36/QX9AAYRDOziAg4NCPXmK+sK8QD6AtkOBhEFCfAG8QT1Cgz+8Aj/AQAKAPz7Dvv8AP4H//0E/QL+/gTx/w4j8/jmDfYC//35G/QEAyTxAfj39wEF+PIJFP7iFfoUKN0D4w/4BQj77/cUAf7/BQD8Av7+Aur68RD7BwwN/Ar4+Pr3FAXr8wUV8QT1HvD2+/8A/BETAfvy7hUcAPLf5+Y1I9Qo//cH8X+51u8T7vr9BQMAAhH7APoF8g3xFvnv7Rb/DfUUI/31/vb7+AP2BQT5C//+AQHpD+0K9A4NAyYC7/7o8wwX+evz+/cXCugFCPf5CQIR5DH1Df/w8Aog9vgAB/D3BBb4Cff6/PUHDAf78A/0C/P19REEGPnuABgTARbf8Pf48PwXDfP3CvwjCRkI2e7rAPj+9g4EAf0E9Pj79QX84kEG+vf5BP78EvgFB/kQ/fr7FfEW3hb39QP+/AcBBgD9/Cjg7QHtChMAHQEl//Xh8PjvAuvgASEUD/MDDvH4/hf95v/x6g/9LwbuCP/6BgEL/wP+Avr9/f4LAAf2/PX49Sbi2zUwGt7+6fcO++4I//kS/PkF+/3/+xQeAwDs7OYKF+vr5f0M+BUw/R8E/fkD8vcNH+v//vD4BPTv8SH8AAUKEd8fAP0D7Af5DxsA8fv2+97+GgER5+Ys+wIABf7+AQEP1f4K+yIC9QsE+/f+/v8F8hnyAQkF5Q/1Bff4/fYkASIKAez6+fr5/AX7Eff///7zEP0A//z6DPgBCez6H/oA8/wa+fz9BQD8+Tzk9eX8FffyBfn8BAYUBvz///4A+QjuCQATF+vvBQzu8PsG/Bz85Q8JFPP1EPfvC/EBDvoDCfgC9wUDA/8E5QQDIu8Q+fse//v+DOj9+Ar+5uIl+vUc+//8EPEKBvneEAz88zDmAgH89QYK//gIFAfvHfDhCv0V/wPn+BT2APv/AvD5FgEFAej0CeUYEA31DPkMBecKBA/k8er3H/ErDzbq3gT60yPaIdwN3w4x/gb5Afz8Af0LBQQC+QH2+grwCf/8A/8CCPcM/QYA9P8GGfvv+/v28x8DDP8D+wL99fcB+/MGAOgt/AAFDBP39/H6+/4KAPr5EBAMB93oIAL28P/2CPD5CCL/+wnd/vkhCP4N7ScK4P373AQKMfb39ATQCAL+EQz6Eg0C5BL6AeUb8//1AgMEBgru8+0aEA36Av7+7uQXGwP+EQbwC/QA/vz8CvbyEP36DPHz8hsm6vQL6ewWAAX8CgnV6QQECgUkByAC/vDw8gIN8P77GBPu7g/56lYLyOcBC/38BvgB8g4JG/jX+Pn8GBD1DfwJ/v3zDP0IBAb1A+wM+AT89QIE9Rn8Turo8//dFeb+Iuj18h0N3xkKFfr38Af3DPn6/fsAE+IeCwX1DQnm7f8GBP0ABAgb+vb2//r1EPYI/fUOBAb5Dh3J6yIe6Pr3CB0R/fXi/vYCD+QG2OlN+AQCA/0BD/LxCvHPT+76DgMX/fEB9gAD/Az++gD9+QsAFAT3/fz0BPQK+QUDAP4C9g4L8/7+B/oSCvv7/PL3Ch7/9QTu+PwG6BrtEfb+/g0HFPr8Af3wAf4EE/j/+P794u35MiD16AkC9+kR+QT+EhcL9fcA7+8VC0H+2/P/7/oBAPMN/gT3B+4jE/L7AfL7+/4B/vkF/A3pAfv5/QwSCPYA/fsJCPAR9/oICv3/+Qj4+v8Q8BP6AQzx+g0KBvf0/gkD9vsF/gIC+P78/xzsBQwQ7fL5/voT9/j7A/r6Ah4f+QT+/QTt+O37BwcCEPcB/xgA+AnvBPTtBgTaJvQCE/7+AAX9//8ECwj5B/noAA0J+QEGC/T4AAQJEP0H7vf6+wsB+gj99QUHBAX0+vj8DSD4AgDv+gf38wwHDP716BQRDPT89AP9/+oY+fgF+fMb1BX//fP2DyPrKe7x/wj7Cv3tAfv+CQkJBPcE/wPzDv8G9vUL3xQV/P33GPwIDvLy/vj+/AD9CQv0/O7u/Bv9HyH9/fv8+/71+v8SBgb69Pvp8gEDEf4LBgP/9CHj+vcWAPwL+/0C9ggDB/AG/v35DQz/HPHqE/7t+wngGgEHBvQR+/v4CPz//w/oBQILA/IBE/4E5BAB9QLu+vj6APwpAQv0+RIIAO//8Ar6Kf/t+AAC7vco6f4GBPzuCwQD/PkQ9/0CBvMY8wf88P0D/QkJBO4fA/QAAP3/9BAKBvf5BPf6Ch8c3PTtA/0G+gD9AvsJHu8G9AEG9P8H6voEAwP+DfUC/PkCBu4e8vwLB/X3ABQB9f3uB/oLEggH6+T+Ayj4/QAAAgH//QMW+Pz/7Bj1/eoG+9/tTAzxBPwG9gv3+ggME9APEQDvAu3q0A75Fx8b7hT89vwG/gwBDuMQChjdAPMD/fn39vkuD/7x+hHwCP4N1Pbs8f5JBwT4BPb6+wIT/P37CPwC/wcQDfrsDvf7/PgBC/gR8voI6Q739vwGEAoX9/UBFOAM/CHx8vkeBPrnBfoB6Bn9A//3DvYk8fP8Avf67QQS9O4qAAHfB/8S+BD5Bvn8/P33HCHzA//5/Pv5//sCylH09ADv8vofG+z2CQ0F9tceF/X3EvgDBQsA6/j6/PoP//j8EOj+G/8DCPIEBBAHChjr4ff2EvX5/fsQAvPwCyj5+PoA9Cnz8+oM7Bvj++z0+y4RCRPy9iPxEtoF/v0D+P4ABQgA/wLqF/L6E/IAOe8D6wH3+gAH+/0F+AkB9PIGBQcCBfX6+OzwJQMU5fkfH/Xr/wUbB/j4+fj3Bx/4BO0J9PQG7vrtGSjg/Q3v/R749vIOB/Ly8wL5/CwEDvEGA+Af/Pzj8wsL/P0QCvcJ9/7+/gAPDA7u7PEPAQwf7QrkGPf3AAL6A/3s9v4k6ffgFw3sGxT7EPwI9PwAAQb3AwoEGOX1D/n0+xQU7vUX+QHrAAD/BPsOBfX2BPgL8vsWGvXrBf79EQYB9vf//woH+Pj///UMAeA00E3s6/cIGwb68ADy+wPpAwYJ+xjwDvj8+QD9AAgN0wgW+/b0HRoQ7gEC8//0/wD8Bf8B/QMH/f36A/0FACLu++8UCOkB6AkyCODvBgEE/foF/QH/BOorAv0A/fD/9PgN5Sr2CPoDAv37AwD/Av/5/AD5/wAU7iH1EAvmB/Tg/P4GEAr5DQz7/gf0EPH+D/j1CfgPAPQBBvkRBCDi6QH68/wJ6ib93AAA+/8hDP0U6f8E/BPmC/v++gMBB/0F+w0DCOn2Ef3ZEfEMBw0L+ev7AB/3+/8K9Qf5CPj2BBPn/AIMGwL0/iX18dXpPeAZDvwKBQ310RMZ9wX+Bfz68ukOE+728SMAAgP79/b8+x30+yXnBwj5/iHo5v0JEvUE1OblFhQFPvTmCuAO9xYX/RToExD63+YiAv4FBfb+/gTr4yr8/BHnGOslBfoN+/D47f39+w0HCAL6/v0EBf77Cd0DKPX8/gEJE+z5Egj5/fgTGefp2CUJ/xn/+PsI+/EDCCwJ8fj69+kK+PIDAv8L/AwT7fr98BL7/Q0EDPgA8P4EBvnjGwH7A/oJ9AIBBf4EERQA9P3mE/AQ//kBAvn//Qb38hDh+xgNC/3+9/wGAQD49/gU+QAU+PoPCP35+fAP+v78HvP5/gMN2hX3FwEA9ALw+vcAAf8eAPr7/gL6/RPVCv8PCPH6IC7f/vMCEesEJr/wEvAKFgnk/xwP8wr0Av78/wX9+/8M+BoTBvoA4Pv/+/wH/QAFAAIDEPj2/PMPCAf47wz8+QkK5f8R9QUL+wMDExL97AzgA/H5Bvv+9R8VCPzc/vz1HPv9CvkBAgMABxv+COQEAe/nDTLrAuAO//gCAf3zBPwVE/r8AAX4/P8D/AP++O7yJuTxGe0N7P4v8gAFEvQA+wj2+Qj7//kMCwvzAOr2/fkr6v8O/Qv7/QkRAgbcGPMH+eoF8gEFEfQT9vUHCQ4R8fX7HAv63CL57Arj6/gY8BEYKPbgDPcG8QgL//gBAAf2AP719vsP9gIV+wn+AP8ABPvrFhUJ+ffkDuQJBfQPCAb+DAEDFP/2zRo/8ejvB/vwBvUCDvn7/wUDNSHt5+joEPb5BwLv+xD7CfIw8fT7B/f+EBDo9gzw7BkB+vP4/BMDCAgE9vIGB/0CDgP17vcAEAXq9eEwJfbuB/XoCfEXEAIA//z6AvwCAgkSFusW8OTxE+UVDA0D9/j9+vr4BQP7+hfy/x8A/Pv2Agn5FP/s8v0Q9goc7vICAgEJ/Q8E/wT76gf/+wf09hH++v0CA/wJ///wAhAd7vgE+CcA6QneAPoOAQMA/v8C/AL//fXyDfULEfj45wgQAvkW7AAF5vkSIvzV2fH/M/IrE/n++RgA/f/8AfsH/+cMBQUN/v708w74CggnBPL3++77BxDyBtz+DQsB8woICAHnCgjvEf3+6BAFIf/o8v0R+P/zKf4B9Az18BDI+BgFDfMTCwH2/hH48wP7AP7xFAQI9gj69fIN+AsJB/Ai/fQE+/f5AP/+/v7+EA357OPn7jscKPD3+wv/8vr2/R4I+f32+/f8CfwEAAX//Or9GfzzDQjm/QEBA/oWCNYKBxoE/vwBG+4I7g3pAQz/A//w+gz7Dfz9AwoA/v/97gIT8wMC7xb4Avz6C/8ABA0DBAz1/fj29woDC/kA+f0BFvfc/zDhBewA+wEM+woHEQMY9hXk7fcU+/4A/w3aDP3nF/fzCgUM7Br5Dvb29RPyEwMNH+rv8+wPFPMJ+PcG+xwI/fUG8/YA8vvt9epM+xX0//kD+RPw9wP6Bvv6/BUDAf0G9/oCBvIOA//7AQP/8/4C/O8i+Qf99gf19P38Ig//9vsJCuUKCffmCwr8CAAW9PQD/wD4CP8bAfvt9AAK//0K7wz+/wICDQfjBBLz//QU+fP8/gcKCf4BJOgA4AwU6hfz+fr5DRMIEPfb9RX48Aj9AAL5Bwjy/hXzE/3zBucV/P36//oY+uALEhvoAwQLE+/45Q8GAgf7A/r9B/UH/P70BAsHCvITAu//8SPqAAn+/AD6//kL/fz4+f0U+QvyAQTy/fkgAfAu9PP9//AP/wDw7P0rAvv5//38+/oAG/QDAAf4+BACBRgF+e379wb33vojBRET5P70DxD5/vQDJhDy8v8B6/se/uoCAAPxBAXvCAgJ/vUB9PQC+hoF+AXYDP4LBg73CP38+wf8//cU+iDsBwHvAwEAC/vvFPv//BUA+fQB/vsCHxP89eHw6yIBA/LmEQP+EuEI5vgDHB39+AsD/fz/AAMb/OoS7wnpDPDrGwsB9wn+6fQEGe3yAyQF7QYX/wUM4fEQ8/AK+Rr/FQYA2Pwj9Pr0/v4GAgcE/QH1B+8K8wwL/fYL/BQL6f0TCgnjDQD97vURAgfzD/T6G+v+3fr1GRb0/vEMCv8DBQL9/gH+//8G/v/+AwD//wPvDhriHd0O/+8EEQAF/v399Onw+wT5OAMCDw7iEArw9fUJ8+4t+Ab2IQEK5vwK5QLdCjvuBSHe7Pfo5R4TFAL01gUP/v4UBgD/9Pjq9w0LHPQn/wMH+On87gPxBf8S+Q/yAgPw8SAEBPf2CgD+/fsS+f8DAAUD/QDy8gQ+69gSBuMVH/L4+/0HAvkG9/8IBvsN/+X7Ew36+gwG8RL38fIR7A7uIO4BEfnt+Qvv6x4PCP8I9wv5+wf89+7z8xQr9gEB8g729wv0ExrvAwf3FNwHBvkJ7v76CQkCAf4D//78Awn8AwcEB/H2+wH89wABBQvyHALx+PoKA/8BDAn69PYG+AL9/v//CwMh6yf2/PnfA+sUA/ULB/n+Eiz15wH05gkZ/QEO4fwJ9+T9FgcQ8voHCiDk9PAM+AoY7wQN+ez5Cvv9/wcH+/oH5/j1DQoBEgP3+Q/4D/IIARYG5hrt9vIN+wAPAAf99vv9Dv75/f77BwEH/vn//v4G//3/Cv3//wHxEgrs7f0UCQMEIun/6vYQHfTt+fsR9ggTBun4APYADy732u8QD/336CsHCvMB6AAH+f7zBAT+CgD+/A7x+/0P+fr99Qb6+SL25yb7/EXs1QQG+PgCAf0Fxjb+BxAE8Pr95AAMAAAJCh7vBef48x79B/v+CvD1BQsB+wz+/fr+BQgDFgT/3/gG9wAa+wrz7Qn7+P/2/QL8HfX8+RH7+QYLy8oiPzG4LPX/8hUJCOj2C/Hq9/wLCBwD5dz8Eu/zYu0EAAzqCfT7Dfca7/f+AvQV7wgEAvoR/foJ9v/9/f8IAP/8Afb+E/UJDgDwCfsA6RX3//8B+woG/v3pDAMNEt8MEOX6+hL4DQAT9fMY/P3/9v0BC/sD+/sD+vAe+/r8/gn5DPX++PoDEgb3/wsJ7/oI8PU05/8A7hPpBAME+AUICPv9/Tbm8wH6+AkA/fr8AggUBQD08fcHBAj76RAW+vf9/wP8+AUC+Qvv8vv2+QgKI+/27R8N8+si8v3/AAME/g3yB+3FWuz1GvP9+eT/+zcDDP/6Bf8I9foRE/T0+fUFAggF/ewUBfX91xEK9gAFFAATAf4C9Aj2+/btARwM/v/3/xEP9gD57wPpCP4E+QkCCgAR8wHsCAQCFQH68fYEBAABCAL4/vv8B/z1/BH78wcME/MA/+cl3hEC/v0LAPf+Azv/8N73J/fk/Psa9Pfx8iLz/Pn9+QwUAgD9/Qj6/AMF9iH7+Pb/9QsPOOfx7PXuE+z/CfP//AkVGu7aJOcm6wLp/gMX//oEAuYDF/sM6AUMBvoB9AD9CQYI/QD3/wAABQP+9wAIAfwC3UUB/ff30x/c9xEMCAX3DRPx+PPv9fg2BAn+BfQW4gTxAf/wCPr5I/gID/b17hQE+vQHAwEMBff57e8HAgYXBv4JChflBusBAvL18BT8DAwj+Q/8Aer29yv63vL7AwANGvz89//9APoF/R3w7u4EDwD0BAX+8/wW8yfZ6uj8GSb2/wf3AAf/CAD6IObv//0VHPn79PsE/AL7+QMVBPP5BOgD+CYT3fgN+AfyCxD59gT0AgkD9fb9FQ4MDeEl6/T08gb4CAED/Qf97PH/E/z3IAYZDer+8//68ff+9gb5+SvxERAG7fsAAff85hMO//0KFt3pFRr+6wwo1t8Q+jnbBAbbABEG+wMJ8x///P4A7wUIBf/ZAPQu+gH9+hL1Dfj98xv///j++Qbh+vkCDSEH9gzu9A0g7QL2Dhb/4/8A7wz1/RP4/Pz6EgMfDPf59ekEBQ77/OwW9AEG5wMM9OwEIgrx9u0BBRgDAP7z9AkDCwTx9QTzEwQO/wsR4AoBCQrm3PYTCv0q+/DyCBEK7gj99/H6BRv4EvL5+/X+Bv74/BsBDAn4A/34+v0KGv7v9O8QBPfrBRoJ8ALy//fHMeISKwEOAvYO5Qv7Cwf5BPr19Q0C2Qj2BwIfAAICA/fzFPkC/AP7//4B9xHzCf76/f79E98HEwUEBe0N8fjoDAb0IAkm6xrp6/n6Dfsu6A8JEND3Fwju7fn6EgAP4foLAxnoBw8LBfn/AtkP9Bj//QD//PwA/fgFDfgBAOwcCPkJ+vIABv77APwJ//7xBQb6+vENEgX7A+cc/vwA/PkXB/v7+/wV7u8P+wEI+uwE+f/9FQEF9gkC9P3//RHs8QMFBggLAes8Auz1+QD+/QEL+gQB7gv0+fr3FPod9wQCAPz69wILBQP/+P74/gwP/+vw+wgLCjL6CfTw7tofAfn/9REBAAAf8x0UCcwP2PAP+QcDDfP+Evbt/v4N7hT/+vzmCuklDPUHBAr5+gIBAwT5+vwA+RABDvjXB/IJIPgK6AoS8/cQ+fP17Q8DBRz3/egc+/ILEAQBEO/m+hMI5fYKAw0EAQcdE+cKCPPv9PkIHiDi8OoEBfgACPgY6AP/9QcJ/fADDAABAvgAAQX++xIP+/n49gIU9N8NHQf09fv/7/f1+SgJDAXtDQD79AcE9fvx9vMdFvf1+xLoAAQbAAf9/AD8+wn4BAkqAeb97vP8AgL7/fkcJPf55PYi7AQA/QH9///8CwT8/gD///8GBv7w9PkZ/ggJ9Afn6yn2CwP4/gf/AQD//QnzDgHqBwcM+wr3GuMH9PcM9f0O////EdL4FQYE+gz++/37//4AEukSGSzn8uYAAPsAAfz88xk66fHsBAz/8QIC/fr++/8N4hPqCgwY/fYPDwXv+fn7AAf1BuYeEfP16/UH8wAb9Rb7/yPw+Pv3Cgc55tvxJP3tAgz2/gL/Afz/A/vnF/oDCPcU+Pv89woEAxzcAgvxE/Mh+PT6+vP7ERDz4Of+Eyb/DPn9Af39AgH6+P4qDfLjBBj7+w/x/wfq8/r7Awb5ABcLAALqBA0A+eoM8x0S6v0BDP3m7e4QBCHZAyfu+vEXDQAQ7NnVXQjxIQcGD/Hu9fAP9OgDBQL6EPT/AQT8/f8R8/n/+RwF/f7RHQAjBvQG8PX6Fuz9/Bn8AwwB9vz7/AbyFvkJ4fXlOwvS9hgRBfIO+vkE/v4I+gsL5fce8gn/AeYDAPQEEPkW9voRA+EQCQMP2u0O+QwOCewC/QIMAwEE8O/xCwX5ERbw9QEBBBj9AP79APT69RoIGAv97f0A+/zr5vgOChHzG/b3BPj8/gAc8PIbAfoC/wcQ9O0D10P5+e4ABQAS+vkH/Qv9/fwC/wEG+t8B8RsDEfj7Avz9Cwj/B/35Af79/gry/gP0+vQLH/P09/oDARsICff36gb2AiIC8fb99x76Cu/08iIf8fv95Q4S/QEH8QQL8vcF/wIH/wMJ7u/9GfYLA/sH/Pr6+w/7BwT5+AD5Dyn9+Pn48fQN+AIJBvr6/AkU+O74/ggGAhns+SgD9/XsDgH09hv7+/XpCgP+Af8EB/L84so+7SkS9xfmHfAD8grc/uxH8RXrAQf7/Ar7/f0D+RTV3ele9QQcEv7p4wUd5gH+3xj+If/sBf0a+f7uA/wOCPP1/vf4FAv+9wUFBesFHwb27wT/9vwK/fER9vsCAvP//woU9fgE8PQVBAX2/Qv99fgF+P/7HykLJe4O3NX6+uznBfwM/CsL//HXBAIHIAT5/f3//f4P9fsANPAfywEF8QgSDt8EAP4NBADv/AQDJ/cO6+nw+hUJBN70HgfmFgwGCOj++/MTAf368w79+xDf/wYBHP0BAifp6OsRCPwIBeb1AvfxIBUo9PcF494ZDu8F9Pr6FgMLB/z9Lub98/wTEQXx8fb0CifU7AgU9AgBD/jlBt4r+gsj4+8F5gwRBQ0Q+PEI7fsKAv39FPH1AQveAQsTFf/sAt1F8+kVAvT38P8KFPb8/AUUDgPy/fX3AQv36gccANsV8/n+A//+ABcoBQHv/wbg/fz7//wDCfwG+fYG8Q72BRH9E/f7+/0DBPMPGfUJ9f31Afn8/wIG/AYSEfoF9PH3AwT7A/38/QEH+vP/Bvv9EgQQAAf4/gPuAbPW4E3/FS4IEPX9AgD4AgLc8yABLeEE/fwx+f0CAujz8OoCGv8n5P8TOQLz6dz4AwEO//v6/PsGJd8V1gP6Gvvz7g33/QIe/vAO+/j6APsa+f79EgD7A/0Q4+DuDBryJwkB9/4H+wH+4iPmCvkk8P8fI+z12u4Z/PETEgX59O4KFOntB/EJ+BwNFe8DA+/xCg8WEOwY/d/r9wYKBv/9+/wDDPPs+voPEPj4+/0QAvwL8O/2+PoIIQ/7//X5APsWBwsFGgYO7+LyCwP8+//8/AT5Qejh/PHVOvf7+AD/Av4W5hLx5RoBBhD/BxIE+e38AvT8LBfvCfffHujo+ggK5h/v7vz0Bxz6FwUS6/wA+fgSGwDj/gfpH/Ua9NIgzVXw7yT46wcS8Pn3Jg/r+QgR8d/+//PnMAD0Bv/+/Ar/9wEG/d8v0PzwJhPk+BH19goZBB0TAtzq+90x6DTu+fr4CwAYBh7e6usW+/MFCgML7fgLAgv3CPv4/gP8A/35CP7/BQEMFvH0BesI8wv+/wb9/AXqAAnz9g0Y//jy/fX+FfoYDfsE+P4C8goX4BMTFe/p9/H9CgX5//sRMOUFFugH3gL0AvsC/gQKAOwP8N0ZBxkA6hjyEPL8/hAgG8rk8CUe5OHf7e/e+08+I/npD+kG+QP8Fv38/P74A/sKA/T+//sLEREh5fzg8wn76fkWFvrzC+/xAAwFBv0MCtDyHvr4CxoWA/ME9vgP8wz++/j9/wYB+wYAAvz/AALwEwkZ+PXpBhYH5Brw/wTyBgQD+/gE+AQX8jLc9Oz6Dw73AgP6Gu/yJO/v6BnvFPoQ8vLyEfgFDPsPAvYA6hAG7Ans5PgNFyAB9/H8/QP8H/kG+BD8/PkH/yXk9uv++SD+8/MQDtwFHRIQ5vPu/h/6E+/8ABEA8f4PBfT7/v4D/gL34PcMFP0S/f8I+gn8+QQBBgUD9/0E+v77BPv9CPQP+AT5BfgG+w4B/P3yDf8FBNwA9P0eKf7u+AwjA+rr/QT++NcREBX3BhD7+hEJ++368v8n+Pv6/f0L+QbsDP39Be8K9/b3Aij5+f7/Av///gzu+Qf/+/0EFvj+AuwKAAUM/wAG/AX6/gMKDOj16hUPAP39BAH//gAFCfr6+wruCgb5DxHt+/gBB/725x0m8vP9+wL19fj6/ir5BxH9+wH1Af4D/v/9A/8EEPUG5QUC/wsP9vf5AgD7Dvoh+PL3+vcUB/cS8/z6/Az5FvT9HuPwD/D4DwfuGPoCEff38vwM8RTw/gcXBPD8BPf6/Pv+/QgU9Pf8Jez4/BPsEAUU9/v7/uz37PbuBhE29wb7GAPx/v0E/w/u9/f+E/byGwDwH/b4BusB7fz2Fxf59vwWDwv96QD9Af8B+fwN+wEI+f4D/gTpAu75Cwj8HiIP/vH0APX3E/EFBP/86Q8G9Qf49f79Ff0B5jzp9/gHt8Y1SDeyP98K/PwD/gH+//IZ9dr4Fvod+fQGBgnu/RP1Bxbr6hYR9AD+EfL//f0F/Qb28/cXAAbw8STqB/cc9//8/wD9A/8HKOwCIOQC5AH1Dg72+vz7CB7y9frvBP4Q+Q326/QH+CUV/wH0J/zs6AsG+ffz+vUd+Af//v7/BAL99/sN8wn/CQEFCPAi/vfs/vX5B/oGBQkI/gH//wH9/Qb7/wr7/voD6u8BAfYjAQoK5O0VDusYAPn98gAFABEB8P71+xADEv4L+PkV8Pv8CfYGAPz8AfwP7x3zAP73/w7l6gr7DxsAAuPq6vo3+jDt/gP7Ffn/+/wF8vE59OYQ9jMLzQUwAenW4A/6Cu/6Hgb3Dwf+BesDAvMOBPYQ/v75G/wV0Q7oGPb0EfH2BP8AEPQA9w31/wsICPruDe0J+hPm+f/vCyH5DhEa6u/02xIa+/gQFfT2+Af+Af3mFQgCAOwEByXz8f0DD+8DEuT/D/wAMyXk1fbzBhTs9BEfFOHn4vcSBBj99wXt8/kN6OATPuf+9u8I+jICDBTi0T3ZBxD2CQQLBRTh9v4H8PEM/wIN6/4BEPv1EwMZ8vsd7v31/fv8+P78CPoU6BLtFRHpDP4H+P78B/YCCA3s+f3l5SQjxff+HBUX+gXt8vcn8vf9Hd0QBiEozu4HEPrzFu37AQQI9PztDQXyFu7r+/4AAR4P7PkBE/HzHwTyAQsN+vz7BQ347yke3+IEAQ75/P78/AcHC/72/vD0FwT3/QD/Agz8FwLm9RYC8AP7AgACAP/+BfwCAPr8/f0S9AAKE/oE8/7t+RcH+Av1BOP2BfH3H/Qmx+w/LPAh5e3uB/8MEgnkAAESAO8B9v8I9BAS/vv7+P/5+fsF/gL9EvIp8fz4DO0I9wESC9z7BQ77/QcI+PryFRMc+vP38P4A8RD69g0I8gcH3CL8BQPtCg768e0IAAAS+/sAAgP+Dvr7+vwQ+v3/Cf0KBQD7AP/6CAMM+PwL9vQKCxDr8ev4HRP4/PL+AwEFzv0NKPLz/Rz8/An//P79CPAB/fsL/wcG7BD9+e/3IwX98hAFDez0EBXzDAQB+ADu9wT48foUAA0A6egJ+wYbCgkE9/T5/AUNB/XvABP76R3//AHxAPwQCO/g6yYdEvv3++jdFvgCFxkV8f8RB/ns//r5Ev7++/cNEQYM7PsU8vDp8B4P7/j6Ghoh6urYH+cUBAD29Qv/AwMk6wn75wn+APbqAgD+ACT8/fEbDev4BwEB/gL6/wL/B8oNFg8C/+Mf/QUD+////AYO+wgH/fXzAv3/8AX8Cf0M/vv8/f4A/RIW/gDqD/7qCgX9/Q/3IujxEQ3uCuzyAwr39+gS7RYh8/7/Bfj7Cf4EASvu6/j71y/3Ahb75Rb9/vf++PoA/AsSzwEQAB0K9gQF/gzp+Bn2AN0S2btDQwD36fYD+wUTAQoME/ABEvz46gv37wjy/BQF4P4B9gr8DhfzFPv4//0BCxHv2AwHA/UcDAgZDegZzfj5/P4L9AgG/wcAA/z+Af3+GgcN6vnt6xfz+QEEAQALA+/4BgLy8gclEv77Af/69QYIBfvx8PAJHtwRCgL8+/0T9A78Cfz7+wj0FPQABfz6CAD9A/8B/gIA9RP88vb9CQ/4+/z49wb6I93j4xgkGRru+xn1FfP28Qj4BAL0/Qj+CQL7+AD//v0R5+YT/+8NACX9CAgD//v6/SX89AD1AO4H+wj9A/3//QXy8AYA+v4aBgjh5e4Z+xkXAQYB/P3//QP4DvoY5tslAxIo9ADq+vr0Aeon+voKAe7r9AXrFvX1MdUCBeJF/Qb67eYSE/0OA/oRAeQT/Af1/RIdD+vw8vv73eUB+vIK+U0jyvAP/QAAF/v9Bf7zCPoQC+kWLfPg//cKAvX6A/z7DA3pAwYHFQLkBvsM8+4T8gz92e/3F///MPv3+QACAwIO9Pr7+fwbAAcYDv3t//n5/grj6OU/EhLjFfQS3gfsCgsXDQby8Pj+/vQG+Q/87xT/1SUU+f/z9hLp+fwQC+0UBQb69gIFJPbpEg3y/f3z8hAW+/v6C/7tAwsWAwPj8gED+/sP9vz5+hYIAfLyLO0B+fz//fsC/gEM+PoI/f8G+Qsc9v/wBPgBAvECAvz2BfwX8fP+/wT7EQ/8/P4W9fz9Bt0y8fr++A8C4BYD8Psf+AQF+vEb6vn2G9/vPdw75+0J4jnq/OzvHwTs+ij//fX4CQUNDfX79wX1/RP2BOwL/QL7A/r7Af8ECuT5+SEf5RPyCQf/1u8BHg0HEAju/ALyAw7z+vIA9Pcn8gMc8wj5+AMGB/8A9fL2F/wCAPUZ9v/+/PgAAAT+AwcHCPr7Afv+AgEP9vkA+wYAAiLu3uHfHTPeROLoB+3eQfUX/f3/APz+9uz+H/H1IfoN9wL9B/7xCA709f4S+fcJC/oKDOwF6Qv+7x0S+Azn+t4O+hww6dYQ6OwF8xH/GAv3DP4/4e7tBADT+AT1ADUHAQv9Af/++QEFBAACAP3/+QT5BvkF+vwJ9gIC+fsEBAkE+QEW9wDuCPb22BIOC/sW1vcCEg34G/8H7+9axukPAxvv+Rbr4yH4/vr2IPL9/QYF/vwA/wH/AAX58/3iESX7/eL6DhD1Je8P8PQJExPXCPv3JwL89fv5CPn0CBn0+P/68hnr+PP3L/0ABgD+/P0F0CLp9/b4NAwk8fgCCvT1/tgM/PgPHPUICAXt9xAQ9vkIA/r5+/79DBcBCf/39/ACAwUA/P/+/wD+A/j6Dv77Bff9/ur//g8ZB/bwD/r4/RXhEBgvAeLp/QQO+v0E/fQBCAIL9///+vsA/grsEPj+B+Io7PwP9e0e+QAD+Pr++hgA9ekBMQvw9e39Ndj19QMbCA36/ff6/Aj//P0BAf7+CgEKARD59QD2/gX//f8C/wAj7xD33iPz8gb2Gvb88/oK8v39AQb//RH/D+7/AQLsFR/9++35AAEB8AXzAvMFCRX1+AD3/AT/HBf7Gez+/fb58t7z/yMdA/z7CQ7gCgf1CPkTI+735vIUDPId+/z5+vnk6NIm/AoDNO8S/fj6+wAU/vUe6hP1+gTn+wr1BgcW/RX89O/1Df4N+/D59P/zAjQd7v369g76AA8j6NoY/Pv9IfLl8g3xKu4Q9voE/v4H+foG/gb+/v8C4eT5zTHpRRYEB/v7/PoCCf0BBAf38g0A+Bz++vv8//8NDO8F+vj/Af0G+/r8AP0N+w/19/0V9gP0/BT5+P7/DiM+99rw8+gD9vML+gzs9yPs9RgL/vwAARTyEw0J+dz6Cu//AwT2AwniLOsm8+kI/QID+u7jK/MS+wD+9f0S+grkDvMPDAf4Avzq/vH8ChsLBfMH//wL+gLxDwry+vgEDRgN+/IF6/kFJ/ff+AwB4R0F/BD5/fr/AfDx6RwjE/fu/Qr/D9ziEB1P9SPM4/buBw7v8AUM8vkXAwEB+fr8DAH+/AT////9CAn5AwX/7vkQAf8G+/7+/gUSCuMM+gX0Av4FB/39/v4BGxfh2gTiDx7+/xH8A/z4/ggABwEO9usBC+XvBAX3DhMCAAD3BvwCA+z72QohIvT/8vr58gcQ+xfx8wb/FQX2B/wFFPbcDQYFIQf76gH4+wAZ/Q4G9fQG5+nxFhD68v4WFwP78vXoBxQd9/b38vsHCx71APMB9fQQAucD9AkQ/gn5FgPy+O4b+v4FBvwAAP7+APIFB/z3GfTz+//+/vwCGvf6AOgd+fwV+QcF+fsH+wXx+QMA+v0BHAIy9vH2//AC+AMBBPz+/gga9AoF4An8/v0M/v4B/P0CHQ8Q8CTD6Abf8us3FgT1/vb8CvwE/QQC4xcgGOAK/Ojj8hzwAP8i/usm6/AN9xL+9w767xX6/wUK8QAF+AvyCvcHAAH8/wAG5iP0/vr6/hMSBuwTCu779gwI/f31/PMP/P4V8fj8CwD/+wQJAP77AfP5+w32/vYi+AEI+/4B/gXuCgYQBPfgFgH8AwD9AP8C/A/fAwvYMf/67yn+7fwGARne7RYQAgzpAwr6/AH1BAP8Ev34/////wUm9Pb5Ae8B/wbv8f33FBPt8/j4AwD+L+cHAQb7+gMT9gL//xMV7fXmRe/tBAXvAfAX+foFBgX29PAD9fUa+B7yFPj+/gX7BxsC5wP39wUG/PMu7f8K+PbuExv99Pb5Bg769QcY9f3z8gDz//od/ggJ/v/5BAH9/xPz8fYE/wYJEvcW8f33/AEc8O4A/fb6F9r5Wd3+/tsg3AALDfzsASIC//QQ8f/7EBIF5eT5BgcaIvzr7/sKC/j1//n1/vcOG/QG+gv3BfcO+P/8/wUHAAIK8vMAHvT1C/f6E/8L+/r8DPT7Avr9+hL58vEc4h3+C+sOBAnvAgcC9uUcFhgE4vUY+wj87e4BDwYC/v36CvcB7vn0+BQSAwPy9fsT//X0Iw8M+dYG/u8j8hAC//0GAfjq8wUGEf0N/hf6COIJ+gb87ewDE+MPAR4Z9fQGBwzgBvP2CP4EEP0B8BTxEAP64xv2Af71Avv8HvD4//YIAP4cAvX6/fT6BxwX/An//PXpCw0D/Pv/AP39/woK7vj4Ag3z8Qwz6/HmHREO8vbz7AkP+v/7AvMT/QYD//UI+wr6AeToFg30Hf4C4/IYEv7++A3yHwf3+vr0CAgH2Qn1ARgAC+bv9x4S9AX3/CLx+//xEPL+FvvuDfgN5/kE+v37ByLzG/f/GP7r+w37/fz6/gAH9vb/+f4HDgoN8PAJAvL7HPkLAOPu+SgLKerpHO/oAg/x+vcA/P0eBvIKB/gA+w/7LfT85/v2+xD69Abx+wICHO4H6DQB/P71HA/2/OnmGfsI/AD29uccDRv79u8ECPr/+Pz+DvX/CQMO/QHOJv78Bf/3Avb//Br9/fkZ9foJ+/4R8eoR4SboFNkfAg77/QP9CA7++wHy9wcH+fjx+vr8KO8a5BEF/AT8A/Y91v/tCAD5+QAOBvMGAc4FIFwD1wHU/vj66Agb+wj5+f4MIuv6/fwT6e4CCRb69v8S8/3+/g0VCfkC/wHiBgwSAP0X7uAC7QIKFAnz//kEBP37/QME/AoE1xH78/Mp/Ab7//IO+AzyC/kfCwfo8gQaAtkU2xz8H/j47/Ui8PsPF+YZ5RTt9gH6B/QM/foHBAP16wsJBAD/+QII/Pr1Fe8J+fkI/Rf7CQr68fkH+wXv9/0S/PgIDu4N6Rcs6u8ADxUI9QX95PoD6dz/9yz6HPwW2TL26gACDCHuAQH18P7u/ADwE+wWEvH5+QgD+fgi6/ruEgoZ/freBAgcFvD1/vwDDv7vAPcOABT//P78/fsEB/r7/f3/B/D3DCIR7vX4+vsA/QH/EfwNNtjt6AgN/CLv+u/1GuYQBwzVNtYLAf8FEgD3BPz2/Q7+8e7+EPoN9fwQ+QAABQD4+Rzu9BQB+/gEBAP+/QH//wEUFOrvA/wIAP35A/T6Efj28SDvAhL/1gMmDu769Bf5Pu//9v/gBxb5Cub08wsPDP0A+RLz/fv58+4ICe7xNtj7BRYOBAX7+v/7Qd4B9vf6COIKEBH2/Bj77wX1APoKC/0JIufx5g//CPgA+foDCwH5/QP2AA0D/f0P+f75/grUGwciF+/dBuj3Awv39Ase+gES/fv8/gHw/Bck5v7xBRri7OwK/yr56iQKBfv79PgF6wEOCA3z+A3+8eUhD+8A9wwI+vcK+QH06Ab5FvLtL/MK/gnw+Pcc6/YACPr6/SUNG/H69PUBAhQO9ez8+/kN+gkH8wr8+wH5/PQOAPv6Ein0/hoKyRTlFuzlEfsODvLh6PsH/gQOJPb5A8gfGf8O+BcR7O8O/Pr/8P77/gIe+w8B5fn4BRn7COj1Iego+PP1Awb+/fv7ESf78vQFAfr4DPXv+RAA9xHzBAMd4f4FBfX6FPz4+AcK/fUKB/j7AggD+vkA9wkIA+sDFPj7/fUZJeLp6+zsNRnn5gQZEQHlH/cYOuj97uf99/8CAAr5/QcFAvz5A/31D//+/P/8BwUA8Afs9zkM7PQR+Pj5D//5//r9AP//DP4CFuzuBgv5AQUSIPPw/vkK6+cD/vYn7xP6/Ab+8fv3/h4A/AviB/8GCuPz/AUUCAEMFeX5/fjwDhoIIvUT9uvqAur/9xkT9PcJ+vv5AAID/w7x+PwU9Rf1BvnzCBP+BPYA9AAC8A3//RD59woBD/AHAAbJAu359zMgMu/w4wn7AwUi+uMR6O4FFxr99fIQ9/YFAAsF9v3//AEZ+AXu6AQb9QP3BvH49/Iv6P0WAfHxCRj4BvkK+P32E/P2EQfvA/gUBu7rLQD/9v4D/v4A/P/+CPfz8gz1/gwYBfUWBPf5+QIYHxX72fH69e8Y+h4EEOPqAw7t7/X9GQgQ3/Qi+v4O9gv+Bvf8AfwB7PsH/QwA+BL7E/b3Av4G/v/5//n8Af4U7RII9Qf/BfgL/egB9hP+CALu9A0H8AoOAv8Y++8B8Qr19gQBFQzy/A7qA/caCPf29fwHDvr9AwAY7eoc8/PzGxr4Af/u+fwLDxXwEfn12xLw+/EDD/8a+fEC+PIAAxMMBv7+F/fwAQEH+/j2/QH8F+oS+PogB9MX/gz98AQSB+v99/Yj7fgS/fUCB/8AAvwG4PrWOhPdExP+/fz6Af4OAyH+9uoA+foO/vkDAQbiEgoCGOcWHunaCAL5//sC//8LBg8F9ff0+A7/DAblG//pCOkSC/XqGfkJ/QEA/QH//wXn/fkN/PsXCPwE9OfvDS79Ft7l5x8i/wD//OQHFQwA+QTlFg0D9PsD+wPt+wL/FgTqAP0GCQ36AwgLAOrxE/wDCAAJ9fn6/AwWB/X1//X7CQD4Df/x9QsLCeoBEwr1Afrr6RbsAAY08RYQ2A75BeAWzeJr7SHZ/QL4/vr3JvQC/gL8BPoE/v0F0yQBDPrzE/0MAwALCPvp+vcDDOAg+AAD9QAOAf79/gIFA/b//v8ABAEK/PsH9/wE6yH0BPz38Bjk/O4FEPcKG/v7/wP9+woGD/3/Bgnp/QEK7wIT/An58w4F/vL6B/IKBfjuAvgQAQsUB/H/9v0H+/n9/P4O/fwJAg4HAQL47/8VBA0L9w/n4gf9/vr++v8N//Pd/voRHAwQBff7+AUB++gNBvT3AwMU/fv++fv+/RsD6vk1BOX1Bv732TAa2/cX9vv36yUG+wj88t4nAecjAvbxAfz5/wUfHgjv/AD76gn7/f4M/AL+AvgX/Qz5/vX98vL37//5/z8e+OcV/fv5/fU09gryCunz+hrv/AL1EPv29hH7/PgQAxv5+g76B/Px/Pz9Awn+Bvwm+Pb4/vj0CgP7DfAS9vYH7gIMF/L//v78/wEC/wD/BAED/gEQ7/INDfHnBh0T5AP++P8D+voLCgAFDRzz7OkL+v4A+wIE/wjWAQgIBP8RBu78+xP4CBH4DejzChD6/gf3A/b7Dv33EiDy+/n9AvAMDPcR9AD//P3yBAAV7AAJAC/yDPXuBez/7AMUCP7//vr1F84mJv/p8fMIBAT07hUH9fn8C/j/+xj5Cv77AAAEAPECBwn6+PsP++0F6hv8DgP8++n/8AILI/QW4PwCMQDm9PD/CgflDhkB+wob1eoHGf3++vf/DfsN+fr6CfcF/BMWAAcD6Pz0CAfh8goDCA0FDPbx8BMQ/P4M/PUQAO78CQQC+vv8/f4NK/z84QUC7gYc8AIAARLs8vz8A/7//wAJ+/UQ9v3rBBz+9/D0Fe4cCAD9Bwb3/v4EAvTx6wP7DSMD6jDs9wDvEAry5SP+DOcKF//x8/3+Df7w+A8a8/j0D+T59PMA+zwG+vz3BPv/EwMO/xjq+vr8ATMM+f73Btj0BPv/BP///wIDA9nn8UT+BwQm8uYGAPgA3w4DGfICBAED+gD/+v4FBx/rDRX44voAAfn59fv9BRv0FPr9DPH8CPv6//7+Bf0OGPb29vjwCBYTC/rjCw/u/PX9ARIB+gb65/4CAAD5Ah3w9/r4BfwiA+37AvgV/wMH/fj9BgH9AwYKLAIC8u7eCO399w0D+xMC+Q7k+AHyNfXi/hQO9vob8yDf7vYWB/EO3vdN8BDl7wvm+Pnz9gFB/gP67yT9+PcE9g/m7fkX+CL4Cgz3/fQR+u8BFfAFA/gK5vr2FAsTAvfl8yTUAhETCgUc7On+G/j6/fQW8e8N+hES9eccEdwV9P8I+PP5/AoPDwD9D+j6/wULDvYI9vv6/RgH8AgB//H5+gAGAQX+/v0GBA29GCv97ewO7xn9//gK/wEGGeQDEen13PE5GO31CvAWFNX9Cf4OAv4H/v7+/gL8BeP19TAU7SMS/gbn8PP9FQEJ3wEB+wQk9Pr56vcY/QH49OnyDfky/fr3/fz3+ycKC/PiAhz3AfT2+QINBQkA9/gAB/wK/gYFC/D1/gcG//kAF+ciBef8EBr/5PAD/QMa9fHpCQcV8SLH3h0UEfEG5/vvARETEfnyCOf59xMHFRr3/PkA+RHv7OvvBxEdCP7t+xQC+P38D+35DPj49ggfCPsA+/78AAj+DwHzA//8AgDsDxvh/AAN4wccHOnq8hn+9fYOEvfzDQT6//oABf8F8vUPB/f48yEbKfD36v0C7AgCBfX//P4ECPwEDe0C+/7/BiHx9QHvBfj77SX6+AIGAf4B/f///ggH7R3uAukBFOzmFgUQCvQEC/TrBf8CCgcM3e0aDAD4DRn9CQTa+AUI+vj9+SEayRT5EPkBEeTkI/Qe8goE/OcL8v8EAwH9/wz/9wjn/hH9EPcJBwv/AfL+GCIC4vT2APjsP+X8CPIC+foBBvYJAvwCEO7r/RYF7BID5/4ACxv2/P32EA//9P3/8vsbAgD9+AEL9RjwBOgU+CsFG/jUxEDmCPT3EQr6+f76A/sBAP8CBSPm+hzjF/D2FgP17g358A4A/Qb+//8BAP7/AP7+Bv4D+Bv8Bg7q8QIFBwf2+Ar1AQzw/AEE+PoR+PsC/f0D/hD78/L49yYa8fUO7fvz+RQVE/HrEvj1+hcLA+oO7wf2D9f57Dku2/kK/Av9BgL08RASBfrx//gDBfwG+iPz8vz/CPcG+QoD8wEAAfMh9+0R9vUB9Q0O9/4GAO77Cfwb9QId/OgGA/b8BeJV3fb/AOYPCRz6+vEV1grtBvoI/wALASMV7wbr/PH75woDD/n+9w8IAAX79wP6BB/tCwcN/e/p8QbsBez0NATpDPn3/P0OE/Ii8hL8++cJGeT8/f/4CQkSDev4C+kHBP/qA+QTFwMD+Qf+/v4B+gv+9/7+AAgFAg4ADePnIgby9f8K2f4ADhzyAvYV+RH/+OgPC+XyHgIH+QkA9wr++wT8+vv+Av8ADxnl9xMXC/LjDRwF7wfp9v7/Mvzx/fvmA+0Y+vv09vck9gEA/v8AAQ0LCvT4/fj9DRfx7ijn7gkEBQYG6f4U6Azs7vUZ8hMGDPP+BAb4/gcJKwXmwTXtG+zo9OzV9jUhFsjNVjnTPuXmDRnt6QIK9QMa+/Aa/9zuF/UP8xweANP8B//59P0B+RUD8+dFzPTvMfYL/gfzAAAGDQv4Dvz55gYPDfr2+fX8CfoC+gb9+/wO3PQ46PsLEfoL+Q759f/9A/b+/wX/AQEFD+v1B/QOC/73DPz7ARPuBOkCIfQE/PkHA/33GfQB/f30/wkH+/8AAzbv+Bn0+ef27fsY/vv4CAcS+/Hn/fwo+Q//+fX6/QEM9/719vQAIQwV+xbs7/wBAfvxEuX/Ew3/6/v2xTQnDPjtAPj9AP4VC/wK+PoB//0KCf/8/f8C///r5vQRDBbxGAH/Fu76Af8C/f0J+f3/Agf6/w35D/j3A+vlEA3wFQMMAvgRCAL1+f7y7t0aKBn48AQEAPYC+/0IBgL52fX8AzH4/AH3+/8EFvz9Cfz+/vwKKgTr+gLtDvAj3/wL5hj0BgUH4BkA/P0CDgcIFt3yD+/58wby8AQ87Ovx8ywLHdsBAP4O9vr45yX1Bhf57xD2AP8R9h7qAvH+B/kH+ucVBf8MBPv7+f3+Be/y/goA/gUVD/weI9PY7B0Z+/HyCPcDBxEU7O/t8wMd6v0N9/cNCwYP9hYC/PLvBvj6/fkm+fcB9P/1+PX+FBn4HPD08QIJDO/2EvkF+PwYDPQlzxjeEgTi8uzSSPI5+/wCBQcMBu/2Ce0j9ez2Aw0GHucM1/j8H/77AP3+AAsAyw//DhQTAfH8/fz/A/8CCO0N9/L3+Acm7/kDCgYA/wbuE+/8IusO+gDvCxQK6vYI+B39/f778Qci4f8RJN30+B/77v4D9voHFAwH9fj28wLT//z4OAjzBw/X9hYA6g4WyAcqHRDr9vnt2RMADQ0R/eIA/gkFCfwNChUA9/r4/Pz3CQP7//0BBTfj+Az1B9ET9Cru6QjpH/rvEgj8+fr0FPwA9SDi9RAJCAH3+f39/BAD9fgJ9B78+B/36RL3//v+9fgO6xEK/gHuDwf3H+v6//v7B/v+AwIFEPED+gAE/v8X+vr2/gP6Bf0C/BEBCfP2Cv4MCADp7Q72+Qr9APkEDQok9eT0Efz3AgQLEPHv8wsx+/fp9/v4CvwA/wMB/PYPBOwJ//8BBgPpAgQGAP8KAfoB//ry8fwt8wD9BgL8AQv0//QVCfcEABT4/v8E+vMHFfgs8/D79vP5AgbWE/UUDP0X9fkDAP79GvoN9fn67goh6PH5CgbyCwUG/wsF9fn4LvTp4gv7DADo9AkS7xX4Duwc+eMi+/4CFA4L3uMw9uv+Gfn5AQH7+in79OUK+f4DChH9A/j1AvYdCe/z+fEDCgUCDfUh8ub+BOcDG/L6BQf8A/38/wH8DgUZ+hH45Ab2AwAD/vf+/AoZ+foVBPLXE+4w+ucLBv/wBBfX3R8s6f3p9woR8Q0BBvEAIvL1+g3//f7+Af///wj7+wj0AgECCP8G9fwW6fgTAPsl4RH9+fn4/gAN+/r/Cg3w3gkR9wQQLfDf7wb/DwEf7RPp8PgV+g8cBOr/+/zxAe/x1/VKFvMXGgvu8PblCvYB9Qv5D/wF+AT7APz8/hPz/QL6/vf/ICPc9Cb9+tsVDfERDgAB8vDw8fUq7w4AA/f17uf5NfwVGOr4CgboBAny5BUQ8QX4GCnl/gDw+g3++un0+e0eKP7y4hID+woc99zxHekbDgb+FPXuEvIL+/764QAA/xUMBC377AoE7Pf8AwT9AwD+/f0A/vz/BgD9BA769/r79/kcLPr8zQ0T9vwj/OHvDP/7Cw35AvMD/f8GA/8G8wry+BH0BvkE+gEBDtgRBAcS/P//COkK3QX/DBjN7+IwRsfaSxkW/BYA99jwAP0B//4A/wYH+/kEAP39CA4H/P34APEJwAk/6PkE9CACD/fnGfb2DfX8/hD8AwAC8vUOAA31+RD2Lv/0+gP0+MkP6xsc9Rb8E+Xv/AoFAA3eJfbtAAsR/vj49Az7AP0YDhQL9fIP8O4E+/sJ/vr1D/wf9PsA9/oE+/sA/QD+AA8R8fQA/vn1Hvb3BQcC8QIS+v35+P33/yYZ+fjhF/X1FB4E9SL64vH7+/39+g7+AAX+BADsEQ7+9DcTDNoM6eP39gz2IOPs9CQIIxLu3u8JAOoL7/8GCAMM8/4A8fP1JRH29/31D/f6IQQC+wkB+PwD+gL+BAf8/wESB/ED+wL3/xANHubz8QH5Cgb+/wb48QMDBvEA9Rn6/gfnHgcc+/Pj/fwK+PgA+xIf5Af9CPkM7P8B/////f8IA/8GBfn2AQP5/BH4//v7DQ/39uwjAvEC8wcW/wj19AEO8/3vHPnnF/77J+ka6/T94/UD/An2BiTi6Q8CFdYeG/MD9RX9+wAH6g4DIO32A/8K7wLrOfUH5QIO8wn6BQH19Pb79PkY/RriCgfy8PYTIRQW+ff/9ff8Bfv0IPb5+wIFB+QNJwPUBNIkPM0m7fD94Rgm8v7y8woGCe4R+/X5CPP1+AP7/fwoGw72CPr66/oG/PcB+gD8D/z/E/QAAPoD/f4ACu0S9QYFBfoC+/kQ9xj1CPcEAPL/Avb9B/z3E/4B5g0B6w4MBf0C7Q77+QoJJ/Ac+vLu8QHyBP4P8/8CCv0A/RD7/Af49Dfo8AD8BP3tE+8HEf/9/d7uDPMHC/wn+AH3ABP8B/nlHQci6/LzBBHsAPH/9QcX9AfvEQ0AAvf/5PPx8i0b/yv2B+zu4u8s+vL78/z/+jH4+v78CQH9DRj58goO+e/9/wL5+P//9xkH8wQAA/b3E+wT/gkK9wP2Gf36/e8B+wjvFvb2+/gIEwLuE/QGBQP6EOkF6wQr+u3k7iH8CgbzDxMa9PDn5BoJ5+385CYc/wwK/QPrBvv+DAvy8Qn+/PwUFP758w0D7gPq+/j/9PkmEeX++fz+CxULABf3BwEB8PnyCAAC/Pv/D+EH/CH+9wj9BfwN9Qf7+gD4+/7//f8HDfz59gj4/g0J+goG+vgC/ATA3fs00zgfCvj6F+n0Du4dIAcDBPTx8fvoB/r/+xD+EAMU8uMO/wj/IuDoAOPtLRnyEPsF////AQz48xII/fX8BRf0Bff3/QDqDO7tD/EkDBru7P8AHfj3E/wA8AL+Bfz3DPwCCPnzCxQS7fvYPfbnCP/7+/4AAgQU9OsE/QvzDfcK/gX//AH/8gQIBfb6/BEOFvP9CeYQ7fgRD/Pp+g4EJNbpE/YF/BMBCu84+OL+9wn6BCvgFPTmFAb87AH8Bf3g7vr6BfwkGub9+/ADGBIEzeBHKBLW7BD4+PzrGPz6G/b+CAED/fsJ7wL2Dvr6Cw396CYH9fz7AgwI+AD5A/gAF/r07AwE+wML+/n29gILB+sR//78/uojBwj5+PwJ/vzaIur4AAQTCtkUAPXzFhIE//n+B/MEBAn16/4DBQYPBhDw//0CH/nqBQACA/v9+wPw+vAC9vv6OeXoLQf+D+gK7foDD/v7CwbqAR/6Cfb2Bt/+Aev6MwQHCf789QUABP/0APwE+gj6EOn09C3tFv4BAALZ4spY/SXoEff1B/sf+xvyLOvj8wj++e0E9/wAHAjlAPr4+ABB8Pb3/Cbx8gYKAQrZHRfy//cHCPH4/foLBf315h0PB/338/Az8QICAfX6Dxn7+/LsCQoPBvf9+fMC7QIB9QL6/iIaBhX07PbzAv/8D/P6Af0L9wEKEwXyAPTAGR7WBxcSAxD/AvX9AP3//esCAezkKhoABvb8+Q73DAf2BvoF+P0J9/v+F/0C8gca+v3s+/0GBP3t+Pb/AP0t7Rf0BQD6/gv2/PsY7O8TDO7/8xkQ9fIQ/v8G/f/+AAMNGAHm+wD5AO0RAQUE9hPv/BcG+Af29P/6+w0K7QD8C/EN8/kD9SH9+g35+v4A/gkA//gCBfYKAQf4CAD/Afz9JPj/9Pf8/AL58/0DAAQHCg3y/P71B/YVAhME/PgA9P3nKuMx9uwC9+sq9g4R+9z/8wkO/Pj49xT28/EG5SgCEQEL8vv9/g7/6v729hAe+gUE/gXvGhDq9gYaCfv48PMC7/oE/QEF/RX5Chj99/v7+/oCBAX5+voOA/kB9vv+EAPeKf3g3g8OIu0NBxD49fQNDRbrCAL1AvIH7+oACgwACv4FA/kD/v8B+d4WGOkh8/4dHeT/7BHq/P8mB7QOJwjj5/T59fUAIx/3DwH8+/3+BgL+7hjy/xT14t8ZB/sMBxH9//0E/v3/Cin89wP+/vns+vwG8QL9CQsFAv38A//+Ae4GAgz89gIK/vYU+AXx+w4A/+ErAgvnAvUDIev1Awj8//7//PoF/A8OCPoLC+3hDfn59/r6/wIj6P0e/f73CQIQ+v3+///+//H0DA74/g3+HPYHENkW5QMW5vLzBPgIG/8CAfcE+/8I9wEC9Qv4+RUEMOrm6PUw7t337xQf9AIU6+L4Ff8LGwD++wj3/P0CDdvwGvvsRe0C+ADvEBruAAH9Af/6DQD+/gH8AP77Bf8G3gMGEuQDFQr4FgrqEeYAB+gEDPf8/AEY6PkY5fDxRvrwIOYSCfP4Ah4K1Mgg3hQpKPP7/9bl8D8P+scSGBPlDwL/+vr6+/sbDO/k+/v9HhD4CQf4/fsEBAf38wP++QYOzv0bC+MDDhsOA/j+/v37Axv4EA7v4vINAAT2+P4BBAoAAfn5//77Ffb88x0B+v0F8/7+EfsBAQMh0w8D9voBChT59gMA+/kGBwIF/fMAAgDmAh0V9QH4+Qz8BfQD+f4HB/wE+PwB/gb8/gP9CvoBAQUG9/X6Bf4LKPwJBAD39OT7BfH8/PX4Kvb28C3rAfoR8/7/+wn6BA35AAH5EwT7/O7zF/oHBPYN7OzTGxEvH9vdL+zh8QU4+v47/ez3AfvrD/X9/v37/A0LE/L1EAP2897p4RpJ7wUB/N8b+v4DBwofE+gF9/7+7+/2GvIB+QkN9/vxBfwPAA0s3wzq+ybeAB4I8vD/CPr44in/CvsB5wjn7f897w3/9ekB/fsUBvkL5/n4/AMa+xQX7AEPD+L0CAwE8AH7EvEA+PMR9PkCEwIF+Qf/AP/zC/r+/gUAAAf+D/cC8A/6+gXj/+0HQf349SD58A35+Pz+//72BAn9AgH4E/0CAAX1/CQL/P4C8PH0+eg12PzwJ//w8/sGBAsADPUGAAQLJN/09f4EGf79+/shHOLzBuQK+vsi9AEA5QIHFvfXNb488P4MGAv83/79/PMY+fvq9/goD/j57w36+w/y9wANBAABBf8G/PnnF/AY9Q8Y+fH+7BDNTPfr+v4BDO/2CwD69Q4SKOflGP4J9Pno+eYHERbsH/oLGejwAw/4+f4V7wj9+gf4DQL9/gX7/fr0BQ8GBPn85hEF+u73+iwG+f4I/QH8AQH+Avr+//8K/AAB/v//AQbwEQwE/gDwAvkBCAP8//0D+vX0CQr39h0D/P/9DPUABNoMJhUK5u4A7eUBFfAjB/72Bf7//P8BDRkF5e309x8H4g3/Agr6EvnmGg/8+w4D6OkCDfsK//cNLPMH+wP64//uFAYF7f4R9wcI7AoHDe74I+r6Bf8A9v8GBBAI+gPeA/r9+QH69AgZ8Qb89Qn6Dwf+A//zE////A78CPb5+fQR8PL+Cfz/CRP9/vr8/w39Bwn49gD7DQX8Ewb49voA9Az8AQPtCfkCDwD4AvoF+f4Q9wAZ+fz99wgH8/T6/yH6/uQUDPMR+vkF8gD9/AYGAAj/FfH+6AYNARcg7xncBub69gX8BQYF8AgD7iQCAP7oA+8A9ggJ/QkFBf//BP4A/P8h9/j6GvH29eAB/gj/CAASGyzq5/L+9QLwAQr1+xj+/xbkBwnTDwQRHPP7CPMJ+fn5BPUB+Rr+/AYBC/cG/fv4/OcDExn36wz58wIHCAEBAA8F9+T3F/4D7+sX/wP58iFCBu3x9Nok6OUS+QX0+AwSAiP59AD+7gL6C/n5/AP8Dx/09/ga/ugA9An6//n3+iD//gX2AvgECvT/+vL1Bi/2BPf9+/z4ARfv+/zoEQQh++73CwX5/QgN+/P5CQD8CwgBAPT8BwYI+voF7AId/+0LBv3++/oT8AYgBwn61xzr+esf9vv7+/wS4vkH6hoq+fgDEwMPB/bp8Qwa9+329f8N6PDjMSL66g/w+gD+Eg33AuUAB/UZ9P8SEPXgNeQg8PIf//j58f8BABfmDPDs+hER5v4BCwYBFvT6D/MA+PoKCAz26g3/CeoV+vQCBA32/gwk+vPy+gz8+v0CEe4I/PYI9ib2DgL36/0SDBfm9O32DhgMPdPc6f0L8vnrE/sMEP/n8h3yBvf3JRn8+vv8A/gAAwXs+f0UA//8/AD+/f/7E/gR+Azu+fsQF/TqEgYU9eoCBP76BPwCAfjpEdkUABcJBiHy7QH67xADBwoi0/4I8eb3CQT6GwL/8BQL/P3y/wkRBfTpBAwE+gT4+xb69gAD7RrxEvHyFvzz+froGf7wKvENB+4H+/QXBfIF8Q35DAES5hTt6+csCv/1C/UIF/j1Hfj2CubwBBHv9gvmCPcRGg4G+ggF8/n69/wX/fj9/Qb3AP37//8BEv/8+eEUEQMCEADtCez3+x0DAfz8AP79CAPx+PjxK+0TFfQq7PPt8BH0Bgz5AekOCN0R//b5HPcQAPAwBuHvAgn6GxEBAQfX+QID/vYF//0GAQD/+v4CAAj7DPP4GA/s+h0c+An6D8f2+QT+/P38/hHt7Pvx9TACE/7l/x0J+fINBfMHF/T79gYbC+ruAQH/AeP6w0440NowAgH6DP7w/Qz08j7s+/UB//oI9wfv+fgg+PkC+v8LBQTw/gEs6Oz9E/H77RQJCv4CzudVwwNJ+u4OAfwT7vjzCer/FSXm9QP/IgH9AvsB7vP4Ff338fv5GiLxAPH6+wn9+wPx9g0L9Q0T+gX82/QXChP29hHo+hf4Bez5GQPv/A794fQQ+wwRBgb+AvsA/fgJCwD47AgG/Qf//hsGDBjd4CP27QLuDPAO6PAJCwgGDfj9BAD+/P/9Cfrd3xf9AzIBKOj3/v4C+APWJP0bEO7fDxr77wkE9/IFBRf89v0E9/rk6PDuBAtJ/vX+/P/+A/oXAwjoAO/yGRP4C/r+/wX/A+IF/xEGCQry5/TzDBz3DQYH8Qnt8w8NAwoHBe0AAQj0AgX+9QD+AwYHFRb74QbpAwUnMtPlD+rx3Q79F+Es8AQT7f356/McD/7wBvIsBuQEGP4A9ATdBg8J+Pr5B/8N+RP4+voD//sDBAL8Bvj9AwESDvAMAADdCATt7iro+gAU9fYGEPr5Dv0K//sA/vj8Cuke8fkVFt8EAhwN6/vz+wL7CQrzAgAA/AUJBAD/+P74Af34GAj0/Pnt7evyAPxDC+P7GQol3O4QAfcHBQAI+P0lBP72+AD48wgCA/b9AgD/Gxb16v/v/wMDBREx0O76/vcG4QsSBf4DGQD8/Pn3A/wT9v8O2AwN+fn4AP8H+wAPKAEU7evhAgj77vMGD/8Z9woH9Pj8/v0OE/0I7gDpAw8Y/P7x+vwCBfMYD+wF/vYBAfL18BP7DQ383x/T8UcD+Ab//f77//8H9Awh+vT5+f/7/PgY9P0ABxn5Au4N/Pv6BPwc3xAI5gfy/PADCRUH+wsI9PnyEAL94N8wGPgB+wUM3AAIDPcP/QcVA+0UA+3v3vb3HQHw9DH8Cfr5/P8BCvgI/vwD/vwK/Q///QT5+//gBvseB/r9BBT+8AP59AEN/fwCDvv8/wEE9A0HEvIA8P8S/+b1AhMA/9/h8gf+RwLq/QIP/fkS//zzBOgB//gt+gL//P7+/g/nQfIO/fH68fwC/A39AP3/8Qb5K+32/QUe+gXbE/7/9/rx+xDwAQ4L7O8A6BX2IRAR+v34+vv9DfzxDtPuLyns7QwD+PMRAAn/+AcFAfv7BvEh/foA/P39/gX0AP33Dwbv0+IPDB0GHQUE/frxAP0Q///+/gD//wj3COzhE/oVE+77DQf7/foRBv8A/AD+/AQBEP3u/PsLAtwGGhIO6voA8hUO5AAC6xv+AP4A//4HAfrp+A/5Bxz6AvgBAP8BAgTs6+8PDP8YBwvt+/8AAggEHfEJ5OjrIBIC9jf/6vTvBPj6+/r+/QAeE/Ml5gX2//brDAAQ+v39BgkUGPTu8fAJ/AEA//7//wfpBQci7Pj1DhP4+f4KAPz3Cfv9B/T6/Q0eB+/h+Q7uFxAI8/8dENvuAAIG//7///z9CvzlBPMUDP79EvX9+gcA/g4C+QAA9wLyFPb3Hff/+iLvHx4A7t/ky/33JPkSAREL8Pv7DPz5Dw39+fgG/vYK+P0A9wwB+wwMD/b/+/z5/xIL6gsIDP3e7hD0BwsA+QUU+/vy8gn/C/YNCf8A/Pv+/AbzBf8DAgL+A/7+///9CAD5/gsFCPX79e4LBQQLB/frEfoIAgf9+wYB++vzEPkW8fj/Avj7+Crf5v3oFhEy/fAO8Ar+A/gPCwX0I+vx9QoKBPMM9+oT/wYTKOnw9vj3/P4eBfTrAAUlCvT3+vv1/AT8AwrZChAAFwMS8PngEvj/+gP3Efz+Av/+BRMU6/j06QMdEvL48Qr78vQY5hX7EPkb7QX4/gID6fv2DPwa/wX7AwMC/f/8Bvr4/wMF9wcI7wkFBAH//AT9+AAH/Pv7EgEBEPIEA/r75vYGAf8DFgQHAf/78/sDDRb48PgI6v0a5xzrAx72APvtG/j7BQb5Au0KDvMS//UCFhQh9d3r5xADFiAB6uj3/Rf2+uPxBgsT+/0BDvAGBv0K9/fiAgwHEbEQTRjn8+QcBPLcBxkI9w757fwF/PgXDhv/+P7j3yMM+u/QECId7QvsNvXpAAX4AxL1AAz4CPH77gEADgb5AQMd9Qra6wUSCDT8DfLr8fIDP/HpB+30/wH1MOXvBBbu/gn6+Arz/gYEDgEG9wX59AIT5/IS8Az3D+L3OeoJAfgBAw8F9/j++AML/ukMD/L7BeEKHukF/QAM+Pj+AP3/DQnz+wjtEvwBDfz3EugW//sCJPT/+wrrAvkh+u/3Dur8CwkO7QUAAvUADtADxkro5UIC+v/8//0DCfQX6w3oHAT22PRB6/n/BQoi7hrv8vD/B/EP9PX1DQwL/AD//wQBA/4hBPnp+fb7EBn1+fD5+wwJ4gcS//AHBAoq9v7sCATpAewEBPn1D/oV9Ofr8gL9GTD2+gD/+gT9FjILBOPw/e8AGBfuEurrA/kU4wbpBPUQEvoH8RP5+gcA/QX+CPn8+wkFBQf77fQHDfwD/PIHAwEI/vv/APsE/wz9+vgJ+AP6E+Ux4/L29ggiB/r9AQIA/wHx+v/+CwoE/wb7Agjz/v0GBRH82vPz7z8A/PUU+Pr/CRbz/wgGA+/47+M92zPkAv4A6fkB+/IXGO0DB/n+AQ8B8RAT/ALv8gwSLvnm7AzfC+o79vT2CgDxHfDl9/UQAw7+/vr89vH2Mf/6//4FBvsEPgHm6P349Qsi8gXuEvj69gn2BAbz+gv/+wMCBfEOCPT+APEH/f7/EPUt4wgK8/74Gu8W7gnu+gL7A/v4A/4ADg0A9+/7CP4NFe71/Rb1A/34AAMAAv//Awf8Bv37/gP+I+3+5B0J7Pr4/f79AwH/DQcNAvsE8fr/+v4Z8fX6ABDVCQr7FxDwBS306PUL5gQN6gLz9QEIDxTy9/oV6vj6KsbnUPL1QOj08gL8BP/7BgwSAQf5FfjdAvcV+w74CPnzLNkN8+DrKAkT8QHt/v4OBAQC+/gDAgP/Kukb5/r04R0O/gnfKfjt/vwXAQfx3/4WB/0E+PgL9QgQ6gD+9g/7CPUF7vz/8P8t/vwM///9/wD3/f8H/foGCgQF+Pr+AP4K7f0ADPwD9hb7GAgf5xjN+ezbDAnnDi4BBw0CDQAD5PcVCOwHFOH6A/3/+vgD/AMPDP39/P4D9wX4Cv0G+AH7B/EG+gP8B/0L+Q4EGfkIzwziYfrjG+DIHg4G5zjl6AD/Hfz/7wb69gQUFuUlD9vn/Osg7QgFI+T1G/X0BfP9BgER9fv3HPP0BNv9KOcB/hkB/un4+vz/IwoV++j+EfoE++rtAwsNBgr+/wME+gT//AIU9vbpBx/sBf7+DgL5/f/+IBDuC/Dy8wEJ8/vu+w4b+OwLDfvTLxPr+BgKBv325wYTBQPs/f34BgIN+P3+/PsHFu4MCf36/vET/gsA/PXxAQUB/eAHBBr4+gUH8Bb7/P0EAgIC/fr6Bu8E9hD++f4T+/z69gD7AR7S+g4qDRPj+Pzv/gnvCgIT6AMFC/cC+xL7/v7+CPz7DfgO+AP4BPsIy/wIE/8HEgf7BgYF/e8ACff+CPwC/wAF8/bhBPkXBhzj9PkWH/4G9xD34gMNBgL+/gf4CPD1EQTfB+sD2DkEGAsN+Pv7+e8SAP0FCA0C6f7/BvgL/P79Ae8DJuv/B/YBAvT3C/IL9hUM+D3b9vP4A+3d7tweFCIX6xj7IO718Q7mAkHTAtf3NQAA//8BAf4D+vfxDwUPCfEOGtTr+jYG4v8Q/AL//vr85Ab6+h/0DQL/Gw376+z6DesO/vL4JvkBIBIS7ffg8gYq/UPb7cACDP/wIRfZ5QIYGP8DAuYD//sp7/cEBPnkC/4FBBzo3xn93/44AgP+3gv8BAH/B//8/vcgGvHp6QsC6vr+8Aj6FxYqCwEp3P/h5Oz/IwT26wMK4PIcDPwA/A4K/w0q3ez1Agvl+hnr8B0F9vHy//P8KRAKDPHu+/z/FRXw+wAMB/ry4wYaA/j78xT8BPr4Du8KBwH7Bfr7/wAL/AwJAR3k8voMBAT6+/r9ABr3/Pn+/gD+EPTw+wQC+BMc2fQsAf369AX2A/kAAAMHCgwH8/b/7g729fPg7kAJCw0KFPLk+QQBF+8H+fsJ8QXw8QX69vQQJvH/K+jy/fwSw/8FLRcd4vbU9wYN8B/nLPX8G+YMB/kDA/n8Fv36AvkEC/30A//9Afz8ARHm9/4cCvn98A33AQrrMdboD/Ar+wb69/sI/Q/6+//+AP4D/QsAABf1+QD7AOjn3vAp9VD15/ruCRUL+wz18QIOF+4EAPLzDvgICPgP/d099QoG8PX79PoFAQQDC/gH/g/7AAD3/+cW9w4Q+/Mu9hnu7fP6+vruAwkRBvf/FBHp//D+/Qj5AP4K//8AAQoE/eH7HfYGAgj99vb3ARQCDf798vQl6koIC8fR4h4LEv0H//P98Ar9/P8PAfz6A/D29P8A/wIm++vz+wD+KAYMAB3u+ff6/vkg7AX49gcACR/u9f/5+ATo9jDvA/z7ChP65gv4B/wHD/MU7hz37/kKDf7z+f79BAD5AQH8/PsS+gAT/vsA+QEWAv/38/v1ENcu7PoK8AYW/A8E9P3//QTb/fsOAw0W+OT4HuQSBv4MCBPp6Ov/9TT4BwME8P8CCvD0G+/7DPoR4Qoy8PP58Bf6Ce4b+AIF9B3cEhUJBOHy9Roa2vck7/P8Au/5HQH//t4cHuzZ7igPC/339A/7Bf/5C/cHAf/+APck8vr69+kgB/0C/gD9/gHrD/f5+AMbAPMW8u77Chb+I/L59vb69hYRD+70CRft8+NU6v8M8ez55fMn6BT49xYHBgARA+nkEfP3Awr0EPURA/UE/AH++g8NDATgDAr49gz97vj5F/kI9h7lCgb58Q4Q9QL8Afj4DOL09/4N9igK6gQTAf7yD/3/9v/5BgH/DxXi+97tEiUN8Owe+AnxDgb39/n+/Ar7GOXp3xApLOkF/QcGH+YI5gMMHQX4+ATm+QD8DBL69fUE+O/vEwH4Ax3a8BsH9Q8FChQC5BzqCgvq6vIHAfsC+iTsBAUC//wKBCEA6SD07vX++AH7Mdz3+w0H/gAC/P0D/RTl9RryDegS9/f5APcFFgf8Hvnz/Pv2DP4AAfn9A/0MA+oOCecVFOwD/v33AAT8DBUC+vcC/fz+Agb8Avz//QPq8yUDAQ378iIA9wv69fL7CfUcxw4TDfL5FvH/AAD5BwULEwXrDuD/6gDx10cA/goM8vD5FAz3AQcb9xEF+dgA4SoTBN4LA/MVAvby8vwCEfoP//L4/vId+PP4JA31BPQrE+zn2yHwBO4i+B7o9f/+AAADGQj46/kr9Pr99gT99Oj0CvMM//YmBgH5+f39/g/9Cfb7+QX9DggN9v7++vQL+/0BCAP6Af/yAurqHxz7Av0B/hno//oJ+v/2BPv6DwjpDAf2/vkX///8DP/9//0B+wL59vj9+ib69vwB9vgRFfD89e7+Bh8NBxcC9Q/z6/z28xUX9ATgEgni/P4MCw73A/8C+vwL+gLjGe/7+/cNGgP9AAf7B/359gL+BAoM6QjzHPrEQOz2ESYAD+L46fwN+gH9CPsDAAIVGPLw/v31APgp9AEK9fL5+f8Q1DD7//kl9OgU/hPf+g368A4A7Q/+A/X7B/0E/wcB9Qv8/fr7EQAe9gAf7u3zC/n++gQE/v745gId9f8IB/L4BAAI/wMJEPgI9v4IAPMD5O7+9QMDMREF9wD99/wDBhUF/gj9Ad0C9PT/7BYVAPQDC/oH/A3z9Pn4+fz9+y7o/x3iG/r9CQb7+PwFBfwE+wIAAQn4/QXp7CcW7xjs+iIB8vUG/PUA5gob6PT5AR7zAQEH//8DAu/6CAj3+P4a+PwFBfsE/Af/CP7qB/kCDg4KE/v09fP8+/oT+fP3+B0t+u8G8vn3Af77Dgb/+vz+Cwz+AwXs+/z6DBYA7+7tGQD18BTrAQsQCQ7+8gMI9vkCGvry+wn2/gD6/u8H/QUREv0BEuf/+v7w+hoF/fb+Bfr/AOUbAAAH5vUF+xsn9+wS9A4H9QD79QTrBSAG0w4G5/nzFxv79wkI/gb69gH/BQvlROP27gEFHQn67QD3+APw+v4O8vT/JPz++Pj5FfoP3AcRLw7q1w326P/+IAEF/vAD5UHg+vwQ+P8QA/n1/Qv/+wDw9/35KA38+gQM8gL5GOYF/fIHDvr4BRraIekDAhrmCf719QkHDNPvGgsF9xD8Av7/Av4BAw/+Iezy9QP6+PsB/An//gvl7kPn9Pj3HwT8/+zzAQ4U+vzzHu70BxD87fTsAAM+9/YJEQcH/eUA//4A/PX9+xvWBe8G+QMQJQUX+OwF9/ETAeoEDQ0h6uv9G+0I+PTvGfb5Df8FAPoHKQsG+vbr8Pz4Cf8F/P79A/DjAgwEAQUVAvMNDfgCAvX4//0Z+fv//+76/PEU/REJ/PX5+f0AHgL47i7u5BoAAAjhEd4w4AQW6PvtByAI/wICDQIK8/T7BOIK/QD5FAUFAP77/fPu+DH9AQn//AP6APYqGMcx5Pn09vwO+v76/RECDfAL+P75B/Xy/+snAwIDAgX38PvyGgoZ9f/+/vj9AQn1/fX7AQoKCgH/9//7+gwDD/f6DPzyBPj36s8KQwMIA/n3C+oQAgX6+ffwCQIYA/Em+/7oD+4L+Pf+9/j2GhMUAAPv/PwDAO4H7BIQ8PkU9QUKAwL9+QHwAfD7CQUQB/UUAfD2EwX47fEGJxfV+RAQAe3t/Rn8A/wq0fwU+wb4CPwD9f37CARA/9T4/PT9B/X7Bvz+/gsI+AjrEPr37iX/AgT9/AP8A/go9PUDAO8F5fT/CBH5CQ79/Q4h5Pf3Bf0c/Pzw9AoB6QHyBhEQ9gcL+/j09ijy//sL/Qf9AP773PIaEwUF+//o9/f9+Sb9EOYI88JcBfz/6wf8GR/99+YcDTAD3NDuCxLk5wj+FwMDDuz/AgAb5AXoBAjrDAb1GvMDD/v+/QAGEvL9//z4BAkQFff/8f73/gIE/wIA+wH9/w769wD//Qbo4QgTHuUm8uj3FAoBBwP4ARL1FPP57Av4/f0D/gv/A/z//gn5/wMDCPgK8PEF9B0ZFv3z9/v59v322yof/+cD8/YM+wf3GPlN++jQ9QAIAvALAfsk5fYKAPv7G/T8Av0d+vj09Q8F8/MJCvIS+v797AAFGQTsAwMBAAj/+wD7Ai7g7ub7Fuwh9u4A7e4APwMI+/oZEtYAAfv4/f0D9wEX6vrq9RgTEgDwGAT69/cADOkNAQb2D/sD9v0A/ugBBCP77S/tAvn8BQr3/wv7BOMS/CsG+/Lz9/zp+v7/DgIJB/Pr+/r2EAcg//0F7xP1/QsSCvEC+/QM9vAGFOkg4PUYEfP7/QUH9Ab0ChAB9Pn/BPn3/f/9/gwPFPPMEvkbAgQQAPoO6vX7D+/1DuoeAP4J9wgO6BQE//PvBgUA/Aj7B//7Buf9/hIN9AH5CAUI+gMW6fYG8hXtEPz//fn+AgMN7gz/Au0RBgAKGOwGAvnrB/7/+/sN+AYCFvn///36/AHp+vgBFfMNDyP6Duj4/fUD8w0S8/3zDf78A/IZCvX++P8L8/f6Dwz4Fvr2+fv8+xAG9gYP5gX+Bg8A+vUD/v4CCPrp+QgT9wvs7NUzBQETB+ki///5/QEABPv4AhniH+32BwUB+vz3D/cIEAX+9+sM9PECDf76/Rb5/wLyD/38DB36BxLn+fL9/fwAAP4B/wn1AP/2/P4ZA/oGCenwFA39B/n9BP/zAQwUGvEE8QLw+vwJ/vj++/sQ5vQTEvIH+g4U+wAFEO739/wL9vsA/PkT9/r3/QH+FwXxBfcODvMK+vLx8BL9DQcK5hENBOgUAvvwDQffHwQD+fwD/QUE/v//DvX9DvEC7RP47Qrd/RkYBfbsHeTqMQr4Bfn6G/H5AATwEP4CAP37BwP79gYVAOoI7BsB9/8Y8Pj28vkO9gkFDvwK+QP5+RD8AwMS8fz8Bfvh9Qr1DgMJEgMAAe7zDvsS6QIXDgv09vsM8PAXFtQOBez6A/UI9wQeAwj2+PsCBAYk5fP3EfIS9/MG6QIXC/QH7fUfBO0P7w8GBhOrHSXzAu0F+/n8+RUQ8QUK+P8F+gkFAQD+Bd0LEAgH/wH5/f3+FfHyKObvBQXlDgj0KuP9CBkF+/v7BO7+EfkE+fb9/QkM9/cAAP/6DeAKGubzEREB6AYV6wn0Bg7p/Qz7+fsLFA4P8vQD/O4QMe7IMw7s+vMz7Qrx++v6BfEI/An6/wQG7P/47S8C/gAF+PX8Ct8jBfv0FwH9AP/94vwE5yoIAAXx/Qz79wkBCv32++Yi9fkd6iz6//zy9w0FFO/2EvgA+fsC///+AAME//f3CPn9FQAZFv3nAQHx+uALAgn+//Ac/fUS9v7+Agn6A/4F7BX//+AiHOI65O72/w0T/fzx/Pr8AwMJ/Pz7AgYI+fr6Af8F+foN9xL7//0S6vzsHPgJ//nrD/0F9BAF/gL9/f8BAgUPAPYR9fAH/vkCBf39/wAI8PkH+PMjA//+7gsADAXzB/jzBQML+AIGDfUL8gX/8QwN9hv+7fHvGAgPH/3vBebzCQ0B9/f4AAPvD/riLPD/Cwv3DioZ6Nbv3e4EIwPtDhHxBfwM7BQAA/gC/gL7/fwTA/kGF+/wCf4VAfD2BvcM+xwE9PMX8PEB4QgM8fQCHwb8/+vjKekgBfMMAQj69AIH9gDqBBL/BQYODgHh/Pf/EPbu/QX/Egr/ChD68fsEBPcB9/0A//0DDQv8+/MBAP8LCyTo9/n/9AYQ7gUZ2hX4/ffsGgwW/ez3EP316AAE/RXr+QP6GQH8CP78Av4AAQMB9/v4Afz4IP8KFO/q9+4n/Q717AACCPwMBgv1+/wA/wT++RLw/A0H+BH8/f/6+QIBKPTRBfkHEvzx/+v9ExntD/oA/wcAAAABAvQA9QMDAA72JgD1/PbxDAP+/fr8/AAQLwMCDdD58QX5BBDwCP34BhnzA/X59gcGCg7+De32/vwxK98C5d7kHfgBDAP6AP8AFfz+8gf4+gUABPoO+foD/ukB9er2I/olGt7w9PMa8CcH9//2Cv7+CAn++/0D/foHAfP4+Qr8Dgb2D/X/+v4LAxQY8dIe7uMiEur6LvH75wrx/xgP6e4QAfoXEQAH5eYNDhsYCun32P3sAvb6BxzmGAz1/hb16QsDEPoD6O0QAA737gsr6PsAAfUABPYWFOz7Bvn2JfL8+/3zGAED+fz5BPkb//z8/fQD9QH2Av8S9gvzAuRC7QD6/wgK7ugm8/YJ/QACAPz/AQUO8vT/AhEO7S74LOrl5/IF5foO+Ab+CQ778fYPDgHyEAwFOene8d0gEgfv7hn09Aj04AD6BAYy9wQE8wkCA+oMCvAI+wH8+Q7a/Fre3wMICCUI8vT6//b/+QECAAEA/gYZFeX86OQKG/4N5vDpERURE/r/BwAG+e4k9eQJCQP0+uYCKdot9Pb/7/PbFwgq9AYDBvj4/PwECQICIgXp7f0C+AUCA/8N/fX7/Ab68f8Z/xD7AO8A/QoA/Rry8v4E+wn4/QbxBQEGChj/+fMFBff79AACBgH8/wgQARHq+fr9BO4L9AcP//sD5RT6D+4BIO/r/Pr/AQQUBgEC//L8CgEGAvoAFPv4+ATJJAADDRn87e8EE+QPCgb25+YN8wf68z8QCf3tCgTx/vnz6gH+9/c99B7+7QcJ/vX6+vz/9AESCvgg8vf4AAYC//f/9Psj8wX37AIWD//8+gD18wED+AsR9fz1/fwC+iftDfoqCuLxBSIY2ucJ9QIG6fgTCO4b+wAC9/Mh9vf6CwQGCfr2/AP9AAf/+O4F/xDvBA3y+fwNC+n+779AQPL6BQ4N/ev0+gsQ//PyBwb9Au73BvoMEQL69voBEPYIAQDr5wEjARvv/hPi/wz46x3/8g/+7fEKBxP4AvsHAvr3EOMr/wkAAez9D98GAAwABfz+GfML+fr4//n+/f0LAQACGA8i3vX83wkBDv4E+f75AAL//vUH/v4JGf0H/wHu+fz9+Af9/v78EP8U6wfx+AQO1gsVAxfY7ioD+/DuBg0KCPMCE+cV9P4KBxL9DPvx8v/8DgD2/wL7BBsGAvjoEe7+Gf/u+AD+9BD1/fj7AgT6GwXRCQ4HFQH38QUHBPn6+BQR//sP9Pz++fgRDwbv+f78DwD5/vb+AAYUEPf++QLw/fz5+AH9/gIX9fj2OyHS9PrxAAMX9Pv2EQf8+fD1GvEU+fwE9fkRAAkI+Aj//f38A/wYAucICeYM9Pb//vwLCwfw+wQF9fr8IfTq9PsF/R0UIRgJ4+cC6gjWBC/fG+0T/usYH/fz/QD4DfL4Dg8O9ucsEQ7c+vn+6ATv6AsYEPT+BvkZ4fjw+yTwDQMCC9zzIwkZ7Oki5/cK8/gD+A4C/Qzq9/gOCwAOAOnmBfb+/zIH5xPz9wkMB/8ICf3u8O4eCP8KARXZCg3yIvX78AT0+gwH9voL9Q39ABIA9/ML+RbpM+fj8RvZAhzbNvD1GvnkEyIO69oE8QYP6xAP7ArsBg8O/gL1/AD3Cv3c6u8OBCkT9AwB/v0A/wYZ+/z0/vkABBHaBRUMCeQC6RbxDvX8+xYRMQft8+H8/PL49vk29/r/DQH5/fz7/AcHCh/hCu7vCB8D7Rv38ewCDPcD+Pv/AgYVAQPo+/r8DvHqBP34+CIS8P0J4xAI+RYE9//2/QH/E/cIAQIBBPgC+Af2Ifn0/v/+Cfr6/QH6DuEHCBP28gUPBQwQ+vf2/Pz++eck/Pn+C/4N+AUG+fUD+u4a7SP38wL7A/77+/v6FwwC+AIB/PkC9Qf8FwoU6OwB/g/pAQgD/fT//Qz/AAAG+hf+FOj29gnrDggAEADz/QL9AwP7/An79wD+CgECAf4IBP3eEwD9CPb6BPf8/AwR/v0A/AL8/Q7vEgkL7/EMAEHvE+zy6/AELOT67PPwIgX4D/EOCvL+AQsB8fj9DvQMF/71+/n+Cvr9D/z5Av76BhQK9N3nEg8IBuj//fsZDvXr6g8DABb5DOQU6TX1CfP5CgX69+zwJQEa7/b4DRbkAvTt4C0GAfsRBO/p/A3xCh8T+/UDCQX68RkE/ekUB+z2/xbx/Pr68hj8/wEF/wH/AOgAFfP0DxP79AUSBfz59wX4+QUMAf79AeT2L/MBBvwC7R/9Bw719/YJGuH8AhLhDAcA+AIH/AH6/fkA+f7+Bw4b+PT69PQDFNcVDAz8/u0VGPMBA+7vFAH/Av7+AAQAAPz5z+gaMwf/KOYP/f/w7AoN3PkKCPsSAPsI+/7+APwK8wDz+gYM+hT6CgX9/v78A/r88+obD/gK9QL+A/z/+RbmCP74FwACAvH69wEMBQ7+EPn97QsD+wX59hvw+vn5GxHdEATx9/wa/fgA7vz5HAzsHvD3/wADDf8GDQv48RPoLe7++vDi+iIL7vfyHv4BAQwA/fj//gMA9w4EDPb5+wH97wYSAP0F+gMBEfP/DfP7EAH38gX49hQaAPcLA+ACAB8BGQn66u/sCAL2+P4D/Qof59wP/QECEAQG9uHtJAkF9NEZ2/xZ9P4r+fIS6f789Sf10xbxEtwc/f8A////B/4YHP71BeboBgT16QIn9PoI5QQf7/v7AxH3AfwFBfr+Cvjz+v71Bv4kBw/9C/b28wMM/wH5+gTuDwvj8Qz+9BkK/v4a+e7+6RvVMw7t0tw7E+cmA/L+9gQGBgTtBvAUA/z97fcGAv4h+AIL+vr+CPn/AwgX/fL79v76/gb6/Aj+Bd7u9AjlCe1c8BEe8gr+/Osd/eQYEuDqDfj/B/IDDAL/Bff7Av7//gwSBNY51fL/FgP2//oMCf/6C/T7AAn29hEVA/P9+PINAf/yBvr4AwQQBvz5C/v67BgQ/PrjBf/7GAX57vb4+AEu/+ny+Pv9Ovz1+BL/9fz9FOMV5xMD5ir6D/vnI/Lv+RH6/f79/gIJBR3tBwbjFegJEff7/vr7/A384EjVAyjr8RL0HxDiDeb2A/T/DwX+CfD4DQP8BgP5+Qr+8wHrGwD+DQbz7/76ARH5+wME/QMBBev/ASEK8Pz9HPf4KOzt8QMI6AUBBgP/ASLA7A4GCyfs/P8IAAL8/QP8/gIG+AD9CfDqJ/vqDQcG8hYc9grs8QAD8toeMfHvAv/uBBf58fUZAvH0EfP4+yPy+xIA/fsHARbyAg3kCPcFGxcX5vb2AOT8+/39/QD8Fh0R9gD0++kDCAX69vv8+RXxE/gH+f4N+hEC+CfxCNQB3AcqAQng8hnn5hQFAv0TCSTx8vT4/A8D9v7//vwMAwXn+BL1CwX/C/r9+xHyAfsQ7Pb7AQ73ChP/9vkCA/7wHxEoBvDl2iDy+v789P35FA/q7fr+/ggdDfsE+u728Q4lCwbtDPT5CQAA/wD/Bv/rEh4F/fz1+AvtCPkA9gUBBv0M8wjv/Pz+FPgTAQn/8PkD+v0R+fr6AQoVCur+D/0A6wP0AvQY7fUZ9OcDFPn+FAMLAfca9/X1Avjz+xIR1Q0WBP7SC/0XI+r5+vzxIQjwBvfoBQvzIP4A6eT2BBwR9hX8AgkAAPz+//r89/sGBQkE8QD++v/7CBYH+/71/AD9Evf1/fgbGuz+3Ozx/gEIPwL99vsNEPQF/Bn7+PT9+/8I/vz++Pz8+h75D/T0BvAb//sFAPr9+AcKDfoG+vkH/voGA98T9QX7EAIg8QYICMgO+vztBPH7Byb2+R78/fj+BNENESkQ/O7v0ifUEetF8APo9hj49wkU/QQOBfQK9e8HFwH4/AD99gH2HdwC9wAh9gz8/AH9/Oga8gPt9vYcAxPi8R3+A/MaAhQC7uYY8/4N8Q4AE+sM+P/tHOz5/BTwE+37JdwFDwf8Dvf+A/z0/A33C/n+C/YBBR0BCfX+/OoAJwbb7hDt6SQP/ej/+Sb/7QHgKv72/gb9+AX7/vUNAwYb+vj5/fsAASP07uYR9woD3e4S9fvsHSse7foB/v4F+AAJAgz5+fUD3Pbj4xr+aucO/fcU8/37/gEPEgXv/+EJ7h8M3/wF7BzwGPoJB/f1AiQQ5A7x6gf2+/r9//r6BhTxEfz5/vn9Fez7/vUEDwIRAQH+8/8DBwQICuMKEA7XCu8OBewP/fsLDQQDAPQC+/sCBAr2+v76BxsN4gng6v8l6/sMAQT3+xX99+4G/RD8EPUM8/EUAvoL+AECAv8EAAEQ+f30+vcMCAT3EQrx7fwQzAUb9iTyBwAnFhQC0uUE8iH9+/D47/Eg9PoABhT1+wfu7APqBg0AJgz9DPUD/Pr8AgP///7//gIA9ugHFu8AFgQJ/fr+/vQNFOX4CAsK4RH1DffRNvQb8Q4J8AEA++MZOgkdEsb23vQO/vkH5x/0+gb/DAcU6vL56A/zA+73KgMDCv79AAH++iT6+/r09PQP/wP6//QD7x/79wf3BQr4CfkFBQn49gQB3Poj6wD0FRMHGgsaxesn4wchFDTh99nfDef1CfwW8wgY8vr3JOX1CCkC/v399+YACu/8Bvj3DQn9BfMa8v/+A/L6IPPyBQcCAP///v4BAAQCDO8D+/UCDgIC/PMG+/4OExDr6uztM/4ECvzoIvP++gAF+fn7E/oBDvftCvcT/f3+De8UA+n7C/f57xj1+QkSAAD79PoB9CLxBvLKVPUF/hwc9esB4/kM9wACFfQE//v3+vEf/wD5Bvf67wv+DvoOG/7uBgrm9w34/P38C/n3GOT+HwP+APgGAAL+/v4IBfgB+fwN/f37ChcC8w39/PX6GO/2JOj29Avr7wfoLv/9DQYC8xUUAeb2/wIU7P/8AQL/F+IO+Q73/Qb+8fkD+/0W9/L8+QL8ERLx4/L5KAYV/vMM9QEBD/sA6v8GD/T8CArzARYDAQf68dbw7PcoOAfwA/8M///29wcEBfftDgL6Cf/7/Pb5/P0iNB3xAdzy7QL07/oX9QAHEfcC+gwF/PkHBBAC+/7+9v71/P39/v79HQ0G+Qv6+e0IBAn/7PT2BRnmAgAD/f/zJvzr8PX5+S8T6gb7EvL2GgED/v39/Q7+/RwfAALz7PHzFBD2BvP77gQB+Af/8QkDA+v2+g0A/A4ODgwLBgPl9PoVBPLgLPX9+OIT7Nnk6zBH8fgBDvwBBwQK9QH1AQkBAPzy/Pr/AxAL5vQWFATwBAUC6PkA+hgACyYUAuL8+wDsA/0C/v/7AgTz//zuGv7+DAXzFAL/APf7BvwG9f34/w8B+vr3Bv0BEev8DO8N/RAFHgPy9QD6+wQQCBT1+gDs+fwFAvII/P8I8Ov7BPoYG/ob8yDw/vIA8gH6+w8G/wD1Ff718fYT/AP5ChXeBO0SBvgA/fsMAvsHE/X+AvgCAvv1Cv79//78Dv8CBPr8/QAJDfv8/f/+/Afe8/b17SsALQz9+gr9/vf/CPkE//74+wv17BMg3/cDE8zjIA/xGQUT8Q4O8xP/ziHu8RnpCfn5JtH6FhEJ/AQG7P779vz+Cx/64foM+g4IDw72/fv//AAJ9Pb+9PoC+i/99P0V//3+Agj++Pj7Hff75fwj7voLAgcJ8Pz8Fu74EgAW8u8PFNsM7uYA/A357zsY/vf28Q0B/wsg2RwFE8767/X7LwnuC/Di/+b5GusUJukV6/XiAAc4AfMG8wsU9QAgCP76/QHt9fMM7Qv2AhAA7O4Y/fv/EQby/fr6EwIFAwMAAvgBAvoG/voACPf69xgU7unyHvESACQE0ukKAgER+fsA/QH+Ef8aA/fzAf74Av3+GfL8DvT9AwAB/f7//gMHCQAFAev0Cuzo7yn49wgcB9//9gsHDQXhK+Lj5eYcRwQH/u8D/QYCKvn0AfUAA/ALOwH6+9/u9/vmFhcR9vjzBwD+8g/7+QX1AgMM+P0CBOkS5+oc8REV/gf//AACAP/wPuQQDA/e4wr6BecPCAT07wz+4Sb+/QTfGPHpD+4IK+3+BwD8/vwY/vb95g0QAwkNA/QD7gf4DOTyCwPy7wwv+Q0F/fr7+wf2BvH9DPv+EPf8/AP8+gQV5wX0DBLsEAbpCwz/8OIjDf8LxiIfBeYE+vgCCfH8+xvz+wUD//z/EO8G+vr68wMmEggGA+/x+gUJA/r4/Av9/yz59fP39v8GDwT0+gH/+wX0AgEBA//+B+YS+fT3I/INAAMD/f/+/gIY8wL1BvT5C/IH/hnx9f0M9v4y5/sB9AMLCPru/wLqGwoF+Pr8DgHz/A8D9fT7AQ0O/f38/f3+BAz58Bf78/IUA/fr6Rb6FwzZCREU9vMFDOz3EBME/PIHE/4l3OMC+w4S9fkd8Qjz9/T9Bg3zCP4CRt0K8+nIJAr3Du4Q/v7/AuUA7uIPBTUC8+z01/01AyAE/gH4/f/5EP8W8BTpDvr1/fUZ+vgB+gj7BwT8Cvn7Ad0V9/0M9w4K8xP+CAjy8gj7+/r7/xYAAPP93QzpEhoSIwDp5/YNCgE8/ffs9/P8/tfbOy3gFADz/PsA+/gL/A/76wAbCwzw9/n//OwZ/v4MDu739Or9GRnvAv0FBP8GBPhC8O/q9fwMDf8HBQXq9wIZ7yDy+fb8+v/n4/XhJTYGAQgB+v39/AYOCgYL7+zqEQT78eARGwv47PwNG9Al9QflTPD7BP7hAPwA+gT8Bf0I9gAA9P/+8yX+AwXwBgP6Bx3l8/nz+vkrL+cC7yXp5gYC//f4DgUE+e4E9PsNCAkAB/ru+PfyJA739g/8BArxCQf6AvT39/kiF/I27er0+/z2Cf34Av8KAQfyAAb58BMGGAgJ8fn48Qb11+kcEwsKBxj5+PwHAPMB6/P3/PYLCCUSD/v2+Qv68Qf9Bfn3+wIK9vIDASn+7/79/REB9gT6AP7kJw4OAfblABLz7wsO+foS+AfzA/n2CggW6fvx+PwZK/QH+uvuFfIA/RD4/gD6Avob9Pj6+/kS9/8F/f36BAzz/gXkNPYI9DP5Cv/38/DyAgMB+QD/AAEDFQHrCgvmAAH59gQB+QcLGP/x5wEBCQYED/fu9/X5I+UODgYOGOftDe3XLPv+BwMTxjUv7tsF9g/+2g0gB+/2L+kA6fn08iAP9f7kDwICBvsI7gb1+PgkA/HrA/4X/gsbHATs7fMF8/X78R0MBvP8DSL/HfXxzgEXD/Hr6ej5NPr5Dvv+/QUCHtwD8w0a8/cAEPwGCfQJ5+oxAPwF/eYB3gzmEQkLAQrMF/v2+vIrFf0EEvX87gYJB+kVCwfwBvPR9/oo+ggFD/P/+/b8/QoZBf/+CQP/9/0EBv3+/Pv8CNg7BQf6EOP1/wb99wD7AQsMBAUDCe76+Az5Cfn49hT4+Qf+CAb2/AMMEPLy//z8CQsX9vMd8+v76vb870DtFfLWJfIkDeDxEQ36AP0C/gD96/gu//PqBA8g9fsA/PoB+eUr/gD8+PcI2v/3GO0CEhfw+w0Y+PIFAhL39O0T7x726xr8+AH9BwHyKP776vEGDA/b7woYC+kS7Qn9Bwn/+AYc9e37/QEBBwn5AfT6CBD4H/b/5+8DHfbtFP8F//b9Cfzv/hv8A/gFHvYB9/kA/v0B6QTuFwQACegQ6xsi3P8FGAP6//r28AzkBPcA+wIXDfoG+vYQ+fAX4/4K/w0Z/PX1Dgjw7yX/8xH9EwzpAvvuEf0B+fwB9gQH/fr4BAD/BvoL8Pb6BwAUAv4C5f4gAfr/Aerq7ykNB/r6+QgP7/8NBwUG+gT78wIQBO72/QIFBBcC6/MF9hH9BQT27vYf+gQB+Bbr+PYDFfcH+vwFAP8HCgoW9uwL/ewC9vkC9Qsa8v//BPbz/gEVASID9BToAerhSOwCIfPx5fUCGvL4+gQH5yT0CQP9//r6//wDBv/+BhT98gX6HfXtF/kT8vr97AnyENTzDh4R+/cCBv7//f8GF/b57fsBAw4nBvrt+PX0CwQF/QAB+fYKBw4I4QDzCgQS6vPzAPscBvMFAQn7/fwK+wD6/RX/APkF9hD88fAXAfsBBAn2+AQG9gcR7f/4+BYFAwntB/b7CvYG/xoG7PgCDfrgCgEX7QsW6wP+/P3yEfz6/g0H9/4F8gEO/v8C/wHm/vEDBhDzHhvfFfHpCAMMFvoMCO/tC/X6A/oI/AD+B/UA/vz4Ev8JCQMB/PsD8wcHAPYR5QX6Dvr6Ev4F+vsD+fn/Af3/Bgz0/gwD+v4ACAzy+Cb98PQC8gAQ9PoO+wj/AfMJ9wIHBBf+Ahnq8wbt7PMNDev58TIlBCL4A9jgAfQMDgQG/uz+6us96wbzEvkM+/0B/Pn+CfH4/hgT9gP2IvgW980WBfDtAf4P/gACBf3zBAsEAAD99ggJ9wD/AwH7E/kD+//xCxL4Ewr19Pf4Igca5+Px7hMVD//0AQbq+PMM+eHm/Un67BL++fcS9gzc/gAf9AwDBP3t+fz6ARUSCf329vIFDAryIO8s8PPtAznY8QIP9u8I7w344Q8EGv4M+AQJDef4BAfrEQv4+gj48uQYMvL+8AL1BQD/Bfz6DA8E8AX+/P0B/uT/AP7yByfx7BEI8SX7+fD1/w729hUNEP/0/P///Qf7MuDRFOodCBEk6hHl+OwGFfoV7e4B8g0E9fMAEt4o/PYLAu8V/vgEI+IBBgrv8Azk+wIGCf74GxIM1xvzDuoFB/gKQuzs7PH6+gAd7AH+Ax/g9/o3BePx8hkJ8A/8+PjyFgH6BQPyAgwMAv7+9PQB9Cvz/P4A8AQG7gEI+wUDAQ7zFwDy8/oI7CP+9/8B/v/78Pv+9AEYDvgP+QH9+wr+6AUQ/d/nGyQN9wIO9ALwB/MM+fb+AvkZAPn9/QAI/Qr36ggHC/rtH/sG9voD/v0R7CP/7wb4AAYH8f0G/QACB/0M/STv8P367vsHAvsMC/wj7fHrDibp9/UT9Qf8AvwC4A3rO8sjAf/jCBMF/PwI/gf9/QP+//0C8isdEff7tQ368uUXCgUIAQD8AwL++/4I9QoM//v+/f/qTPHsAADhDQ3r4BoJBeUbFPoF9AH8/f8RBfsM/Pb4+PD9ARQO+v35Fvf58vf6DgkaA+z6//UFBPgPHfPJIhjnDxvr5/XwAhzk8UP39vcFAPMK3PwJ9BoTItsD9xwA9fkqFt/v7wL1DAH09hkB+gT9BPoMCOD3/BodAQ3v7u4N/u3+B/74AA8J3Av9GP/vBhD0DRT97AcA++gw+vv6EuMFDekA8Cf8+P/c/yQDD/P6Av7n6fMk3hoi7QXzBPUg/QXuH/7/9e8k7gva+/oQ5iUL7+wRH+/uCw0JAQT2AP/8AP0J/fr9APoM/PwIBPP7AwoO7RLwARn+7PQH+NgoJfX07v0KAPz7DwUKG+gY5vPzDwv36hwT5/cG9/YHCg31+wURBh3o//X5+Owy7dfz8T787O7lDf0rBgYK8PzsA/P3MgD+/ggAA/n/5CUN6O8FBggI/wTtBP32EPcgBwkI7u/0/vPv7wsUBg3x9xf///v/CfUZH/TvCe/4IPv57f3+/Qf8/Aj9+//+C+3+BtsX/CACAQ379Aj6+wXsCfz0+fkdDQIq/L0AHB7i9f4D+vsGAw0J/v7r+AkY9woQ7wnwAgD87/ce7+sc+gsF8ewX9/cSCOASIPP5A98g8/r8+/n/+isE8wH7/fsJDPfxExEQDOby2RwSMRfv4uH8Af4H/f8BAwAFA/0B/fYGEvLx4g4Q+hLlAvoJ9wQPDPPv9/sb9RMJAAAFAf4G9v8CDAoD9PX+/gH7CgH+/P0B+gn9AgD/AP8q6gbe8QwQ/CgY9vH64wD8GwsA99QO/QX98fcz7fP9DOr3/vb0BCkK4QAZAwH1EP0L8/vo/C7wBib3BQD3/e/75vEIBxYXAO3x7gcl2esbFvgM/f3+IOT/6w4DAv8X7v0AGPICCu79/gD///sG/wAC9/IMGvb8AP8E+AD8BgX6AxMWI+/v3u8JDBj8+vr69fz9/OkEA+/9Kfb6BwH7B/sL8gL6J+36/QcG4fwC7vAyCxQG9g7kEO4A+QAK+/0DAAIH8vsq3vH3HQTr9P4KCPcX8P/5GQ0E7QD/2RzgCAsCF/YJ/P4A/vsOD+MZAAn/+/Ps+P8r7/ILBfvvDwz/BfQD6gcs8wDwBPz3/vz7E+7/FBH4+RL18/4F/gj3/wL8+woHGPwCEOPz/RYL8/QF9vsC//oE//r7+xTsCuvbGvMqDgAE/PgCA/0GDPUJ8/oN8wkJ/gUA9/oF/hMKAQTv7vIP9wz8//8A/wTy+wYFBgAF/QH9//z/Af4I9wQMDe32/Q0BHQAF+/rv+NExCOML+AMM8fn9+QgFBA9J/OfPCfgAAwki8f//9vL98vT2B/4NEQEC+f3yAf4MCv8DCPv9//4B8fgAEfz++hD6+Pbz8gz/KMYMCRgIDPcC5wX6A/oKFP8K7QUA9hPtDgD5BvLzDPsWCfHeLCXp9Pr8/vz/Af0ECQvt//MIEfMKBAMJ+PXy9hz9Hf/7+fn8/uj+8woB/hMM7gwFBvcJ8Az3//7zBwgM/dwg+9cv8/Me9vULAgUS7gLp/xoA+gID/+oABA8OAO4H/AUL7wH9/Av8/gT/AAf//fTr4AMT9iwJKxEc1wDdA/Dy6f34CvAFMPkFAf0F////8fsCCfoF4CkE9/HhGSPxBQD5Dgf9//QCE/MC8fn9EAIH/w/z+vf2ECb56fvw+Rb+7hYaDe7+6gADAfvtEQn1BPAS8ff5+vcs/AECFPn8/PwG9T4kywrw3QQE+gn7//YF+vgDBAH8/Q4A/gf37SH6+wHh/+8HAyj9GQjv5e8vAO3s8AYbFPniEw339B79//L8E/HgCgEAG/YIDAzy8v4B/gT59QHz/BML/P0DDfcC9Qke6hEH9PHzBx/66A/3AAX1HyAEAuPm6Ar7AvgE/wb9BCHz2fsD8xUN/uod++kA8iUBAgX2/f3/CfwB9Qn9/Q/7+f7/9fn9EBDqOuMR8Pz8AfsK/vP6BQAMAePpKfL+HvwB/RD5/P77A+Py8BLnADMQGPzs+w0G9vsKKeb5+eoT+O0O+gT7AfgS4f8ZCvPp+Snf+vz5FQ3uIgn///0B//0A2z/x5ifqBPkeQuPa/fvy+ecPA+4gAPcDD+4E+/n6CgcK/Qz8+P32CPEB9ff3HxH76P7pUcMhBvX4AwP++/79Dv/++Pv/BwIID+sD8AkL/AIM+gEH+PcAAxsQEfjy9/D09woJAgLzCPj8Kfb3CPH2//ECBwMJ/voC9fQZAPz8+wz4BwMB//4AAAwE/g3eABzrBgX29QkD+wMHGgLv///tA+QJCtguAPsHB+/dNAgB+Pn3APz++hD9CAn8BPn9/vwG9wM42fYf1woF+foC+/36FOgI9QbyABAS9AkN9PsW8f8U//j8BP74APT8+Cjx/PsH6Av87vsEGwn48vz8CvUZBvEP/fPa+DoFD/0C8fgB9RIL+//1Bf36CRoVEwPv8d396v0h/BD++Pb+GBD3A/7t9foD+/v/AfsR9/QCDPj6Bg79AAb+AAD8BBP2HQj++uH61R0U2u0ZHf75C/v6/f0GB/XwAQT5AA4PCvLc8Bv86Djn/R0I///yBREUAffz/PIC3fY3/fD7AA/6/Qn4AP/5DxP64Bn7AAn2GvYE9fQT/vIGGvDz8gkAAf4FHQ7r5PgL4EH2C/30+fMi2eoSCQLmGPv5+PkH/AEXCQv8+gX6+AD+8uYoEQ/v8yEI6vT+9v0JFvbHMAcV7/EFBh7y+/X6/OkEAyIA8usR+QL6+v4BEAL0/g76AQH9B9oZBR766AYCBO72AQIH+RXx/f4ADvv3FvYJ8e/8IvsI9wEY+e4FBf4GGAb86AXnCxD18fIP+AkJICPm0uAHIvwf9/MBE/D99ez6Gv3+/v0JAAUBAfn+/gP0Cvf4+hH8C/0AAf0Q+v/78gQQ/v7+BPz+/vfpEvck+fcL+Pj3BfsWFP38+/r5/gcIDQ73COv2/f31B/kA/PwWDv71/f76/A4X8gft8xEI9/EE8zEe2u0D9PMF9PEhE/z9//QR+PgKBgf6/wL6+P8OBQcE9wP/+f/2CPIu5vT1FAID8egp+PsG/BX77u83/OX7/zvZ2znv7hDx5wEZ6vgc5vL6EQ/iNPf14fkgBQL/CyQN4Pv+AvMCFP/69vb7BwXYGxbl/BLtGPER+hUI7PcF+AH7BP4EAgPm9QkDHvIV9PgEEgz5/fb6+QgCBvsV6f4K/un5EvACEf3/8QABEfYMMw8rAc7s5fLs9O4UBA74Ey3z6AP5+vcJ6ejFLEg02OoFJtESDfrs/+0f//cVAPbzCx/0Dwbm3wcLABX14vkAEAvw8Qr6A/4O9/0AAwL//A0j7vcCBv3qCvb9DvT9+fkbIdsCGuz/9QkY/+v4AP/+Cwr21/jrQgQA3kPzAenz5inyI/7yFwDs9+0DDAr4+/0K6v4O//UNAgf//PsU/v38//oJ707j6PYAGPwm5Orz8RP8+QkDAQP7//Aa/P78/v4D/ffwBQb6F//v/ewK5zQI+gof+eTx8RgAFwII9wPyBe8K6QL5C+0PCxbxGvT4+/r+9ir4+vn+8gUL+z/WBej/+Anz7wEKBRfuAfze9BwF/hL26EAcCdjr+/cNCPIS9PwA+xUH4uf8AiII8+cOAhH2B/P1+QH5/QkgAwH//v/+/wMD+zX07O8F+fMGC/gOAPYAN/LYAf7//AXiMb5LwuEoGQH4D+sHE+8D9/8IAP0ABAHvKw7jCvry/iP+Ae7/9+kQBd8cDAIK5gPv8A0H6gIdAw4fC/H85gLz4w77Bev+GA3tAPYOAAIADAf7Eh7f5fUW//Hz8hAMAA7lOhXo+QHUFSbx7ez1CgEQ8Pz0E/L7BRv5/wL6BuQREgz/+wL+//z/6RbgIQruFPXxAA718P0CHuP7+OvuT/YN5BkHFAby7QMKGfD6/vb4BwYSDP7rBPv0BfIV9fn99BQD1QoiCAr97hrzDfP99/MN5w/67wUFCQ3oGgHYARkIAgwF9O8CDAH9/Pzz9/wUBQoH7AkH+QEABPcPCfYE/fkBAAT//AL3AwX05UH37hX0+AENBwH09fwE9/QI9f3yAScECBIM9P746wcH8wDv4yQJ7u/59Qn+Hw7z/frz9/r6Ov3+/f////0OHf8A+/v59f/18Qca9gTzDPQEAAP4/gUK9fT3HQ3zCPsH/PXxEfv/DPf+Bg4B/vME/f8D/v///ggHA/35+wf9ARn4OtIo/tXoAQEC9AD8/w4BMe7qF/bw+ij4+P378f8BLfPR7SL6AwML/gMCCtcHCeYJAB0S9Pb4///6D/X8AAgH8gnyCADzEfosAu/5//r4//8F+Qj7/QT++vf8A/sKDfgh/Pb59fMVBPsPAPT1AQgT7u4C/xP0CgQQ+gEC8PAP+AQL9/v2+Rn1DgITCvD39/oT9gr//Pz8+vv/BfUIEfkE7g34/RX/+O8m+Pr8AfoA8/758Rr8CgT0FOYJHwrj/PsB/fz//wcF6wgF/wEO5Bb77Oo25inu/fLy+gEMEvAU/gwBAP39/v4RAv34+AD9BAni8/YbCwAG8P4ECA3z+gzzAQYDAv37CfAI/uoe9f0P8fEOChbTEwrs+wHv+yH+EBkZ8/397Pr85Bj/EvMQ+Pj9+/r6FPz6CvYP6uX1CQwj7/Ec+wUDBPwcERX0+/nOCA==" };

// engine/language/ngramModel.ts
var mostWords2 = 80;
var NgramModel = class {
  constructor(file) {
    this.file = file;
    this.weights = Int8Array.from(atob(file.weights), (character) => character.charCodeAt(0));
    this.buckets = this.weights.length / file.languages.length;
  }
  file;
  weights;
  buckets;
  /** The likeliest language; undefined without words. */
  best(words) {
    return this.ranked(words)[0];
  }
  /** Every language of the model, the likeliest first; none without words. */
  ranked(words) {
    if (words.length === 0) return [];
    const logits = this.logits(words.slice(0, mostWords2));
    const top = Math.max(...logits);
    const odds = logits.map((logit) => Math.exp(logit - top));
    const total = odds.reduce((sum, value3) => sum + value3, 0);
    return odds.map((value3, index) => ({ language: this.file.languages[index], probability: value3 / total })).sort((a, b) => b.probability - a.probability);
  }
  /** One per language, in the file's order: the weights of all n-grams summed, over the root of their number. */
  logits(words) {
    const { languages: languages2, scale } = this.file;
    const buckets = words.flatMap((word4) => this.bucketsOf(word4));
    const sums = languages2.map((_, index) => buckets.reduce((sum, bucket) => sum + this.weights[bucket * languages2.length + index], 0));
    return sums.map((sum) => sum * scale / Math.sqrt(Math.max(1, buckets.length)));
  }
  /** Where the weights of a word's n-grams are: those of every length, and the whole word where it is longer. */
  bucketsOf(word4) {
    const { longest, padded } = this.file;
    const text2 = padded ? ` ${word4} ` : word4;
    const found = [];
    for (let length = 1; length <= longest; length++) {
      for (let start = 0; start + length <= text2.length; start++) {
        const ngram = text2.slice(start, start + length);
        if (ngram !== " ") found.push(bucketOf(ngram, this.buckets));
      }
    }
    if (padded && text2.length > longest) found.push(bucketOf(text2, this.buckets));
    return found;
  }
};
function bucketOf(ngram, buckets) {
  let value3 = 2166136261;
  for (let index = 0; index < ngram.length; index++) value3 = Math.imul(value3 ^ ngram.charCodeAt(index), 16777619) >>> 0;
  return ((value3 ^ value3 >>> 15) >>> 0) % buckets;
}

// engine/language/words.ts
var noise = new RegExp(
  [
    "```[\\s\\S]*?```|`[^`\\n]*`|\\b(?:https?|ftp)://\\S+|[^\\s@]{1,64}@\\S{1,255}\\.\\w+|</?[A-Za-z][^>\\n]*>|\\$?\\{[^}\\n]*\\}|%\\(\\w+\\)[a-z]",
    "[A-Za-z0-9_]*(?:[0-9_]|[a-z][A-Z]|[A-Za-z](?:\\.|::|->|#|/|\\\\)[A-Za-z])[A-Za-z0-9_.:/\\\\#>-]*(?:\\(\\))?",
    "[A-Za-z]+\\(\\)|[@\\\\$#][A-Za-z]\\w*|(?<!\\S)--?[A-Za-z][\\w-]*|&\\w+;"
  ].join("|"),
  "g"
);
var latinWord = /[A-Za-zªºÀ-ÖØ-öø-ɏḀ-ỿ]+/gu;
var hanWord = /[\u3400-\u9fff々]+/gu;
function withoutNoise(text2) {
  return text2.normalize("NFC").replace(noise, " ");
}
function latinWords(text2) {
  return text2.toLowerCase().match(latinWord) ?? [];
}
function hanWords(text2) {
  return text2.match(hanWord) ?? [];
}

// engine/language/detect.ts
var leastProbability = 0.25;
var sure = 0.6;
var sureProbability = 0.9;
var leastJapanese = 0.75;
var mostCharacters = 2e3;
var script2 = {
  han: /\p{Script=Han}/gu,
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}ー]/gu,
  hangul: /\p{Script=Hangul}/gu,
  cyrillic: /\p{Script=Cyrillic}/gu,
  latin: /\p{Script=Latin}/gu
};
var ownScripts = [
  ["el", /\p{Script=Greek}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["th", /\p{Script=Thai}/gu]
];
var models = {};
function detectLanguage(text2, around = "") {
  const prose = withoutNoise(text2.slice(0, mostCharacters));
  const words = latinWords(prose);
  return eastAsian(prose, words.length) ?? cyrillic(prose) ?? ownScript(prose) ?? latinLanguage(words, around);
}
function possibleLanguages(text2) {
  const detected = detectLanguage(text2);
  const words = latinWords(withoutNoise(text2.slice(0, mostCharacters)));
  models.latin ??= new NgramModel(latin_default);
  const ranked = models.latin.ranked(words);
  const latinScript = detected === void 0 || ranked.some(({ language }) => language === detected);
  if (!latinScript || (ranked[0]?.probability ?? 1) >= sureProbability) return detected === void 0 ? [] : [detected];
  return ranked.flatMap(({ language }) => language === "other" ? [] : [language]);
}
function eastAsian(text2, latin2) {
  const [chinese, kana, korean] = [count(text2, script2.han), count(text2, script2.kana), count(text2, script2.hangul)];
  const total = chinese + kana + korean;
  if (total === 0 || total * 2 < latin2) return void 0;
  if (korean >= total * 0.3) return "ko";
  if (kana >= total * 0.1) return "ja";
  models.han ??= new NgramModel(han_default);
  const best = models.han.best(hanWords(text2));
  return best?.language === "ja" && best.probability < leastJapanese ? "zh" : best?.language;
}
function cyrillic(text2) {
  const letters2 = count(text2, script2.cyrillic);
  if (letters2 === 0 || letters2 * 2 < count(text2, script2.latin)) return void 0;
  return /[іїєґ]/iu.test(text2) && !/[ыэъё]/iu.test(text2) ? "uk" : "ru";
}
function ownScript(text2) {
  return ownScripts.find(([, letters2]) => count(text2, letters2) > count(text2, script2.latin))?.[0];
}
function latinLanguage(words, around) {
  models.latin ??= new NgramModel(latin_default);
  const best = models.latin.best(words);
  if (best && best.probability < sure) {
    const whole = models.latin.best(latinWords(withoutNoise(around.slice(0, mostCharacters))));
    if (whole && whole.language !== "other" && whole.probability >= sure) return whole.language;
  }
  return best && best.language !== "other" && best.probability >= leastProbability ? best.language : void 0;
}
function count(text2, letter4) {
  return text2.match(letter4)?.length ?? 0;
}

// engine/lint/finding.ts
var ruleIds = [
  "untranslated",
  "placeholders",
  "numbers",
  "tags",
  "code-spans",
  "addresses",
  "terminology",
  "omission",
  "addition",
  "low-confidence"
];

// engine/lint/detector.json
var detector_default = {
  forward: {
    omission: {
      weights: {
        bias: 0.552,
        support: -4.134,
        logCover: -0.487,
        functionWord: -1.481,
        copied: -0.586
      },
      threshold: 6.635,
      calibration: {
        slope: 0.528,
        offset: -3.511
      }
    },
    addition: {
      weights: {
        bias: -1.184,
        support: -1.297,
        logConfidence: -0.384,
        gain: -0.131,
        latin: 1.446,
        copied: -5.002
      },
      threshold: 6.888,
      calibration: {
        slope: 0.592,
        offset: -3.507
      }
    }
  },
  unlikely: -6.293,
  both: {
    omission: {
      weights: {
        bias: -0.065,
        support: -3.757,
        logCover: -0.259,
        functionWord: -0.562,
        copied: -0.493,
        logConfidence: -0.213
      },
      threshold: 6.772,
      calibration: {
        slope: 0.529,
        offset: -3.653
      }
    },
    addition: {
      weights: {
        bias: -0.327,
        support: -3.317,
        logConfidence: -0.278,
        gain: -0.079,
        latin: 1.603,
        copied: -4.327
      },
      threshold: 6.132,
      calibration: {
        slope: 0.617,
        offset: -3.747
      }
    }
  }
};

// engine/lint/segments.ts
function bestSegments(scores, threshold) {
  const found = [];
  const open = [{ from: 0, to: scores.length }];
  for (let range = open.pop(); range; range = open.pop()) {
    const best = bestSegment(scores, range.from, range.to);
    if (!best || best.score < threshold) continue;
    found.push(best);
    open.push({ from: range.from, to: best.start }, { from: best.end, to: range.to });
  }
  return found.sort((a, b) => b.score - a.score);
}
function bestSegment(scores, from = 0, to = scores.length) {
  let best;
  let start = from;
  let sum = 0;
  for (let index = from; index < to; index++) {
    if (sum <= 0) {
      sum = 0;
      start = index;
    }
    sum += scores[index];
    if (sum > (best?.score ?? 0)) best = { start, end: index + 1, score: sum };
  }
  return best;
}

// engine/lint/functionWords.ts
var functionWords2 = new Set(
  "a an the of to in on at by for with from into as is are was were be been being am do does did has have had will would can could may might shall should must it its this that these those there here and or but if then than so not no nor your you we our they their them he she his her i my me us which who whom whose what when where how also just only very any some all each such other same about up out over more most sure want wish please".split(" ")
);

// engine/lint/wordEvidence.ts
var featureNames = {
  omission: {
    forward: ["support", "logCover", "functionWord", "copied"],
    both: ["support", "logCover", "functionWord", "copied", "logConfidence"]
  },
  addition: {
    forward: ["support", "logConfidence", "gain", "latin", "copied"],
    both: ["support", "logConfidence", "gain", "latin", "copied"]
  }
};
var leastLog = -10;
var mostGain = 8;
var coverFloor = 1e-3;
var punctuation2 = /^[^\p{L}\p{N}]+$/u;
function wordEvidence(sentence2, side) {
  if (sentence2.alignment.length === 0) return void 0;
  const [own, other] = side === "omission" ? [sentence2.sourceTokens, sentence2.targetTokens] : [sentence2.targetTokens, sentence2.sourceTokens];
  const valuesOf = side === "omission" ? sourceValues(sentence2) : targetValues(sentence2);
  if (!valuesOf) return void 0;
  const opposite = other.map(({ text: text2 }) => text2.toLowerCase()).join(" ");
  return own.map((token2, index) => {
    if (punctuation2.test(token2.text)) return { token: token2, values: void 0 };
    const copied = (token2.text.length > 1 || /\d/u.test(token2.text)) && opposite.includes(token2.text.toLowerCase());
    return { token: token2, values: valuesOf(index, token2.text, copied ? 1 : 0) };
  });
}
function sourceValues({ sourceSupport, sourceCover, sourceConfidence }) {
  if (!sourceCover) return void 0;
  return (index, text2, copied) => [
    sourceSupport[index],
    Math.log(sourceCover[index] + coverFloor),
    functionWords2.has(text2.toLowerCase()) ? 1 : 0,
    copied,
    ...sourceConfidence ? [logOf(sourceConfidence[index])] : []
  ];
}
function targetValues({ targetSupport, targetGain, confidence }) {
  if (!targetGain) return void 0;
  return (index, text2, copied) => [
    targetSupport[index],
    logOf(confidence[index]),
    Math.min(targetGain[index], mostGain),
    /[A-Za-z0-9]/u.test(text2) ? 1 : 0,
    copied
  ];
}
function logOf(probability2) {
  return Math.max(leastLog, Math.log(probability2));
}

// engine/lint/detector.ts
var detectorWeights = detector_default;
var scoreOfUnmatchedWord = 2;
function unsupported(sentence2, side, weights = detectorWeights) {
  const judgement = (sentence2.sourceConfidence ? weights.both : weights.forward)[side];
  return bestSegments(scoresOf(sentence2, side, judgement), judgement.threshold).map((segment) => {
    const { slope, offset } = judgement.calibration;
    return { ...segment, confidence: 1 / (1 + Math.exp(-slope * segment.score - offset)) };
  });
}
function scoresOf(sentence2, side, judgement) {
  if (sentence2.alignment.length === 0) {
    const own = side === "omission" ? sentence2.sourceTokens : sentence2.targetTokens;
    return own.map(({ text: text2 }) => scoreOfUnmatchedWord * countWords(text2));
  }
  const names = featureNames[side][sentence2.sourceConfidence ? "both" : "forward"];
  const weights = names.map((name2) => judgement.weights[name2] ?? 0);
  return (wordEvidence(sentence2, side) ?? []).map((word4) => wordScore(word4, weights, judgement.weights["bias"] ?? 0));
}
function wordScore({ values }, weights, bias) {
  return values ? values.reduce((sum, value3, index) => sum + value3 * weights[index], bias) : 0;
}
function countWords(text2) {
  const ideographs = text2.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  const others2 = text2.match(/(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}])+/gu)?.length ?? 0;
  return ideographs / 2 + others2;
}

// engine/lint/wording.ts
var mostQuoted = 60;
function quoted3(text2) {
  const line = text2.replaceAll(/\s+/gu, " ");
  if (line.length <= mostQuoted) return `\u201C${line}\u201D`;
  const cut2 = line.slice(0, mostQuoted).replace(/[\ud800-\udbff]$/u, "");
  return `\u201C${cut2}\u2026\u201D`;
}
function spanOfTokens(tokens) {
  return { start: tokens[0].start, end: tokens.at(-1).end };
}

// engine/lint/rules/addition.ts
function addition2({ aligned: aligned2 }) {
  return (aligned2?.sentences ?? []).flatMap(
    (sentence2) => unsupported(sentence2, "addition").map(({ start, end, confidence }) => {
      const target = spanOfTokens(sentence2.targetTokens.slice(start, end));
      const text2 = aligned2.target.slice(target.start, target.end);
      const message = phrase("{0} seems to have no counterpart in the source.", quoted3(text2));
      return { rule: "addition", severity: "warning", message, target, confidence };
    })
  );
}

// engine/lint/compare.ts
function differenceOf(source, target) {
  const left = [...target];
  const missing2 = source.filter(({ key }) => {
    const at = left.findIndex((mark2) => mark2.key === key);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { missing: missing2, extra: left };
}
function differenceFindings({ missing: missing2, extra }, pair, shared, { rule: rule2, severity = "warning", absent, added }) {
  const changes = Math.min(missing2.length, extra.length);
  const findings = missing2.map((mark2, index) => {
    const source = spanOf(mark2);
    const wrong = index < changes ? extra[index] : void 0;
    if (wrong) {
      const fix2 = { span: spanOf(wrong), text: mark2.text, title: phrase("Replace {0} with {1}", wrong.text, mark2.text) };
      const message2 = phrase("The translation has {0} where the source has {1}.", wrong.text, mark2.text);
      return { rule: rule2, severity, message: message2, source, target: fix2.span, ...isWhole(mark2) && isWhole(wrong) ? { fix: fix2 } : {} };
    }
    const fix = insertion(mark2, pair, shared);
    const message = absent(mark2.text);
    return { rule: rule2, severity, message, source, target: fix.span, ...isWhole(mark2) ? { fix } : {} };
  });
  for (const mark2 of extra.slice(changes)) {
    findings.push({ rule: rule2, severity, message: added(mark2.text), target: spanOf(mark2) });
  }
  return findings;
}
function isWhole({ text: text2, start, end }) {
  return text2.length === end - start;
}
function insertion(mark2, { source, target }, [sources, targets]) {
  const before = sources.filter(({ end }) => end <= mark2.start).at(-1);
  const anchor = before && targets.find(({ key }) => key === before.key);
  const closing = target.length - (/[\s.。!！?？:：…]*$/u.exec(target)?.[0].length ?? 0);
  const at = anchor ? anchor.end : source.slice(0, mark2.start).trim() === "" ? 0 : closing;
  const lead = /[A-Za-z0-9]$/u.test(target.slice(0, at)) && /^[A-Za-z0-9]/u.test(mark2.text) ? " " : "";
  const tail = /^[A-Za-z0-9]/u.test(target.slice(at)) && /[A-Za-z0-9]$/u.test(mark2.text) ? " " : "";
  return { span: { start: at, end: at }, text: lead + mark2.text + tail, title: phrase("Insert {0}", mark2.text) };
}
function spanOf({ start, end }) {
  return { start, end };
}

// engine/lint/rules/addresses.ts
var wording = {
  rule: "addresses",
  absent: (mark2) => phrase("The address {0} is missing in the translation.", mark2),
  added: (mark2) => phrase("The address {0} is not in the source.", mark2)
};
function addresses(pair) {
  if (pair.source === "" || pair.target === "") return [];
  const [source, target] = [addressesOf(pair.source), addressesOf(pair.target)];
  return differenceFindings(differenceOf(source, target), pair, [source, target], wording);
}
function addressesOf(text2) {
  return inlinesOf(text2).flatMap((inline) => {
    if (inline.kind === "url" || inline.kind === "email") return [inline];
    if (inline.kind !== "link") return [];
    return inlinesOf(inline.text.slice(1, -1)).filter(({ kind, start }) => kind === "url" && start === 0).map((url) => ({ ...url, start: inline.start + 1 + url.start, end: inline.start + 1 + url.end }));
  });
}

// engine/lint/rules/codeSpans.ts
var wording2 = {
  rule: "code-spans",
  absent: (mark2) => phrase("The code {0} is missing in the translation.", mark2),
  added: (mark2) => phrase("The code {0} is not in the source.", mark2)
};
function codeSpans(pair) {
  if (pair.source === "" || pair.target === "") return [];
  const [source, target] = [codeOf(pair.source), codeOf(pair.target)];
  const { missing: missing2, extra } = differenceOf(source, target);
  const keys = (marks) => new Set(marks.map(({ key }) => key));
  const [inSource, inTarget] = [keys(source), keys(target)];
  const gone = missing2.filter(({ key }) => !inTarget.has(key));
  const strange = extra.filter(({ key }) => !inSource.has(key) && !pair.source.includes(key));
  const [unmarked, lost] = [gone.filter(({ key }) => pair.target.includes(key)), gone.filter(({ key }) => !pair.target.includes(key))];
  return [
    ...differenceFindings({ missing: lost, extra: strange }, pair, [source, target], wording2),
    ...unmarked.map((mark2) => {
      const start = pair.target.indexOf(mark2.key);
      const span2 = { start, end: start + mark2.key.length };
      const message = phrase("{0} is not marked as code in the translation.", mark2.text);
      const fix = { span: span2, text: mark2.text, title: phrase("Replace {0} with {1}", mark2.key, mark2.text) };
      return { rule: "code-spans", severity: "information", message, source: { start: mark2.start, end: mark2.end }, target: span2, fix };
    })
  ];
}
function codeOf(text2) {
  return inlinesOf(text2).filter(({ kind }) => kind === "code");
}

// engine/lint/rules/lowConfidence.ts
var leastSubwords = 10;
function lowConfidence({ aligned: aligned2 }) {
  return (aligned2?.sentences ?? []).flatMap((sentence2) => {
    if (sentence2.subwords.length < leastSubwords || sentence2.score >= detectorWeights.unlikely) return [];
    const message = phrase("The model finds this unlikely as a translation of its source; read it again.");
    const { source, target, score } = sentence2;
    const confidence = 1 / (1 + Math.exp(score - detectorWeights.unlikely));
    return [{ rule: "low-confidence", severity: "information", message, source, target, confidence }];
  });
}

// engine/lint/englishNumbers.ts
var units2 = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
var ordinals = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(" ");
var tens = ". . twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
var months = ". jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
var days = ". mon tue wed thu fri sat sun".split(" ");
var scales = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
var others = {
  a: [1],
  an: [1],
  once: [1],
  single: [1],
  another: [1],
  no: [0],
  none: [0],
  twice: [2],
  double: [2],
  both: [2],
  pair: [2],
  couple: [2],
  half: [2, 0.5, 50],
  dual: [2],
  binary: [2],
  triple: [3],
  thrice: [3],
  quarter: [4, 25],
  quadruple: [4],
  decimal: [10],
  dozen: [12],
  noon: [12],
  octal: [8],
  hexadecimal: [16],
  hex: [16]
};
function englishNumbers(text2) {
  const found = [];
  let running;
  for (const match2 of text2.matchAll(/[A-Za-z]+/gu)) {
    const word4 = match2[0].toLowerCase();
    const [start, end] = [match2.index, match2.index + word4.length];
    const value3 = valueOf(word4);
    const scale = scales[word4.replace(/s$/u, "")];
    const joined = running !== void 0 && /^[\s-]+$/u.test(text2.slice(running.end, start)) ? running : void 0;
    if (scale !== void 0) running = { value: (joined?.value ?? 1) * scale, start: joined?.start ?? start, end };
    else if (value3 !== void 0 && joined && joined.value % 10 === 0 && joined.value > value3) running = { value: joined.value + value3, start: joined.start, end };
    else if (value3 !== void 0) running = { value: value3, start, end };
    else running = void 0;
    if (running) found.push({ start: running.start, end, values: [running.value] });
    else {
      const values = [...others[word4] ?? [], ...calendarValues(match2[0]), ...romanValues(match2[0])];
      if (values.length > 0) found.push({ start, end, values });
    }
  }
  return found;
}
function valueOf(word4) {
  const unit = Math.max(units2.indexOf(word4), ordinals.indexOf(word4), units2.indexOf(word4.replace(/s$/u, "")));
  if (unit >= 0) return unit;
  const ten = tens.indexOf(word4.replace(/ieth$/u, "y"));
  return ten > 1 ? ten * 10 : void 0;
}
function calendarValues(word4) {
  if (!/^\p{Lu}/u.test(word4)) return [];
  const short = word4.slice(0, 3).toLowerCase();
  return [months.indexOf(short), /day$|^[A-Z][a-z]{2}$/u.test(word4) ? days.indexOf(short) : -1].filter((value3) => value3 > 0);
}
function romanValues(word4) {
  if (!/^[IVX]{1,5}$/u.test(word4)) return [];
  const letters2 = Array.from(word4).map((letter4) => ({ I: 1, V: 5, X: 10 })[letter4]);
  return [letters2.reduce((sum, value3, index) => sum + (value3 < (letters2[index + 1] ?? 0) ? -value3 : value3), 0)];
}

// engine/lint/chineseNumbers.ts
var figures = {
  \u96F6: 0,
  "\u3007": 0,
  "\u25CB": 0,
  \u4E00: 1,
  \u58F9: 1,
  \u4E8C: 2,
  \u4E24: 2,
  \u5169: 2,
  \u53CC: 2,
  \u8D30: 2,
  \u4E09: 3,
  \u53C1: 3,
  \u56DB: 4,
  \u4E94: 5,
  \u516D: 6,
  \u4E03: 7,
  \u516B: 8,
  \u4E5D: 9
};
var multipliers = { \u5341: 10, \u5EFF: 20, \u767E: 100, \u5343: 1e3 };
var scales2 = { \u4E07: 1e4, \u842C: 1e4, \u4EBF: 1e8, \u5104: 1e8 };
function chineseNumbers(text2) {
  return [...text2.matchAll(/[零〇○一壹二两兩双贰三叁四五六七八九十廿百千万萬亿億]+|半|周日|星期日|星期天/gu)].map((match2) => {
    const [word4] = match2;
    const values = word4 === "\u534A" ? [0.5, 2, 50] : word4.endsWith("\u65E5") || word4.endsWith("\u5929") ? [7] : readingsOf(word4);
    return { start: match2.index, end: match2.index + word4.length, values };
  });
}
function readingsOf(word4) {
  const characters = Array.from(word4);
  const each = characters.map((character) => figures[character] ?? multipliers[character] ?? scales2[character]);
  const positional = characters.every((character) => character in figures);
  return [.../* @__PURE__ */ new Set([positional ? Number(each.join("")) : valueOf2(characters), ...each])];
}
function valueOf2(characters) {
  let total = 0;
  let section = 0;
  let figure;
  for (const character of characters) {
    if (character in figures) figure = figures[character];
    else if (character in multipliers) {
      section += (figure ?? 1) * multipliers[character];
      figure = void 0;
    } else {
      total = (total + section + (figure ?? 0) || 1) * scales2[character];
      section = 0;
      figure = void 0;
    }
  }
  return total + section + (figure ?? 0);
}
function chineseScale(after) {
  const word4 = /^\s*[多余几]?([十百千万萬亿億]+)/u.exec(after)?.[1];
  if (word4 === void 0) return void 0;
  return Array.from(word4).reduce((factor, character) => factor * (multipliers[character] ?? scales2[character]), 1);
}

// engine/lint/numerals.ts
var digits = /\d+(?:[.,]\d+)*|(?<![^\s(（])\.\d+/gu;
var thousands = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u;
var englishScales = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12
};
function numbersOf(text2) {
  const plain = text2.replaceAll(/[０-９．]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 65248));
  const mentions = [...plain.matchAll(digits)].flatMap((match2) => digitMentions(plain, match2.index, match2[0]));
  const words = [...englishNumbers(plain), ...chineseNumbers(plain)].map(({ start, end, values }) => ({
    start,
    end,
    text: text2.slice(start, end),
    readings: values.map(canonical),
    required: false,
    inName: false,
    inWord: false
  }));
  return [...mentions, ...words].sort((a, b) => a.start - b.start);
}
function ungrouped(mentions, others2) {
  const known = new Set(others2.flatMap(({ readings }) => readings));
  return mentions.flatMap((mention) => {
    if (!mention.text.includes(",") || mention.readings.some((reading) => known.has(reading))) return [mention];
    const parts = [...mention.text.matchAll(/[^,]+/gu)].map((part) => {
      const start = mention.start + part.index;
      return { ...mention, start, end: start + part[0].length, text: part[0], readings: [canonicalDigits(part[0])] };
    });
    return parts.every(({ readings }) => known.has(readings[0])) ? parts : [mention];
  });
}
function digitMentions(text2, start, written) {
  if (written.includes(",") && !thousands.test(written)) {
    return [...written.matchAll(/[^,]+/gu)].flatMap((part) => digitMentions(text2, start + part.index, part[0]));
  }
  const end = start + written.length;
  const number2 = written.replaceAll(",", "").replace(/^\./u, "0.");
  const inName = /[A-Za-z][_-]?$/u.test(text2.slice(Math.max(0, start - 2), start));
  const mention = {
    start,
    end,
    text: text2.slice(start, end),
    readings: [.../* @__PURE__ */ new Set([canonicalDigits(number2), ...otherReadings(text2, start, end, number2)])],
    required: true,
    inName,
    inWord: inName && /^[A-Za-z]/u.test(text2.slice(end))
  };
  const century = /^\d\d\d0$/u.test(number2) && /^['’]?s\b/u.test(text2.slice(end, end + 3));
  return century ? [mention, { ...mention, readings: [String(Math.floor(Number(number2) / 100) + 1)], required: false }] : [mention];
}
function otherReadings(text2, start, end, number2) {
  const value3 = Number(number2);
  if (!Number.isFinite(value3)) return [];
  const after = text2.slice(end, end + 16);
  const readings = [];
  const word4 = /^[\s-]*([A-Za-z]+)/u.exec(after)?.[1]?.toLowerCase();
  const scale = (word4 === void 0 ? void 0 : englishScales[word4]) ?? chineseScale(after);
  if (scale !== void 0) readings.push(canonical(value3 * scale));
  if (value3 < 12 && /^(?::\d\d)?\s*p\.?m\b/iu.test(after)) readings.push(canonical(value3 + 12));
  if (/^\d\d\d0$/u.test(number2) && /^['’]?s\b/u.test(after)) readings.push(canonical(value3 % 100));
  if (/^\d+\.0$/u.test(number2)) readings.push(canonical(value3));
  if (/^[01]?\d$/u.test(text2.slice(start, end))) readings.push(canonical(value3));
  return readings;
}
function canonicalDigits(number2) {
  return number2.replace(/^0+(?=\d)/u, "");
}
function canonical(value3) {
  return String(Math.round(value3 * 1e6) / 1e6);
}

// engine/lint/rules/numbers.ts
var wording3 = {
  rule: "numbers",
  absent: (mark2) => phrase("The number {0} is missing in the translation.", mark2),
  added: (mark2) => phrase("The number {0} is not in the source.", mark2)
};
function numbers(pair) {
  if (pair.source === "" || pair.target === "") return [];
  const [sources, targets] = [numbersOf(withoutInlines(pair.source)), numbersOf(withoutInlines(pair.target))];
  const [source, target] = [ungrouped(sources, targets), ungrouped(targets, sources)];
  const { missing: missing2, extra } = unmatched(source, target);
  const lenient = pair.flags.includes(singularFlag);
  const marks = (mentions) => mentions.map((mention) => ({ ...mention, key: mention.readings[0] }));
  return differenceFindings(
    { missing: lenient ? [] : marks(missing2), extra: marks(extra) },
    pair,
    [marks(source), marks(target)],
    wording3
  );
}
function unmatched(source, target) {
  const open = { source: new Set(source), target: new Set(target) };
  const matchAll = (fits) => {
    for (const mention of open.source) {
      const partner = [...open.target].find((other) => fits(mention, other));
      if (!partner) continue;
      open.source.delete(mention);
      open.target.delete(partner);
    }
  };
  matchAll((a, b) => a.required && b.required && a.readings[0] === b.readings[0]);
  matchAll((a, b) => a.required && b.required && sharesReading(a, b));
  matchAll((a, b) => (a.required || b.required) && !a.inName && !b.inName && sharesReading(a, b));
  const missing2 = [...open.source].filter(({ required }) => required);
  const extra = [...open.target].filter(({ required }) => required);
  if (missing2.length > 0 && extra.length > 0) return { missing: missing2, extra };
  const lost = (mentions, others2) => mentions.filter((own) => !own.inWord && !others2.some((other) => sharesReading(own, other)));
  return { missing: lost(missing2, target), extra: lost(extra, source) };
}
function sharesReading(a, b) {
  return a.readings.some((reading) => b.readings.includes(reading));
}

// engine/lint/rules/omission.ts
function omission({ aligned: aligned2 }) {
  return (aligned2?.sentences ?? []).flatMap(
    (sentence2) => unsupported(sentence2, "omission").map(({ start, end, confidence }) => {
      const words = sentence2.sourceTokens.slice(start, end);
      const source = spanOfTokens(words);
      const text2 = aligned2.source.slice(source.start, source.end);
      const message = phrase("{0} seems to have no counterpart in the translation.", quoted3(text2));
      return { rule: "omission", severity: "warning", message, source, target: placeOf(sentence2, start), confidence };
    })
  );
}
function placeOf(sentence2, start) {
  const { links, targetTokens, target } = sentence2;
  const before = links.filter(({ source }) => source < start).sort((a, b) => b.source - a.source || b.target - a.target)[0];
  const token2 = before && targetTokens[before.target];
  const at = token2?.end ?? target.start;
  return { start: at, end: at };
}

// engine/lint/rules/placeholders.ts
var wording4 = {
  rule: "placeholders",
  absent: (mark2) => phrase("The placeholder {0} is missing in the translation.", mark2),
  added: (mark2) => phrase("The placeholder {0} is not in the source.", mark2)
};
var timeFormat = /%[-_0^#E]?[YmHMByIpjUwWZ](?![a-z])/u;
var unnumbered = /^%[^(\d{%]*(?:\d+|\*)?(?:\.(?:\d+|\*))?[A-Za-z@]+$/u;
function placeholders(pair) {
  if (pair.source === "" || pair.target === "" || timeFormat.test(pair.source)) return [];
  const source = placeholdersOf(pair.source);
  const target = placeholdersOf(pair.target);
  const difference = differenceOf(numbered(source, target), numbered(target, source));
  const known = new Set(source.map(({ key }) => key));
  const extra = difference.extra.filter(({ key }) => !known.has(key) || unnumbered.test(key));
  const missing2 = pair.flags.includes(singularFlag) ? [] : difference.missing;
  const findings = differenceFindings({ missing: missing2, extra }, pair, [source, target], wording4);
  return findings.length > 0 ? findings : orderFindings(source, target, pair.flags);
}
function placeholdersOf(text2) {
  return inlinesOf(text2).filter(({ kind }) => kind === "placeholder");
}
function numbered(marks, others2) {
  const positional = (mark2) => /^%\d+\$/u.test(mark2.key);
  if (marks.some(positional) || !others2.some(positional)) return [...marks];
  let count2 = 0;
  return marks.map((mark2) => unnumbered.test(mark2.key) ? { ...mark2, key: `%${++count2}$${mark2.key.slice(1)}` } : mark2);
}
function orderFindings(source, target, flags) {
  if (!flags.some((flag) => /^(?:c|objc|python|php|perl|gcc-internal)-format$/u.test(flag))) return [];
  const order = (marks) => marks.filter(({ key }) => unnumbered.test(key));
  const [expected, found] = [order(source), order(target)];
  const at = found.findIndex(({ key }, index) => key !== expected[index]?.key);
  const [wrong, right] = [found[at], expected[at]];
  if (!wrong || !right) return [];
  const message = phrase("The placeholder {0} stands where the source has {1}, and these are filled in by order.", wrong.text, right.text);
  return [{ rule: "placeholders", severity: "warning", message, source: spanOf(right), target: spanOf(wrong) }];
}

// engine/lint/rules/tags.ts
var wording5 = {
  rule: "tags",
  absent: (mark2) => phrase("The tag {0} is missing in the translation.", mark2),
  added: (mark2) => phrase("The tag {0} is not in the source.", mark2)
};
var translated = /<[^<>]*\p{Lo}[^<>]*>/gu;
function tags(pair) {
  if (pair.source === "" || pair.target === "") return [];
  const [source, target] = [tagsOf(pair.source), tagsOf(pair.target)];
  const difference = differenceOf(source, target);
  const words = pair.target.match(translated)?.length ?? 0;
  const closed = new Set(source.filter(({ key }) => key.startsWith("</")).map(({ key }) => key.replace("/", "")));
  const variable = ({ key, text: text2 }) => !closed.has(key) && /^<[A-Za-z][\w-]*>$/u.test(text2);
  let spared = words;
  const missing2 = difference.missing.filter((tag3) => !(variable(tag3) && spared-- > 0));
  return differenceFindings({ missing: missing2, extra: difference.extra }, pair, [source, target], wording5);
}
function tagsOf(text2) {
  return inlinesOf(text2).filter(({ kind }) => kind === "tag");
}

// engine/glossary/wordForms.ts
var vowel = /[aeiou]/u;
var doubling = /[^aeiou][aeiou][bdfgklmnprtvz]$/u;
function englishForms(word4) {
  const base = word4.toLowerCase();
  if (!/\p{L}{2}$/u.test(base)) return [base];
  if (base.endsWith("e")) {
    const stem = base.slice(0, -1);
    return [base, `${base}s`, `${base}d`, /[eoy]e$/u.test(base) ? `${base}ing` : `${stem}ing`];
  }
  if (base.endsWith("y") && !vowel.test(base.at(-2) ?? "")) {
    const stem = base.slice(0, -1);
    return [base, `${stem}ies`, `${stem}ied`, `${base}ing`];
  }
  const plural = /(?:s|x|z|ch|sh|o)$/u.test(base) ? [`${base}es`, `${base}s`] : [`${base}s`];
  const stems2 = doubling.test(base) ? [base, base + base.at(-1)] : [base];
  return [base, ...plural, ...stems2.flatMap((stem) => [`${stem}ed`, `${stem}ing`])];
}

// engine/glossary/termMatcher.ts
var unitPattern = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\p{N}_]+|\S/gu;
var wordPattern = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\p{N}_]+$/u;
var TermMatcher = class {
  byFirstUnit = /* @__PURE__ */ new Map();
  /** @param language of the texts, an ISO 639-1 code */
  constructor(terms, language) {
    terms.forEach((term2, order) => {
      const entry = entryOf(term2, language, order);
      if (!entry) return;
      const firsts = entry.units.length === 1 ? entry.lastForms : [entry.units[0]];
      for (const first of firsts) {
        const key = first.toLowerCase();
        const entries = this.byFirstUnit.get(key);
        if (entries) entries.push(entry);
        else this.byFirstUnit.set(key, [entry]);
      }
    });
  }
  /**
   * Terms in `text` in order, none overlapping: the longest match wins, of equal ones the first in the text, and of several
   * terms with the same words the one listed first.
   *
   * @param excluded spans that terms may not touch
   */
  match(text2, excluded) {
    if (this.byFirstUnit.size === 0) return [];
    const units3 = [...text2.matchAll(unitPattern)].map(unitOf3);
    const found = units3.flatMap(
      (unit, at) => (this.byFirstUnit.get(unit.lower) ?? []).flatMap((entry) => matchAt(entry, units3, at) ?? [])
    );
    found.sort(
      (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start || Number(b.entry.exact) - Number(a.entry.exact) || a.entry.order - b.entry.order
    );
    const taken = new Uint8Array(text2.length);
    for (const { start, end } of excluded) taken.fill(1, start, end);
    const kept = [];
    for (const { start, end, term: term2 } of found) {
      if (taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      kept.push({ start, end, term: term2 });
    }
    return kept.sort((a, b) => a.start - b.start);
  }
};
var LastMatcher = class {
  constructor(language) {
    this.language = language;
  }
  language;
  last;
  /** Undefined where there are no terms. */
  for(terms) {
    if (terms.length === 0) return void 0;
    const key = JSON.stringify(terms);
    if (this.last?.key !== key) this.last = { key, matcher: new TermMatcher(terms, this.language) };
    return this.last.matcher;
  }
};
function entryOf(term2, language, order) {
  const source = term2.source.trim();
  const parts = [...source.matchAll(unitPattern)];
  const last = parts.at(-1);
  if (!last) return void 0;
  const exact = /\p{Lu}{2}/u.test(source) && !/\p{Ll}/u.test(source);
  const units3 = parts.map(([text2]) => exact ? text2 : text2.toLowerCase());
  const spaced = parts.map((part) => /\s/u.test(source[part.index - 1] ?? ""));
  return { term: term2, units: units3, spaced, lastForms: formsOf(units3.at(-1), exact, language), exact, order };
}
function formsOf(word4, exact, language) {
  if (language !== "en" || !wordPattern.test(word4)) return /* @__PURE__ */ new Set([word4]);
  if (exact) return /* @__PURE__ */ new Set([word4, `${word4}s`]);
  return new Set(englishForms(word4));
}
function unitOf3(match2) {
  const [text2] = match2;
  return { text: text2, lower: text2.toLowerCase(), start: match2.index, end: match2.index + text2.length };
}
function matchAt(entry, units3, at) {
  const { length } = entry.units;
  for (let i = 0; i < length; i++) {
    const unit = units3[at + i];
    if (!unit) return void 0;
    const text2 = entry.exact ? unit.text : unit.lower;
    if (i === length - 1 ? !entry.lastForms.has(text2) : entry.units[i] !== text2) return void 0;
    const gap2 = i > 0 && units3[at + i - 1].end !== unit.start;
    if (i > 0 && gap2 !== entry.spaced[i]) return void 0;
  }
  const [start, end] = [units3[at].start, units3[at + length - 1].end];
  return { start, end, term: entry.term, entry };
}

// engine/lint/rules/terminology.ts
function terminology({ source, target, sourceLanguage, targetLanguage, glossary }) {
  if (glossary.length === 0 || target === "") return [];
  const found = matcherOf(glossary, sourceLanguage).match(source, inlinesOf(source));
  const first = found.filter(({ term: term2 }, index) => found.findIndex((other) => other.term === term2) === index);
  return first.flatMap(({ term: term2, start, end }) => isIn(target, targetLanguage, term2) ? [] : [finding(term2, start, source.slice(start, end))]);
}
function finding({ targets }, start, text2) {
  const wanted = targets.map((target) => `\u201C${target}\u201D`).reduce((all, target) => phrase("{0} or {1}", all, target));
  const message = phrase("The glossary has {0} for \u201C{1}\u201D, and the translation does not.", wanted, text2);
  return { rule: "terminology", severity: "warning", message, source: { start, end: start + text2.length } };
}
function isIn(target, language, { targets }) {
  return targets.some((wanted) => new TermMatcher([{ source: wanted.toLowerCase() }], language).match(target, []).length > 0);
}
var matchers = /* @__PURE__ */ new WeakMap();
function matcherOf(glossary, language) {
  const known = matchers.get(glossary) ?? /* @__PURE__ */ new Map();
  matchers.set(glossary, known);
  const matcher = known.get(language) ?? new TermMatcher(glossary, language);
  known.set(language, matcher);
  return matcher;
}

// engine/lint/scripts.ts
var scripts = {
  zh: /\p{Script=Han}/u,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  ko: /\p{Script=Hangul}/u,
  ru: /\p{Script=Cyrillic}/u,
  uk: /\p{Script=Cyrillic}/u,
  bg: /\p{Script=Cyrillic}/u,
  el: /\p{Script=Greek}/u,
  ar: /\p{Script=Arabic}/u,
  fa: /\p{Script=Arabic}/u,
  he: /\p{Script=Hebrew}/u,
  th: /\p{Script=Thai}/u,
  hi: /\p{Script=Devanagari}/u
};
var latin = /\p{Script=Latin}/u;
function scriptOf(language) {
  return scripts[language.split(/[-_]/u)[0].toLowerCase()] ?? latin;
}

// engine/lint/rules/untranslated.ts
var sharedWords = 5;
function untranslated(pair) {
  const { source, target } = pair;
  const whole = { source: { start: 0, end: source.length }, target: { start: 0, end: target.length } };
  const finding2 = (message) => [{ rule: "untranslated", severity: "warning", message, ...whole }];
  if (pair.flags.includes(extraFlag)) return finding2(phrase("This passage has no counterpart in the source."));
  if (target.trim() === "") return source.trim() === "" ? [] : finding2(phrase("{0} has no translation.", quoted3(source)));
  const prose = withoutInlines(source);
  if (!hasProse3(prose, pair.sourceLanguage)) return [];
  if (target.trim() === source.trim()) return finding2(phrase("The translation is the same as the source."));
  const script4 = scriptOf(pair.targetLanguage);
  if (!script4.test(target) && !script4.test(source)) return finding2(phrase("The translation has no word of the target's language."));
  return scriptOf(pair.sourceLanguage).source === script4.source ? [] : leftOver(pair);
}
function hasProse3(text2, language) {
  const words = text2.match(/[\p{L}\p{M}]+/gu) ?? [];
  const script4 = scriptOf(language);
  const own = words.filter((word4) => script4.test(word4));
  if (script4.source !== scriptOf("en").source) return own.length > 0;
  return own.length >= 2 && own.some((word4) => /^\p{Ll}{3,}$/u.test(word4));
}
function leftOver({ source, target, sourceLanguage }) {
  const letter4 = scriptOf(sourceLanguage).source;
  const word4 = `(?:${letter4}|['\u2019-])+`;
  const run = new RegExp(`${word4}(?:[ ,;]+${word4}){${sharedWords - 1},}`, "gu");
  return [...withoutInlines(target).matchAll(run)].flatMap((match2) => {
    const start = source.indexOf(match2[0]);
    const words = match2[0].split(/[ ,;]+/u);
    const ordinary = words.filter((own2) => /^\p{Ll}{2,}$/u.test(own2)).length;
    const prose = sourceLanguage !== "en" || words.some((own2) => functionWords2.has(own2));
    if (start < 0 || ordinary < sharedWords - 1 || !prose) return [];
    const own = { start: match2.index, end: match2.index + match2[0].length };
    const message = phrase("\u201C{0}\u201D is left in the source's language.", match2[0]);
    return [{ rule: "untranslated", severity: "warning", message, source: { start, end: start + match2[0].length }, target: own }];
  });
}

// engine/lint/index.ts
var modelRules = ["omission", "addition", "low-confidence"];
var leastWords = 2;
var rules = {
  untranslated,
  placeholders,
  numbers,
  tags,
  "code-spans": codeSpans,
  addresses,
  terminology,
  omission,
  addition: addition2,
  "low-confidence": lowConfidence
};
function lintPair(pair, on = new Set(ruleIds)) {
  const found = (ids) => ids.filter((id3) => on.has(id3)).flatMap((id3) => rules[id3](pair));
  const exact = found(ruleIds.filter((id3) => !modelRules.includes(id3)));
  const findings = [...exact, ...found(modelRules).filter((finding2) => saysMore(finding2, exact, pair))];
  return findings.sort((a, b) => (a.target?.start ?? 0) - (b.target?.start ?? 0));
}
function saysMore({ rule: rule2, source, target }, exact, pair) {
  const side = rule2 === "omission" ? "source" : "target";
  const span2 = side === "source" ? source : target;
  if (!span2) return true;
  const icu = inlinesOf(pair[side]).filter(({ start, end, text: text2 }) => text2.length < end - start);
  const known = [...icu, ...exact.flatMap((finding2) => finding2[side] ?? [])];
  const rest = Array.from({ length: span2.end - span2.start }, (_, index) => {
    const at = span2.start + index;
    return known.some(({ start, end }) => start <= at && at < end) ? " " : pair[side][at];
  }).join("");
  return (rest.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu)?.length ?? 0) >= leastWords;
}

// engine/memory/xml.ts
var XmlError = class extends PhrasedError {
  constructor(sentence2, line) {
    super(sentence2);
    this.line = line;
  }
  line;
  name = "XmlError";
};
var entities2 = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
var attribute2 = /([^\s=/<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
var tag2 = /<(\/?)([^\s/<>"'=!?]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>/uy;
function* readXml(text2) {
  let offset = 0;
  const end = (of, from) => {
    const found = text2.indexOf(of, from);
    if (found < 0) throw errorAt(text2, offset, phrase("{0}\u2026 has no end", text2.slice(offset, offset + 20)));
    return found + of.length;
  };
  while (offset < text2.length) {
    const open = text2.indexOf("<", offset);
    const next = open < 0 ? text2.length : open;
    if (next > offset) yield { kind: "text", text: decoded(text2.slice(offset, next)) };
    offset = next;
    if (offset === text2.length) return;
    if (text2.startsWith("<!--", offset)) offset = end("-->", offset + 4);
    else if (text2.startsWith("<?", offset)) offset = end("?>", offset + 2);
    else if (text2.startsWith("<![CDATA[", offset)) {
      const after = end("]]>", offset + 9);
      yield { kind: "text", text: text2.slice(offset + 9, after - 3) };
      offset = after;
    } else if (text2.startsWith("<!", offset)) offset = declarationEnd(text2, offset);
    else {
      tag2.lastIndex = offset;
      const [whole, slash, name2, rest] = tag2.exec(text2) ?? [];
      if (whole === void 0 || name2 === void 0) throw errorAt(text2, offset, phrase("\u201C{0}\u201D is no tag", text2.slice(offset, offset + 20)));
      if (slash === "/") yield { kind: "close", name: name2 };
      else yield { kind: "open", name: name2, attributes: attributesOf2(rest ?? ""), empty: /\/\s*$/u.test(rest ?? "") };
      offset += whole.length;
    }
  }
}
function declarationEnd(text2, start) {
  const match2 = /[^[\]>]*(?:\[[^\]]*\]\s*)?>/uy;
  match2.lastIndex = start;
  if (!match2.test(text2)) throw errorAt(text2, start, phrase("the document type has no end"));
  return match2.lastIndex;
}
function attributesOf2(text2) {
  return new Map([...text2.matchAll(attribute2)].map(([, name2, double, single]) => [name2, decoded(double ?? single ?? "")]));
}
function decoded(text2) {
  return text2.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));/giu, (whole, hex, decimal, name2) => {
    if (name2 !== void 0) return entities2[name2] ?? whole;
    const code2 = hex === void 0 ? Number(decimal) : parseInt(hex, 16);
    return code2 <= 1114111 ? String.fromCodePoint(code2) : whole;
  });
}
function errorAt(text2, offset, sentence2) {
  return new XmlError(sentence2, text2.slice(0, offset).split("\n").length);
}

// engine/memory/tmx.ts
var TmxError = class extends PhrasedError {
  name = "TmxError";
};
var eventsAtOnce = 2e3;
var unknownTime = 0;
async function readTmx(text2, { pause } = {}) {
  const reader = new TmxReader();
  try {
    let count2 = 0;
    for (const event of readXml(text2)) {
      reader.take(event);
      if (++count2 % eventsAtOnce === 0) await pause?.();
    }
  } catch (error) {
    if (error instanceof XmlError) throw new TmxError(phrase("line {0}: {1}", error.line, error.phrase));
    throw error;
  }
  if (!reader.isTmx) throw new TmxError(phrase("there is no <tmx> element"));
  return reader.units;
}
var codes = /* @__PURE__ */ new Set(["bpt", "ept", "it", "ph", "ut", "sub"]);
var TmxReader = class {
  units = [];
  isTmx = false;
  defaultSource = "*all*";
  unitSource;
  changed = 0;
  variants = [];
  inSegment = false;
  codeDepth = 0;
  take(event) {
    if (event.kind === "text") this.text(event.text);
    else if (event.kind === "close") this.close(event.name);
    else {
      this.open(event.name, event.attributes);
      if (event.empty) this.close(event.name);
    }
  }
  text(text2) {
    const variant = this.variants.at(-1);
    if (this.inSegment && this.codeDepth === 0 && variant) variant.text = (variant.text ?? "") + text2;
  }
  open(name2, attributes) {
    if (name2 === "tmx") this.isTmx = true;
    else if (name2 === "header") this.defaultSource = attributes.get("srclang") ?? this.defaultSource;
    else if (name2 === "tu") {
      this.variants = [];
      this.unitSource = attributes.get("srclang");
      this.changed = dateOf(attributes.get("changedate") ?? attributes.get("creationdate")) ?? unknownTime;
    } else if (name2 === "tuv") this.variants.push({ language: primary(attributes.get("xml:lang") ?? attributes.get("lang") ?? ""), text: void 0 });
    else if (name2 === "seg") this.inSegment = true;
    else if (codes.has(name2)) this.codeDepth++;
  }
  close(name2) {
    if (name2 === "seg") this.inSegment = false;
    else if (codes.has(name2)) this.codeDepth = Math.max(0, this.codeDepth - 1);
    else if (name2 === "tu") this.finish();
  }
  finish() {
    const language = primary(this.unitSource ?? this.defaultSource);
    const present = this.variants.filter(({ text: text2 }) => text2 !== void 0 && text2.trim() !== "");
    const source = present.find((variant) => variant.language === language) ?? present[0];
    for (const target of present) {
      if (!source || target.language === source.language || target.language === "") continue;
      this.units.push({
        source: source.text.trim(),
        target: target.text.trim(),
        sourceLanguage: source.language,
        targetLanguage: target.language,
        changed: this.changed
      });
    }
  }
};
function primary(language) {
  return language.split(/[-_]/u)[0].toLowerCase();
}
function dateOf(text2) {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u.exec(text2 ?? "") ?? [];
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? void 0 : time;
}

// engine/memory/unit.ts
var memoryUnit = object(
  { source: string, target: string, sourceLanguage: string, targetLanguage: string, changed: integer(0) },
  { words: array(object({ source: string, target: string })) }
);
var linesAtOnce = 500;
async function readUnits2(text2, pause) {
  const lines = text2.split("\n").filter((line) => line.trim() !== "");
  const units3 = [];
  for (const [number2, line] of lines.entries()) {
    const unit = readUnit(line);
    if (unit) units3.push(unit);
    if (number2 % linesAtOnce === linesAtOnce - 1) await pause();
  }
  return { units: units3, damaged: lines.length - units3.length };
}
function readUnit(line) {
  try {
    return memoryUnit(JSON.parse(line), "unit");
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof ValidationError) return void 0;
    throw error;
  }
}

// engine/summarize/units.ts
function trimmed2(text2, { start, end }) {
  const slice2 = text2.slice(start, end);
  const from = start + slice2.length - slice2.trimStart().length;
  const to = start + slice2.trimEnd().length;
  return from < to ? { start: from, end: to } : void 0;
}
function plainUnit(span2, heads = []) {
  return { ...span2, quote: { start: span2.start, end: span2.end }, isHeading: false, isQuotable: true, heads };
}

// engine/summarize/codeUnits.ts
var longLine = 160;
var longestSignature = 12;
var statement = /[^;{}]*(?:[;{}]+|$)/gu;
var decorator = /^(?:@|#!?\[|\[\[|\[<|\[[A-Z]\w*[\](])/u;
var commonMarkers = ["//", "/*", "*", "#", "--", ";", "%"];
function codeUnits(text2, languageId) {
  const spans = splitLines(text2).flatMap((line) => {
    const span2 = trimmed2(text2, line);
    if (!span2) return [];
    return span2.end - span2.start > longLine ? statements2(text2, span2.start, span2.end) : [span2];
  });
  const lines = spans.map(({ start, end }) => text2.slice(start, end));
  const signature2 = signatureOf2(lines, commentMarkers(languageId));
  return spans.map((span2, index) => plainUnit(span2, signature2.includes(index) ? [] : signature2));
}
function commentMarkers(languageId) {
  const syntax2 = languageId === void 0 ? void 0 : commentSyntax(languageId);
  return syntax2 ? [...syntax2.line, ...syntax2.block.map(([open]) => open), "*"] : commonMarkers;
}
function statements2(text2, start, end) {
  return [...text2.slice(start, end).matchAll(statement)].flatMap((match2) => {
    const from = start + match2.index;
    return trimmed2(text2, { start: from, end: from + match2[0].length }) ?? [];
  });
}
function signatureOf2(lines, markers) {
  const isBefore = (line) => decorator.test(line) || markers.some((marker2) => line.startsWith(marker2));
  const first = Math.max(0, lines.findIndex((line) => !isBefore(line)));
  const signature2 = [];
  let open = 0;
  for (const [index, line] of lines.entries()) {
    if (index < first) continue;
    signature2.push(index);
    for (const bracket of line.replace(/\{\s*$/u, "").match(/[()[\]{}]/gu) ?? []) open += "([{".includes(bracket) ? 1 : -1;
    if (open <= 0) return signature2;
    if (signature2.length === longestSignature) break;
  }
  return signature2.slice(0, 1);
}

// engine/text/sentences.ts
var abbreviations = new Set(
  "e.g i.e etc vs cf al approx resp incl excl fig figs eq eqs sec ch vol no nos pp p ed eds dept est inc ltd co corp mr mrs ms dr prof st jr sr jan feb mar apr jun jul aug sep sept oct nov dec".split(" ")
);
var oftenFinal = /* @__PURE__ */ new Set(["etc", "inc", "ltd", "co", "corp", "al", "no", "p", "ed", "sec", "st", "jr", "sr"]);
var longestWord2 = 64;
var terminator = /[.!?…。！？]/u;
var fullWidthTerminator = /[。！？]/u;
var closer = /["'”’)\]}»」』）】》*_]/u;
var opener = /["'“‘([{«「『（【《*_]/u;
function splitSentences(text2, protectedSpans) {
  const sentences = [];
  let start = 0;
  let offset = 0;
  let nextProtected = 0;
  while (offset < text2.length) {
    while ((protectedSpans[nextProtected]?.end ?? Infinity) <= offset) nextProtected++;
    const inside = protectedSpans[nextProtected];
    if (inside && inside.start <= offset) {
      offset = inside.end;
      continue;
    }
    const protectedAhead = spansAhead(protectedSpans, nextProtected);
    const end = terminator.test(text2[offset]) ? sentenceEnd(text2, start, offset, protectedAhead) : void 0;
    if (end === void 0) {
      offset++;
      continue;
    }
    const cutsSpan = protectedAhead(end - 1).some((span2) => end < span2.end);
    if (!cutsSpan) {
      pushTrimmed(sentences, text2, start, end);
      start = end;
    }
    offset = end;
  }
  pushTrimmed(sentences, text2, start, text2.length);
  return sentences;
}
function spansAhead(spans, next) {
  return (last) => {
    let end = next;
    while (end < spans.length && spans[end].start <= last) end++;
    return spans.slice(next, end);
  };
}
function sentenceEnd(text2, start, offset, protectedAhead) {
  let end = offset + 1;
  while (end < Math.min(text2.length, offset + longestWord2) && terminator.test(text2[end])) end++;
  const marks = text2.slice(offset, end);
  while (end < text2.length && closer.test(text2[end])) end++;
  if (end === text2.length) return end;
  if (fullWidthTerminator.test(marks)) return end;
  if (text2[end] !== " ") return void 0;
  return startsSentence(text2, start, offset, marks, end + 1, protectedAhead) ? end : void 0;
}
function startsSentence(text2, start, offset, marks, next, protectedAhead) {
  const nearby = text2.slice(Math.max(start, offset - longestWord2), offset);
  const before = /[\p{L}\p{N}.]+$/u.exec(nearby)?.[0].toLowerCase() ?? "";
  let first = next;
  while (first < text2.length && opener.test(text2[first])) first++;
  const identifier = protectedAhead(first).some((span2) => span2.start === first);
  const lowerCase = !identifier && /\p{Ll}/u.test(text2[first] ?? "");
  if (marks !== ".") return !lowerCase;
  if (abbreviations.has(before)) return oftenFinal.has(before) && /[\p{Lu}\p{Lo}]/u.test(text2[first] ?? "");
  if (/(?:^|\.)\p{L}$/u.test(before) && /\p{Lu}/u.test(text2[offset - 1] ?? "")) return false;
  if (/^\p{N}+$/u.test(before) && offset - start < longestWord2 && nearby.trim() === before) return false;
  return !lowerCase;
}
function pushTrimmed(sentences, text2, start, end) {
  let from = start;
  let to = end;
  while (from < to && text2[from] === " ") from++;
  while (to > from && text2[to - 1] === " ") to--;
  if (from < to) sentences.push({ start: from, end: to });
}

// engine/summarize/proseUnits.ts
var longestHeading = 200;
var numberSign = /^ {0,3}#{1,6}[ \t]+(?=\S)/u;
var closingSigns = /[ \t]+#+[ \t]*$/u;
var sentenceEnd2 = /[.,;:!?]\s*$/u;
var underline = /^ {0,3}([=\-~^])\1{2,}[ \t]*$/u;
var capitals = /^(?=.*\p{Lu}.*\p{Lu})[^\p{Ll}]*\p{Lu}\)?$/u;
var listMark = /^\s*(?:[-*+•–]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)/u;
var docTag2 = /^\s*(?:@[a-z]+|:[a-z]+(?:\s+[\w*]+)*:|\\[a-z]+\s)/u;
var fence2 = /^\s*(`{3,}|~{3,})/u;
var commentStart = /^\s*<!--/u;
var commentEnd = "-->";
var tableRow = /^\s*\|/u;
var ownLine = /^\s*[|>]/u;
var picture = /^\s*(?:\[?!\[[^\]]*\]\([^)]*\)(?:\]\([^)]*\))?\s*)+$/u;
var word = /[\p{L}\p{N}]/u;
var unbroken = /`[^`]+`|\bhttps?:\S*[^\s.,;:!?)]/gu;
function proseUnits(text2, hasMarkdown) {
  const reader = new ProseReader(text2, hasMarkdown);
  const lines = splitLines(text2, hasMarkdown ? frontMatterEnd(text2) : 0);
  for (let index = 0; index < lines.length; ) index = reader.read(lines, index);
  return reader.finish();
}
var ProseReader = class {
  constructor(text2, hasMarkdown) {
    this.text = text2;
    this.hasMarkdown = hasMarkdown;
    this.lastCommentEnd = text2.lastIndexOf(commentEnd);
  }
  text;
  hasMarkdown;
  units = [];
  /** The paragraph that is being read. */
  paragraph;
  /** Characters of a list mark at the paragraph's start. */
  mark = 0;
  indent = 0;
  heads = [];
  lastCommentEnd;
  /** Reads the line at `index`, and those behind it that belong to it; returns the index of the next. */
  read(lines, index) {
    const line = this.slice(lines[index]);
    const skipped = this.blockEnd(lines, index);
    if (skipped !== void 0 || !word.test(line) || picture.test(line)) {
      this.close();
      return skipped ?? index + 1;
    }
    const headingLines = line.length <= longestHeading ? this.headingLines(line, lines[index + 1]) : 0;
    if (headingLines > 0) this.heading(lines[index], line);
    else this.add(lines[index], line);
    return index + Math.max(headingLines, 1);
  }
  finish() {
    this.close();
    return this.units;
  }
  add(span2, line) {
    const mark2 = listMark.exec(line)?.[0].length ?? 0;
    const indent = line.length - line.trimStart().length;
    const before = this.paragraph && this.slice(this.paragraph).trimEnd();
    if (mark2 > 0 || docTag2.test(line) || ownLine.test(line) || indent < this.indent || before?.endsWith(":")) this.close();
    if (this.paragraph) {
      this.paragraph = { start: this.paragraph.start, end: span2.end };
    } else {
      this.paragraph = span2;
      this.mark = mark2;
      this.indent = Math.max(indent, mark2);
    }
    if (ownLine.test(line)) this.close();
  }
  /** How many lines a heading takes that begins with `line`; 0 when none does. */
  headingLines(line, following) {
    if (this.hasMarkdown && numberSign.test(line)) return 1;
    const next = following && this.slice(following);
    if (this.paragraph || next === void 0) return 0;
    if (underline.test(next) && !listMark.test(line) && !sentenceEnd2.test(line)) return 2;
    return capitals.test(line) && /^\s/u.test(next) ? 1 : 0;
  }
  heading({ start, end }, line) {
    this.close();
    const mark2 = this.hasMarkdown ? numberSign.exec(line)?.[0].length : void 0;
    const cut2 = mark2 === void 0 ? 0 : closingSigns.exec(line)?.[0].length ?? 0;
    const span2 = trimmed2(this.text, { start: start + (mark2 ?? 0), end: end - cut2 });
    this.heads = [this.units.length];
    this.units.push({ ...plainUnit(span2), isHeading: true, isQuotable: false });
  }
  close() {
    if (!this.paragraph) return;
    const { start, end } = this.paragraph;
    const isQuotable = !tableRow.test(this.slice(this.paragraph));
    const mapped = normalise(this.text, start, end);
    const kept = [...mapped.text.matchAll(unbroken)].map((match2) => ({ start: match2.index, end: match2.index + match2[0].length }));
    for (const sentence2 of splitSentences(mapped.text, kept)) {
      const span2 = mapped.original(sentence2.start, sentence2.end);
      const quote2 = { start: Math.max(span2.start, Math.min(start + this.mark, span2.end - 1)), end: span2.end };
      this.units.push({ ...plainUnit(span2, this.heads), quote: quote2, isQuotable });
    }
    this.paragraph = void 0;
    this.indent = 0;
  }
  /** The line behind the code or comment that begins at this line; undefined when none does, or when it never ends. */
  blockEnd(lines, index) {
    const first = this.slice(lines[index]);
    const mark2 = fence2.exec(first)?.[1];
    const isComment = commentStart.test(first);
    if (mark2 === void 0 && !(isComment && this.lastCommentEnd > lines[index].start)) return void 0;
    if (isComment && first.includes(commentEnd)) return index + 1;
    for (let at = index + 1; at < lines.length; at++) {
      const line = this.slice(lines[at]);
      if (isComment ? line.includes(commentEnd) : fence2.exec(line)?.[1]?.startsWith(mark2) === true) return at + 1;
    }
    return void 0;
  }
  slice({ start, end }) {
    return this.text.slice(start, end);
  }
};

// engine/text/code/code.ts
var preprocessed = ["c", "cpp", "cuda-cpp", "csharp", "objective-c", "objective-cpp"];
var directive2 = /^[ \t]*#(?:\\\r?\n|[^\n])*/gmu;
function readCode(text2, languageId) {
  const syntax2 = commentSyntax(languageId);
  if (!syntax2) return void 0;
  const comments = [];
  const strings2 = [];
  const parts = [];
  let end = 0;
  for (const lexeme of lexemes(text2, syntax2)) {
    const isString = lexeme.kind === "string" || syntax2.multilineQuotes.includes(lexeme.marker);
    (isString ? strings2 : comments).push(lexeme);
    parts.push(text2.slice(end, lexeme.start));
    parts.push(isString ? '"'.repeat(lexeme.end - lexeme.start) : blank(text2.slice(lexeme.start, lexeme.end)));
    end = lexeme.end;
  }
  parts.push(text2.slice(end));
  const masked = parts.join("");
  return { masked: preprocessed.includes(languageId) ? masked.replace(directive2, blank) : masked, comments, strings: strings2 };
}
function blank(text2) {
  return text2.replace(/[^\r\n]/gu, (character) => " ".repeat(character.length));
}
function indentationAt(text2, offset) {
  let start = offset;
  while (start > 0 && (text2[start - 1] === " " || text2[start - 1] === "	")) start--;
  return start === 0 || text2[start - 1] === "\n" || text2[start - 1] === "\r" ? text2.slice(start, offset) : void 0;
}
function columnsOf(indentation) {
  let columns2 = 0;
  for (const character of indentation) columns2 = character === "	" ? columns2 - columns2 % 8 + 8 : columns2 + 1;
  return columns2;
}

// engine/text/code/declaration.ts
var initialisers = /(?<=\(\)\s*(?:noexcept(?:\(\))?\s*|try\s*)?):(?!:)[^]*$/u;
var label = /^(?:[^]*[^:])?\b(?:public|private|protected|signals)\s*(?:slots\s*)?:(?!:)/u;
var qualifiers = /(?:[\p{L}_$][\p{L}\p{N}_$]*\s*(?:<[^<>;]*(?:<[^<>;]*(?:<[^<>;]*>[^<>;]*)*>[^<>;]*)*>\s*)?::\s*)+$/u;
var macro = /^[^]*\)[ \t]*\r?\n/u;
var noType = /(?:^|[^\p{L}\p{N}_$])(?:return|new|else|throw|case|goto|await|yield|delete|in|is|as|do|class|record|struct|interface|enum|union)$/u;
var typeEnd = /[\p{L}\p{N}_$>\]*&"?)]$/u;
var typeMark = /(?:[:<&|]|(?<![\p{L}\p{N}_$])extends)$/u;
var alias = /(?<![\p{L}\p{N}_$.])type\s[^;]*=$/u;
var typeGoesOn = /(?:[:<|]|(?<![\p{L}\p{N}_$])(?:struct|interface))\s*$/u;
var branch = /(?<!extends\s[^?]*)\?(?![.?:\s]*:)[^:]*:$/u;
var valueEnd = /(?:[=:(,?<|&[]|(?<![\p{L}\p{N}_$])(?:return|in|of|default|yield|throw|export|import|from|as|satisfies|struct|interface|enum|union))$/u;
var caseLabel = /(?<![\p{L}\p{N}_$])(?:case[^:]*|default|public|private|protected)\s*:$/u;
var typeHead = /(?<![\p{L}\p{N}_$.])(?:class|interface|enum|trait|impl|struct|object|extension|record|protocol|union|mixin|actor)(?![\p{L}\p{N}_$])\s*(?:<[^;{]*>)?\s*(?:(?:__[a-z]\w*|[A-Z_][A-Z_\d]+)(?:\(\))?\s+(?!(?:extends|implements|permits|with|on|where|for|final)(?![\p{L}\p{N}_$]))(?=[\p{L}_$]))*(?<name>[\p{L}_$][\p{L}\p{N}_$]*)?[^;]*$/u;
var enumConstant = /(?:^|,)\s*\p{Lu}[\p{L}\p{N}_$]*\s*(?:\(\))?$/u;
var anonymousType = /(?<![\p{L}\p{N}_$])new\s[\p{L}\p{N}_$.<>,?\s]*(?:\(\))?$/u;
var namespaceHead = /(?<![\p{L}\p{N}_$.])(?:(?:namespace|module|mod|package)(?![\p{L}\p{N}_$])[^;=()]*(?:\(\)\s*)?|extern\s*"+|global)$/u;
function readDeclaration(head, place, grammar, inBraces) {
  const shape = typeGoesOn.test(head.text) || grammar.shapes === true && /&\s*$/u.test(head.text);
  if (inBraces && (shape || isMember(head.text.trimEnd(), grammar))) return void 0;
  for (const form2 of grammar.forms) {
    const mayStand = (inBraces || !form2.braced) && (form2.scopes?.includes(place.scope) ?? true);
    const found = mayStand ? match(head, form2, place, grammar) : void 0;
    if (found) return found;
  }
  return void 0;
}
function match(head, { head: pattern2 }, place, { modifiers: modifiers2, typed }) {
  const { text: text2 } = head;
  const found = pattern2.exec(typed ? text2.replace(initialisers, "") : text2);
  const name2 = found?.indices?.groups?.["name"];
  if (!found || !name2) return void 0;
  const coreStart = found.indices[1][1];
  const start = typed ? typedStart(text2.slice(0, name2[0]), text2.slice(...name2), place, typed) : modifiers2.exec(text2.slice(0, coreStart)).index;
  if (start === void 0) return void 0;
  return {
    start: head.offsetOf(start),
    nameSpan: { start: head.offsetOf(name2[0]), end: head.offsetOf(name2[1] - 1) + 1 }
  };
}
function typedStart(head, name2, { scope, typeName }, typed) {
  const labelled = label.exec(head)?.[0].length ?? 0;
  const apart2 = typed === "c" ? macro.exec(head.slice(labelled))?.[0].length ?? 0 : 0;
  const from = labelled + apart2 + (/^\s*/u.exec(head.slice(labelled + apart2))?.[0].length ?? 0);
  const own = head.slice(from);
  if (namespaceHead.test(head)) return void 0;
  const before = own.replace(typed === "c" ? qualifiers : /(?<=[\p{L}\p{N}_$])\.\s*$/u, "").trimEnd();
  const isConstructor = scope === "type" && name2.replace(/^~\s*/u, "") === typeName;
  if (before === "") {
    const qualified = own.trimEnd() !== "";
    return isConstructor || typed === "c" && (qualified || scope === "top") ? from : void 0;
  }
  if (own.trimEnd().endsWith(".") && before.split(/\s/u).at(-1) !== typeName) return void 0;
  const isType = !withoutGenerics(before).includes("=") && typeEnd.test(before) && !noType.test(before);
  return isType ? from : void 0;
}
function withoutGenerics(text2) {
  const shorter = text2.replaceAll(/<[^<>]*>/gu, "");
  return shorter === text2 ? text2 : withoutGenerics(shorter);
}
function readPlace({ text: text2 }, around, grammar) {
  const own = text2.trimEnd();
  if (isShape(own, around, grammar)) return { scope: "type", isPart: true, typeName: void 0 };
  if (isValue(own, around, grammar)) return { scope: "value", isPart: true, typeName: void 0 };
  if (namespaceHead.test(own)) return { scope: "top", isPart: false, typeName: void 0 };
  const type2 = typeHead.exec(withoutGenerics(own));
  if (type2) return { scope: "type", isPart: false, typeName: type2.groups?.["name"] };
  const hasMembers = anonymousType.test(own) || around === "type" && enumConstant.test(own);
  return { scope: hasMembers ? "type" : "body", isPart: false, typeName: void 0 };
}
function isShape(head, around, { shapes = false }) {
  const isMember2 = around === "value" && head.endsWith(":");
  return shapes && !isMember2 && !caseLabel.test(head) && !branch.test(head) && (alias.test(head) || typeMark.test(head) && !/(?:\|\||&&)$/u.test(head));
}
function isValue(head, around, grammar) {
  if (head === "") return around === "group";
  return isMember(head, grammar) || valueEnd.test(head) && (around === "value" || !caseLabel.test(head));
}
function isMember(head, { typed }) {
  return typed === "c" && /[\p{L}\p{N}_$>]$/u.test(initialisers.exec(head)?.[0] ?? "");
}

// engine/text/code/head.ts
var longestHead = 600;
var Head = class {
  text;
  /** Parts of the code that `text` is made of, in order. */
  parts;
  /** @param groups spans of the brackets between `start` and `end`, brackets included, in order and side by side */
  constructor(code2, start, end, groups) {
    const parts = [];
    let room = longestHead;
    const add = (from, to) => {
      const part = { start: Math.max(from, to - room), end: to };
      parts.push(part);
      room -= part.end - part.start;
    };
    let stop = end;
    for (let index = groups.length - 1; index >= 0 && room > 0; index--) {
      add(groups[index].end - 1, stop);
      stop = groups[index].start + 1;
    }
    if (room > 0) add(start, stop);
    this.parts = parts.reverse();
    this.text = parts.map((part) => code2.slice(part.start, part.end)).join("");
  }
  /** Offset in the code of a character of `text`. */
  offsetOf(index) {
    let rest = index;
    for (const { start, end } of this.parts) {
      if (rest < end - start) return start + rest;
      rest -= end - start;
    }
    return (this.parts.at(-1)?.end ?? 0) + rest;
  }
};

// engine/text/code/braces.ts
var continuation = /^[.?:|&+\-*/=)\]},<]/u;
var mostStrayMarks = 20;
var bodyPlace = { scope: "body", isPart: false, typeName: void 0 };
function braceFunctions(code2, grammar) {
  return new BraceReader(code2, grammar).read();
}
var BraceReader = class {
  constructor(code2, grammar) {
    this.code = code2;
    this.grammar = grammar;
  }
  code;
  grammar;
  found = [];
  frames = [newFrame(-1, { scope: "top", isPart: false, typeName: void 0 }, void 0)];
  /** Frames that a closing brace closes. */
  braces = 0;
  read() {
    for (const { index, 0: mark2 } of this.code.matchAll(/[{}()[\];,\n]|=>|(?<![=!<>:+\-*/%&|^~?])=(?![=>~])/gu)) {
      this.accept(mark2, index);
    }
    while (this.frames.length > 0) this.endExpression(this.frames.pop(), this.code.length);
    return this.found;
  }
  accept(mark2, at) {
    const frame = this.frames.at(-1);
    switch (mark2) {
      case "{":
        this.openBrace(frame, at);
        break;
      case "}":
        this.closeBrace(at);
        break;
      case "(":
      case "[":
        this.frames.push(newFrame(at, { scope: "group", isPart: true, typeName: void 0 }, void 0));
        break;
      case ")":
      case "]":
        if (frame.scope === "group") this.closeGroup(at);
        break;
      case ";":
        this.endExpression(frame, at);
        if (frame.scope !== "group") begin(frame, at + 1);
        break;
      case ",":
        this.endElement(frame, at);
        break;
      case "\n":
        if (frame.expression && this.endsStatement(frame.expression, at)) this.endExpression(frame, at);
        frame.strayMarks = 0;
        break;
      default:
        if (mark2 === this.grammar.expression) this.openExpression(frame, at + mark2.length);
    }
  }
  openBrace(frame, at) {
    const head = this.head(frame, at);
    const declaration = readDeclaration(head, frame, this.grammar, true);
    const place = declaration ? bodyPlace : readPlace(head, frame.scope, this.grammar);
    this.frames.push(newFrame(at, place, declaration && { ...declaration, body: at + 1 }));
    this.braces++;
  }
  closeBrace(at) {
    if (this.braces === 0) {
      begin(this.frames.at(-1), at + 1);
      return;
    }
    while (this.frames.at(-1).scope === "group") this.endExpression(this.frames.pop(), at);
    const { isPart, owner, open } = this.closeFrame(at);
    this.braces--;
    if (owner) this.found.push({ start: owner.start, end: at + 1, nameSpan: owner.nameSpan, body: owner.body });
    const parent = this.frames.at(-1);
    if (isPart || parent.scope === "group" || parent.scope === "value") parent.groups.push({ start: open, end: at + 1 });
    else begin(parent, at + 1);
  }
  closeGroup(at) {
    const { open } = this.closeFrame(at);
    this.frames.at(-1).groups.push({ start: open, end: at + 1 });
  }
  closeFrame(at) {
    const frame = this.frames.pop();
    this.endExpression(frame, at);
    return frame;
  }
  endElement(frame, at) {
    const isElement = frame.scope === "group" || frame.scope === "value";
    if (isElement || this.grammar.expression === "=>") this.endExpression(frame, at);
    if (isElement) begin(frame, at + 1);
  }
  /** @param at behind the mark that a body without braces follows */
  openExpression(frame, at) {
    const next = /\S/gu;
    next.lastIndex = at;
    const body = next.exec(this.code)?.index;
    if (frame.expression || frame.strayMarks >= mostStrayMarks || body === void 0 || this.code[body] === "{") return;
    const declaration = readDeclaration(this.head(frame, at), frame, this.grammar, false);
    if (declaration) frame.expression = { ...declaration, body };
    else frame.strayMarks++;
  }
  endExpression(frame, at) {
    const { expression } = frame;
    if (!expression) return;
    frame.expression = void 0;
    let end = at;
    while (end > expression.body && /\s/u.test(this.code[end - 1])) end--;
    this.found.push({ start: expression.start, end, nameSpan: expression.nameSpan, body: expression.body });
    begin(frame, at);
  }
  /** Whether the next line is no deeper than the declaration and begins something new. A blank line decides nothing. */
  endsStatement({ start, body }, lineBreak) {
    if (body > lineBreak) return false;
    let next = lineBreak + 1;
    while (this.code[next] === " " || this.code[next] === "	") next++;
    const first = this.code[next] ?? "";
    if (first === "" || first === "\n" || first === "\r" || continuation.test(first)) return false;
    return columnsOf(this.code.slice(lineBreak + 1, next)) <= columnsOf(indentationAt(this.code, start) ?? "");
  }
  head({ headStart, groups }, end) {
    return new Head(this.code, headStart, end, groups);
  }
};
function newFrame(open, { scope, isPart, typeName }, owner) {
  return { open, scope, isPart, typeName, owner, headStart: open + 1, groups: [], strayMarks: 0, expression: void 0 };
}
function begin(frame, at) {
  frame.headStart = at;
  if (frame.groups.length > 0) frame.groups = [];
  frame.strayMarks = 0;
}

// engine/text/code/docStyles.ts
function style(form2, marker2, documents, named4 = false) {
  return { form: form2, marker: marker2, named: named4, documents };
}
var star = style("star", "/**", /^\/\*\*(?!\/)/u);
var c = style("star", "/**", /^\/[*/]/u);
var slashes = style("lines", "///", /^(?:\/\/\/|\/\*\*(?!\/))/u);
var hash2 = style("lines", "#", /^#(?!!)/u);
var styles = {
  ...named2(star, "javascript javascriptreact typescript typescriptreact java php kotlin scala"),
  ...named2(c, "c cpp cuda-cpp"),
  ...named2(slashes, "rust csharp swift fsharp dart"),
  ...named2(hash2, "ruby shellscript"),
  go: style("lines", "//", /^\/[*/](?!go:)/u, true),
  lua: style("lines", "---", /^--/u),
  python: style("docstring", '"""', /^/u)
};
function named2(entry, ids) {
  return Object.fromEntries(ids.split(" ").map((id3) => [id3, entry]));
}
function docStyle(languageId) {
  return Object.hasOwn(styles, languageId) ? styles[languageId] : void 0;
}

// engine/text/code/ended.ts
var shell = {
  head: /^(?:function[ \t]+(?<name>[\w.:-]+)[ \t]*(?:\(\))?|(?<plain>[\w.:-]+)[ \t]*\(\))[ \t]*\r?\n?[ \t]*\{/du,
  end: /^\}/u,
  whole: /\}[ \t]*;?\s*$/u
};
var ruby = {
  head: /^(?:(?:private|protected|public|module_function)[ \t]+)?def[ \t]+(?:self\.)?(?<name>[\p{L}_][\p{L}\p{N}_]*[?!=]?|[^\s\p{L}\p{N}_(.;]+)[ \t]*(?:\([^)\n]*\))?/du,
  end: /^end(?![\p{L}\p{N}_])/u,
  whole: /[\s;]end\s*$|^[^=;(]*(?:\([^)]*\))?[ \t]+=[ \t]/u
};
var lua = {
  head: /^(?:(?:local[ \t]+)?function[ \t]+(?<name>[\w.:]+)|(?:local[ \t]+)?(?<plain>[\w.]+)[ \t]*=[ \t]*function)[ \t]*\([^)\n]*\)/du,
  end: /^end(?!\w)/u,
  whole: /[\s;)]end[,;]?\s*$/u
};
var grammars = { shellscript: shell, ruby, lua };
function endedGrammar(languageId) {
  return Object.hasOwn(grammars, languageId) ? grammars[languageId] : void 0;
}
function endedFunctions(code2, { head, end, whole }) {
  const found = [];
  const open = [];
  for (const { index, 0: line, 1: indentation = "" } of code2.matchAll(/^([ \t]*)\S[^\n]*/gmu)) {
    const start = index + indentation.length;
    const columns2 = columnsOf(indentation);
    const lineEnd2 = index + line.trimEnd().length;
    const match2 = head.exec(code2.slice(start, Math.min(lineEnd2, start + 300) + 80));
    const name2 = match2?.indices?.groups?.["name"] ?? match2?.indices?.groups?.["plain"];
    if (match2 && name2 && start + name2[1] <= lineEnd2) {
      const body = start + match2[0].length;
      const entry = { start, end: lineEnd2, nameSpan: { start: start + name2[0], end: start + name2[1] }, body, columns: columns2 };
      if (whole.test(code2.slice(start, lineEnd2))) found.push(entry);
      else open.push(entry);
    } else if (end.test(code2.slice(start, start + 10))) {
      while (open.length > 0 && open.at(-1).columns > columns2) open.pop();
      const closed = open.at(-1)?.columns === columns2 ? open.pop() : void 0;
      if (closed) found.push({ ...closed, end: start + end.exec(code2.slice(start, start + 10))[0].length });
    }
  }
  return found;
}

// engine/text/code/grammars.ts
var id = "[\\p{L}_$][\\p{L}\\p{N}_$]*";
var generics = "(?:<[^;]*>)?\\s*";
var type = "(?:\\s*:(?:[^;=]|=>)*)?\\s*";
var result = "(?:[^;=\\n]|\\n(?=\\s*(?:where\\b|->|throws\\b|async\\b|:|=|$))|(?<=\\bwhere\\b[^;=]*)\\n)*";
function notReserved(words) {
  return `(?!(?:${words.replaceAll(" ", "|")})(?![\\p{L}\\p{N}_$]))`;
}
function form(source, scopes) {
  const head = new RegExp(`^([^]*)(?<![\\p{L}\\p{N}_$#])(?:${source})$`, "du");
  return scopes ? { head, scopes } : { head };
}
function braced(source, scopes) {
  return { ...form(source, scopes), braced: true };
}
function modifiers(words) {
  const annotation = "@[\\p{L}\\p{N}_$.:]+(?:\\(\\))?\\s*|#\\[\\]\\s+";
  return new RegExp(`(?:${annotation}|\\*\\s*|(?<![\\p{L}\\p{N}_$])(?:${words.replaceAll(" ", "|")})(?:\\(\\)\\s*|\\s+))*$`, "u");
}
var arrow = `(?:async\\s*)?(?:${generics}\\(\\)${type}|${id}\\s*)=>\\s*`;
var anonymous = `(?:async\\s+)?function\\s*\\*?\\s*(?:${id})?\\s*${generics}\\(\\)${type}`;
var functionValue = `(?:${anonymous}|${arrow})`;
var scriptWords = "if for while switch function super new";
var noConstraint = "(?<!(?:[=<,|&]|(?<![\\p{L}\\p{N}_$])(?:extends|keyof|typeof))\\s*)";
var script3 = {
  forms: [
    form(`(?:const|let|var)\\s+(?<name>${id})\\s*(?::(?:[^=;]|=>)*)?=\\s*${functionValue}`),
    form(`(?<![:|&<>,]\\s*|(?<![\\p{L}\\p{N}_$.])type\\s+|\\.)(?:${id}\\.)*(?<name>#?${id})\\s*[?!]?(?::(?:[^=;]|=>)*)?=\\s*${functionValue}`),
    form(`(?<=^\\s*,\\s*|(?<![\\p{L}\\p{N}_$.])(?:const|let|var)\\s[^;]*,\\s*)(?<name>${id})\\s*=\\s*${functionValue}`, ["top", "body"]),
    form(`(?<name>${id}|(?<!")"+)\\s*:\\s*${functionValue}`, ["value"]),
    form(`(?<![\\p{L}\\p{N}_$\\])]\\s*)(?<name>\\[\\])\\s*(?::(?:[^=;]|=>)*)?=\\s*${functionValue}`, ["type"]),
    braced(`function(?:\\s*\\*\\s*|\\s+)(?<name>${id})\\s*${generics}\\(\\)${type}`),
    braced(`${noConstraint}(?<name>${notReserved(scriptWords)}#?${id}|(?<!")"+|\\[\\])\\s*\\??${generics}\\(\\)${type}`, ["type", "value"])
  ],
  modifiers: modifiers("export default declare async public private protected static abstract override readonly accessor get set"),
  expression: "=>",
  shapes: true
};
var cTrail = "(?:\\s*(?:(?<![\\p{L}\\p{N}_$])(?:const|volatile|noexcept(?:\\(\\))?|override|final|mutable|throw\\(\\)|try|(?:__|_?[A-Z])[A-Z_a-z0-9]*(?:\\(\\))?)(?![\\p{L}\\p{N}_$])|&))*(?:\\s*(?:->|requires(?![\\p{L}\\p{N}_$]))[^;]*)?\\s*";
var cWords = "if for while switch catch return do else throw new sizeof typeof noexcept decltype alignas requires operator __attribute__ __declspec";
var cNames = `(?<![)~]\\s*)(?<name>(?<!operator\\s[^(;]*)${notReserved(cWords)}(?:~\\s*)?${id}|operator\\s*(?:\\(\\)|\\[\\]|[^\\s\\p{L}\\p{N}_()]+|[^(;]+))\\s*(?:<[^;()]*>)?\\s*\\(\\)`;
var c2 = {
  forms: [form(cNames + cTrail, ["top", "type"])],
  modifiers: /$/u,
  typed: "c"
};
var managedTrail = "(?:\\s*(?:throws\\s[^;=]*|where\\s[^;=]*|async\\*?|sync\\*))?\\s*";
function managed(words, expression, scopes) {
  const name2 = `${noConstraint}(?<!~)(?<name>${notReserved(words)}~?${id}|operator\\s*[^\\s(]+)\\s*${generics}\\(\\)`;
  return {
    forms: [
      form(`${name2}${managedTrail}(?:=>\\s*)?`, scopes),
      ...expression ? [form(`(?<=\\bget\\s+)(?<name>${id})\\s*(?:async\\*?\\s*)?(?:=>\\s*)?`, ["top", "type"])] : []
    ],
    modifiers: /$/u,
    typed: "managed",
    ...expression ? { expression: "=>" } : {}
  };
}
var go = {
  forms: [
    form(`func(?:\\s*\\(\\)\\s*|\\s+)(?<name>${notReserved("func")}${id})\\s*(?:\\[\\]\\s*)?\\(\\)[^;\\n]*`),
    form(`(?<name>${id})\\s*(?::?=|:|[^;:=\\n]+=)\\s*func\\s*\\(\\)[^;=\\n]*`)
  ],
  modifiers: /$/u
};
var rust = {
  forms: [form(`fn\\s+(?<name>${id})\\s*${generics}\\(\\)[^;]*`)],
  modifiers: modifiers('pub default const async unsafe extern "C" "+')
};
var php = {
  forms: [
    form(`function\\s+&?\\s*(?<name>${id})\\s*\\(\\)${type}`),
    form(`(?<name>\\$[\\p{L}_][\\p{L}\\p{N}_]*)\\s*=\\s*(?:static\\s+)?function\\s*&?\\s*\\(\\)(?:\\s*use\\s*\\(\\))?${type}`)
  ],
  modifiers: modifiers("abstract final public protected private static readonly")
};
var swift = {
  forms: [
    form(`func\\s+(?<name>\`?${id}\`?|[^\\s\\p{L}\\p{N}_(]+)\\s*${generics}\\(\\)${result}`),
    form(`(?<name>init)[?!]?\\s*${generics}\\(\\)${result}`, ["type"]),
    form("(?<name>deinit)\\s*", ["type"])
  ],
  modifiers: modifiers(
    "public private fileprivate internal open package static class final override mutating nonmutating required convenience nonisolated async indirect prefix postfix infix"
  )
};
var kotlin = {
  forms: [
    form(`fun\\s+(?:<[^;]*>\\s*)?(?:[\\p{L}\\p{N}_.<>?,* ]+\\.)?(?<name>${id}|\`[^\`]+\`)\\s*\\(\\)${result}(?:=\\s*)?`),
    form("(?<name>constructor)\\s*\\(\\)(?:\\s*:\\s*(?:this|super)\\(\\))?\\s*", ["type"])
  ],
  modifiers: modifiers(
    "public private protected internal open abstract final override suspend inline infix operator tailrec external actual expect"
  ),
  expression: "="
};
var scala = {
  forms: [form(`def\\s+(?<name>${id}|[^\\s\\p{L}\\p{N}_([:=]+)\\s*(?:\\[\\])?\\s*(?:\\(\\)\\s*)*(?::${result})?(?:=\\s*)?`)],
  modifiers: modifiers("private protected final override implicit inline lazy abstract open transparent infix"),
  expression: "="
};
var grammars2 = {
  ...named3(script3, "javascript javascriptreact typescript typescriptreact"),
  ...named3(c2, "c cpp cuda-cpp"),
  java: managed("if for while switch catch return do else try throw new super this synchronized", false, ["type", "top"]),
  csharp: managed(
    "if for while switch catch return do else try throw new base this typeof await yield sizeof lock using fixed foreach when",
    true,
    ["type", "top", "body"]
  ),
  dart: managed("if for while switch catch return do else try throw new super await yield assert on when", true, ["type", "top", "body"]),
  go,
  rust,
  php,
  swift,
  kotlin,
  scala
};
function named3(grammar, ids) {
  return Object.fromEntries(ids.split(" ").map((languageId) => [languageId, grammar]));
}
function braceGrammar(languageId) {
  return Object.hasOwn(grammars2, languageId) ? grammars2[languageId] : void 0;
}

// engine/text/code/indented.ts
var definition2 = /^(?:async[ \t]+)?def[ \t]+([\p{L}_][\p{L}\p{N}_]*)/u;
function pythonFunctions(code2) {
  const found = [];
  const open = [];
  let decorators;
  let lastEnd = 0;
  const close = (columns2) => {
    while (open.length > 0 && open.at(-1).columns >= columns2) {
      const { start, name: name2, nameEnd, body } = open.pop();
      found.push({ start, end: Math.max(lastEnd, nameEnd), nameSpan: { start: name2, end: nameEnd }, body });
    }
  };
  for (const { start, end } of logicalLines(code2)) {
    const columns2 = columnsOf(indentationAt(code2, start) ?? "");
    close(columns2);
    const match2 = definition2.exec(code2.slice(start, Math.min(end, start + 300)));
    if (match2) {
      const nameEnd = start + match2[0].length;
      const lead = decorators?.columns === columns2 ? decorators.start : start;
      open.push({ columns: columns2, start: lead, name: nameEnd - match2[1].length, nameEnd, body: bodyStart(code2, nameEnd, end) });
    }
    decorators = code2[start] === "@" ? decorators ?? { start, columns: columns2 } : void 0;
    lastEnd = end;
  }
  close(0);
  return found;
}
function* logicalLines(code2) {
  let start = -1;
  let end = 0;
  let depth = 0;
  for (const { index, 0: mark2 } of code2.matchAll(/[([{]|[)\]}]|\\\r?\n|\n|[^\s\\()[\]{}]+|\\/gu)) {
    if (mark2 === "\n") {
      if (depth > 0 && opensDefinition(code2, index + 1)) depth = 0;
      if (start >= 0 && depth === 0) {
        yield { start, end };
        start = -1;
      }
      continue;
    }
    if (mark2.startsWith("\\")) continue;
    if (start < 0) start = index;
    end = index + mark2.length;
    if ("([{".includes(mark2)) depth++;
    else if (")]}".includes(mark2)) depth = Math.max(0, depth - 1);
  }
  if (start >= 0) yield { start, end };
}
function opensDefinition(code2, lineStart) {
  const head = /[ \t]*(?:(?:async[ \t]+)?def|class)[ \t]/uy;
  head.lastIndex = lineStart;
  return head.test(code2);
}
function bodyStart(code2, from, headEnd) {
  let depth = 0;
  for (const { index, 0: mark2 } of code2.slice(from, headEnd).matchAll(/[([{)\]}:]/gu)) {
    if (mark2 === ":" && depth === 0) {
      const next = /\S/gu;
      next.lastIndex = from + index + 1;
      return next.exec(code2)?.index ?? code2.length;
    }
    if (mark2 !== ":") depth += "([{".includes(mark2) ? 1 : -1;
  }
  return headEnd;
}

// engine/text/functions.ts
function findFunctions(text2, languageId) {
  const find = finderOf(languageId);
  const code2 = find && readCode(text2, languageId);
  if (!code2) return [];
  const found = find(code2.masked).sort((a, b) => a.start - b.start || b.end - a.end);
  const docs = new DocFinder(text2, code2, docStyle(languageId));
  const around = [];
  return found.map((entry) => {
    while (around.length > 0 && around.at(-1).end <= entry.start) around.pop();
    const depth = around.push(entry) - 1;
    const lead = entry.start - (indentationAt(text2, entry.start)?.length ?? 0);
    const name2 = text2.slice(entry.nameSpan.start, entry.nameSpan.end).replace(/^(["'`])([^]*)\1$/u, "$2");
    return { ...entry, name: name2, lead, doc: docs.of(entry, lead), depth };
  });
}
function finderOf(languageId) {
  if (languageId === "python") return pythonFunctions;
  const braces = braceGrammar(languageId);
  if (braces) return (code2) => braceFunctions(code2, braces);
  const ended = endedGrammar(languageId);
  return ended && ((code2) => endedFunctions(code2, ended));
}
var DocFinder = class {
  constructor(text2, code2, style2) {
    this.text = text2;
    this.code = code2;
    this.style = style2;
  }
  text;
  code;
  style;
  of({ start, body, nameSpan }, lead) {
    if (!this.style) return void 0;
    if (this.style.form === "docstring") return this.docstringAt(body);
    return this.above(lead, this.style) ?? this.within(start, nameSpan.start, this.style);
  }
  /** A string, perhaps with a prefix, that the body begins with. */
  docstringAt(body) {
    const prefix = /^[rRuU]?(?=["'])/u.exec(this.text.slice(body, body + 2))?.[0].length;
    const string2 = prefix === void 0 ? void 0 : firstFrom(this.code.strings, body);
    return string2?.start === body + (prefix ?? 0) ? { start: body, end: string2.end } : void 0;
  }
  above(lead, { documents }) {
    let index = indexFrom(this.code.comments, lead) - 1;
    const last = this.code.comments[index];
    if (!last || !/^[ \t]*(?:\r?\n[ \t]*)?$/u.test(this.gap(last.end, lead))) return void 0;
    let first = last;
    while (first.kind === "line") {
      const before = this.code.comments[index - 1];
      if (before?.kind !== "line" || !/^\r?\n[ \t]*$/u.test(this.gap(before.end, first.start))) break;
      if (!this.documents(before, documents) || indentationAt(this.text, before.start) === void 0) break;
      first = before;
      index--;
    }
    const isOwn = indentationAt(this.text, first.start) !== void 0 || !this.gap(last.end, lead).includes("\n");
    return isOwn && this.documents(last, documents) ? { start: first.start, end: last.end } : void 0;
  }
  /** Between decorators and the declaration. */
  within(start, end, { documents }) {
    const comment2 = firstFrom(this.code.comments, start);
    return comment2 && comment2.end <= end && this.documents(comment2, documents) ? { start: comment2.start, end: comment2.end } : void 0;
  }
  documents({ start, end }, pattern2) {
    return pattern2.test(this.text.slice(start, Math.min(end, start + 20)));
  }
  /** The text between, as far as a gap may reach. */
  gap(start, end) {
    return this.text.slice(start, Math.min(end, start + 300));
  }
};
function indexFrom(lexemes2, offset) {
  let low = 0;
  let high = lexemes2.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (lexemes2[middle].start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
function firstFrom(lexemes2, offset) {
  return lexemes2[indexFrom(lexemes2, offset)];
}

// engine/text/sections.ts
var longestHeading2 = 300;
var letter2 = /\p{L}/u;
var numberSign2 = /^ {0,3}(#{1,6})(?:[ \t]+(?![ \t])(.*?))??(?:[ \t]+#+)?$/u;
var setextRule = /^ {0,3}(=+|-+)$/u;
var noParagraph = /^(?: {4}|\t|\s*(?:[-*+>|]|\d+[.)]\s|$))|\|$/u;
var rule = /^([!-/:-@[-`{-~])\1+$/u;
var equalSigns = /^(={1,6}|#{1,6})[ \t]+(\S.*?)(?:[ \t]+\1)?$/u;
var capitals2 = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{N}][^\p{Ll}]{0,79}$/u;
var markdownFence = /^ {0,3}(`{3,}|~{3,})(.*)$/u;
var asciidocFence = /^(-{4,}|\.{4,}|\+{4,}|\/{4,}|`{3,})()$/u;
function findSections(text2, languageId) {
  const from = isMarkdown(languageId) ? frontMatterEnd(text2) : 0;
  const spans = splitLines(text2, from);
  const lines = { spans, contents: spans.map(({ start, end }) => text2.slice(start, end).trimEnd()) };
  const headings = findHeadings(lines, languageId);
  const first = { start: from, end: from, text: "", level: 0 };
  return [first, ...headings].flatMap((heading2, index) => {
    const end = headings[index]?.start ?? text2.length;
    if (!letter2.test(text2.slice(heading2.end, end))) return [];
    return [{ start: heading2.start, end, heading: heading2.text, level: heading2.level, body: { start: heading2.end, end } }];
  });
}
function findHeadings(lines, languageId) {
  if (isMarkdown(languageId)) return read(lines, markdownHeading, markdownFence);
  if (languageId === "asciidoc") return read(lines, asciidocHeading, asciidocFence);
  if (languageId === "restructuredtext") return read(lines, underlinedHeading());
  const underlined = underlinedHeading();
  return read(lines, (contents, index) => underlined(contents, index) ?? capitalHeading(contents, index));
}
function read({ spans, contents }, headingAt, fence3) {
  const headings = [];
  let open = "";
  for (let index = 0; index < contents.length; ) {
    const [, mark2 = "", info = ""] = fence3?.exec(contents[index]) ?? [];
    const mayHead = open === "" && mark2 === "" && contents[index].length <= longestHeading2;
    const heading2 = mayHead ? headingAt(contents, index) : void 0;
    if (open === "") open = mark2;
    else if (mark2.startsWith(open) && info === "") open = "";
    const last = index + (heading2?.lines ?? 1) - 1;
    if (heading2) {
      headings.push({ start: spans[index].start, end: spans[last].end, text: heading2.text, level: heading2.level });
    }
    index = last + 1;
  }
  return headings;
}
var markdownHeading = (contents, index) => {
  const line = contents[index];
  const sign = numberSign2.exec(line);
  if (sign) return { text: (sign[2] ?? "").replace(/\s*\{#[^}]*\}$/u, ""), level: sign[1].length, lines: 1 };
  const below = setextRule.exec(contents[index + 1] ?? "")?.[1];
  const startsParagraph = (contents[index - 1] ?? "") === "" || numberSign2.test(contents[index - 1]);
  if (below === void 0 || noParagraph.test(line) || !startsParagraph) return void 0;
  return { text: line.trim(), level: below.startsWith("=") ? 1 : 2, lines: 2 };
};
var asciidocHeading = (contents, index) => {
  const match2 = equalSigns.exec(contents[index]);
  return match2 ? { text: match2[2], level: match2[1].length, lines: 1 } : void 0;
};
function underlinedHeading() {
  const styles2 = [];
  return (contents, index) => {
    const above = rule.exec(contents[index]);
    const at = above ? index + 1 : index;
    const title = contents[at] ?? "";
    const below = rule.exec(contents[at + 1] ?? "");
    const fits = below !== null && title !== "" && displayWidth(title.trim()) <= below[0].length;
    const isAlone = (contents[index - 1] ?? "") === "" && (above ? above[0] === below?.[0] : /^\S/u.test(title));
    if (!fits || !isAlone || rule.test(title) || !/[\p{L}\p{N}]/u.test(title)) return void 0;
    const style2 = below[1] + String(above !== null);
    if (!styles2.includes(style2)) styles2.push(style2);
    return { text: title.trim(), level: styles2.indexOf(style2) + 1, lines: at + 2 - index };
  };
}
var capitalHeading = (contents, index) => {
  const line = contents[index];
  const next = contents[index + 1];
  const stands = (contents[index - 1] ?? "") === "" && next !== void 0 && /^(?:\s|$)/u.test(next);
  return stands && capitals2.test(line) ? { text: line, level: 1, lines: 1 } : void 0;
};

// engine/text/translationBelow.ts
var listMarker2 = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?$/u;
var beginsAnew = /^[ \t>]*(?:$|[-*+•]\s|\d{1,3}[.)]\s|#{1,6}\s|```|~~~|\|)/u;
function translationBelow(text2, languageId, range, written) {
  const newline = text2.includes("\r\n") ? "\r\n" : "\n";
  const syntax2 = commentSyntax(languageId);
  if (!syntax2) return belowProse(text2, isMarkdown(languageId), range, written, newline);
  const comment2 = commentAt(lexemes(text2, syntax2), range.start);
  if (!comment2) return { reason: "code" };
  return { edit: comment2.kind === "line" ? belowLine(text2, comment2, range, written, newline) : insideBlock(text2, comment2, range, written, newline) };
}
function commentAt(found, offset) {
  for (const lexeme of found) {
    if (lexeme.start > offset) return void 0;
    if (lexeme.kind !== "string" && offset >= lexeme.start + lexeme.open && offset <= lexeme.end) return lexeme;
  }
  return void 0;
}
function belowLine(text2, comment2, range, written, newline) {
  const at = lineEnd(text2, range.end);
  const lead = text2.slice(comment2.start + comment2.open, range.start);
  const blank2 = /^\s*/u.exec(lead)[0];
  const marker2 = columns(text2, comment2.start) + text2.slice(comment2.start, comment2.start + comment2.open);
  return insertion2(at, newline + marker2 + (blank2 === "" ? " " : blank2) + aligned(lead.slice(blank2.length)) + written);
}
function insideBlock(text2, comment2, range, written, newline) {
  const closing = comment2.end - comment2.close;
  let at = Math.min(lineEnd(text2, range.end), closing);
  while (at > range.end && /\s/u.test(text2[at - 1])) at--;
  const star2 = starPrefix(text2, comment2, closing);
  const lineStart = startOfLine(text2, range.start);
  const first = comment2.start >= lineStart;
  const lead = text2.slice(first ? comment2.start + comment2.open : lineStart, range.start).replace(star2 === void 0 ? "" : /^\s*\*+\s?/u, "");
  const words = lead.trim();
  const prefix = star2 ?? (first ? firstLinePrefix(text2, comment2, range.start) : /^\s*/u.exec(lead)[0]);
  const gap2 = words === "" || first ? newline + prefix.trimEnd() : "";
  return insertion2(at, gap2 + newline + prefix + (star2 === void 0 ? "" : /^\s*/u.exec(lead)[0].replace(/^ /u, first ? "" : " ")) + aligned(lead.trimStart()) + written);
}
function starPrefix(text2, comment2, closing) {
  const lines = text2.slice(comment2.start, closing).split(/\r?\n/u);
  const rest = lines.slice(1).filter((line) => line.trim() !== "");
  if (rest.length > 0 && rest.every((line) => /^\s*\*/u.test(line))) return `${/^\s*\*/u.exec(rest[0])[0]} `;
  const doc = rest.length === 0 && /^\/\*[*!]/u.test(lines[0]);
  return doc ? `${columns(text2, comment2.start)} * ` : void 0;
}
function firstLinePrefix(text2, comment2, start) {
  return /["']$/u.test(comment2.marker) ? columns(text2, comment2.start) : columns(text2, start);
}
function belowProse(text2, markdown, range, written, newline) {
  const lineStart = startOfLine(text2, range.start);
  let at = lineEnd(text2, range.end);
  const lead = text2.slice(lineStart, range.start);
  if (markdown && (hasPipe(lead) || hasPipe(text2.slice(range.end, at)))) return { reason: "cell" };
  const quote2 = markdown ? /^(?: {0,3}> ?)+/u.exec(lead)?.[0] ?? "" : "";
  const own = lead.slice(quote2.length);
  const heading2 = markdown && /^\s{0,3}#{1,6}\s+$/u.test(own);
  const empty = newline + quote2.trimEnd();
  const underline2 = markdown ? /^\r?\n( {0,3}(?:=+|-+)[ \t]*)(?=\r?\n|$)/u.exec(text2.slice(at)) : null;
  if (underline2) at += underline2[0].length;
  const insert2 = empty + newline + quote2 + (heading2 ? own : aligned(own)) + written + (underline2?.[0] ?? "");
  const next = text2.slice(at).split(/\r?\n/u, 2)[1];
  const after = next === void 0 || beginsAnew.test(next.slice(quote2 === "" ? 0 : quote2.trimEnd().length)) ? "" : empty;
  return { edit: insertion2(at, insert2 + after) };
}
function hasPipe(text2) {
  return text2.replaceAll(/`[^`]*`|\\\|/gu, "").includes("|");
}
function aligned(lead) {
  if (lead.trim() === "") return lead;
  return listMarker2.test(lead) ? " ".repeat(displayWidth(lead.replace(/\[[ xX]\]\s+$/u, ""))) : "";
}
function columns(text2, offset) {
  const before = text2.slice(startOfLine(text2, offset), offset);
  const indent = /^\s*/u.exec(before)[0];
  return indent + " ".repeat(displayWidth(before.slice(indent.length)));
}
function startOfLine(text2, offset) {
  return text2.lastIndexOf("\n", offset - 1) + 1;
}
function insertion2(at, text2) {
  return { range: { start: at, end: at }, text: text2 };
}

// engine/text/endlessWords.ts
var longestWord3 = 1e3;
var longestRun = 100;
var turn = 32768;
function* endlessWords(text2, from, to) {
  let next = from + turn;
  let start = from;
  let kind = "space";
  let run = 0;
  let longest = 0;
  const isEndless = (end) => kind !== "space" && (longest > longestRun || kind === "word" && end - start > longestWord3);
  for (let offset = from; offset < to; ) {
    const code2 = text2.codePointAt(offset);
    const size = code2 > 65535 ? 2 : 1;
    const isSame = run > 0 && text2.codePointAt(offset - size) === code2;
    const own = isSame ? kind : kindOf(code2);
    if (own !== kind || kind === "cjk" && !isSame) {
      if (isEndless(offset)) yield { start, end: offset };
      start = offset;
      kind = own;
      longest = 0;
    }
    run = isSame ? run + 1 : 1;
    if (run > longest) longest = run;
    offset += size;
    if (offset < next) continue;
    next = offset + turn;
    yield void 0;
  }
  if (isEndless(to)) yield { start, end: to };
}
function kindOf(code2) {
  if (code2 > 32 && code2 < 127) return "word";
  if (code2 === 32) return "space";
  const character = String.fromCodePoint(code2);
  if (isWhiteSpace(character)) return "space";
  return isCjk(character) ? "cjk" : "word";
}

// engine/text/protect.ts
function createProtector(rules2) {
  const pattern2 = new RegExp(rules2.map((rule2, index) => `(?<r${index}>${rule2.pattern})`).join("|"), "gu");
  return (text2) => {
    if (rules2.length === 0) return [];
    const spans = [];
    for (const match2 of text2.matchAll(pattern2)) {
      const [matched] = match2;
      const rule2 = rules2.findIndex((_, index) => match2.groups?.[`r${index}`] !== void 0);
      const kind = rules2[rule2]?.kind;
      if (matched.length > 0 && kind !== void 0) {
        spans.push({ start: match2.index, end: match2.index + matched.length, kind });
      }
    }
    return spans;
  };
}

// engine/tokenizer/lineWindow.ts
var window = 2e3;
var margin = 500;
var notBlank = /[^\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/gu;
function nextWord(text2, start, end) {
  notBlank.lastIndex = start;
  return Math.min(notBlank.exec(text2)?.index ?? end, end);
}
function windowEnd(text2, from, end) {
  const to = from + window;
  if (to >= end) return end;
  return text2.codePointAt(to - 1) > 65535 ? to + 1 : to;
}
function wholeSentences(text2, spans, uncut) {
  if (text2.length <= 2 * margin) return { sentences: spans };
  const limit = text2.length - margin;
  const over = spans.filter(({ end }) => end <= limit);
  if (over.length > 0) return { sentences: over, next: spans[over.length]?.start };
  const cut2 = findCut(text2, { start: 0, end: limit }, uncut) ?? limit;
  const part = trim(text2, 0, cut2);
  return { sentences: part ? [part] : [], next: cut2 };
}
function findCut(text2, span2, inside) {
  const middle = (span2.start + span2.end) / 2;
  const margin2 = (span2.end - span2.start) / 8;
  const protectedAt = (offset) => inside.some(({ start, end }) => start < offset && offset < end);
  for (const pattern2 of [/[,;:，；：、—](?=[ \p{Lo}])/gu, / /gu, /(?<=[^ ])(?=\p{Lo})/gu, /(?<=[^ ])(?=[^ ])/gu]) {
    const cuts = [...text2.slice(span2.start, span2.end).matchAll(pattern2)].map((match2) => span2.start + match2.index + match2[0].length).filter((cut2) => cut2 - span2.start > margin2 && span2.end - cut2 > margin2 && !protectedAt(cut2));
    if (cuts.length > 0) return cuts.reduce((best, cut2) => Math.abs(cut2 - middle) < Math.abs(best - middle) ? cut2 : best);
  }
  return void 0;
}
function trim(text2, start, end) {
  let from = start;
  let to = end;
  while (from < to && text2[from] === " ") from++;
  while (to > from && text2[to - 1] === " ") to--;
  return from < to ? { start: from, end: to } : void 0;
}

// engine/tokenizer/sentenceEncoder.ts
var letters = {
  en: /\p{Script=Latin}/u,
  de: /\p{Script=Latin}/u,
  fr: /\p{Script=Latin}/u,
  zh: /\p{Script=Han}/u
};
var otherScripts = /* @__PURE__ */ new Set(["ar", "el", "he", "ja", "ko", "ru", "th", "uk", "zh"]);
function letterOf(language) {
  return letters[language] ?? /\p{L}/u;
}
var SentenceEncoder = class {
  /** @param language of the texts: the pack's source language, or its target language with the target's tokenizer */
  constructor(manifest, tokenizer, language = manifest.sourceLanguage) {
    this.manifest = manifest;
    this.tokenizer = tokenizer;
    this.protect = createProtector(manifest.protect);
    this.letter = letterOf(language);
    this.copiesLatin = manifest.task === "translate" && otherScripts.has(manifest.targetLanguage);
  }
  manifest;
  tokenizer;
  protect;
  letter;
  copiesLatin;
  /**
   * Sentences of `text` in order; white space between them belongs to none. A line break ends a sentence. Endless words
   * are sentences of their own, which are passed through.
   *
   * @param matcher finds the user's terms
   */
  encode(text2, matcher) {
    return [...this.read(text2, matcher)].filter((sentence2) => sentence2 !== void 0);
  }
  /**
   * As `encode`, one after the other: only as much of the text is read as sentences are asked for. Nothing comes where
   * a long stretch was looked through and the next sentence is yet to be found.
   */
  *read(text2, matcher) {
    for (const line of text2.matchAll(/[^\n\r\u2028\u2029]+/gu)) {
      const end = line.index + line[0].length;
      let from = line.index;
      for (const word4 of endlessWords(text2, from, end)) {
        if (!word4) {
          yield void 0;
          continue;
        }
        yield* this.readPart(text2, from, word4.start, matcher);
        yield passedThrough(word4);
        from = word4.end;
      }
      yield* this.readPart(text2, from, end, matcher);
    }
  }
  /** Sentences of a line, window by window: rules and rescans may then cost what they do, the whole stays linear. */
  *readPart(text2, start, end, matcher) {
    for (let from = nextWord(text2, start, end); from < end; ) {
      const to = windowEnd(text2, from, end);
      const mapped = normalise(text2, from, to);
      const marked = this.mark(mapped.text, matcher);
      const spans = splitSentences(mapped.text, marked.protectedSpans);
      const { sentences, next } = to === end ? { sentences: spans } : wholeSentences(mapped.text, spans, [...marked.protectedSpans, ...marked.terms]);
      for (const span2 of sentences) yield* this.fit(text2, mapped, span2, marked);
      from = nextWord(text2, next === void 0 ? to : mapped.original(next, next + 1).start, end);
    }
  }
  mark(line, matcher) {
    const protectedSpans = this.protect(line);
    const matches = matcher?.match(line, protectedSpans) ?? [];
    if (matches.length === 0) return { protectedSpans, terms: [] };
    const kind = this.manifest.protect[0]?.kind ?? this.manifest.placeholders.kinds[0];
    const isKept = ({ term: term2 }) => term2.target === null && kind !== void 0;
    const kept = matches.filter(isKept).map(({ start, end }) => ({ start, end, kind }));
    const terms = matches.filter((match2) => !isKept(match2)).map(
      ({ start, end, term: { target, required } }) => (
        // Without placeholders what is kept can still be asked for.
        target === null ? { start, end, target: line.slice(start, end), required: true } : { start, end, target, required }
      )
    );
    return { protectedSpans: [...protectedSpans, ...kept].sort((a, b) => a.start - b.start), terms };
  }
  /**
   * A part of `text` as one sentence, however long it is and whatever stops it holds. Protected spans for which there is
   * no placeholder left are read as plain text.
   *
   * @param words where given, no subword crosses the border between two of them
   * @param matcher finds the user's terms
   */
  encodeWhole(text2, { start, end }, words = [], matcher) {
    const mapped = normalise(text2, start, end);
    const used = /* @__PURE__ */ new Map();
    const { protectedSpans, terms } = this.mark(mapped.text, matcher);
    const inside = protectedSpans.filter(({ kind }) => {
      used.set(kind, (used.get(kind) ?? 0) + 1);
      return used.get(kind) <= this.manifest.placeholders.perKind;
    });
    const whole = { start: 0, end: mapped.text.length };
    const pieces = this.pieces(text2, mapped, whole, inside, borders(mapped, words)) ?? [];
    const plain = withoutSpans(mapped.text, whole, inside);
    const translatable = pieces.length > 0 && this.letter.test(plain);
    return { span: mapped.original(whole.start, whole.end), pieces, translatable, terms: placed(terms, mapped, pieces), copies: this.copies(plain) };
  }
  /** The sentence, or its halves when it has too many subwords or placeholders. */
  fit(text2, mapped, span2, all) {
    const isInside = ({ start, end }) => start >= span2.start && end <= span2.end;
    const inside = all.protectedSpans.filter(isInside);
    const plain = withoutSpans(mapped.text, span2, inside);
    const hasLetters = this.letter.test(plain);
    if (!hasLetters && plain.length > longestUnread) return [passedThrough(mapped.original(span2.start, span2.end))];
    const terms = all.terms.filter(isInside);
    const pieces = this.pieces(text2, mapped, span2, inside);
    const fits = pieces !== void 0 && pieces.length < this.manifest.limits.maxSourceTokens;
    const cut2 = fits ? void 0 : findCut(mapped.text, span2, [...inside, ...terms]);
    if (cut2 !== void 0) {
      const halves = [trim(mapped.text, span2.start, cut2), trim(mapped.text, cut2, span2.end)];
      return halves.flatMap((half) => half ? this.fit(text2, mapped, half, all) : []);
    }
    const read2 = fits ? pieces : [];
    return [
      {
        span: mapped.original(span2.start, span2.end),
        pieces: read2,
        translatable: fits && hasLetters,
        terms: placed(terms, mapped, read2),
        copies: this.copies(plain)
      }
    ];
  }
  /** Subwords of a sentence, or undefined when a kind has more protected spans than placeholders. */
  pieces(text2, mapped, sentence2, inside, cuts = []) {
    const { kinds: kinds2, perKind, firstId } = this.manifest.placeholders;
    const used = /* @__PURE__ */ new Map();
    const pieces = [];
    let from = sentence2.start;
    for (const { start, end, kind } of inside) {
      const index = used.get(kind) ?? 0;
      if (index >= perKind) return void 0;
      used.set(kind, index + 1);
      pieces.push(...this.plainPieces(mapped, from, start, cuts));
      const span2 = mapped.original(start, end);
      const id3 = firstId + kinds2.indexOf(kind) * perKind + index;
      pieces.push({ id: id3, span: span2, protectedText: text2.slice(span2.start, span2.end) });
      from = end;
    }
    pieces.push(...this.plainPieces(mapped, from, sentence2.end, cuts));
    return pieces;
  }
  copies(plain) {
    return this.copiesLatin ? [...new Set(plain.match(/\p{Script=Latin}{4,}/gu))] : [];
  }
  plainPieces(mapped, start, end, cuts) {
    const bounds = [start, ...cuts.filter((cut2) => cut2 > start && cut2 < end), end];
    return bounds.slice(1).flatMap((to, index) => {
      const from = bounds[index];
      return this.tokenizer.encode(mapped.text.slice(from, to)).map((piece) => ({ id: piece.id, span: mapped.original(from + piece.start, from + piece.end) }));
    });
  }
};
var longestUnread = 400;
function passedThrough(span2) {
  return { span: span2, pieces: [], translatable: false, terms: [], copies: [] };
}
function placed(terms, mapped, pieces) {
  return terms.map(({ target, required, ...span2 }) => {
    const { start, end } = mapped.original(span2.start, span2.end);
    const holding = pieces.flatMap((piece, index) => piece.span.start < end && start < piece.span.end ? [index] : []);
    return { target, required, pieces: holding };
  });
}
function borders(mapped, words) {
  const cuts = [];
  let word4 = 0;
  for (let offset = 1; offset < mapped.text.length && word4 < words.length; offset++) {
    const { start } = mapped.original(offset, offset + 1);
    if (start < words[word4].end) continue;
    cuts.push(offset);
    while (word4 < words.length && words[word4].end <= start) word4++;
  }
  return cuts;
}
function withoutSpans(text2, sentence2, inside) {
  let plain = "";
  let from = sentence2.start;
  for (const { start, end } of inside) {
    plain += `${text2.slice(from, start)} `;
    from = end;
  }
  return plain + text2.slice(from, sentence2.end);
}

// engine/tokenizer/subwordTokenizer.ts
import { Tokenizer } from "@huggingface/tokenizers";

// engine/protocol/errors.ts
var errorCodes = [
  "pack-missing",
  "pack-damaged",
  "pack-incompatible",
  "language-pair",
  "empty-input",
  "input-too-long",
  "not-text",
  "read-only",
  "not-saved",
  "text-changed",
  "glossary",
  "untrusted",
  "invalid-argument",
  "cancelled",
  "worker-crashed",
  "internal"
];
var AlignLensError = class extends PhrasedError {
  constructor(code2, sentence2, detail) {
    super(sentence2);
    this.code = code2;
    this.detail = detail;
  }
  code;
  detail;
  name = "AlignLensError";
};

// engine/tokenizer/subwordTokenizer.ts
var spaceMark = "\u2581";
var bytePattern = /^<0x([0-9A-F]{2})>$/;
var SubwordTokenizer = class _SubwordTokenizer {
  constructor(tokenizer, vocabulary, name2, vocabularySize) {
    this.tokenizer = tokenizer;
    this.name = name2;
    for (const [entry, id3] of vocabulary) {
      if (id3 >= vocabularySize) throw incompatible(name2, `"${cut(entry)}" has the id ${id3}, and the manifest knows ${vocabularySize} subwords`);
      const byte = bytePattern.exec(entry)?.[1];
      if (byte !== void 0) this.bytesOfId.set(id3, Number.parseInt(byte, 16));
      else this.surfaces[id3] = entry.replaceAll(spaceMark, " ");
    }
  }
  tokenizer;
  name;
  surfaces = [];
  bytesOfId = /* @__PURE__ */ new Map();
  /**
   * Reads a `tokenizer.json`; `name` (file and location) appears in errors. Throws `pack-damaged` or `pack-incompatible`.
   *
   * @param vocabularySize what all ids are below
   */
  static parse(content2, name2, vocabularySize = Infinity) {
    let json;
    try {
      json = JSON.parse(new TextDecoder().decode(content2));
    } catch (error) {
      throw new AlignLensError("pack-damaged", phrase("{0} is not valid JSON. Copy or install the pack again.", name2), String(error));
    }
    try {
      if (typeof json !== "object" || json === null) throw new ValidationError(name2, "an object", json);
      const vocabulary = checkedVocabulary(json, name2);
      const tokenizer = new Tokenizer({ ...json, added_tokens: [], post_processor: null }, {});
      return new _SubwordTokenizer(tokenizer, vocabulary, name2, vocabularySize);
    } catch (error) {
      if (error instanceof AlignLensError) throw error;
      throw incompatible(name2, cut(error instanceof Error ? error.message : String(error)));
    }
  }
  /** Splits text that holds no `▁` into subwords. Throws `pack-incompatible` when the tokenizer loses a character. */
  encode(text2) {
    if (text2 === "") return [];
    const ids = this.idsOf(text2);
    const pieces = [];
    let offset = 0;
    for (let index = 0; index < ids.length; ) {
      const id3 = ids[index];
      if (this.bytesOfId.has(id3)) {
        const character = String.fromCodePoint(text2.codePointAt(offset) ?? 0);
        const end = offset + character.length;
        const count2 = utf8Length(character === " " ? spaceMark : character);
        for (const byteId of ids.slice(index, index + count2)) pieces.push({ id: byteId, start: offset, end });
        index += count2;
        offset = end;
        continue;
      }
      const surface = this.surfaces[id3] ?? "";
      if (surface === "" || !text2.startsWith(surface, offset)) {
        throw incompatible(this.name, `it is not lossless at offset ${offset} of ${JSON.stringify(text2)}`);
      }
      pieces.push({ id: id3, start: offset, end: offset + surface.length });
      offset += surface.length;
      index += 1;
    }
    if (offset !== text2.length) throw incompatible(this.name, `it drops the end of ${JSON.stringify(text2)}`);
    return pieces;
  }
  /** The library looks at some parts of a tokenizer only when it runs them. */
  idsOf(text2) {
    try {
      return this.tokenizer.encode(text2, { add_special_tokens: false }).ids;
    } catch (error) {
      throw incompatible(this.name, cut(error instanceof Error ? error.message : String(error)));
    }
  }
  /** The text of a piece with plain spaces; undefined for a byte piece or an id outside the vocabulary. */
  surface(id3) {
    return this.surfaces[id3];
  }
  /** The byte a byte-fallback piece stands for. */
  byte(id3) {
    return this.bytesOfId.get(id3);
  }
};
function checkedVocabulary(json, name2) {
  const model = "model" in json ? json.model : void 0;
  const entries = typeof model === "object" && model !== null && "vocab" in model ? model.vocab : void 0;
  if (typeof entries !== "object" || entries === null || Array.isArray(entries)) {
    throw new ValidationError(`${name2}: model.vocab`, "an object", entries);
  }
  const vocabulary = /* @__PURE__ */ new Map();
  for (const [entry, id3] of Object.entries(entries)) vocabulary.set(entry, integer(0)(id3, `${name2}: model.vocab`));
  const added = "added_tokens" in json ? json.added_tokens : [];
  for (const token2 of array(addedToken)(added, `${name2}: added_tokens`)) vocabulary.set(token2.content, token2.id);
  return vocabulary;
}
function addedToken(value3, path) {
  if (typeof value3 !== "object" || value3 === null) throw new ValidationError(path, "an object", value3);
  const token2 = value3;
  return {
    id: integer(0)(token2.id, `${path}.id`),
    content: string(token2.content, `${path}.content`),
    special: boolean(token2.special, `${path}.special`)
  };
}
function incompatible(name2, why) {
  return new AlignLensError(
    "pack-incompatible",
    phrase("{0} does not fit this AlignLens: {1}. Build the pack again with a lossless tokenizer.", name2, why)
  );
}
function utf8Length(character) {
  const codePoint2 = character.codePointAt(0) ?? 0;
  if (codePoint2 < 128) return 1;
  if (codePoint2 < 2048) return 2;
  return codePoint2 < 65536 ? 3 : 4;
}

// test/engine/support.ts
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// engine/decode/banks.ts
function allocate(candidates, size) {
  const banks = /* @__PURE__ */ new Map();
  for (const candidate of [...candidates].sort((a, b) => b.logProb - a.logProb)) {
    const bank = banks.get(candidate.bank);
    if (bank) bank.push(candidate);
    else banks.set(candidate.bank, [candidate]);
  }
  const order = [...banks.keys()].sort((a, b) => b - a).map((bank) => banks.get(bank));
  const kept = [];
  for (let round = 0; kept.length < size && order.some((bank) => bank.length > round); round++) {
    for (const bank of order) {
      const next = bank[round];
      if (next && kept.length < size) kept.push(next);
    }
  }
  return kept.sort((a, b) => b.logProb - a.logProb);
}

// engine/decode/coverage.ts
var plenty = 3;
function cover(before, attention, length) {
  const own = attention.slice(0, length);
  const covered = before ? before.covered.slice() : new Float32Array(length);
  let excess = before?.excess ?? 0;
  own.forEach((weight, i) => {
    const mass = covered[i] + weight;
    excess += Math.max(mass - plenty, 0) - Math.max(covered[i] - plenty, 0);
    covered[i] = mass;
  });
  return { attention: own, covered, excess };
}

// engine/decode/coveragePenalty.ts
var least = 1e-9;
function coveragePenalty(attention, beta) {
  const covered = new Float64Array(attention[0]?.length ?? 0);
  for (const row of attention) row.forEach((weight, i) => covered[i] += weight);
  return beta * covered.reduce((sum, mass) => sum + Math.log(Math.min(Math.max(mass, least), 1)), 0);
}

// engine/decode/insert.ts
function insert(rows, ids, positions, width) {
  const massOf2 = (attention2) => positions.reduce((sum, position) => sum + attention2[position], 0);
  let best = 0;
  rows.forEach(({ attention: attention2, joined }, t) => {
    if (!joined && massOf2(attention2) > massOf2(rows[best].attention)) best = t;
  });
  const attention = new Float32Array(width);
  for (const position of positions) attention[position] = 1 / positions.length;
  rows.splice(best, 0, ...ids.map((id3, i) => ({ id: id3, attention, logProb: 0, joined: i > 0 })));
}

// engine/decode/lengthPenalty.ts
function lengthPenalty(length, alpha) {
  return ((5 + length) / 6) ** alpha;
}

// engine/decode/repetitions.ts
function maskRepetitions(scores, ids, n) {
  for (let at = 0; at + n <= ids.length; at++) {
    let same = 0;
    while (same < n - 1 && ids[at + same] === ids[ids.length - n + 1 + same]) same++;
    if (same === n - 1) scores.forbid(ids[at + n - 1]);
  }
}

// engine/decode/topK.ts
var TopK = class {
  constructor(capacity) {
    this.capacity = capacity;
  }
  capacity;
  /** Best first. */
  best = [];
  /** What a candidate must exceed to enter. */
  get threshold() {
    return this.best.length < this.capacity ? -Infinity : this.best[this.best.length - 1].logProb;
  }
  add(candidate) {
    if (!(candidate.logProb > this.threshold)) return;
    let position = this.best.length;
    while (position > 0 && this.best[position - 1].logProb < candidate.logProb) position--;
    this.best.splice(position, 0, candidate);
    if (this.best.length > this.capacity) this.best.pop();
  }
};

// engine/decode/sentenceSearch.ts
var largestBeam = 16;
var termAttention = 0.2;
function subwordsOf(last) {
  const ids = new Array(last.length);
  for (let node = last; node; node = node.previous) ids[node.length - 1] = node.id;
  return ids;
}
var SentenceSearch = class {
  constructor(task, options) {
    this.task = task;
    this.options = options;
    this.fullBank = task.guide?.requiredLength ?? 0;
  }
  task;
  options;
  alive = [];
  finished = [];
  steps = 0;
  /** Subwords of required terms: the number of the fullest bank, in which hypotheses may end. */
  fullBank;
  /**
   * Continues the beam by one subword.
   *
   * @param scores of each living row (before the first step there is one, the empty hypothesis); changed in place
   * @param attention α of each living row, `[≥ sourceIds.length]`
   * @returns the living hypotheses, best first; none when the search is over
   */
  advance(scores, attention) {
    this.steps += 1;
    const { eos } = this.options.specialTokens;
    const { guide, maxLength } = this.task;
    const parents = this.steps === 1 ? [void 0] : this.alive;
    const last = this.steps === maxLength;
    const width = 2 * this.options.beamSize;
    const top = new TopK(width);
    const banked = [];
    const coverage = parents.map((parent, row) => cover(parent?.coverage, attention[row], this.task.sourceIds.length));
    parents.forEach((parent, row) => {
      const base = (parent?.logProb ?? 0) - this.options.excessPenalty * coverage[row].excess;
      const own = scores[row];
      guide?.vote(own, attention[row], parent?.terms ?? guide.initial);
      const candidates = this.fullBank > 0 ? new TopK(width) : top;
      if (last) candidates.add({ parent: row, id: eos, logProb: base + own.of(eos) });
      else {
        const forced = this.fullBank > 0 ? this.forcedTerms(row, base, own, attention[row], parent) : [];
        this.addCandidates(candidates, row, base, own, parent);
        banked.push(...forced.filter(({ id: id3 }) => candidates.best.every((known) => known.id !== id3)));
      }
      if (candidates !== top) banked.push(...candidates.best);
    });
    const ends = last || this.task.prefix?.[this.steps - 1] === eos;
    return this.fullBank > 0 ? this.keepBanked(banked, parents, coverage, ends) : this.keep(top.best, parents, coverage);
  }
  /** What `advance` found, best first; whatever needed mending comes behind what did not. */
  results() {
    const ranked = [...this.finished].sort((a, b) => a.inserted - b.inserted || b.score - a.score);
    return ranked.slice(0, this.options.beamSize);
  }
  /** Subwords of the hypothesis that is ahead at present. */
  leading() {
    const [first] = this.alive;
    return first ? subwordsOf(first) : [...this.results()[0]?.ids ?? []];
  }
  addCandidates(top, row, base, scores, parent) {
    const { specialTokens, noRepeatNgram } = this.options;
    const { pad, bos, eos } = specialTokens;
    const given = this.task.prefix?.[this.steps - 1];
    if (given !== void 0) {
      top.add({ parent: row, id: given, logProb: base + scores.of(given) });
      return;
    }
    scores.forbid(pad);
    scores.forbid(bos);
    if (this.steps === 1) scores.forbid(eos);
    this.task.constraint.mask(scores, parent?.written ?? 0, eos);
    if (this.missingTerms(parent).length > 0) scores.forbid(eos);
    if (parent && noRepeatNgram > 0) maskRepetitions(scores, subwordsOf(parent), noRepeatNgram);
    const { values, shortlist } = scores;
    let least2 = top.threshold - base;
    for (let place = 0; place < values.length; place++) {
      if (values[place] < least2) continue;
      top.add({ parent: row, id: shortlist.ids[place], logProb: base + values[place] });
      least2 = top.threshold - base;
    }
  }
  missingTerms(node) {
    const { guide } = this.task;
    return guide ? guide.missing(node?.terms ?? guide.initial) : [];
  }
  /** What begins or continues a required term: where the attention is on it, and everywhere before the end. */
  forcedTerms(row, base, scores, attention, parent) {
    const { guide, prefix } = this.task;
    if (!guide || prefix?.[this.steps - 1] !== void 0) return [];
    const missing2 = this.missingTerms(parent);
    if (missing2.length === 0) return [];
    const end = scores.of(this.options.specialTokens.eos);
    const atEnd = scores.values.every((value3) => value3 <= end);
    const steps = guide.steps(parent?.terms ?? guide.initial, attention);
    const due = steps.filter(({ term: term2, mass, continues: continues4 }) => missing2.includes(term2) && (continues4 || atEnd || mass >= termAttention));
    return [...new Set(due.map(({ id: id3 }) => id3))].map((id3) => ({ parent: row, id: id3, logProb: base + scores.of(id3) }));
  }
  nodeOf({ parent, id: id3, logProb: rank }, parents, coverage) {
    const { constraint, guide } = this.task;
    const previous = parents[parent];
    const looked = coverage[parent];
    return {
      id: id3,
      previous,
      coverage: looked,
      logProb: rank + this.options.excessPenalty * looked.excess,
      rank,
      length: this.steps,
      written: constraint.with(previous?.written ?? 0, id3),
      terms: guide?.advance(previous?.terms ?? guide.initial, id3, looked.attention)
    };
  }
  keep(candidates, parents, coverage) {
    const { beamSize, specialTokens } = this.options;
    const living = [];
    const nodes = [];
    candidates.forEach((candidate, rank) => {
      const node = this.nodeOf(candidate, parents, coverage);
      if (candidate.id === specialTokens.eos) {
        if (rank < beamSize) this.finished.push(this.complete(node));
      } else if (nodes.length < beamSize) {
        nodes.push(node);
        living.push({ id: candidate.id, parent: candidate.parent });
      }
    });
    this.alive = nodes;
    return this.isOver() ? [] : living;
  }
  /** As `keep`, with places for hypotheses that have written more and less of the required terms. */
  keepBanked(candidates, parents, coverage, ends) {
    const { beamSize, specialTokens } = this.options;
    const nodes = candidates.map((candidate) => {
      const node = this.nodeOf(candidate, parents, coverage);
      return { candidate, node, logProb: node.rank, bank: this.task.guide.written(node.terms) };
    });
    const isEnd = ({ candidate }) => candidate.id === specialTokens.eos;
    const rivals = nodes.filter(({ bank }) => ends || bank === this.fullBank).sort((a, b) => b.logProb - a.logProb);
    for (const { node } of rivals.slice(0, ends ? rivals.length : beamSize).filter(isEnd)) this.finished.push(this.complete(node));
    const going = nodes.filter((each) => !isEnd(each) && each.logProb > -Infinity);
    const kept = allocate(going, Math.min(largestBeam, beamSize + this.fullBank));
    this.alive = kept.map(({ node }) => node);
    return this.isOver() ? [] : kept.map(({ candidate: { id: id3, parent } }) => ({ id: id3, parent }));
  }
  isOver() {
    const { beamSize, lengthPenalty: alpha } = this.options;
    if (this.alive.length === 0 || this.finished.length >= beamSize) return true;
    const reachable = this.alive[0].rank / lengthPenalty(this.task.maxLength, alpha);
    return this.finished.some(({ score, inserted }) => inserted === 0 && score >= reachable);
  }
  complete(end) {
    const nodes = [];
    for (let node = end; node; node = node.previous) nodes.unshift(node);
    const rows = nodes.map(({ id: id3, coverage: { attention: attention2 }, logProb, previous, terms }) => {
      return { id: id3, attention: attention2, logProb: logProb - (previous?.logProb ?? 0), joined: terms?.joined ?? false };
    });
    const { lengthPenalty: alpha, coveragePenalty: beta } = this.options;
    const normalised = end.rank / lengthPenalty(end.length, alpha);
    const score = beta > 0 ? normalised + coveragePenalty(rows.map(({ attention: attention2 }) => attention2), beta) : normalised;
    const missing2 = this.task.constraint.missing(end.written);
    const width = this.task.sourceIds.length;
    for (const id3 of missing2) insert(rows, [id3], [this.task.sourceIds.indexOf(id3)], width);
    const missingTerms = this.missingTerms(end);
    for (const index of missingTerms) {
      const { spaced, positions } = this.task.guide.terms[index];
      insert(rows, spaced, positions, width);
    }
    rows.pop();
    const attention = new Float32Array(rows.length * width);
    rows.forEach((row, t) => attention.set(row.attention, t * width));
    return {
      ids: rows.map(({ id: id3 }) => id3),
      attention,
      logProbs: Float32Array.from(rows, ({ logProb }) => logProb),
      logProb: end.logProb,
      score,
      inserted: missing2.length + missingTerms.length
    };
  }
};

// engine/decode/shortlist.ts
var Shortlist = class {
  /** @param ids ascending, `[C]` */
  constructor(ids, vocabulary) {
    this.ids = ids;
    this.places = new Int32Array(vocabulary).fill(-1);
    ids.forEach((id3, place) => this.places[id3] = place);
  }
  ids;
  /** Of each target subword its place among the scored ones, −1 for others, `[V]`. */
  places;
  get size() {
    return this.ids.length;
  }
};
var Scores = class {
  /** @param values by place on the shortlist, `[C]` */
  constructor(values, shortlist) {
    this.values = values;
    this.shortlist = shortlist;
  }
  values;
  shortlist;
  /** -∞ for what is not on the shortlist. */
  of(id3) {
    const place = this.shortlist.places[id3];
    return place < 0 ? -Infinity : this.values[place];
  }
  /** Does nothing for what is not on the shortlist. */
  set(id3, logProb) {
    const place = this.shortlist.places[id3];
    if (place >= 0) this.values[place] = logProb;
  }
  forbid(id3) {
    this.set(id3, -Infinity);
  }
};

// engine/decode/stepModel.ts
function gatherRows(state, rowCount, rows) {
  return Object.fromEntries(
    Object.entries(state).map(([name2, tensor]) => [name2, gatherTensor(tensor, tensor.length / rowCount, rows)])
  );
}
function gatherTensor(tensor, size, rows) {
  const gathered = new Float32Array(rows.length * size);
  rows.forEach((row, index) => gathered.set(tensor.subarray(row * size, (row + 1) * size), index * size));
  return gathered;
}

// engine/decode/beamSearch.ts
async function beamSearch(model, tasks, options, beforeStep, afterStep) {
  const searches = tasks.map((task) => new SentenceSearch(task, options));
  const { bos } = options.specialTokens;
  let batch = model;
  let state = model.initialState;
  let stateRows = tasks.length;
  const { shortlist } = model;
  let running = searches.map((search, task) => ({
    task,
    search,
    rows: [{ id: bos, parent: 0, stateRow: task }]
  }));
  let members2 = tasks.map((_, task) => task);
  while (running.length > 0) {
    await beforeStep();
    if (running.length * 2 <= members2.length) {
      batch = batch.select(running.map(({ task }) => members2.indexOf(task)));
      members2 = running.map(({ task }) => task);
    }
    const beams = Math.max(...running.map(({ rows }) => rows.length));
    const layout = layOut(running, members2, beams);
    const output = await batch.step(layout.ids, beams, gatherRows(state, stateRows, layout.stateRows));
    state = output.state;
    stateRows = members2.length * beams;
    running = running.flatMap((current) => {
      const first = members2.indexOf(current.task) * beams;
      const living = current.search.advance(
        current.rows.map((_, beam) => new Scores(rowOf(output.logProbs, first + beam, shortlist.size), shortlist)),
        current.rows.map((_, beam) => rowOf(output.attention, first + beam, batch.sourceLength))
      );
      const rows = living.map((row) => ({ ...row, stateRow: first + row.parent }));
      return rows.length > 0 ? [{ ...current, rows }] : [];
    });
    afterStep?.(searches);
  }
  return searches.map((search) => search.results());
}
function layOut(running, members2, beams) {
  const byTask = new Map(running.map(({ task, rows: rows2 }) => [task, rows2]));
  const filler = running[0].rows[0];
  const rows = members2.flatMap(
    (task) => Array.from({ length: beams }, (_, beam) => byTask.get(task)?.[beam] ?? filler)
  );
  return { ids: Int32Array.from(rows, ({ id: id3 }) => id3), stateRows: rows.map(({ stateRow }) => stateRow) };
}
function rowOf(tensor, row, size) {
  return tensor.subarray(row * size, (row + 1) * size);
}

// engine/decode/options.ts
var excessPenalty = 1;
function searchOptions({ task, decoding: decoding2, specialTokens }, request) {
  return {
    beamSize: request.beamSize ?? decoding2.beamSize,
    lengthPenalty: request.lengthPenalty ?? decoding2.lengthPenalty,
    noRepeatNgram: decoding2.noRepeatNgram ?? 0,
    coveragePenalty: decoding2.coveragePenalty ?? 0,
    excessPenalty: task === "translate" ? excessPenalty : 0,
    specialTokens
  };
}
function maxTargetLength({ decoding: decoding2 }, length) {
  return Math.ceil(decoding2.maxLengthRatio * length) + decoding2.maxLengthExtra;
}

// engine/decode/placeholders.ts
var certainEnd = Math.log(0.5);
var PlaceholderConstraint = class {
  constructor({ kinds: kinds2, perKind, firstId }, required) {
    this.required = required;
    this.first = firstId;
    this.end = firstId + kinds2.length * perKind;
  }
  required;
  first;
  end;
  isPlaceholder(id3) {
    return id3 >= this.first && id3 < this.end;
  }
  /** The set of written placeholders with `id` added, as bits; the pack format allows at most 31 ids. */
  with(written, id3) {
    return this.isPlaceholder(id3) ? written | 1 << id3 - this.first : written;
  }
  missing(written) {
    return this.required.filter((id3) => (written & 1 << id3 - this.first) === 0);
  }
  /** Forbids what a hypothesis may not write next. */
  mask(scores, written, eos) {
    const missing2 = this.missing(written);
    for (let id3 = this.first; id3 < this.end; id3++) {
      if (!missing2.includes(id3)) scores.forbid(id3);
    }
    if (missing2.length > 0 && scores.of(eos) < certainEnd) scores.forbid(eos);
  }
};

// engine/macrotask.ts
var nextMacrotask = createYield();
function createYield() {
  const { setImmediate: immediate } = globalThis;
  if (immediate) {
    return () => new Promise((resolve) => {
      immediate(resolve);
    });
  }
  const { port1, port2 } = new MessageChannel();
  const waiting = [];
  port1.onmessage = () => waiting.shift()?.();
  return () => new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(null);
  });
}

// engine/protocol/rpc.ts
var id2 = integer(0);
var messageValidators = {
  request: object({ kind: oneOf("request"), id: id2, method: string, params: anything }, { partial: boolean }),
  reply: object({ kind: oneOf("reply"), id: id2, result: anything }),
  error: object({ kind: oneOf("error"), id: id2, code: oneOf(...errorCodes), phrase: phraseValidator }, { detail: string }),
  cancel: object({ kind: oneOf("cancel"), id: id2 }),
  progress: object({ kind: oneOf("progress"), id: id2, done: integer(0), total: integer(0) }),
  partial: object({ kind: oneOf("partial"), id: id2, text: string })
};
function cancelledError() {
  return new AlignLensError("cancelled", "The translation was cancelled; nothing was changed.");
}

// engine/align/links.ts
function linksOf(weights, columns2, threshold) {
  const links = [];
  weights.forEach((weight, cell) => {
    if (weight >= threshold) links.push({ source: cell % columns2, target: Math.floor(cell / columns2) });
  });
  return links;
}
var linkThreshold = 0.4;

// engine/align/posterior.ts
function alignmentPosterior(attention, targetIds2, sourceIds, lexicon) {
  const columns2 = sourceIds.length;
  const posterior = Float32Array.from(attention);
  targetIds2.forEach((target, t) => {
    const row = posterior.subarray(t * columns2, (t + 1) * columns2);
    if (lexicon) sourceIds.forEach((source, i) => row[i] *= lexicon.likelihood(target, source, i));
    normaliseRow(row);
  });
  return posterior;
}
function normaliseRow(row) {
  const sum = row.reduce((total, value3) => total + value3, 0);
  if (sum > 0) for (let i = 0; i < row.length; i++) row[i] /= sum;
  else row.fill(1 / row.length);
}

// engine/align/merge.ts
function mergeMatrix(matrix, columns2, target, source) {
  const width = source.tokens.length;
  const merged = new Float32Array(target.tokens.length * width);
  const row = new Float32Array(width);
  target.wordOfPiece.forEach((targetWord, t) => {
    if (targetWord < 0) return;
    row.fill(0);
    source.wordOfPiece.forEach((sourceWord, i) => {
      if (sourceWord >= 0) row[sourceWord] += matrix[t * columns2 + i];
    });
    normaliseRow(row);
    for (let i = 0; i < width; i++) merged[targetWord * width + i] += row[i];
  });
  for (let word4 = 0; word4 < target.tokens.length; word4++) normaliseRow(merged.subarray(word4 * width, (word4 + 1) * width));
  return merged;
}
function mergeMean(values, target) {
  const sums = new Float32Array(target.tokens.length);
  const counts = new Float32Array(target.tokens.length);
  target.wordOfPiece.forEach((word4, t) => {
    if (word4 < 0) return;
    sums[word4] += values[t];
    counts[word4] += 1;
  });
  return sums.map((sum, word4) => sum / counts[word4]);
}

// engine/align/words.ts
var wordCharacter = /[\p{L}\p{M}\p{N}_]/u;
var letter3 = /[\p{L}\p{M}]/u;
var apostrophe = /['’]/u;
function mergeWords(pieces, text2) {
  const tokens = [];
  const wordOfPiece = new Int32Array(pieces.length).fill(-1);
  let previous;
  pieces.forEach((piece, index) => {
    const span2 = piece.isProtected ? piece.span : trimSpan(text2, piece.span);
    if (span2.start === span2.end) {
      previous = void 0;
      return;
    }
    const current = { span: span2, isProtected: piece.isProtected };
    const last = tokens.at(-1);
    if (previous && last && joins(text2, previous, current)) {
      const end = Math.max(last.end, span2.end);
      tokens[tokens.length - 1] = { start: last.start, end, text: text2.slice(last.start, end) };
    } else {
      tokens.push({ ...span2, text: text2.slice(span2.start, span2.end) });
    }
    wordOfPiece[index] = tokens.length - 1;
    previous = current;
  });
  return { tokens, wordOfPiece };
}
function trimSpan(text2, { start, end }) {
  let from = start;
  let to = end;
  while (from < to && isWhiteSpace(text2[from])) from++;
  while (to > from && isWhiteSpace(text2[to - 1])) to--;
  return { start: from, end: to };
}
function joins(text2, left, right) {
  if (left.isProtected || right.isProtected) return false;
  if (left.span.start === right.span.start && left.span.end === right.span.end) return true;
  const boundary = right.span.start;
  if (left.span.end !== boundary) return false;
  const before = characterBefore(text2, boundary);
  const after = characterAt(text2, boundary);
  if (isWordCharacter(before) && isWordCharacter(after)) return true;
  if (apostrophe.test(after)) return isLetter(before) && isLetter(characterAt(text2, boundary + 1));
  if (apostrophe.test(before)) return isLetter(after) && isLetter(characterBefore(text2, boundary - 1));
  return false;
}
function isWordCharacter(character) {
  return wordCharacter.test(character) && !isCjkLetter(character);
}
function isLetter(character) {
  return letter3.test(character) && !isCjkLetter(character);
}
function characterAt(text2, offset) {
  const codePoint2 = text2.codePointAt(offset);
  return codePoint2 === void 0 ? "" : String.fromCodePoint(codePoint2);
}
function characterBefore(text2, offset) {
  const pair = text2.codePointAt(offset - 2);
  return offset >= 2 && pair !== void 0 && pair > 65535 ? String.fromCodePoint(pair) : characterAt(text2, offset - 1);
}

// engine/memory/similarity.ts
function editDistance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let previous = Int32Array.from({ length: b.length + 1 }, (_, column) => column);
  let current = new Int32Array(b.length + 1);
  for (let row = 1; row <= a.length; row++) {
    current[0] = row;
    let least2 = row;
    for (let column = 1; column <= b.length; column++) {
      const replaced2 = previous[column - 1] + (a[row - 1] === b[column - 1] ? 0 : 1);
      const cost = Math.min(replaced2, previous[column] + 1, current[column - 1] + 1);
      current[column] = cost;
      if (cost < least2) least2 = cost;
    }
    if (least2 > most) return most + 1;
    [previous, current] = [current, previous];
  }
  return Math.min(previous[b.length], most + 1);
}

// engine/tokenizer/targetText.ts
var latinEdge = /[\p{Script=Latin}0-9%$`<{_/@#-]/u;
function writeTarget(ids, tokenizer, protectedTexts) {
  const pieces = [];
  let text2 = "";
  for (let index = 0; index < ids.length; ) {
    const id3 = ids[index];
    const group = tokenizer.byte(id3) === void 0 ? [id3] : byteGroup(ids, index, tokenizer);
    const content2 = protectedTexts.get(id3) ?? tokenizer.surface(id3) ?? decodeBytes(group, tokenizer);
    const spaced = text2 === "" || text2.endsWith(" ");
    const fresh = spaced && !protectedTexts.has(id3) ? content2.trimStart() : content2;
    const codeEnd = pieces.at(-1)?.isProtected === true && /[)}]$/u.test(text2) && isCjkLetter(firstCharacter(fresh));
    const codeStart = protectedTexts.has(id3) && /^[.~\\]/u.test(fresh) && isCjkLetter(lastCharacter(text2));
    if (codeStart || codeEnd || wantsSpace(text2, fresh)) text2 += " ";
    const span2 = { start: text2.length, end: text2.length + fresh.length };
    text2 += fresh;
    for (const member of group) pieces.push({ id: member, span: span2, isProtected: protectedTexts.has(member) });
    index += group.length;
  }
  return trimEnd({ text: text2, pieces });
}
function trimEnd({ text: text2, pieces }) {
  const protectedEnd = pieces.reduce((end, piece) => piece.isProtected ? piece.span.end : end, 0);
  const length = Math.max(text2.trimEnd().length, protectedEnd);
  const clip2 = ({ start, end }) => ({ start: Math.min(start, length), end: Math.min(end, length) });
  return { text: text2.slice(0, length), pieces: pieces.map((piece) => ({ ...piece, span: clip2(piece.span) })) };
}
function wantsSpace(left, right) {
  const before = lastCharacter(left);
  const after = firstCharacter(right);
  if (right.startsWith("</")) return false;
  return isCjkLetter(before) && latinEdge.test(after) || latinEdge.test(before) && isCjkLetter(after);
}
function firstCharacter(text2) {
  const first = text2.codePointAt(0);
  return first === void 0 ? "" : String.fromCodePoint(first);
}
function lastCharacter(text2) {
  const last = text2.codePointAt(text2.length - 2);
  if (text2.length >= 2 && last !== void 0 && last > 65535) return String.fromCodePoint(last);
  return text2.at(-1) ?? "";
}
function byteGroup(ids, index, tokenizer) {
  const lead = tokenizer.byte(ids[index]);
  const length = lead >= 240 ? 4 : lead >= 224 ? 3 : lead >= 192 ? 2 : 1;
  let end = index + 1;
  while (end < index + length && ((tokenizer.byte(ids[end] ?? -1) ?? 0) & 192) === 128) end++;
  return ids.slice(index, end);
}
function decodeBytes(group, tokenizer) {
  const bytes2 = group.map((id3) => tokenizer.byte(id3)).filter((byte) => byte !== void 0);
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(bytes2)).replaceAll(spaceMark, " ");
}

// engine/tokenizer/sentenceText.ts
var word2 = /[\p{Script=Latin}\p{M}]{4,}/gu;
var wrongLetters = 0.4;
function protectedTextsOf({ pieces }) {
  return new Map(pieces.flatMap(({ id: id3, protectedText }) => protectedText === void 0 ? [] : [[id3, protectedText]]));
}
function writeSentence(ids, tokenizer, sentence2) {
  let target = writeTarget(ids, tokenizer, protectedTextsOf(sentence2));
  if (sentence2.copies.length === 0) return target;
  const known = [...sentence2.copies, ...sentence2.terms.map((term2) => term2.target)].join("\n").toLowerCase();
  for (const { start, end } of wordsOf(target).reverse()) {
    const written = target.text.slice(start, end);
    if (known.includes(written.toLowerCase())) continue;
    const others2 = target.text.slice(0, start) + target.text.slice(end);
    const meant = nearest(written, sentence2.copies.filter((copy) => !others2.includes(copy)));
    if (meant !== void 0) target = replaced(target, { start, end }, meant);
  }
  return target;
}
function wordsOf({ text: text2, pieces }) {
  const kept = pieces.filter(({ isProtected }) => isProtected).map(({ span: span2 }) => span2);
  return [...text2.matchAll(word2)].map((match2) => ({ start: match2.index, end: match2.index + match2[0].length })).filter(({ start, end }) => kept.every((span2) => span2.end <= start || end <= span2.start));
}
function nearest(written, copies) {
  let best;
  let least2 = Infinity;
  for (const copy of copies) {
    if (copy[0]?.toLowerCase() !== written[0]?.toLowerCase()) continue;
    const most = Math.floor(wrongLetters * Math.max(copy.length, written.length));
    const distance = editDistance(codes2(copy), codes2(written), most);
    if (distance <= most && distance < least2) [best, least2] = [copy, distance];
  }
  return best;
}
function codes2(text2) {
  return Array.from(text2.toLowerCase(), (character) => character.codePointAt(0));
}
function replaced({ text: text2, pieces }, { start, end }, meant) {
  const [before, after] = [end - start, meant.length];
  const moved = (offset) => {
    if (offset <= start) return offset;
    return offset >= end ? offset + after - before : start + Math.round((offset - start) * after / before);
  };
  const move = (piece) => ({ ...piece, span: { start: moved(piece.span.start), end: moved(piece.span.end) } });
  return { text: text2.slice(0, start) + meant + text2.slice(end), pieces: pieces.map(move) };
}

// engine/translate/assemble.ts
function sentenceResult(source, sentence2, sourceIds, hypothesis, tokenizer, lexicon) {
  const target = writeSentence(hypothesis.ids, tokenizer, sentence2);
  const sourceWords2 = wordsOf2(source, sentence2);
  const targetWords = mergeWords(target.pieces, target.text);
  const posterior = alignmentPosterior(hypothesis.attention, hypothesis.ids, sourceIds, lexicon);
  const columns2 = sourceIds.length;
  return {
    text: target.text,
    sourceSpan: sentence2.span,
    sourceTokens: sourceWords2.tokens,
    targetTokens: targetWords.tokens,
    alignment: mergeMatrix(posterior, columns2, targetWords, sourceWords2),
    attention: mergeMatrix(hypothesis.attention, columns2, targetWords, sourceWords2),
    confidence: mergeMean(hypothesis.logProbs, targetWords).map(Math.exp),
    ids: hypothesis.ids,
    logProb: hypothesis.logProb,
    subwords: hypothesis.ids.length + 1
  };
}
function unchangedSentence(source, sentence2) {
  const { start, end } = sentence2.span;
  const { tokens } = wordsOf2(source, sentence2);
  const identity = identityMatrix(tokens.length);
  return {
    text: source.slice(start, end),
    sourceSpan: sentence2.span,
    sourceTokens: tokens,
    targetTokens: tokens.map((token2) => shift(token2, -start)),
    alignment: identity,
    attention: identity.slice(),
    confidence: new Float32Array(tokens.length).fill(1),
    ids: [],
    logProb: 0,
    subwords: 0
  };
}
function sentenceText(sentence2, { ids, logProb }, tokenizer) {
  return { ...noEvidence, text: writeSentence(ids, tokenizer, sentence2).text, sourceSpan: sentence2.span, logProb, subwords: ids.length + 1 };
}
function unchangedText(source, { span: span2 }) {
  return { ...noEvidence, text: source.slice(span2.start, span2.end), sourceSpan: span2, logProb: 0, subwords: 0 };
}
var none = new Float32Array(0);
var noEvidence = { sourceTokens: [], targetTokens: [], alignment: none, attention: none, confidence: none, ids: [] };
function identityMatrix(size) {
  return Float32Array.from({ length: size ** 2 }, (_, cell) => Math.floor(cell / size) === cell % size ? 1 : 0);
}
function joinSentences(source, results, targetLanguage) {
  const joiner = new SentenceJoiner(source, targetLanguage);
  for (const result2 of results) joiner.add(result2);
  return joiner.finish();
}
var SentenceJoiner = class {
  constructor(source, targetLanguage) {
    this.source = source;
    this.targetLanguage = targetLanguage;
  }
  source;
  targetLanguage;
  sentences = [];
  target = "";
  // Not `target`: to look at the end of a text that is put together from many pieces takes all of them.
  before = "";
  position = 0;
  subwords = 0;
  logProb = 0;
  add(result2) {
    this.target += gap(this.before, this.source.slice(this.position, result2.sourceSpan.start), result2.text, this.targetLanguage);
    const start = this.target.length;
    this.target += result2.text;
    if (result2.text.trim() !== "") this.before = result2.text;
    this.position = result2.sourceSpan.end;
    this.subwords += result2.subwords;
    this.logProb += result2.logProb;
    this.sentences.push({
      source: result2.sourceSpan,
      target: { start, end: this.target.length },
      sourceTokens: result2.sourceTokens,
      targetTokens: result2.targetTokens.map((token2) => shift(token2, start)),
      alignment: result2.alignment,
      attention: result2.attention,
      links: linksOf(result2.alignment, result2.sourceTokens.length, linkThreshold),
      confidence: result2.confidence,
      subwords: result2.ids,
      score: result2.subwords > 0 ? result2.logProb / result2.subwords : 0
    });
  }
  finish() {
    const target = this.target + this.source.slice(this.position);
    return { source: this.source, target, sentences: this.sentences, score: this.subwords > 0 ? this.logProb / this.subwords : 0 };
  }
};
function gap(before, original, after, targetLanguage) {
  const between = before.trim() !== "" && !/[\n\r\u2028\u2029]/u.test(original);
  if (!between) return original;
  if (targetLanguage !== "zh" && targetLanguage !== "ja") return original === "" ? " " : original;
  if (wantsSpace(before, after)) return " ";
  const last = lastCharacter(before);
  return isCjk(last) || isCjk(firstCharacter(after)) ? "" : original;
}
function wordsOf2(source, sentence2) {
  const { pieces, span: span2 } = sentence2;
  if (pieces.length === 0) {
    const word4 = { ...span2, text: source.slice(span2.start, span2.end) };
    return { tokens: [word4], wordOfPiece: new Int32Array(0) };
  }
  return mergeWords(
    pieces.map((piece) => ({ span: piece.span, isProtected: piece.protectedText !== void 0 })),
    source
  );
}
function shift(token2, by) {
  return { start: token2.start + by, end: token2.end + by, text: token2.text };
}

// engine/translate/batches.ts
var maxSentences = 16;
var maxVoteCells = 16e6;
var maxSentencesInOrder = 4;
function batchInOrder(count2) {
  const batches2 = count2 > 0 ? [[0]] : [];
  for (let start = 1; start < count2; start += maxSentencesInOrder) {
    batches2.push(Array.from({ length: Math.min(maxSentencesInOrder, count2 - start) }, (_, i) => start + i));
  }
  return batches2;
}
function batchByLength(lengths, vocabulary) {
  const order = lengths.map((_, index) => index).sort((a, b) => lengths[a] - lengths[b] || a - b);
  const batches2 = [];
  let batch = [];
  for (const index of order) {
    const cells2 = (batch.length + 1) * lengths[index] * vocabulary;
    if (batch.length > 0 && (batch.length === maxSentences || cells2 > maxVoteCells)) {
      batches2.push(batch);
      batch = [];
    }
    batch.push(index);
  }
  if (batch.length > 0) batches2.push(batch);
  return batches2;
}

// engine/translate/hypothesisCache.ts
var entryOverhead = 500;
function hypothesisKey(fingerprint, { beamSize, lengthPenalty: lengthPenalty2 }, sourceIds, terms) {
  return JSON.stringify([fingerprint, beamSize, lengthPenalty2, sourceIds, terms.map(({ pieces, target, required }) => [pieces, target, required])]);
}
var HypothesisCache = class {
  /** @param capacity in bytes */
  constructor(capacity) {
    this.capacity = capacity;
  }
  capacity;
  // A Map iterates in order of insertion: the first key is the one unused for longest.
  entries = /* @__PURE__ */ new Map();
  held = 0;
  /** Bytes of all entries, at most the capacity. */
  get bytes() {
    return this.held;
  }
  get(key) {
    const hypothesis = this.entries.get(key);
    if (!hypothesis) return void 0;
    this.entries.delete(key);
    this.entries.set(key, hypothesis);
    return hypothesis;
  }
  /** Keeps nothing that alone is larger than the capacity. */
  set(key, hypothesis) {
    this.delete(key);
    const size = sizeOf(key, hypothesis);
    if (size > this.capacity) return;
    this.entries.set(key, hypothesis);
    this.held += size;
    for (const oldest of this.entries.keys()) {
      if (this.held <= this.capacity) return;
      this.delete(oldest);
    }
  }
  delete(key) {
    const hypothesis = this.entries.get(key);
    if (!hypothesis) return;
    this.entries.delete(key);
    this.held -= sizeOf(key, hypothesis);
  }
};
function sizeOf(key, { ids, attention, logProbs }) {
  return entryOverhead + 2 * key.length + 8 * ids.length + attention.byteLength + logProbs.byteLength;
}

// engine/translate/partialTranslation.ts
var interval = 100;
var PartialTranslation = class {
  /**
   * @param done of each sentence, its translation once there is one; what is there stays
   * @param tell hears of the beginning of the translation, at a rate that suits readers
   */
  constructor(source, targetLanguage, tokenizer, done, tell) {
    this.source = source;
    this.targetLanguage = targetLanguage;
    this.tokenizer = tokenizer;
    this.done = done;
    this.tell = tell;
  }
  source;
  targetLanguage;
  tokenizer;
  done;
  tell;
  lastTold = -Infinity;
  /** The translations of the first `joined` sentences. */
  target = "";
  joined = 0;
  /** The last of them that says something. */
  before = "";
  /** Where they end in the source. */
  position = 0;
  /** What was joined since something was told, and what was told behind what had been joined then. */
  fresh = "";
  begunThen = "";
  /** @param running sentences that are being decoded, by their index */
  update(running) {
    const now = performance.now();
    if (now - this.lastTold < interval) return;
    this.join();
    const next = running.get(this.joined);
    const begun = next ? this.beginning(next.sentence, next.search) : "";
    if (this.fresh + begun === this.begunThen || this.before === "" && begun.trim() === "") return;
    this.begunThen = begun;
    this.fresh = "";
    this.lastTold = now;
    this.tell(this.target + begun);
  }
  join() {
    for (let part = this.done[this.joined]; part !== void 0; part = this.done[this.joined]) {
      const text2 = this.withGap(part);
      this.target += text2;
      this.fresh += text2;
      if (part.text.trim() !== "") this.before = part.text;
      this.position = part.sourceSpan.end;
      this.joined++;
    }
  }
  beginning(sentence2, search) {
    const { text: text2 } = writeSentence(search.leading(), this.tokenizer, sentence2);
    const whole = text2.replace(/\uFFFD+$/u, "");
    return whole === "" ? "" : this.withGap({ text: whole, sourceSpan: sentence2.span });
  }
  withGap({ text: text2, sourceSpan }) {
    return gap(this.before, this.source.slice(this.position, sourceSpan.start), text2, this.targetLanguage) + text2;
  }
};

// engine/decode/termGuide.ts
var voteWeight = 1;
var maxTerms = 30;
var inflection = /^(?:s|es|d|ed|ing|n|en|er|e)(?![\p{Script=Latin}\p{N}])/u;
var letterOrDigit = /[\p{L}\p{N}_]/u;
var opener2 = /[([{<“‘/\\@#$~=+-]$/u;
var quotationMark = /["'`*]$/u;
var TermGuide = class {
  /**
   * @param surface the text of a target subword
   * @param base of the rows that the decoder was given
   */
  constructor(terms, surface, base) {
    this.surface = surface;
    this.base = base;
    this.terms = [...terms].sort((a, b) => Number(b.required) - Number(a.required)).slice(0, maxTerms);
    this.tailLength = Math.max(...this.terms.map(({ text: text2 }) => text2.length)) + 1;
    this.comparable = this.terms.map(({ text: text2 }) => ({ text: text2, exact: text2 !== text2.toLowerCase() }));
  }
  surface;
  base;
  initial = { tail: "", done: 0 };
  terms;
  tailLength;
  comparable;
  /** Subwords of all required translations: how far a hypothesis can come. */
  get requiredLength() {
    return this.terms.reduce((sum, { required, tight }) => sum + (required ? tight.length : 0), 0);
  }
  /** Adds the terms' votes to the log-probabilities of a hypothesis' next subword, which stay normalised. */
  vote(scores, attention, state) {
    const votes = /* @__PURE__ */ new Map();
    for (const { id: id3, mass } of this.steps(state, attention)) votes.set(id3, (votes.get(id3) ?? 0) + voteWeight * mass);
    let total = 1;
    for (const [id3, vote] of votes) {
      const base = this.base(id3, attention);
      const before = scores.of(id3);
      const after = before + Math.log1p(vote / base);
      scores.set(id3, after);
      total += Math.exp(after) - Math.exp(before);
    }
    if (votes.size === 0) return;
    const shift2 = Math.log(total);
    for (let place = 0; place < scores.values.length; place++) scores.values[place] -= shift2;
  }
  /** What may be written next of the terms that are not done. */
  steps({ tail, done, open }, attention) {
    return this.terms.flatMap((term2, index) => {
      if ((done & 1 << index) !== 0) return [];
      const mass = massOf(attention, term2);
      if (open?.term === index) return [{ id: open.ids[open.length], term: index, mass: Math.max(mass, open.mass), continues: true }];
      const firsts = new Set(variants(term2, tail).map(([first]) => first));
      return [...firsts].map((id3) => ({ id: id3, term: index, mass, continues: false }));
    });
  }
  /** The state behind a subword. */
  advance(state, id3, attention) {
    const piece = this.surface(id3);
    const text2 = state.tail + piece;
    const tail = text2.slice(-this.tailLength);
    const opened = this.opened(state, id3, attention);
    const done = this.swallowed(state, piece) ? state.done & ~(1 << state.fresh) : state.done;
    const completed = this.completed(text2, state.tail.length, done, opened, attention);
    const joined = opened !== void 0 && opened.length > 1;
    if (completed !== void 0) return { tail, done: done | 1 << completed, fresh: completed, joined };
    return { tail, done, open: opened && opened.length < opened.ids.length ? opened : void 0, joined };
  }
  /** Indices of the required terms that a hypothesis has not written. */
  missing({ done }) {
    return this.terms.flatMap(({ required }, index) => required && (done & 1 << index) === 0 ? [index] : []);
  }
  /** Subwords of required translations that a hypothesis has written: its bank. */
  written({ done, open }) {
    const whole = this.terms.reduce((sum, { required: required2, tight: tight2 }, i) => sum + (required2 && (done & 1 << i) !== 0 ? tight2.length : 0), 0);
    if (!open) return whole;
    const { required, tight } = this.terms[open.term];
    return required ? whole + Math.min(open.length, tight.length - 1) : whole;
  }
  opened({ tail, done, open }, id3, attention) {
    if (open?.ids[open.length] === id3) {
      return { ...open, length: open.length + 1, mass: Math.max(open.mass, massOf(attention, this.terms[open.term])) };
    }
    const begun = this.terms.flatMap((term2, index) => {
      if ((done & 1 << index) !== 0) return [];
      const ids = variants(term2, tail).find(([first]) => first === id3);
      return ids ? [{ term: index, ids, length: 1, mass: massOf(attention, term2) }] : [];
    });
    return mostAttended(begun);
  }
  /** The term that a text's new end completes; of several with the same words, the one that the attention is on. */
  completed(text2, from, done, opened, attention) {
    const lower = text2.toLowerCase();
    const found = this.terms.flatMap((term2, index) => {
      if ((done & 1 << index) !== 0) return [];
      const { text: wanted, exact } = this.comparable[index];
      const within = exact ? text2 : lower;
      const at = within.indexOf(wanted, Math.max(0, from - wanted.length + 1));
      if (at < 0 || isInsideWord(text2, at)) return [];
      const mass = opened?.term === index ? Math.max(opened.mass, massOf(attention, term2)) : massOf(attention, term2);
      return [{ term: index, mass }];
    });
    return mostAttended(found)?.term;
  }
  /** Whether a word that was complete goes on as another one: `art`, then `icle`. */
  swallowed({ fresh, tail }, piece) {
    if (fresh === void 0) return false;
    const before = tail.at(-1) ?? "";
    return isLetter2(before) && isLetter2(piece[0] ?? "") && !inflection.test(piece);
  }
};
function mostAttended(found) {
  return found.reduce((best, each) => best && best.mass >= each.mass ? best : each, void 0);
}
function massOf(attention, { positions }) {
  return positions.reduce((sum, position) => sum + attention[position], 0);
}
function variants({ text: text2, tight, spaced, capital }, tail) {
  if (tail === "") return capital === tight ? [tight] : [tight, capital];
  const apart2 = !tail.endsWith(" ") && !isCjk(tail.at(-1)) && !isCjk(text2[0]) && !opener2.test(tail);
  if (!apart2) return [tight];
  return quotationMark.test(tail) ? [tight, spaced] : [spaced];
}
function isInsideWord(text2, at) {
  return isLetter2(text2[at] ?? "") && isLetter2(text2[at - 1] ?? "");
}
function isLetter2(character) {
  return letterOrDigit.test(character) && !isCjk(character);
}

// engine/glossary/termLexicon.ts
var rowScale = 0.05;
var floorWithoutLexicon = 1e-3;
var TermLexicon = class {
  constructor(lexicon, sourceIds, terms) {
    this.lexicon = lexicon;
    this.sourceIds = sourceIds;
    for (const { positions, tight, spaced, capital } of terms) {
      const targets = /* @__PURE__ */ new Set([...tight, ...spaced, ...capital]);
      for (const position of positions) this.targets.set(position, targets);
    }
    this.rowScales = new Map([...this.targets.keys()].map((position) => [position, rowScale]));
  }
  lexicon;
  sourceIds;
  /** Position of each subword of a term → what is left of the lexicon's row. */
  rowScales;
  /** Position → subwords of the term's translation. */
  targets = /* @__PURE__ */ new Map();
  /** L(target|source) + ε·u(target) with the term's vote, the likelihood in the alignment posterior. */
  likelihood(target, source, position) {
    const vote = this.targets.get(position)?.has(target) === true ? voteWeight : 0;
    return this.scaled(target, source, position) + vote;
  }
  /** ε·u(target). */
  floorOf(target) {
    return this.lexicon?.floorOf(target) ?? floorWithoutLexicon;
  }
  /** Σ_i α_i · L(target|x_i) + ε·u(target) without the terms' votes: of the rows that the decoder was given. */
  base(target, attention) {
    if (!this.lexicon) return floorWithoutLexicon;
    const floor = this.floorOf(target);
    return this.sourceIds.reduce((sum, source, i) => sum + attention[i] * (this.scaled(target, source, i) - floor), floor);
  }
  scaled(target, source, position) {
    const floor = this.floorOf(target);
    if (!this.lexicon) return floor;
    return (this.rowScales.get(position) ?? 1) * (this.lexicon.likelihood(target, source) - floor) + floor;
  }
};

// engine/translate/terms.ts
function termSubwords(terms) {
  return terms?.guide.terms.flatMap(({ tight, spaced, capital }) => [...tight, ...spaced, ...capital]) ?? [];
}
var byteStart = 57344;
var noText = "\uF8FF";
function sentenceTerms(pack, sentence2, sourceIds) {
  const terms = sentence2.terms.flatMap((term2) => searchTerm(pack, term2) ?? []);
  if (terms.length === 0) return void 0;
  const lexicon = new TermLexicon(pack.lexicon, sourceIds, terms);
  const guide = new TermGuide(terms, (id3) => surfaceOf(pack, id3), (target, attention) => lexicon.base(target, attention));
  return { guide, lexicon };
}
function searchTerm(pack, { target, pieces, required }) {
  const { text: text2 } = normalise(target);
  if (text2 === "" || pieces.length === 0) return void 0;
  const encode = (written) => pack.targetTokenizer.encode(written).map(({ id: id3 }) => id3);
  const tight = encode(text2);
  const capital = text2.charAt(0).toUpperCase() + text2.slice(1);
  return {
    positions: pieces,
    text: tight.map((id3) => surfaceOf(pack, id3)).join(""),
    tight,
    spaced: encode(` ${text2}`),
    capital: text2 === text2.toLowerCase() && capital !== text2 ? encode(capital) : tight,
    required
  };
}
function surfaceOf({ manifest, targetTokenizer }, id3) {
  const { firstId, kinds: kinds2, perKind } = manifest.placeholders;
  const { pad, bos, eos } = manifest.specialTokens;
  if (id3 >= firstId && id3 < firstId + kinds2.length * perKind) return noText;
  if (id3 === pad || id3 === bos || id3 === eos) return "";
  const byte = targetTokenizer.byte(id3);
  return byte === void 0 ? targetTokenizer.surface(id3) ?? "" : String.fromCharCode(byteStart + byte);
}

// engine/translate/translator.ts
var mostRead = 512;
var slice = 10;
async function translateTexts(pack, request, cache, { signal, onProgress, onPartial, letPass }) {
  const { texts: texts2, options = {}, terms = [], textOnly = false } = request;
  const { targetLanguage, architecture: architecture2 } = pack.manifest;
  const search = searchOptions(pack.manifest, options);
  const results = texts2.map(() => []);
  const reader = new JobReader(pack, search, texts2, pack.matcher.for(terms), (text2, index, sentence2) => {
    if (sentence2.translatable) results[text2][index] = void 0;
    else results[text2][index] = textOnly ? unchangedText(texts2[text2], sentence2) : unchangedSentence(texts2[text2], sentence2);
  });
  const partial = onPartial && new PartialTranslation(texts2[0] ?? "", targetLanguage, pack.targetTokenizer, results[0] ?? [], onPartial);
  const inOrder = partial !== void 0 && texts2.length === 1;
  const beforeStep = stepGuard(signal, letPass);
  const pause = inSlices(beforeStep);
  let done = 0;
  const finish = async (equal, hypothesis) => {
    for (const { text: text2, index, sentence: sentence2, sourceIds, terms: ofSentence } of equal) {
      results[text2][index] = textOnly ? sentenceText(sentence2, hypothesis, pack.targetTokenizer) : sentenceResult(texts2[text2], sentence2, sourceIds, hypothesis, pack.targetTokenizer, ofSentence?.lexicon ?? pack.lexicon);
      done++;
      await pause();
    }
  };
  const settle = async (equals, decoded2 = []) => {
    const hypotheses = equals.map(([{ key }], i) => {
      const known = cache.get(key);
      if (!known && decoded2[i]) cache.set(key, decoded2[i]);
      return known ?? decoded2[i];
    });
    for (const [i, equal] of equals.entries()) if (hypotheses[i]) await finish(equal, hypotheses[i]);
    return equals.filter((_, i) => !hypotheses[i]);
  };
  for (let jobs = await reader.next(pause); jobs.length > 0; jobs = await reader.next(pause)) {
    const before = done;
    const open = await settle(equalJobs(jobs));
    if (done > before) onProgress?.(done, Math.max(done, reader.total));
    for (const batch of batchesOf(open, architecture2.targetVocabulary, inOrder)) {
      const members2 = await settle(batch);
      if (members2.length > 0) await settle(members2, await decodeBatch(pack, members2, search, beforeStep, partial));
      onProgress?.(done, Math.max(done, reader.total));
    }
  }
  const translations = [];
  for (const [text2, source] of texts2.entries()) {
    const joiner = new SentenceJoiner(source, targetLanguage);
    for (const result2 of results[text2]) {
      if (result2) joiner.add(result2);
      await pause();
    }
    translations.push(joiner.finish());
  }
  return translations;
}
var JobReader = class {
  /** @param hear hears of every sentence, also of those that are no jobs */
  constructor(pack, search, texts2, matcher, hear) {
    this.pack = pack;
    this.search = search;
    this.texts = texts2;
    this.hear = hear;
    this.characters = texts2.reduce((sum, { length }) => sum + length, 0);
    this.sentences = this.read(matcher);
  }
  pack;
  search;
  texts;
  hear;
  sentences;
  characters;
  jobs = 0;
  readCharacters = 0;
  /** Jobs in all: an estimate by length until everything is read. */
  get total() {
    return this.readCharacters === 0 ? this.jobs : Math.round(this.jobs * this.characters / this.readCharacters);
  }
  /** The next jobs; none behind the last. `pause` is awaited between any two sentences. */
  async next(pause) {
    const jobs = [];
    for (let step = this.sentences.next(); ; step = this.sentences.next()) {
      if (step.done === true) {
        this.readCharacters = this.characters;
        return jobs;
      }
      const { text: text2, index, sentence: sentence2 } = step.value;
      if (sentence2) this.hear(text2, index, sentence2);
      if (sentence2?.translatable === true) {
        const sourceIds = [...sentence2.pieces.map(({ id: id3 }) => id3), this.pack.manifest.specialTokens.eos];
        const key = hypothesisKey(this.pack.fingerprint, this.search, sourceIds, sentence2.terms);
        jobs.push({ text: text2, index, sentence: sentence2, sourceIds, terms: sentenceTerms(this.pack, sentence2, sourceIds), key });
        this.jobs++;
        if (jobs.length === mostRead) return jobs;
      }
      await pause();
    }
  }
  *read(matcher) {
    let before = 0;
    for (const [text2, content2] of this.texts.entries()) {
      let index = 0;
      for (const sentence2 of this.pack.sentences.read(content2, matcher)) {
        yield { text: text2, index, sentence: sentence2 };
        if (!sentence2) continue;
        this.readCharacters = before + sentence2.span.end;
        index++;
      }
      before += content2.length;
    }
  }
};
function equalJobs(jobs) {
  const byKey = /* @__PURE__ */ new Map();
  for (const job of jobs) {
    const equal = byKey.get(job.key);
    if (equal) equal.push(job);
    else byKey.set(job.key, [job]);
  }
  return [...byKey.values()];
}
function batchesOf(open, vocabulary, inOrder) {
  if (inOrder) return batchInOrder(open.length).map((batch) => batch.map((member) => open[member]));
  const groups = [open.filter(([{ terms }]) => !terms), open.filter(([{ terms }]) => terms)];
  return groups.flatMap((group) => {
    const lengths = group.map(([{ sourceIds }]) => sourceIds.length);
    return batchByLength(lengths, vocabulary).map((batch) => batch.map((member) => group[member]));
  });
}
function stepGuard(signal, letPass) {
  return async () => {
    await nextMacrotask();
    await letPass?.();
    if (signal?.aborted) throw cancelledError();
  };
}
function inSlices(letIn) {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < slice) return;
    await letIn();
    since = performance.now();
  };
}
function searchTask({ manifest }, sentence2, sourceIds, terms) {
  const required = sentence2.pieces.flatMap(({ id: id3, protectedText }) => protectedText === void 0 ? [] : [id3]);
  return {
    sourceIds,
    // Room for terms that are longer in the target language than words commonly are.
    maxLength: maxTargetLength(manifest, sourceIds.length) + (terms?.guide.requiredLength ?? 0),
    constraint: new PlaceholderConstraint(manifest.placeholders, required),
    guide: terms?.guide
  };
}
async function decodeBatch(pack, members2, options, beforeStep, partial) {
  const jobs = members2.map(([first]) => first);
  await beforeStep();
  const model = await pack.session.encode(jobs.map(({ sourceIds }) => sourceIds), {
    rowScales: jobs.map(({ terms }) => terms?.lexicon.rowScales),
    shortlistWith: jobs.flatMap(({ terms }) => termSubwords(terms))
  });
  const tasks = jobs.map(({ sentence: sentence2, sourceIds, terms }) => searchTask(pack, sentence2, sourceIds, terms));
  const afterStep = partial && ((searches) => partial.update(runningOf(members2, searches)));
  const hypotheses = await beamSearch(model, tasks, options, beforeStep, afterStep);
  return hypotheses.map((nBest) => nBest[0]);
}
function runningOf(members2, searches) {
  return new Map(
    members2.flatMap(
      (equal, i) => equal.flatMap(({ text: text2, index, sentence: sentence2 }) => text2 === 0 ? [[index, { sentence: sentence2, search: searches[i] }]] : [])
    )
  );
}

// engine/align/beads.ts
var kinds = [
  { sources: 1, targets: 1, prior: Math.log(0.89) },
  { sources: 1, targets: 0, prior: Math.log(0.01) },
  { sources: 0, targets: 1, prior: Math.log(0.01) },
  { sources: 2, targets: 1, prior: Math.log(0.045) },
  { sources: 1, targets: 2, prior: Math.log(0.045) },
  { sources: 2, targets: 2, prior: Math.log(1e-3) }
];
var unexplained = 0.2;
var usualVotes = 0.4;
var band = 30;
function alignSentences(sources, targets, lexicon) {
  const [n, m] = [sources.length, targets.length];
  if (n === 1 && m === 1) return [{ sourceStart: 0, sourceEnd: 1, targetStart: 0, targetEnd: 1 }];
  const gain = beadGain(sources, targets, lexicon);
  const best = Array.from({ length: n + 1 }, () => new Float64Array(m + 1).fill(-Infinity));
  const chosen = Array.from({ length: n + 1 }, () => new Int8Array(m + 1).fill(-1));
  best[0][0] = 0;
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      if (n > 0 && Math.abs(j - i * m / n) > Math.max(band, Math.abs(n - m))) continue;
      kinds.forEach(({ sources: s, targets: t, prior }, kind) => {
        if (s > i || t > j) return;
        const before = best[i - s][j - t];
        if (before === -Infinity) return;
        const score = before + prior + gain(i - s, i, j - t, j);
        if (score > best[i][j]) {
          best[i][j] = score;
          chosen[i][j] = kind;
        }
      });
    }
  }
  return readBack(chosen, n, m);
}
function readBack(chosen, n, m) {
  const beads = [];
  for (let [i, j] = [n, m]; i > 0 || j > 0; ) {
    const { sources, targets } = kinds[chosen[i][j]];
    beads.unshift({ sourceStart: i - sources, sourceEnd: i, targetStart: j - targets, targetEnd: j });
    i -= sources;
    j -= targets;
  }
  return beads;
}
function beadGain(sources, targets, lexicon) {
  if (!lexicon) return () => 0;
  const votes = new VoteSums(sources, targets, lexicon);
  return (sourceStart, sourceEnd, targetStart, targetEnd) => {
    if (sourceStart === sourceEnd || targetStart === targetEnd) return 0;
    let gain = 0;
    let count2 = 0;
    for (let s = sourceStart; s < sourceEnd; s++) {
      count2 += sources[s].length;
      sources[s].forEach((_, position) => {
        let sum = 0;
        for (let t = targetStart; t < targetEnd; t++) sum += votes.of(s, t).bySource[position];
        gain += Math.log(mixed(Math.min(1, sum)) / mixed(usualVotes));
      });
    }
    for (let t = targetStart; t < targetEnd; t++) {
      targets[t].forEach((y, position) => {
        let sum = 0;
        for (let s = sourceStart; s < sourceEnd; s++) sum += votes.of(s, t).byTarget[position];
        gain += Math.log(mixed(sum / count2 / lexicon.unigram[y]));
      });
    }
    return gain;
  };
}
function mixed(explained) {
  return (1 - unexplained) * explained + unexplained;
}
var VoteSums = class {
  constructor(sources, targets, lexicon) {
    this.sources = sources;
    this.targets = targets;
    this.lexicon = lexicon;
  }
  sources;
  targets;
  lexicon;
  known = /* @__PURE__ */ new Map();
  /** Per source subword the sum over y, per target subword the sum over x. */
  of(source, target) {
    const key = source * this.targets.length + target;
    const known = this.known.get(key);
    if (known) return known;
    const [xs, ys] = [this.sources[source], this.targets[target]];
    const sums = { bySource: new Float32Array(xs.length), byTarget: new Float32Array(ys.length) };
    xs.forEach((x, i) => {
      ys.forEach((y, j) => {
        const likelihood = this.lexicon.likelihood(y, x);
        sums.bySource[i] += likelihood;
        sums.byTarget[j] += likelihood;
      });
    });
    this.known.set(key, sums);
    return sums;
  }
};

// engine/align/combine.ts
var neighbourPreference = 3;
function combineDirections(forward, backward) {
  const { sentence: sentence2, sourceWords: sourceWords2, targetWords, attention, confidence, subwords, score } = forward;
  const [rows, columns2] = [targetWords.length, sourceWords2.length];
  const weights = combinedWeights(forward.alignment, backward && transpose(backward.alignment, columns2, rows), columns2);
  const alignment = weights.slice();
  for (let row = 0; row < rows; row++) normaliseRow(alignment.subarray(row * columns2, (row + 1) * columns2));
  return {
    source: sentence2.source,
    target: sentence2.target,
    sourceTokens: sourceWords2,
    targetTokens: targetWords,
    alignment,
    attention,
    links: linksOf(weights, columns2, linkThreshold),
    confidence,
    subwords,
    score,
    sourceSupport: Float32Array.from(sourceWords2, (_, s) => largest(weights, s, columns2, rows)),
    targetSupport: Float32Array.from(targetWords, (_, t) => largest(weights, t * columns2, 1, columns2)),
    ...forward.lexical ? { sourceCover: forward.lexical.source, targetGain: forward.lexical.target } : {},
    ...backward ? { sourceConfidence: backward.confidence } : {}
  };
}
function combinedWeights(forward, backward, columns2) {
  const product = (a, b) => b ? a.map((weight, cell) => Math.sqrt(weight * b[cell])) : a;
  const rows = columns2 > 0 ? forward.length / columns2 : 0;
  const boost = neighbourBoost(product(forward, backward), rows, columns2);
  const boosted = (weights) => weights.map((weight, cell) => weight * boost[cell]);
  const forwardBoosted = boosted(forward);
  for (let row = 0; row < rows; row++) normaliseRow(forwardBoosted.subarray(row * columns2, (row + 1) * columns2));
  if (!backward) return forwardBoosted;
  const byColumns = transpose(boosted(backward), rows, columns2);
  for (let column = 0; column < columns2; column++) normaliseRow(byColumns.subarray(column * rows, (column + 1) * rows));
  return product(forwardBoosted, transpose(byColumns, columns2, rows));
}
function neighbourBoost(weights, rows, columns2) {
  return weights.map((_, cell) => {
    const [row, column] = [Math.floor(cell / columns2), cell % columns2];
    let most = 0;
    for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
      for (let c3 = Math.max(0, column - 1); c3 <= Math.min(columns2 - 1, column + 1); c3++) {
        if (r !== row || c3 !== column) most = Math.max(most, weights[r * columns2 + c3]);
      }
    }
    return 1 + neighbourPreference * most;
  });
}
function transpose(matrix, rows, columns2) {
  const turned = new Float32Array(matrix.length);
  for (let row = 0; row < rows; row++) for (let column = 0; column < columns2; column++) turned[column * rows + row] = matrix[row * columns2 + column];
  return turned;
}
function largest(values, first, stride, count2) {
  let most = 0;
  for (let index = 0; index < count2; index++) most = Math.max(most, values[first + index * stride]);
  return most;
}

// engine/decode/forcedDecode.ts
async function forcedDecode(model, targets, { bos, eos }, beforeStep) {
  const width = model.sourceLength;
  const results = targets.map(({ length }) => ({
    logProbs: new Float32Array(length + 1),
    attention: new Float32Array((length + 1) * width)
  }));
  const steps = Math.max(...targets.map(({ length }) => length + 1));
  let state = model.initialState;
  for (let t = 0; t < steps; t++) {
    await beforeStep();
    const output = await model.step(Int32Array.from(targets, (ids) => t === 0 ? bos : ids[t - 1] ?? eos), 1, state);
    state = output.state;
    targets.forEach((ids, n) => {
      if (t > ids.length) return;
      const { logProbs, attention } = results[n];
      logProbs[t] = output.logProbs[n * model.shortlist.size + (ids[t] ?? eos)];
      attention.set(output.attention.subarray(n * width, (n + 1) * width), t * width);
    });
  }
  return results;
}

// engine/align/lexicalSupport.ts
function lexicalSupport(lexicon, sourceIds, targetIds2, source, target) {
  const distinct = [...new Set(targetIds2)];
  const cover2 = Float32Array.from(
    sourceIds,
    (x) => distinct.reduce((sum, y) => sum + lexicon.likelihood(y, x) - lexicon.floorOf(y), 0)
  );
  const gain = Float32Array.from(targetIds2, (y) => {
    const best = sourceIds.reduce((most, x) => Math.max(most, lexicon.likelihood(y, x)), lexicon.floorOf(y));
    return Math.log(Math.max(best, Number.MIN_VALUE) / Math.max(lexicon.unigram[y] ?? 0, leastUnigram));
  });
  return { source: mergeMean(cover2, source), target: mergeMean(gain, target) };
}
var leastUnigram = 1e-6;

// engine/align/direction.ts
var longestSentence = 1e3;
async function decodeBeads(pack, pairs, beforeStep, onProgress) {
  const { eos } = pack.manifest.specialTokens;
  const sides = pairs.map((pair) => encodePair(pack, pair));
  const results = [];
  let done = 0;
  for (const batch of batchByLength(sides.map(({ source }) => source.ids.length + 1), pack.manifest.architecture.targetVocabulary)) {
    await beforeStep();
    const members2 = batch.map((index) => sides[index]);
    const model = await pack.session.encode(members2.map(({ source }) => [...source.ids, eos]));
    const forced = await forcedDecode(model, members2.map(({ target }) => target.ids), pack.manifest.specialTokens, beforeStep);
    batch.forEach((index, n) => {
      const { source, target } = sides[index];
      const sourceIds = [...source.ids, eos];
      const { logProbs, attention } = forced[n];
      const own = columnsOf2(attention, target.ids.length, model.sourceLength, sourceIds.length);
      const posterior = alignmentPosterior(own, target.ids, sourceIds, pack.lexicon);
      results[index] = {
        sentence: pairs[index],
        sourceWords: source.words.tokens,
        targetWords: target.words.tokens,
        alignment: mergeMatrix(posterior, sourceIds.length, target.words, source.words),
        attention: mergeMatrix(own, sourceIds.length, target.words, source.words),
        confidence: mergeMean(logProbs, target.words).map(Math.exp),
        subwords: target.ids,
        score: logProbs.reduce((sum, logProb) => sum + logProb, 0) / logProbs.length,
        ...pack.lexicon ? { lexical: lexicalSupport(pack.lexicon, source.ids, target.ids, source.words, target.words) } : {}
      };
    });
    done += batch.length;
    onProgress(done);
  }
  return results;
}
function columnsOf2(matrix, rows, width, columns2) {
  const own = new Float32Array(rows * columns2);
  for (let row = 0; row < rows; row++) own.set(matrix.subarray(row * width, row * width + columns2), row * columns2);
  return own;
}
function encodePair(pack, { texts: texts2, source, target, pretokenized, words }) {
  const sourceWords2 = words?.source ?? (pretokenized ? spacedWords(texts2.source, source) : void 0);
  const targetWords = words?.target ?? (pretokenized ? spacedWords(texts2.target, target) : void 0);
  const read2 = pack.sentences.encodeWhole(texts2.source, source, sourceWords2);
  const written = pack.targetSentences.encodeWhole(texts2.target, target, targetWords);
  requireLength(Math.max(read2.pieces.length, written.pieces.length));
  return {
    source: { ids: read2.pieces.map(({ id: id3 }) => id3), words: wordsOf3(read2, texts2.source, sourceWords2) },
    target: { ids: targetIds(pack, read2.pieces, written.pieces), words: wordsOf3(written, texts2.target, targetWords) }
  };
}
function requireLength(subwords) {
  if (subwords <= longestSentence) return;
  throw new AlignLensError("input-too-long", phrase("A sentence to align has {0} subwords; the limit is {1}. Split it in two.", subwords, longestSentence));
}
function spacedWords(text2, { start, end }) {
  return [...text2.slice(start, end).matchAll(/\S+/gu)].map(({ 0: word4, index }) => ({
    text: word4,
    start: start + index,
    end: start + index + word4.length
  }));
}
function wordsOf3({ pieces }, text2, given) {
  const wordPieces = pieces.map(({ span: span2, protectedText }) => ({ span: span2, isProtected: protectedText !== void 0 }));
  if (!given) return mergeWords(wordPieces, text2);
  let word4 = 0;
  const wordOfPiece = Int32Array.from(wordPieces, ({ span: span2 }) => {
    while (word4 < given.length - 1 && given[word4].end < span2.end) word4++;
    return given.length > 0 && given[word4].start < span2.end ? word4 : -1;
  });
  return { tokens: given, wordOfPiece };
}
function targetIds({ manifest }, source, target) {
  const { kinds: kinds2, perKind, firstId } = manifest.placeholders;
  const open = source.filter(({ protectedText }) => protectedText !== void 0);
  const taken = new Set(open.map(({ id: id3 }) => id3));
  return target.map(({ id: id3, protectedText }) => {
    if (protectedText === void 0) return id3;
    const match2 = open.findIndex((piece) => piece.protectedText === protectedText);
    if (match2 >= 0) return open.splice(match2, 1)[0].id;
    const first = firstId + Math.floor((id3 - firstId) / perKind) * perKind;
    const ofKind = Array.from({ length: kinds2.length > 0 ? perKind : 0 }, (_, index) => first + index);
    const free = ofKind.find((candidate) => !taken.has(candidate)) ?? id3;
    taken.add(free);
    return free;
  });
}

// engine/align/alignTexts.ts
var longestText = 1e5;
async function alignTexts(pack, reverse, { pairs, pretokenized = false }, { signal, onProgress }) {
  if (reverse) requireReverse(pack, reverse);
  pairs.forEach(requireLength2);
  const cuts = pairs.flatMap(
    (texts2, pair) => (pretokenized ? [wholePair(texts2)] : sentencePairs(pack, texts2)).map((spans) => ({ pair, ...spans }))
  );
  const sentences = cuts.flatMap(
    ({ pair, source, target }) => source && target ? [{ texts: pairs[pair], source, target, pretokenized }] : []
  );
  const total = sentences.length * (reverse ? 2 : 1);
  const beforeStep = stepGuard(signal);
  const forward = await decodeBeads(pack, sentences, beforeStep, (done) => onProgress?.(done, total));
  const backward = reverse && await decodeBeads(reverse, forward.map(flip), beforeStep, (done) => onProgress?.(sentences.length + done, total));
  const aligned2 = forward.map((evidence, index) => combineDirections(evidence, backward?.[index]));
  let next = 0;
  const results = pairs.map(() => []);
  for (const cut2 of cuts) {
    const own = results[cut2.pair];
    own.push(cut2.source && cut2.target ? aligned2[next++] : unmatched2(pairs[cut2.pair], cut2, own.at(-1)));
  }
  return pairs.map(({ source, target }, pair) => ({ source, target, sentences: results[pair], score: meanScore(results[pair]) }));
}
function flip({ sentence: { texts: texts2, source, target }, sourceWords: sourceWords2, targetWords }) {
  return {
    texts: { source: texts2.target, target: texts2.source },
    source: target,
    target: source,
    pretokenized: false,
    words: { source: targetWords, target: sourceWords2 }
  };
}
function wholePair({ source, target }) {
  const whole = (text2) => text2.trim() === "" ? void 0 : { start: 0, end: text2.length };
  return { source: whole(source), target: whole(target) };
}
function sentencePairs(pack, { source, target }) {
  const sources = pack.sentences.encode(source);
  const targets = pack.targetSentences.encode(target);
  const ids = (sentence2) => sentence2.pieces.map(({ id: id3 }) => id3);
  const cover2 = (sentences, start, end) => start < end ? { start: sentences[start].span.start, end: sentences[end - 1].span.end } : void 0;
  return alignSentences(sources.map(ids), targets.map(ids), pack.lexicon).map(({ sourceStart, sourceEnd, targetStart, targetEnd }) => ({
    source: cover2(sources, sourceStart, sourceEnd),
    target: cover2(targets, targetStart, targetEnd)
  }));
}
function unmatched2({ source, target }, cut2, before) {
  const token2 = (text2, span2) => span2 ? [{ ...span2, text: text2.slice(span2.start, span2.end) }] : [];
  const sourceTokens = token2(source, cut2.source);
  const targetTokens = token2(target, cut2.target);
  const behind = (span2) => ({ start: span2?.end ?? 0, end: span2?.end ?? 0 });
  return {
    source: cut2.source ?? behind(before?.source),
    target: cut2.target ?? behind(before?.target),
    sourceTokens,
    targetTokens,
    alignment: new Float32Array(0),
    attention: new Float32Array(0),
    links: [],
    confidence: new Float32Array(targetTokens.length),
    subwords: [],
    score: 0,
    sourceSupport: new Float32Array(sourceTokens.length),
    targetSupport: new Float32Array(targetTokens.length)
  };
}
function meanScore(sentences) {
  const weight = ({ subwords }) => subwords.length > 0 ? subwords.length + 1 : 0;
  const count2 = sentences.reduce((sum, sentence2) => sum + weight(sentence2), 0);
  return count2 > 0 ? sentences.reduce((sum, sentence2) => sum + sentence2.score * weight(sentence2), 0) / count2 : 0;
}
function requireReverse({ manifest: forward }, { manifest: backward }) {
  if (backward.sourceLanguage === forward.targetLanguage && backward.targetLanguage === forward.sourceLanguage) return;
  throw new AlignLensError(
    "pack-incompatible",
    phrase("The pack {0} translates {1} \u2192 {2}, which is not the way back of {3} \u2192 {4}. Name another pack, or none.", backward.id, backward.sourceLanguage, backward.targetLanguage, forward.sourceLanguage, forward.targetLanguage)
  );
}
function requireLength2({ source, target }) {
  const length = Math.max(source.length, target.length);
  if (length <= longestText) return;
  throw new AlignLensError("input-too-long", phrase("A text to align has {0} characters; the limit is {1}. Align its parts one by one.", length, longestText));
}

// engine/backends/adapter.ts
var softwareNames = /swiftshader|llvmpipe|lavapipe|basic render|\bwarp\b/iu;
function hasWebgpu() {
  return gpu() !== void 0;
}
async function findAdapter() {
  const webgpu = gpu();
  if (!webgpu) return { missing: "the extension host has no WebGPU" };
  if (!("Suspending" in WebAssembly)) return { missing: "the browser has no JavaScript Promise Integration, which ONNX Runtime needs for WebGPU" };
  const adapter = await webgpu.requestAdapter({ powerPreference: "high-performance" }).catch(() => null);
  if (!adapter) return { missing: "the browser offers no graphics adapter" };
  const { vendor, architecture: architecture2, device, description, isFallbackAdapter } = adapter.info;
  const words = [vendor, architecture2, device, description].filter((word4) => word4 !== "").join(" ") || "an adapter without a name";
  return { description: words, key: `${words}, ${navigator.userAgent}`, software: isFallbackAdapter === true || softwareNames.test(words) };
}
function gpu() {
  return globalThis.navigator?.gpu;
}

// engine/backends/choose.ts
function chooseBackend({ setting, measured }, adapter) {
  if (setting === "wasm" || !adapter) return { webgpuFrom: null, reason: 'alignlens.backend is "wasm"' };
  const asked = setting === "webgpu";
  if ("missing" in adapter) return { webgpuFrom: null, reason: adapter.missing, ...asked && { refused: true } };
  if (asked) return { webgpuFrom: 1, reason: `alignlens.backend is "webgpu"; adapter: ${adapter.description}`, eager: true };
  if (adapter.software) return { webgpuFrom: null, reason: `the adapter ${adapter.description} is software` };
  if (measured?.adapter !== adapter.key) return { webgpuFrom: null, reason: "until WebGPU has been timed", measure: true };
  const { webgpuFrom } = measured;
  const found = webgpuFrom === null ? "not faster" : "faster";
  return { webgpuFrom, reason: `WebGPU was timed to be ${found} here; adapter: ${adapter.description}` };
}
var worthwhile = 0.8;
function fasterFrom(times) {
  const slow = times.findLastIndex(({ wasm, webgpu }) => webgpu > worthwhile * wasm);
  return times[slow + 1]?.sentences ?? null;
}

// engine/backends/measure.ts
var batches = [1, 4, 16];
var sourceLength = 16;
var hopeless = 20;
var rounds = 5;
async function timeSteps({ manifest, session }, webgpu, letPass) {
  const { beamSize } = manifest.decoding;
  const times = [];
  for (const sentences of batches) {
    const batch = Array.from({ length: sentences }, (_, n) => someSubwords(manifest.architecture.sourceVocabulary, n));
    const decodeWith = async (decoder) => new TimedDecode(await session.encode(batch, { shortlistWith: [], decoder }), beamSize, manifest.specialTokens.bos);
    const ours = await decodeWith(session.decoder);
    const other = await decodeWith(webgpu);
    for (let round = 0; round <= rounds; round++) {
      for (const decode of [ours, other]) {
        await letPass();
        await decode.step();
      }
    }
    times.push({ sentences, wasm: ours.median(), webgpu: other.median() });
    if (times.at(-1).webgpu > hopeless * times.at(-1).wasm) break;
  }
  return times;
}
var TimedDecode = class {
  constructor(encoding, beams, bos) {
    this.encoding = encoding;
    this.beams = beams;
    const { sentences, initialState } = encoding;
    const rows = Array.from({ length: sentences * beams }, (_, row) => Math.floor(row / beams));
    this.state = gatherRows(initialState, sentences, rows);
    this.ids = new Int32Array(rows.length).fill(bos);
  }
  encoding;
  beams;
  times = [];
  ids;
  state;
  async step() {
    const start = performance.now();
    const { state } = await this.encoding.step(this.ids, this.beams, this.state);
    this.times.push(performance.now() - start);
    this.state = state;
  }
  /** Of all steps but the first, in milliseconds. */
  median() {
    const sorted = this.times.slice(1).sort((a, b) => a - b);
    return sorted[sorted.length >> 1];
  }
};
function someSubwords(vocabulary, seed) {
  return Array.from({ length: sourceLength }, (_, i) => Math.floor((i + 0.5) / sourceLength * vocabulary + seed) % vocabulary);
}

// engine/pack/folderFile.ts
var mostGraphBytes = 2 ** 31 - 1;
var mostOtherBytes = 64 * 2 ** 20;
function isRefusal(error) {
  return error instanceof AlignLensError && error.code === "pack-damaged";
}

// engine/pack/manifest.ts
var schemaVersion = 2;
var hash3 = (value3, path) => {
  if (typeof value3 !== "string" || !/^[0-9a-f]{64}$/.test(value3)) {
    throw new ValidationError(path, "a SHA-256 in 64 lower-case hexadecimal digits", value3);
  }
  return value3;
};
var deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
var fileName = (value3, path) => {
  if (typeof value3 !== "string" || !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(value3) || deviceName.test(value3)) {
    throw new ValidationError(path, "a file name without folders", value3);
  }
  return value3;
};
var regexSource = (value3, path) => {
  const pattern2 = string(value3, path);
  try {
    new RegExp(pattern2, "gu");
  } catch (error) {
    throw new ValidationError(path, `a regular expression (${error instanceof Error ? error.message : ""})`, value3);
  }
  return pattern2;
};
var aside = nested(50);
var architecture = object(
  {
    cell: oneOf("regated", "luong"),
    recurrentOutput: boolean,
    score: oneOf("dot", "scaled_dot", "general", "mlp"),
    embedding: integer(1),
    hidden: integer(1),
    encoderLayers: integer(1),
    sourceVocabulary: integer(1),
    targetVocabulary: integer(1, 65536)
  },
  // How the memory becomes the decoder's first state; absent means mean.
  { pooling: oneOf("mean", "attention") }
);
var decoding = object(
  {
    beamSize: integer(1, 16),
    lengthPenalty: number(0, 5),
    maxLengthRatio: number(0.1, 10),
    maxLengthExtra: integer(1, 1e3)
  },
  // Absent means 0.
  { noRepeatNgram: integer(0, 100), coveragePenalty: number(0, 5) }
);
var summarize = object({
  /** Mean log-probability per subword below which a line is quoted instead. */
  minScore: number(),
  /** Units are quoted by their salience divided by (their words to this power). */
  lengthExponent: number(0, 2),
  /** Matches what a line must not make up: identifiers and numbers. */
  facts: regexSource
});
var manifestShape = object(
  {
    schema: oneOf(schemaVersion),
    id: string,
    version: string,
    task: oneOf("translate", "summarize"),
    sourceLanguage: string,
    targetLanguage: string,
    architecture,
    state: array(string),
    stateSizes: record(integer(1)),
    specialTokens: object({ pad: integer(0), bos: integer(0), eos: integer(0) }),
    // At most 31 placeholders: the decoder keeps the set of those it has written in the bits of one integer.
    placeholders: object({ kinds: array(string), perKind: integer(1, 31), firstId: integer(0) }),
    protect: array(object({ kind: string, pattern: regexSource })),
    lexicon: nullable(object({ file: fileName, epsilon: number(0) })),
    decoding,
    limits: object({ maxSourceTokens: integer(8) }),
    quantization: oneOf("int8", "none"),
    files: record(hash3, fileName),
    training: aside,
    metrics: aside
  },
  {
    // Given exactly when the task is `summarize`.
    summarize,
    // How the pack was made.
    config: aside
  }
);
function parseManifest(content2, location) {
  let json;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(content2));
  } catch (error) {
    throw new AlignLensError(
      "pack-damaged",
      phrase("manifest.json of the pack in {0} is not valid JSON. Copy or install the pack again.", location),
      String(error)
    );
  }
  const schema = typeof json === "object" && json !== null && "schema" in json ? json.schema : void 0;
  if (schema !== schemaVersion) {
    throw new AlignLensError(
      "pack-incompatible",
      phrase("The pack in {0} has manifest schema {1}, but this AlignLens reads schema {2}. Update AlignLens, or get a pack made for this version.", location, described(schema), schemaVersion)
    );
  }
  try {
    const manifest = manifestShape(json, "manifest");
    checkConsistency(manifest);
    return manifest;
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    throw new AlignLensError(
      "pack-incompatible",
      phrase("manifest.json of the pack in {0} does not fit schema {1}: {2}. Build the pack again with the matching version of models/.", location, schemaVersion, error.message),
      error.stack
    );
  }
}
function describeManifest(manifest, location) {
  const { id: id3, version: version2, task, sourceLanguage, targetLanguage } = manifest;
  return { id: id3, version: version2, task, sourceLanguage, targetLanguage, location };
}
function checkConsistency(manifest) {
  const { placeholders: placeholders2, architecture: sizes, state, stateSizes, protect: protect2 } = manifest;
  const count2 = placeholders2.kinds.length * placeholders2.perKind;
  if (count2 > 31) throw new ValidationError("manifest.placeholders", "at most 31 ids", count2);
  const end = placeholders2.firstId + count2;
  if (end > Math.min(sizes.sourceVocabulary, sizes.targetVocabulary)) {
    throw new ValidationError("manifest.placeholders", "within both vocabularies", end);
  }
  for (const [name2, id3] of Object.entries(manifest.specialTokens)) {
    const smallest2 = Math.min(sizes.sourceVocabulary, sizes.targetVocabulary);
    if (id3 >= smallest2) throw new ValidationError(`manifest.specialTokens.${name2}`, `within both vocabularies, below ${smallest2}`, id3);
  }
  for (const name2 of state) {
    if (!Object.hasOwn(stateSizes, name2)) throw new ValidationError(`manifest.stateSizes.${name2}`, "given", void 0);
  }
  protect2.forEach(({ kind }, index) => {
    if (!placeholders2.kinds.includes(kind)) {
      throw new ValidationError(`manifest.protect[${index}].kind`, `one of ${placeholders2.kinds.join(", ")}`, kind);
    }
  });
  checkTask(manifest);
}
function checkTask({ task, summarize: settings, architecture: { pooling } }) {
  if (task === "translate") {
    if (settings) throw new ValidationError("manifest.summarize", "absent, since the task is translate", settings);
    return;
  }
  if (!settings) throw new ValidationError("manifest.summarize", "given, since the task is summarize", void 0);
  if (pooling !== "attention") throw new ValidationError("manifest.architecture.pooling", '"attention" in a summarizer', pooling);
}

// engine/pack/loader.ts
async function loadManifest(location, readFile2) {
  return parseManifest(await readPackFile(location, "manifest.json", readFile2), location);
}
async function loadPackFiles(location, readFile2) {
  const manifest = await loadManifest(location, readFile2);
  const checked2 = (file) => readChecked(location, file, manifest, readFile2);
  const [sourceTokenizer, targetTokenizer, encoder, decoder, output, lexicon] = await Promise.all([
    checked2("source.tokenizer.json"),
    checked2("target.tokenizer.json"),
    checked2("encoder.onnx"),
    checked2("decoder.onnx"),
    checked2("output.onnx"),
    manifest.lexicon ? checked2(manifest.lexicon.file) : void 0
  ]);
  return { manifest, sourceTokenizer, targetTokenizer, encoder, decoder, output, lexicon };
}
async function readChecked(location, file, manifest, readFile2) {
  const expected = Object.hasOwn(manifest.files, file) ? manifest.files[file] : void 0;
  if (expected === void 0) {
    throw new AlignLensError(
      "pack-incompatible",
      phrase("manifest.json of the pack in {0} gives no SHA-256 of {1}. Build the pack again.", location, file)
    );
  }
  const content2 = await readPackFile(location, file, readFile2);
  const actual = await sha256(content2);
  if (actual !== expected) {
    throw new AlignLensError(
      "pack-damaged",
      phrase("{0} of the pack in {1} is damaged: its SHA-256 is not the one in manifest.json. Copy or install the pack again.", file, location),
      `expected ${expected}, found ${actual}, ${content2.byteLength} bytes`
    );
  }
  return content2;
}
async function readPackFile(location, file, readFile2) {
  try {
    return await readFile2(location, file);
  } catch (error) {
    if (isRefusal(error)) throw error;
    const detail = error instanceof AlignLensError ? error.detail ?? error.message : String(error);
    throw new AlignLensError(
      "pack-missing",
      phrase("The model pack in {0} has no readable {1}. Check the pack's folder, or install the pack again.", location, file),
      detail
    );
  }
}
async function sha256(content2) {
  const digest = await crypto.subtle.digest("SHA-256", content2);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// engine/session/ortBackend.ts
import * as ort from "onnxruntime-web/wasm";
import { InferenceSession as InferenceSession2, Tensor as Tensor2 } from "onnxruntime-web/wasm";
var runtimeFile = "ort-wasm-simd-threaded.wasm";
var wasmRuntime = {
  InferenceSession: ort.InferenceSession,
  Tensor: ort.Tensor,
  options: { executionProviders: ["wasm"] }
};
function configureRuntime(wasm) {
  ort.env.logLevel = "error";
  ort.env.wasm.wasmBinary = wasm;
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.proxy = false;
}
var OrtGraph = class _OrtGraph {
  constructor(session, name2, signature2, runtime) {
    this.session = session;
    this.name = name2;
    this.signature = signature2;
    this.runtime = runtime;
  }
  session;
  name;
  signature;
  runtime;
  /** What is int8 and goes in as float32: converted once, since most of it is the same at each step. */
  converted = /* @__PURE__ */ new WeakMap();
  /**
   * Loads a graph and checks that it takes and gives what is expected.
   * Throws `pack-damaged` (cannot be loaded) or `pack-incompatible` (another signature); `name` appears in both.
   */
  static async load(model, name2, signature2, runtime = wasmRuntime) {
    let session;
    try {
      session = await runtime.InferenceSession.create(model, { ...runtime.options, logSeverityLevel: 3 });
    } catch (error) {
      throw stoppedBy(name2, error) ?? new AlignLensError(
        "pack-damaged",
        phrase("{0} cannot be loaded as an ONNX graph. Install the pack again, or export it again for ONNX Runtime 1.30.", name2),
        String(error)
      );
    } finally {
      delete ort.env.wasm.wasmBinary;
    }
    const problem = portProblem("input", session.inputMetadata, signature2.inputs) ?? portProblem("output", session.outputMetadata, signature2.outputs);
    if (problem !== void 0) {
      await session.release();
      throw misfit(name2, problem);
    }
    return new _OrtGraph(session, name2, signature2, runtime);
  }
  /**
   * Runs the graph once. Not to be called again before the last run is done. Throws `pack-damaged` where the graph cannot be
   * run, `pack-incompatible` where it gives other sizes than its signature says.
   *
   * @param wanted names of the outputs to fetch; the others are not copied out of the runtime
   */
  async run(inputs, wanted) {
    const results = Object.entries(await this.runTensors(inputs, wanted));
    return Object.fromEntries(
      results.map(([name2, { data }]) => {
        if (!(data instanceof Float32Array)) throw new TypeError(`output ${name2} is not float32`);
        return [name2, data];
      })
    );
  }
  /** As `run`; for outputs that are another graph's inputs. */
  async runTensors(inputs, wanted) {
    const feeds = Object.fromEntries(
      Object.entries(inputs).map(([name2, { data, dims }]) => [name2, this.toOrtTensor(name2, data, dims)])
    );
    const results = await this.session.run(feeds, wanted).catch((error) => {
      const end = this.runtime === wasmRuntime ? stoppedBy(this.name, error) : void 0;
      throw end ?? new AlignLensError(
        "pack-damaged",
        phrase("{0} was loaded, but cannot be run. Install the pack again, or export it again for ONNX Runtime 1.30.", this.name),
        String(error)
      );
    });
    const problem = sizeProblem(this.signature, inputs, results);
    if (problem !== void 0) throw misfit(this.name, problem);
    return Object.fromEntries(
      Object.entries(results).map(([name2, { data, dims }]) => {
        if (!(data instanceof Float32Array || data instanceof Int8Array)) throw new TypeError(`output ${name2} is not a number's`);
        return [name2, { data, dims }];
      })
    );
  }
  async release() {
    await this.session.release();
  }
  toOrtTensor(name2, data, dims) {
    const { Tensor: Tensor3 } = this.runtime;
    if (data instanceof Int32Array) return new Tensor3("int32", data, dims);
    if (data instanceof Float32Array) return new Tensor3("float32", data, dims);
    return this.signature.inputs[name2]?.type === "float32" ? new Tensor3("float32", this.asFloats(data), dims) : new Tensor3("int8", data, dims);
  }
  asFloats(data) {
    const known = this.converted.get(data);
    if (known) return known;
    const floats = Float32Array.from(data);
    this.converted.set(data, floats);
    return floats;
  }
};
function stoppedBy(name2, error) {
  if (!(error instanceof WebAssembly.RuntimeError) && !/\bAborted\b|bad_alloc|out of memory/iu.test(String(error))) return void 0;
  return new AlignLensError(
    "worker-crashed",
    phrase("{0} made the translation engine stop, or takes more memory than there is; nothing was changed. Install the pack again, or remove it from alignlens.packFolders.", name2),
    error instanceof Error ? error.stack : String(error)
  );
}
function misfit(name2, problem) {
  return new AlignLensError(
    "pack-incompatible",
    phrase("{0} does not fit its manifest: {1}. Export the pack again with the matching version of models/.", name2, problem)
  );
}
function sizeProblem({ inputs: ports, outputs }, inputs, results) {
  const named4 = /* @__PURE__ */ new Map();
  for (const [name2, { dims }] of Object.entries(inputs)) {
    ports[name2]?.dims.forEach((size, axis) => typeof size === "string" && named4.set(size, dims[axis]));
  }
  for (const [name2, { dims }] of Object.entries(results)) {
    const wanted = (outputs[name2]?.dims ?? []).map((size) => typeof size === "string" ? named4.get(size) ?? null : size);
    if (wanted.length !== dims.length || wanted.some((size, axis) => size !== null && size !== dims[axis])) {
      return `the output "${name2}" came as [${dims.join(", ")}], not [${wanted.map((size) => size ?? "*").join(", ")}]`;
    }
  }
  return void 0;
}
function portProblem(side, actual, expected) {
  for (const [name2, { type: type2, dims }] of Object.entries(expected)) {
    const port = actual.find((candidate) => candidate.name === name2);
    if (!port) return `the ${side} "${name2}" is missing`;
    if (!port.isTensor || port.type !== type2) return `the ${side} "${name2}" is not ${type2}`;
    const sizes = port.shape;
    const fits = sizes.length === dims.length && dims.every((size, i) => typeof size !== "number" || typeof sizes[i] === "string" || sizes[i] === size);
    if (!fits) return `the ${side} "${name2}" is [${sizes.join(", ")}], not [${dims.map((size) => typeof size === "number" ? size : "*").join(", ")}]`;
  }
  const unknown = actual.find(({ name: name2 }) => !Object.hasOwn(expected, name2));
  return unknown && `the ${side} "${unknown.name}" is unknown`;
}

// engine/session/signatures.ts
function graphSignatures(manifest) {
  const { embedding, hidden } = manifest.architecture;
  const states = (prefix, rank) => Object.fromEntries(
    manifest.state.map((name2) => [
      prefix + name2,
      { type: "float32", dims: [...rank, manifest.stateSizes[name2] ?? null] }
    ])
  );
  const float = (...dims) => ({ type: "float32", dims });
  const int = (...dims) => ({ type: "int32", dims });
  const encoder = {
    inputs: { ids: int("N", "S"), lengths: int("N") },
    outputs: {
      memory: float("N", "S", null),
      keys: float("N", "S", null),
      ...states("", ["N"]),
      ...manifest.architecture.pooling === "attention" ? { salience_scores: float("N", "S") } : {}
    }
  };
  const layer = manifest.quantization === "int8" ? { output_weight: { type: "int8", dims: [embedding, "C"] }, output_scale: float("C"), output_bias: float("C") } : { output_weight: float(embedding, "C"), output_bias: float("C") };
  const lexicon = { lexicon: float("N", "S", "C"), unigram: float("C") };
  const decoder = {
    inputs: {
      ids: int("N", "B"),
      ...layer,
      ...states("", ["N", "B"]),
      memory: float("N", "S", null),
      keys: float("N", "S", null),
      mask: float("N", "S"),
      ...manifest.lexicon ? lexicon : {}
    },
    outputs: {
      log_probs: float("N", "B", "C"),
      attention: float("N", "B", "S"),
      ...states("next_", ["N", "B"]),
      ...Object.fromEntries(tracedOutputs(manifest).map((name2) => [name2, float("N", "B", name2 === "energies" ? "S" : hidden)]))
    }
  };
  return { encoder, decoder, output: { inputs: { columns: int("C") }, outputs: layer } };
}
function floatDecoderSignature(manifest) {
  const { inputs, outputs } = graphSignatures(manifest).decoder;
  const floats = Object.entries(inputs).map(([name2, port]) => [name2, port.type === "int8" ? { ...port, type: "float32" } : port]);
  return { inputs: Object.fromEntries(floats), outputs };
}
function tracedOutputs({ architecture: architecture2 }) {
  const plain = ["energies", "gate_f", "gate_i", "gate_o", "context", "attentional"];
  return architecture2.cell === "regated" ? [...plain, "second_gate", "output_state"] : plain;
}

// engine/backends/protobuf.ts
var varint = 0;
var fixed64 = 1;
var lengthDelimited = 2;
var fixed32 = 5;
function readFields(message) {
  const fields = [];
  let at = 0;
  const readVarint = () => {
    let value3 = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = message[at++];
      if (byte === void 0 || scale > 2 ** 63) throw new RangeError("a number without an end");
      value3 += (byte & 127) * scale;
      if (byte < 128) return value3;
    }
  };
  while (at < message.length) {
    const start = at;
    const tag3 = readVarint();
    let content2;
    if (tag3 % 8 === varint) readVarint();
    else if (tag3 % 8 === fixed64) at += 8;
    else if (tag3 % 8 === fixed32) at += 4;
    else if (tag3 % 8 === lengthDelimited) {
      const length = readVarint();
      content2 = message.subarray(at, at + length);
      at += length;
    } else throw new RangeError(`a field of the unknown kind ${tag3 % 8}`);
    if (at > message.length) throw new RangeError("a field that is longer than its message");
    fields.push({ number: Math.floor(tag3 / 8), content: content2, raw: message.subarray(start, at) });
  }
  return fields;
}
function bytesField(number2, content2) {
  const bytes2 = typeof content2 === "string" ? new TextEncoder().encode(content2) : content2;
  return concat([varintBytes(number2 * 8 + lengthDelimited), varintBytes(bytes2.length), bytes2]);
}
function integerField(number2, value3) {
  return concat([varintBytes(number2 * 8 + varint), varintBytes(value3)]);
}
function concat(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
function varintBytes(value3) {
  const bytes2 = [];
  let rest = BigInt.asUintN(64, BigInt(value3));
  for (; rest >= 128n; rest >>= 7n) bytes2.push(Number(rest % 128n) + 128);
  return Uint8Array.from([...bytes2, Number(rest)]);
}

// engine/backends/floatGraph.ts
var onnx = {
  model: { graph: 7 },
  graph: { node: 1, initializer: 5, input: 11, valueInfo: 13 },
  node: { input: 1, output: 2, name: 3, operator: 4, attribute: 5, domain: 7 },
  attribute: { name: 1, integer: 3, integers: 8, type: 20, integerType: 2, integersType: 7 },
  tensor: { elementType: 2, int32Data: 5, name: 8, rawData: 9 },
  valueInfo: { type: 2 },
  type: { tensor: 1 },
  tensorType: { elementType: 1 },
  float: 1,
  int8: 3
};
var NotConvertibleError = class extends Error {
};
function floatGraph(model) {
  return rewrite(model, (field) => field.number === onnx.model.graph ? bytesField(onnx.model.graph, rewriteGraph(content(field))) : field.raw);
}
function rewriteGraph(graph) {
  const initializers = readFields(graph).flatMap((field) => field.number === onnx.graph.initializer ? content(field) : []);
  const weights = new Map(initializers.map((tensor) => [text(tensor, onnx.tensor.name), tensor]));
  return rewrite(graph, (field) => {
    switch (field.number) {
      case onnx.graph.node:
        return rewriteNode(field, weights);
      case onnx.graph.input:
        return bytesField(onnx.graph.input, floatInput(content(field)));
      case onnx.graph.valueInfo:
        return new Uint8Array();
      default:
        return field.raw;
    }
  });
}
function rewriteNode(field, weights) {
  const node = content(field);
  const operator = text(node, onnx.node.operator);
  const inputs = texts(node, onnx.node.input);
  const outputs = texts(node, onnx.node.output);
  if (operator === "DynamicQuantizeLinear") {
    return concat([newNode("Identity", [inputs[0]], outputs[0]), bytesField(onnx.graph.initializer, one(outputs[1]))]);
  }
  if (operator === "MatMulInteger") {
    const [left, right, , zeroPoint] = inputs;
    if (zeroPoint !== void 0 && !isZero(weights.get(zeroPoint))) throw new NotConvertibleError(`the weights ${right} have a zero point`);
    if (!weights.has(right)) return newNode("MatMul", [left, right], outputs[0]);
    const floats = `${right}_float`;
    return concat([newNode("Cast", [right], floats, castToFloat), newNode("MatMul", [left, floats], outputs[0])]);
  }
  if (operator === "DequantizeLinear" && inputs.length === 2 && !weights.has(inputs[0])) return newNode("Mul", inputs, outputs[0]);
  if (operator === "LogSoftmax") return logSoftmax(inputs[0], outputs[0]);
  if (text(node, onnx.node.domain) !== "" || /Quantize|Integer|^QLinear/u.test(operator)) throw new NotConvertibleError(`the operator ${operator}`);
  return field.raw;
}
function logSoftmax(input, output) {
  const [largest2, lower, total] = ["largest", "lower", "total"].map((part) => `${output}_${part}`);
  return concat([
    newNode("ReduceMax", [input], largest2, overLastAxis),
    newNode("Sub", [input, largest2], lower),
    newNode("ReduceLogSumExp", [lower], total, overLastAxis),
    newNode("Sub", [lower, total], output)
  ]);
}
function newNode(operator, inputs, output, ...attributes) {
  const { node } = onnx;
  return bytesField(
    onnx.graph.node,
    concat([
      ...inputs.map((input) => bytesField(node.input, input)),
      bytesField(node.output, output),
      bytesField(node.name, `${output}_made`),
      bytesField(node.operator, operator),
      ...attributes.map((attribute3) => bytesField(node.attribute, attribute3))
    ])
  );
}
var overLastAxis = concat([
  bytesField(onnx.attribute.name, "axes"),
  integerField(onnx.attribute.integers, -1),
  integerField(onnx.attribute.type, onnx.attribute.integersType)
]);
var castToFloat = concat([
  bytesField(onnx.attribute.name, "to"),
  integerField(onnx.attribute.integer, onnx.float),
  integerField(onnx.attribute.type, onnx.attribute.integerType)
]);
function one(name2) {
  const { tensor } = onnx;
  const value3 = new Uint8Array(4);
  new DataView(value3.buffer).setFloat32(0, 1, true);
  return concat([integerField(tensor.elementType, onnx.float), bytesField(tensor.name, name2), bytesField(tensor.rawData, value3)]);
}
function isZero(tensor) {
  const { int32Data, rawData } = onnx.tensor;
  return tensor !== void 0 && readFields(tensor).every(({ number: number2, content: content2 }) => number2 !== int32Data && number2 !== rawData || content2?.every((byte) => byte === 0));
}
function floatInput(info) {
  const { valueInfo, type: type2, tensorType } = onnx;
  const inside = (message, number2, change) => rewrite(message, (field) => field.number === number2 ? bytesField(number2, change(content(field))) : field.raw);
  return inside(
    info,
    valueInfo.type,
    (whole) => inside(whole, type2.tensor, (tensor) => {
      const int8 = integerField(tensorType.elementType, onnx.int8);
      return rewrite(tensor, ({ raw }) => raw.length === int8.length && raw.every((byte, i) => byte === int8[i]) ? integerField(tensorType.elementType, onnx.float) : raw);
    })
  );
}
function rewrite(message, change) {
  return concat(readFields(message).map(change));
}
function content({ number: number2, content: content2 }) {
  if (content2 === void 0) throw new RangeError(`field ${number2} is of the wrong kind`);
  return content2;
}
function texts(message, number2) {
  return readFields(message).flatMap((field) => field.number === number2 ? new TextDecoder().decode(content(field)) : []);
}
function text(message, number2) {
  return texts(message, number2)[0] ?? "";
}

// engine/backends/interface.ts
var webgpuBundleFile = "webgpu.js";
var webgpuRuntimeFile = "ort-wasm-simd-threaded.jspi.wasm";
var meetingPlace = globalThis;

// engine/backends/webgpuDecoders.ts
var WebgpuDecoders = class {
  constructor(services) {
    this.services = services;
  }
  services;
  graphs = /* @__PURE__ */ new Map();
  runtime;
  /** Rejects with what is missing or fails; nothing of it is kept then. */
  load(pack, location) {
    const known = this.graphs.get(pack);
    if (known) return known;
    const loading = this.create(pack, location);
    this.graphs.set(pack, loading);
    loading.catch(() => this.forget(pack));
    return loading;
  }
  /** Gives the memory of the pack's graph back, and that of the runtime with the last one. */
  async unload(pack) {
    const graph = this.graphs.get(pack);
    this.forget(pack);
    await (await graph)?.release();
  }
  forget(pack) {
    this.graphs.delete(pack);
    if (this.graphs.size === 0) this.runtime = void 0;
  }
  async create(pack, location) {
    const { manifest } = pack;
    const decoder = await readChecked(location, "decoder.onnx", manifest, this.services.readPackFile);
    const converted = floatGraph(decoder);
    this.runtime ??= this.start();
    return OrtGraph.load(converted, `decoder.onnx of the pack in ${location}`, floatDecoderSignature(manifest), await this.runtime);
  }
  async start() {
    const { readRuntimeFile, runScript: runScript2 } = this.services;
    runScript2(await readRuntimeFile(webgpuBundleFile));
    const bundle = meetingPlace.alignlensWebgpu;
    delete meetingPlace.alignlensWebgpu;
    if (!bundle) throw new Error(`${webgpuBundleFile} did not start`);
    return bundle.start(await readRuntimeFile(webgpuRuntimeFile));
  }
};

// engine/backends/backends.ts
var mostShown = 300;
var Backends = class {
  constructor(services, webgpu, log) {
    this.services = services;
    this.log = log;
    this.decoders = new WebgpuDecoders(webgpu);
  }
  services;
  log;
  followed = /* @__PURE__ */ new WeakMap();
  decoders;
  adapter;
  /** Does work with a pack on what the user wants; where WebGPU fails underway, does it again without. */
  async run(pack, location, work) {
    await this.follow(pack, location);
    try {
      return await work();
    } catch (error) {
      if (error instanceof AlignLensError && error.code !== "pack-damaged" || !pack.session.other) throw error;
      const reason = `WebGPU failed: ${describe(error)}`;
      this.adapter = Promise.resolve({ missing: reason });
      this.stay(this.followed.get(pack), reason, "warn");
      return work();
    }
  }
  async follow(pack, location) {
    const known = this.followed.get(pack);
    if (known && !hasWebgpu()) return;
    const wanted = await this.services.wanted(pack.fingerprint);
    if (known?.setting === wanted.setting) return;
    const followed = { pack, location, setting: wanted.setting };
    this.followed.set(pack, followed);
    const adapter = wanted.setting === "wasm" ? void 0 : await (this.adapter ??= findAdapter());
    await this.apply(followed, chooseBackend(wanted, adapter), adapter);
  }
  async apply(followed, choice, adapter) {
    const { webgpuFrom, reason } = choice;
    if (webgpuFrom !== null && choice.eager) return this.switchTo(followed, webgpuFrom, reason);
    this.stay(followed, webgpuFrom === null ? reason : "until WebGPU is loaded", choice.refused ? "warn" : "info");
    if (webgpuFrom !== null) this.whenIdle(followed, () => void this.switchTo(followed, webgpuFrom, reason));
    else if (choice.measure && adapter && !("missing" in adapter)) this.whenIdle(followed, () => void this.loadAndMeasure(followed, adapter));
  }
  /** As long as the wish is the same. What fails there fails for WebGPU only. */
  whenIdle(followed, task) {
    this.services.whenIdle(async (letPass) => {
      if (!this.isCurrent(followed)) return;
      try {
        await task(letPass);
      } catch (error) {
        this.stay(followed, `WebGPU failed: ${describe(error)}`, "warn");
      }
    });
  }
  isCurrent(followed) {
    return this.followed.get(followed.pack) === followed;
  }
  async switchTo(followed, webgpuFrom, reason, measured) {
    const graph = await this.load(followed);
    if (!graph || !this.isCurrent(followed)) return;
    followed.pack.session.other = { graph, fromSentences: webgpuFrom };
    const which = webgpuFrom === 1 ? "" : ` for ${webgpuFrom} sentences and more at a time`;
    this.tell(followed, `WebGPU${which}: ${reason}`, "info", measured);
  }
  stay(followed, reason, level, measured) {
    followed.pack.session.other = void 0;
    this.tell(followed, `WebAssembly: ${reason}`, level, measured);
  }
  async loadAndMeasure(followed, adapter) {
    const graph = await this.load(followed, adapter.key);
    if (graph) this.whenIdle(followed, (letPass) => this.measure(followed, adapter, graph, letPass));
  }
  async measure(followed, { key, description }, graph, letPass) {
    const { pack } = followed;
    const times = await timeSteps(pack, graph, letPass);
    if (!this.isCurrent(followed)) return;
    const measured = { adapter: key, webgpuFrom: fasterFrom(times) };
    const figures2 = times.map(({ sentences, wasm, webgpu }) => `${webgpu.toFixed(1)} instead of ${wasm.toFixed(1)} ms (sentences: ${sentences})`);
    const reason = `a decoder step with WebGPU takes ${figures2.join(", ")}; adapter: ${description}`;
    if (measured.webgpuFrom !== null) return this.switchTo(followed, measured.webgpuFrom, reason, measured);
    await this.decoders.unload(pack);
    this.stay(followed, reason, "info", measured);
  }
  /** @param key of the adapter, to remember that it is no use with this pack */
  async load(followed, key) {
    try {
      return await this.decoders.load(followed.pack, followed.location);
    } catch (error) {
      const reason = `WebGPU cannot be used: ${describe(error)}`;
      this.stay(followed, reason, "warn", key === void 0 ? void 0 : { adapter: key, webgpuFrom: null });
      return void 0;
    }
  }
  tell({ pack, location }, state, level, measured) {
    const { manifest, fingerprint } = pack;
    this.log(level, `pack ${manifest.id} ${manifest.version} decodes with ${state}`);
    this.services.chosen({ pack: location, fingerprint, state, measured: measured ?? null });
  }
};
function describe(error) {
  const text2 = error instanceof AlignLensError ? error.detail ?? error.message : String(error);
  const [line = ""] = text2.split("\n", 1);
  return line.length > mostShown ? `${line.slice(0, mostShown)}\u2026` : line;
}

// engine/explain/explain.ts
var alternativeCount = 5;
async function explain(pack, request, { signal }) {
  const { manifest } = pack;
  const { eos, bos } = manifest.specialTokens;
  const sentence2 = wholeSentence(pack, request.source, request.terms);
  const sourceIds = [...sentence2.pieces.map(({ id: id3 }) => id3), eos];
  checkSubwords(pack, request.subwords);
  const beforeStep = stepGuard(signal);
  await beforeStep();
  const terms = sentenceTerms(pack, sentence2, sourceIds);
  const lexicon = terms?.lexicon ?? pack.lexicon;
  const model = await pack.session.encode([sourceIds], {
    rowScales: [terms?.lexicon.rowScales],
    shortlistWith: [...termSubwords(terms), ...request.subwords]
  });
  const targetIds2 = [...request.subwords, eos];
  const texts2 = new SubwordTexts(pack, sentence2);
  const steps = [];
  const attention = new Float32Array(targetIds2.length * sourceIds.length);
  let state = model.initialState;
  let termState = terms?.guide.initial;
  for (const [t, id3] of targetIds2.entries()) {
    await beforeStep();
    const traced = await model.trace(Int32Array.of(targetIds2[t - 1] ?? bos), state);
    const scores = new Scores(traced.logProbs, model.shortlist);
    state = traced.state;
    if (terms && termState) {
      terms.guide.vote(scores, traced.attention, termState);
      termState = terms.guide.advance(termState, id3, traced.attention);
    }
    attention.set(traced.attention, t * sourceIds.length);
    steps.push(explainedStep(traced, scores, id3, sourceIds, texts2, lexicon));
  }
  return {
    ...subwordsOf2(pack, request, sentence2),
    alignment: alignmentPosterior(attention, targetIds2, sourceIds, lexicon),
    attention,
    steps,
    hypotheses: await hypothesesOf(pack, model, searchTask(pack, sentence2, sourceIds, terms), sentence2, request, beforeStep),
    model: modelInfo(pack)
  };
}
function wholeSentence(pack, source, terms = []) {
  const sentence2 = pack.sentences.encodeWhole(source, { start: 0, end: source.length }, [], pack.matcher.for(terms));
  if (sentence2.pieces.length > 0) return sentence2;
  throw new AlignLensError("empty-input", "The sentence has no words. Choose another one.");
}
function checkSubwords({ manifest }, subwords) {
  if (subwords.every((id3) => id3 < manifest.architecture.targetVocabulary)) return;
  throw new AlignLensError("pack-incompatible", "This translation was made by another pack. Translate the text again.");
}
function explainedStep(traced, scores, id3, sourceIds, texts2, lexicon) {
  const top = new TopK(alternativeCount);
  scores.values.forEach((logProb, place) => top.add({ parent: 0, id: scores.shortlist.ids[place], logProb }));
  const alternatives = top.best.map(
    (candidate) => ({ id: candidate.id, text: texts2.of(candidate.id), probability: probability(candidate.logProb) })
  );
  return {
    id: id3,
    text: texts2.of(id3),
    probability: probability(scores.of(id3)),
    alternatives,
    ...voteShares(traced.attention, id3, sourceIds, lexicon),
    gates: {
      forget: mean(traced.forget),
      input: mean(traced.input),
      output: mean(traced.output),
      ...traced.regated ? { regated: mean(traced.regated) } : {}
    },
    energies: traced.energies,
    context: traced.context,
    attentional: traced.attentional,
    outputGate: traced.regated ?? traced.output,
    hidden: traced.hidden
  };
}
function voteShares(attention, id3, sourceIds, lexicon) {
  const votes = new Float32Array(sourceIds.length);
  if (!lexicon) return { votes, own: 1 };
  const floor = lexicon.floorOf(id3);
  sourceIds.forEach((source, i) => {
    votes[i] = attention[i] * (lexicon.likelihood(id3, source, i) - floor);
  });
  const total = votes.reduce((sum, vote) => sum + vote, floor);
  if (total === 0) return { votes, own: 1 };
  return { votes: votes.map((vote) => vote / total), own: Math.min(1, floor / total) };
}
function subwordsOf2(pack, { source, subwords }, sentence2) {
  const target = writeSentence(subwords, pack.targetTokenizer, sentence2);
  const sourcePieces = sentence2.pieces.map(({ span: span2, protectedText }) => ({ span: span2, isProtected: protectedText !== void 0 }));
  const sourceWords2 = mergeWords(sourcePieces, source).wordOfPiece;
  const targetWords = mergeWords(target.pieces, target.text).wordOfPiece;
  const subword2 = (text2, { start, end: end2 }, word4) => ({
    text: text2.slice(start, end2),
    start,
    end: end2,
    word: word4
  });
  const end = (text2) => ({ text: "", start: text2.length, end: text2.length, word: -1 });
  return {
    sourceSubwords: [...sourcePieces.map(({ span: span2 }, i) => subword2(source, span2, sourceWords2[i])), end(source)],
    targetSubwords: [...target.pieces.map(({ span: span2 }, t) => subword2(target.text, span2, targetWords[t])), end(target.text)]
  };
}
async function hypothesesOf(pack, model, task, sentence2, { options = {} }, beforeStep) {
  const { manifest, targetTokenizer } = pack;
  const [found] = await beamSearch(model, [task], searchOptions(manifest, options), beforeStep);
  return found.map(({ ids, logProb }) => ({
    text: writeSentence(ids, targetTokenizer, sentence2).text,
    subwords: [...ids, manifest.specialTokens.eos],
    score: logProb / (ids.length + 1)
  }));
}
function modelInfo({ manifest, lexicon }) {
  const { cell, score, recurrentOutput, hidden, embedding, sourceVocabulary, targetVocabulary } = manifest.architecture;
  const model = { cell, score, recurrentOutput, hidden, embedding, sourceVocabulary, targetVocabulary };
  return lexicon ? { ...model, epsilon: lexicon.epsilon } : model;
}
var SubwordTexts = class {
  constructor(pack, sentence2) {
    this.pack = pack;
    this.protectedTexts = protectedTextsOf(sentence2);
  }
  pack;
  protectedTexts;
  of(id3) {
    const { targetTokenizer, manifest } = this.pack;
    if (id3 === manifest.specialTokens.eos) return "";
    const byte = targetTokenizer.byte(id3);
    if (byte !== void 0) return `<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`;
    return this.protectedTexts.get(id3) ?? targetTokenizer.surface(id3) ?? "";
  }
};
function probability(logProb) {
  return Math.min(1, Math.exp(logProb));
}
function mean(values) {
  return values.reduce((sum, value3) => sum + value3, 0) / values.length;
}

// engine/explain/continue.ts
async function continueTranslation(pack, { source, prefix, options = {}, terms: glossary }, { signal }) {
  const { manifest, targetTokenizer, lexicon, session } = pack;
  checkSubwords(pack, prefix);
  const sentence2 = wholeSentence(pack, source, glossary);
  const sourceIds = [...sentence2.pieces.map(({ id: id3 }) => id3), manifest.specialTokens.eos];
  const beforeStep = stepGuard(signal);
  await beforeStep();
  const terms = sentenceTerms(pack, sentence2, sourceIds);
  const model = await session.encode([sourceIds], {
    rowScales: [terms?.lexicon.rowScales],
    shortlistWith: [...termSubwords(terms), ...prefix]
  });
  const task = searchTask(pack, sentence2, sourceIds, terms);
  const maxLength = Math.max(task.maxLength, prefix.length + manifest.decoding.maxLengthExtra);
  const [found] = await beamSearch(model, [{ ...task, maxLength, prefix }], searchOptions(manifest, options), beforeStep);
  const result2 = sentenceResult(source, sentence2, sourceIds, found[0], targetTokenizer, terms?.lexicon ?? lexicon);
  return joinSentences(source, [result2], manifest.targetLanguage);
}

// engine/protocol/backend.ts
var backendSettings = ["auto", "wasm", "webgpu"];

// engine/protocol/workerProtocol.ts
var runtimeLocation = "runtime:";
var span = object({ start: integer(0), end: integer(0) });
var token = object({ start: integer(0), end: integer(0), text: string });
var packInfo = object(
  {
    id: string,
    version: string,
    task: oneOf("translate", "summarize"),
    sourceLanguage: string,
    targetLanguage: string,
    location: string
  },
  { translatesOnly: oneOf(true), aligner: string }
);
var decodeOptions = object(
  {},
  { beamSize: integer(1, 16), lengthPenalty: number(0, 5) }
);
var term = object({ source: string, target: nullable(string), required: boolean });
var translateRequest = object(
  { pack: string, texts: array(string) },
  { options: decodeOptions, terms: array(term), textOnly: boolean, priority: oneOf("interactive", "background"), aligner: string }
);
var link = object({ source: integer(0), target: integer(0) });
var sentenceParts = {
  source: span,
  target: span,
  sourceTokens: array(token),
  targetTokens: array(token),
  alignment: float32Array,
  attention: float32Array,
  links: array(link),
  confidence: float32Array,
  subwords: array(integer(0)),
  score: number()
};
var sentenceTranslation = withMatrices(object(sentenceParts));
var translation = object({
  source: string,
  target: string,
  sentences: array(sentenceTranslation),
  score: number()
});
var alignRequest = object(
  { pack: string, pairs: array(object({ source: string, target: string })) },
  { reversePack: string, pretokenized: boolean }
);
var alignedSentence = withMatrices(
  object({ ...sentenceParts, sourceSupport: float32Array, targetSupport: float32Array }, { sourceConfidence: float32Array, sourceCover: float32Array, targetGain: float32Array })
);
var alignedPair = object({
  source: string,
  target: string,
  sentences: array(alignedSentence),
  score: number()
});
var explainRequest = object(
  { pack: string, source: string, subwords: array(integer(0)) },
  { options: decodeOptions, terms: array(term) }
);
var continueRequest = object(
  { pack: string, source: string, prefix: array(integer(0)) },
  { options: decodeOptions, terms: array(term) }
);
var alternative = object({ id: integer(0), text: string, probability: number(0, 1) });
var explainedStep2 = object({
  id: integer(0),
  text: string,
  probability: number(0, 1),
  alternatives: array(alternative),
  votes: float32Array,
  own: number(0, 1),
  gates: object({ forget: number(0, 1), input: number(0, 1), output: number(0, 1) }, { regated: number(0, 1) }),
  energies: float32Array,
  context: float32Array,
  attentional: float32Array,
  outputGate: float32Array,
  hidden: float32Array
});
var subword = object({ start: integer(0), end: integer(0), text: string, word: integer(-1) });
var scoredHypothesis = object({ text: string, subwords: array(integer(0)), score: number() });
var modelInfo2 = object(
  {
    cell: oneOf("regated", "luong"),
    score: oneOf("dot", "scaled_dot", "general", "mlp"),
    recurrentOutput: boolean,
    hidden: integer(1),
    embedding: integer(1),
    sourceVocabulary: integer(1),
    targetVocabulary: integer(1)
  },
  { epsilon: number(0) }
);
var explanation = object({
  sourceSubwords: array(subword),
  targetSubwords: array(subword),
  alignment: float32Array,
  attention: float32Array,
  steps: array(explainedStep2),
  hypotheses: array(scoredHypothesis),
  model: modelInfo2
});
var summarizeRequest = object(
  { pack: string, texts: array(string) },
  {
    languageId: string,
    options: object(
      {},
      { beamSize: integer(1, 16), lengthPenalty: number(0, 5), lines: integer(1, 10), mode: oneOf("auto", "extractive") }
    )
  }
);
var salientWord = object({ start: integer(0), end: integer(0), weight: number(0, 1) });
var extractReason = oneOf("requested", "low-confidence", "unsupported", "unreadable");
var summaryLineShape = object(
  {
    text: string,
    mode: oneOf("abstractive", "extractive"),
    source: span,
    sourceTokens: array(token),
    targetTokens: array(token),
    alignment: float32Array,
    attention: float32Array,
    score: number()
  },
  { reason: extractReason }
);
var summaryLine = withMatrices(summaryLineShape);
var summary = object({ source: string, lines: array(summaryLine), salience: array(salientWord) });
function method(params, result2) {
  return { params, result: result2 };
}
var measuredBackend = object({ adapter: string, webgpuFrom: nullable(integer(1)) });
var wantedBackend = object({ setting: oneOf(...backendSettings), measured: nullable(measuredBackend) });
var chosenBackend = object({
  pack: string,
  fingerprint: string,
  state: string,
  measured: nullable(measuredBackend)
});
var workerMethods = {
  /** Answered at once, whatever is under way: the host hears that messages still get in. */
  ping: method(nothing, nothing),
  describePack: method(object({ location: string }), packInfo),
  translate: method(translateRequest, array(translation)),
  summarize: method(summarizeRequest, array(summary)),
  align: method(alignRequest, array(alignedPair)),
  explain: method(explainRequest, explanation),
  continue: method(continueRequest, translation)
};
var hostMethods = {
  readFile: method(object({ location: string, file: string }), bytes),
  log: method(object({ level: oneOf("info", "warn", "error"), message: string }), nothing),
  wantedBackend: method(object({ fingerprint: string }), wantedBackend),
  chosenBackend: method(chosenBackend, nothing)
};

// engine/summarize/blocks.ts
function packBlocks(units3, limit) {
  const blocks = [];
  let pieces = [];
  let first = 0;
  units3.forEach((unit, index) => {
    if (index > first && pieces.length + unit.pieces(false).length > limit) {
      blocks.push({ first, end: index, pieces });
      pieces = [];
      first = index;
    }
    pieces.push(...unit.pieces(index === first));
  });
  if (pieces.length > 0) blocks.push({ first, end: units3.length, pieces });
  return blocks;
}
function joinUnits(units3, chosen, limit) {
  return chosen.flatMap((unit, position) => units3[unit].pieces(position === 0)).slice(0, limit);
}

// engine/summarize/condense.ts
function condense(units3, group, scores, limit) {
  const kept = /* @__PURE__ */ new Set();
  let room = limit;
  const keep2 = (unit) => {
    const size = units3[unit].pieces(false).length;
    if (kept.has(unit) || size > room) return;
    kept.add(unit);
    room -= size;
  };
  const keepWithHeads = (unit) => {
    if (units3[unit].pieces(false).length > room) return;
    for (const head of units3[unit].heads) if (units3[head].pieces(false).length <= room / 2) keep2(head);
    keep2(unit);
  };
  const others2 = group.slice(1).sort((a, b) => scores[b] - scores[a] || a - b);
  for (const unit of [group[0], ...others2]) keepWithHeads(unit);
  return [...kept].sort((a, b) => a - b);
}

// engine/summarize/groups.ts
function groupUnits(units3, salience, count2) {
  const sections = mergeEmpty(sectionsOf(units3), units3);
  if (sections.length < 2) return balance(mergeEmpty(units3.map((_, index) => [index]), units3), salience, count2);
  return balance(sections, salience, count2);
}
function sectionsOf(units3) {
  const sections = [];
  units3.forEach(({ isHeading }, index) => {
    if (isHeading || sections.length === 0) sections.push([index]);
    else sections.at(-1).push(index);
  });
  return sections;
}
function mergeEmpty(groups, units3) {
  const merged = [];
  let waiting = [];
  for (const group of groups) {
    const joined = [...waiting, ...group];
    const isEmpty = !group.some((unit) => units3[unit].hasLetter && !units3[unit].isHeading);
    const belongsBefore = isEmpty && waiting.length === 0 && !group.some((unit) => units3[unit].isHeading);
    if (isEmpty && !(belongsBefore && merged.length > 0)) {
      waiting = joined;
      continue;
    }
    merged.push(isEmpty ? [...merged.pop(), ...group] : joined);
    waiting = [];
  }
  if (waiting.length > 0) merged.push([...merged.pop() ?? [], ...waiting]);
  return merged;
}
function balance(groups, salience, count2) {
  const sums = [];
  let total = 0;
  for (const group of groups) sums.push(total += group.reduce((sum, unit) => sum + salience[unit], 0));
  const parts = Math.min(count2, groups.length);
  const balanced = [];
  let from = 0;
  for (let part = 1; part <= parts; part++) {
    const last = groups.length - (parts - part);
    const wanted = total * part / parts;
    let to = part === parts ? last : from + 1;
    while (to < last && Math.abs(sums[to] - wanted) <= Math.abs(sums[to - 1] - wanted)) to++;
    balanced.push(groups.slice(from, to).flat());
    from = to;
  }
  return balanced;
}

// engine/summarize/madeUp.ts
var word3 = /[A-Za-z]{4,}/gu;
var camelParts = /[A-Z]?[a-z]+|[A-Z]+/gu;
var sourceWords = [/[A-Za-z]{3,}/gu, /[A-Z]?[a-z]{3,}|[A-Z]{3,}(?![a-z])/gu];
var suffixes = "s es d ed ing r er rs ers or ors ly able ation ations ization ness ment ments ally ies ied al ity".split(" ");
var prefixes = "un re non de multi sub auto pre".split(" ");
var shortestStem = 3;
function hasUnsupportedFact(line, text2, facts) {
  return [...line.matchAll(facts)].some(([fact]) => !text2.includes(fact));
}
function hasInventedWord(line, text2, tokenizer) {
  const known = new Set(sourceWords.flatMap((pattern2) => text2.match(pattern2) ?? []).map((found) => found.toLowerCase()));
  return (line.match(word3) ?? []).some((said) => !isWord(said, known, tokenizer));
}
function isWord(said, known, tokenizer) {
  const isSubword = (part) => tokenizer.encode(` ${part}`).length === 1;
  const isKnown = (part) => known.has(part.toLowerCase()) || isSubword(part) || isInflected(part.toLowerCase(), isSubword);
  if (isKnown(said) || isLike(said.toLowerCase(), known)) return true;
  return /[a-z][A-Z]/u.test(said) && (said.match(camelParts) ?? []).every(isKnown);
}
function isInflected(said, isSubword) {
  const hasStem = (part) => stems(part).some(isSubword);
  return hasStem(said) || prefixes.some((prefix) => said.startsWith(prefix) && said.length - prefix.length > shortestStem && hasStem(said.slice(prefix.length)));
}
function stems(said) {
  const cut2 = suffixes.filter((suffix) => said.endsWith(suffix) && said.length - suffix.length >= shortestStem).map((suffix) => said.slice(0, -suffix.length));
  return [said, ...cut2.flatMap((stem) => [stem, `${stem}e`, `${stem}y`, `${stem}ate`, ...stem.at(-1) === stem.at(-2) ? [stem.slice(0, -1)] : []])];
}
function isLike(said, known) {
  const beginning = said.slice(0, Math.max(4, said.length - 3));
  for (const other of known) if (other.startsWith(beginning)) return true;
  return false;
}

// engine/summarize/line.ts
function writeLine(pack, text2, source, draft2) {
  const { summarize: summarize2, specialTokens } = pack.manifest;
  const facts = new RegExp(summarize2.facts, "gu");
  const lines = draft2.hypotheses.map((hypothesis) => ({ hypothesis, line: writeTarget(hypothesis.ids, pack.targetTokenizer, /* @__PURE__ */ new Map()).text })).filter(({ line: line2 }) => /\p{L}/u.test(line2));
  if (lines.length === 0) return "low-confidence";
  const supported = lines.filter(({ line: line2 }) => !hasUnsupportedFact(line2, text2, facts));
  const sound = supported.filter(({ line: line2 }) => !hasInventedWord(line2, text2, pack.targetTokenizer));
  const usable = sound.length === 0 && pack.manifest.sourceLanguage === "code" ? supported : sound;
  const chosen = (usable.find(({ line: line2 }) => !repeatsItself(line2)) ?? usable[0])?.hypothesis;
  if (!chosen) return "unsupported";
  const score = chosen.logProb / (chosen.ids.length + 1);
  if (score < summarize2.minScore) return "low-confidence";
  const sourceIds = [...draft2.pieces.map(({ id: id3 }) => id3), specialTokens.eos];
  const sentence2 = { span: source, pieces: draft2.pieces, translatable: true, terms: [], copies: [] };
  const { text: line, sourceTokens, targetTokens, alignment, attention } = sentenceResult(
    text2,
    sentence2,
    sourceIds,
    chosen,
    pack.targetTokenizer,
    pack.lexicon
  );
  return { text: line, mode: "abstractive", source, sourceTokens, targetTokens, alignment, attention, score };
}
function quoteLine(pack, text2, units3, group, scores, reason) {
  const rank = (unit) => (units3[unit].hasLetter ? 2 : 0) + (units3[unit].isQuotable ? 1 : 0);
  const best = group.reduce((a, b) => rank(b) > rank(a) || rank(b) === rank(a) && scores[b] > scores[a] ? b : a);
  const quote2 = units3[best].quote;
  const mapped = normalise(text2, quote2.start, quote2.end);
  const pieces = pack.sourceTokenizer.encode(mapped.text).map((span2) => ({ span: span2, isProtected: false }));
  const targetTokens = mergeWords(pieces, mapped.text).tokens;
  const identity = identityMatrix(targetTokens.length);
  return {
    text: mapped.text,
    mode: "extractive",
    reason,
    source: spanOf2(units3, group),
    sourceTokens: targetTokens.map((token2) => ({ ...mapped.original(token2.start, token2.end), text: token2.text })),
    targetTokens,
    alignment: identity,
    attention: identity.slice(),
    score: 0
  };
}
function spanOf2(units3, group) {
  return { start: units3[group[0]].start, end: units3[group.at(-1)].end };
}
function repeatsItself(line) {
  const words = line.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const trigrams = words.slice(2).map((third, index) => `${words[index]} ${words[index + 1]} ${third}`);
  return words.some((word4, index) => word4 === words[index - 1]) || new Set(trigrams).size < trigrams.length;
}

// engine/summarize/checks.ts
var longestText2 = 2e5;
var mostControl = 0.1;
function problemOf(text2) {
  if (text2.length > longestText2) {
    return new AlignLensError(
      "input-too-long",
      phrase("The text has {0} characters; at most {1} are summarized at once. Summarize a part of it.", text2.length, longestText2)
    );
  }
  if (/^\s*$/u.test(text2)) {
    return new AlignLensError("empty-input", "There is nothing to summarize: the text is empty. Give a text with words in it.");
  }
  if (isBinary(text2)) {
    return new AlignLensError("not-text", "This is no text: it holds bytes that are no characters. Choose a text file in UTF-8.");
  }
  return void 0;
}
function isBinary(text2) {
  if (text2.includes("\0")) return true;
  let control = 0;
  for (const { 0: character } of text2.matchAll(/[\x01-\x1f\x7f-\x9f\ufffd]/gu)) if (!isWhiteSpace(character)) control++;
  return control > mostControl * text2.length;
}

// engine/summarize/readability.ts
var mostForeign = 0.3;
var mostSubwords = 1.7;
var leastFunctionWords = 0.15;
var fewestWords = 4;
var plainWord = /(?<![\w\p{L}])[\p{Ll}\p{Lu}]\p{Ll}*(?![\w\p{L}])/gu;
var functionWords3 = new Set(
  "a an and are as at be by can for from has have in is it its not of on or that the this to was which will with you".split(" ")
);
function isForeignScript(text2) {
  const letters2 = text2.match(/\p{L}/gu)?.length ?? 0;
  const latin2 = text2.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters2 - latin2 > mostForeign * letters2;
}
function isForeignLanguage(text2, tokenizer) {
  const words = text2.match(plainWord) ?? [];
  if (words.length < fewestWords) return false;
  const common = words.filter((word4) => functionWords3.has(word4.toLowerCase())).length;
  if (common >= leastFunctionWords * words.length) return false;
  return tokenizer.encode(` ${words.join(" ")}`).length > mostSubwords * words.length;
}

// engine/summarize/unitEncoder.ts
var UnitEncoder = class {
  constructor(tokenizer, limit) {
    this.tokenizer = tokenizer;
    this.limit = limit;
  }
  tokenizer;
  limit;
  /** @param text without `▁`, which stands for a blank in the vocabulary: see `withoutSpaceMarks` */
  encode(text2, units3) {
    const parts = units3.map((unit, index) => this.parts(text2, unit, gapBefore(text2, units3[index - 1], unit)));
    let count2 = 0;
    const positions = parts.map(({ length }) => (count2 += length) - length);
    return parts.flat().map((part) => ({ ...part, heads: part.heads.map((head) => positions[head]) }));
  }
  parts(text2, unit, gap2) {
    const spaced = this.pieces(text2, unit, gap2);
    if (spaced.length <= this.limit) {
      let bare2 = gap2 === "" ? spaced : void 0;
      const first = () => {
        bare2 ??= this.pieces(text2, unit, "");
        return bare2.length <= this.limit ? bare2 : spaced;
      };
      return [describe2(text2, unit, (isFirst) => isFirst ? first() : spaced)];
    }
    const parts = [];
    for (let from = 0; from < spaced.length; ) {
      const to = cutBefore(text2, spaced, from, Math.min(from + this.limit, spaced.length));
      const pieces = spaced.slice(from, to);
      const span2 = { start: from === 0 ? unit.start : pieces[0].span.start, end: pieces.at(-1).span.end };
      const quote2 = { start: Math.max(span2.start, Math.min(unit.quote.start, span2.end)), end: span2.end };
      parts.push(describe2(text2, { ...unit, ...span2, quote: quote2 }, () => pieces));
      from = to;
    }
    return parts;
  }
  pieces(text2, { start, end }, gap2) {
    const mapped = normalise(text2, start, end);
    return this.tokenizer.encode(gap2 + mapped.text).map((piece) => ({
      id: piece.id,
      span: mapped.original(Math.max(piece.start - gap2.length, 0), Math.max(piece.end - gap2.length, 0))
    }));
  }
};
function withoutSpaceMarks(text2) {
  return text2.replaceAll(spaceMark, " ");
}
function describe2(text2, unit, pieces) {
  const content2 = text2.slice(unit.start, unit.end);
  return { ...unit, pieces, words: content2.match(/\S+/gu)?.length ?? 0, hasLetter: /\p{L}/u.test(content2) };
}
function gapBefore(text2, previous, { start }) {
  if (!previous) return " ";
  const apart2 = previous.end < start && !isCjk(text2[previous.end - 1]) && !isCjk(text2[start]);
  return apart2 ? " " : "";
}
function cutBefore(text2, pieces, from, to) {
  if (to === pieces.length) return to;
  for (let at2 = to; at2 > (from + to) / 2; at2--) {
    const { start } = pieces[at2].span;
    const isInside = pieces[at2 - 1].span.end > start;
    if (!isInside && /[\s;,{}]/u.test(text2[start] + text2[start - 1])) return at2;
  }
  let at = to;
  while (at > from + 1 && pieces[at - 1].span.end > pieces[at].span.start) at--;
  return at > from + 1 ? at : to;
}

// engine/summarize/reading.ts
function blockLimit({ limits }) {
  return limits.maxSourceTokens - 1;
}
function readText(pack, source, languageId, mode) {
  const problem = problemOf(source);
  if (problem) throw problem;
  const text2 = withoutSpaceMarks(source);
  const limit = blockLimit(pack.manifest);
  const units3 = new UnitEncoder(pack.sourceTokenizer, limit).encode(text2, unitsOf2(text2, languageId, pack.manifest));
  const quoted4 = mode === "extractive" ? "requested" : isReadable(pack, text2, units3) ? void 0 : "unreadable";
  return { text: text2, units: units3, blocks: packBlocks(units3, limit), quoted: quoted4 };
}
function unitsOf2(text2, languageId, { sourceLanguage }) {
  const hasMarkdown = languageId === void 0 || isMarkdown(languageId);
  const units3 = sourceLanguage === "code" ? codeUnits(text2, languageId) : proseUnits(text2, hasMarkdown);
  if (units3.some(({ start, end }) => /\p{L}/u.test(text2.slice(start, end)))) return units3;
  return splitLines(text2).flatMap((line) => {
    const span2 = trimmed2(text2, line);
    return span2 ? [plainUnit(span2)] : [];
  });
}
function isReadable({ manifest, sourceTokenizer }, text2, units3) {
  if (isForeignScript(text2)) return false;
  if (manifest.sourceLanguage === "en" && isForeignLanguage(text2, sourceTokenizer)) return false;
  return units3.reduce((words, unit) => words + unit.words, 0) > 1 && units3.some(({ hasLetter }) => hasLetter);
}

// engine/summarize/salience.ts
function salienceOf(text2, units3, blocks, scores) {
  const pieces = blocks.flatMap((block) => block.pieces);
  const raw = blocks.flatMap((block, index) => [...scores[index].subarray(0, block.pieces.length)]);
  const weights = softmax(raw);
  const { tokens, wordOfPiece } = mergeWords(
    pieces.map(({ span: span2 }) => ({ span: span2, isProtected: false })),
    text2
  );
  const masses = new Float64Array(tokens.length);
  wordOfPiece.forEach((word4, piece) => {
    if (word4 >= 0) masses[word4] += weights[piece];
  });
  const inWords = masses.reduce((sum, mass) => sum + mass, 0);
  return {
    words: tokens.map(({ start, end }, word4) => ({ start, end, weight: Math.min(masses[word4] / inWords, 1) })),
    units: unitMasses(units3, blocks, weights)
  };
}
function unitMasses(units3, blocks, weights) {
  const masses = new Float64Array(units3.length);
  let piece = 0;
  for (const { first, end } of blocks) {
    for (let unit = first; unit < end; unit++) {
      const stop = piece + units3[unit].pieces(unit === first).length;
      while (piece < stop) masses[unit] += weights[piece++];
    }
  }
  return masses;
}
function softmax(scores) {
  const greatest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const weights = Float64Array.from(scores, (score) => Math.exp(score - greatest));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
function unitScores(units3, salience, lengthExponent) {
  return salience.map((mass, unit) => mass / Math.max(units3[unit].words, 1) ** lengthExponent);
}

// engine/summarize/summarizer.ts
async function summarizeTexts(pack, { texts: texts2, languageId, options = {} }, hooks) {
  const { lines: lineCount = 1, mode = "auto" } = options;
  const readings = texts2.map((text2) => readText(pack, text2, languageId, mode));
  const isWhole2 = readings.map(({ units: units3, blocks, quoted: quoted4 }) => {
    const says = units3.filter(({ hasLetter, isHeading }) => hasLetter && !isHeading).length;
    return quoted4 === void 0 && blocks.length === 1 && (lineCount === 1 || says === 1);
  });
  const runner = new Runner(pack, options, hooks);
  runner.expect(readings.reduce((sum, { blocks }) => sum + blocks.length, 0));
  const second = readings.map(({ quoted: quoted4 }, text2) => quoted4 === void 0 && !isWhole2[text2]);
  runner.expect(second.filter(Boolean).length * lineCount);
  const read2 = await runner.run(
    readings.map(({ blocks }, text2) => blocks.map(({ pieces }) => ({ pieces, writes: isWhole2[text2] })))
  );
  const saliences = readings.map(
    ({ text: text2, units: units3, blocks }, index) => salienceOf(text2, units3, blocks, read2[index].map(({ scores: scores2 }) => scores2))
  );
  const scores = readings.map(
    ({ units: units3 }, index) => unitScores(units3, saliences[index].units, pack.manifest.summarize.lengthExponent)
  );
  const plans = readings.map((reading, index) => planLines(pack, reading, saliences[index], scores[index], lineCount));
  const written = await runner.run(
    plans.map((ofText, index) => second[index] ? ofText.map(({ pieces }) => ({ pieces, writes: true })) : [])
  );
  runner.finish();
  return texts2.map((source, index) => {
    const outcomes = isWhole2[index] ? read2[index] : written[index];
    const lines = plans[index].map(({ group, pieces }, line) => {
      const hypotheses = outcomes[line]?.hypotheses ?? [];
      return makeLine(pack, readings[index], scores[index], group, { pieces, hypotheses });
    });
    return { source, lines: withoutRepetition(lines), salience: saliences[index].words };
  });
}
function planLines({ manifest }, { units: units3, blocks }, salience, scores, count2) {
  const limit = blockLimit(manifest);
  const groups = groupUnits(units3, salience.units, count2);
  if (groups.length === 1 && blocks.length === 1) return [{ group: groups[0], pieces: blocks[0].pieces }];
  return groups.map((group) => ({ group, pieces: joinUnits(units3, condense(units3, group, scores, limit), limit) }));
}
function makeLine(pack, { text: text2, units: units3, quoted: quoted4 }, scores, group, draft2) {
  const line = quoted4 ?? writeLine(pack, text2, spanOf2(units3, group), draft2);
  return typeof line === "string" ? quoteLine(pack, text2, units3, group, scores, line) : line;
}
function withoutRepetition(lines) {
  const seen = /* @__PURE__ */ new Set();
  return lines.filter(({ text: text2 }) => {
    const key = text2.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
var Runner = class {
  constructor(pack, options, hooks) {
    this.pack = pack;
    this.options = options;
    this.hooks = hooks;
  }
  pack;
  options;
  hooks;
  done = 0;
  total = 0;
  /** There will be at most `count` more sources. */
  expect(count2) {
    this.total += count2;
  }
  /** @returns the outcome of each source, by text and position */
  async run(sources) {
    const flat = sources.flat();
    const outcomes = new Array(flat.length);
    const { targetVocabulary } = this.pack.manifest.architecture;
    for (const batch of batchByLength(flat.map(({ pieces }) => pieces.length + 1), targetVocabulary)) {
      const results = await this.runBatch(batch.map((index) => flat[index]));
      batch.forEach((index, row) => outcomes[index] = results[row]);
      this.done += batch.length;
      this.hooks.onProgress?.(this.done, this.total);
    }
    let next = 0;
    return sources.map((ofText) => outcomes.slice(next, next += ofText.length));
  }
  /** Reports what was expected and did not come as done. */
  finish() {
    if (this.done < this.total) this.hooks.onProgress?.(this.total, this.total);
  }
  async runBatch(batch) {
    const { eos } = this.pack.manifest.specialTokens;
    const ids = batch.map(({ pieces }) => [...pieces.map(({ id: id3 }) => id3), eos]);
    await this.checkpoint();
    const encoding = await this.pack.session.encode(ids);
    const writing = batch.flatMap(({ writes }, row) => writes ? [row] : []);
    const hypotheses = await this.decode(encoding, ids, writing);
    return batch.map(({ pieces }, row) => {
      const start = row * encoding.sourceLength;
      const scores = encoding.salienceScores.slice(start, start + pieces.length);
      return { scores, hypotheses: hypotheses[writing.indexOf(row)] ?? [] };
    });
  }
  async decode(encoding, ids, rows) {
    if (rows.length === 0) return [];
    const { manifest } = this.pack;
    const model = rows.length === ids.length ? encoding : encoding.select(rows);
    const constraint = new PlaceholderConstraint(manifest.placeholders, []);
    const tasks = rows.map((row) => ({
      sourceIds: ids[row],
      maxLength: maxTargetLength(manifest, ids[row].length),
      constraint
    }));
    return beamSearch(model, tasks, searchOptions(manifest, this.options), () => this.checkpoint());
  }
  async checkpoint() {
    await nextMacrotask();
    if (this.hooks.signal?.aborted) throw cancelledError();
  }
};

// engine/transformers/interface.ts
var bundleFile = "transformers.js";
var meetingPlace2 = globalThis;

// engine/language/tag.ts
function primaryLanguage(tag3) {
  return (tag3.split(/[-_]/u)[0] ?? tag3).toLowerCase();
}

// engine/transformers/modelFolder.ts
var modelTypes = ["marian", "t5", "mt5", "bart"];
var ownFile = "alignlens.json";
var ownSettings = object({}, { source: string, target: string, prefix: string });
var weightTypes = [
  ["q8", "_quantized"],
  ["int8", "_int8"],
  ["uint8", "_uint8"],
  ["fp32", ""],
  ["q4", "_q4"],
  ["bnb4", "_bnb4"]
];
async function isModelFolder(location, readFile2) {
  return await readOptional(location, "config.json", readFile2) !== void 0;
}
async function readModelFolder(location, readFile2) {
  const config = await readJson(location, "config.json", readFile2);
  requireSeq2Seq(config, location);
  if (await readOptional(location, "tokenizer.json", readFile2) === void 0) throw missing(location, "tokenizer.json");
  const tokenizer = await readJson(location, "tokenizer_config.json", readFile2);
  const own = await readOwnSettings(location, readFile2);
  const id3 = nameOf(location);
  const { source, target } = languagesOf(own, [tokenizer, config], [id3, config["_name_or_path"]], location);
  return {
    info: { id: id3, version: config["model_type"], task: "translate", sourceLanguage: source, targetLanguage: target, location, translatesOnly: true },
    prefix: own.prefix ?? prefixOf(config, source, target),
    maxSourceTokens: smallest([config["max_position_embeddings"], config["n_positions"], tokenizer["model_max_length"], longestSource])
  };
}
var longestSource = 512;
async function readModelGraphs(location, readFile2) {
  for (const [weights, suffix] of weightTypes) {
    const names = [`onnx/encoder_model${suffix}.onnx`, `onnx/decoder_model_merged${suffix}.onnx`];
    const encoder = await readOptional(location, names[0], readFile2);
    if (!encoder) continue;
    const decoder = await readOptional(location, names[1], readFile2);
    if (!decoder) throw missing(location, names[1]);
    return { weights, files: /* @__PURE__ */ new Map([[names[0], encoder], [names[1], decoder]]) };
  }
  throw missing(location, "onnx/encoder_model.onnx");
}
async function readOptional(location, file, readFile2) {
  try {
    return await readFile2(location, file);
  } catch (error) {
    if (isRefusal(error)) throw error;
    return void 0;
  }
}
async function readJson(location, file, readFile2) {
  const content2 = await readOptional(location, file, readFile2);
  if (!content2) throw missing(location, file);
  try {
    return record(anything)(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(content2)), file);
  } catch (error) {
    throw new AlignLensError("pack-damaged", phrase("{0} of the model in {1} is not a JSON object. Copy or export the model again.", file, location), String(error));
  }
}
async function readOwnSettings(location, readFile2) {
  if (await readOptional(location, ownFile, readFile2) === void 0) return {};
  try {
    return ownSettings(await readJson(location, ownFile, readFile2), ownFile);
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    throw incompatible2(phrase('{0} of the model in {1} does not fit: {2}. It takes "source", "target" and "prefix".', ownFile, location, error.message));
  }
}
function requireSeq2Seq(config, location) {
  const type2 = config["model_type"];
  if (typeof type2 === "string" && modelTypes.includes(type2)) return;
  throw incompatible2(
    phrase("config.json of the model in {0} has the model_type {1}. AlignLens runs translation models of these types: {2}.", location, described(type2), modelTypes.join(", "))
  );
}
function languagesOf(own, files, names, location) {
  const [, first, second] = names.map((name2) => typeof name2 === "string" ? namePattern.exec(name2) : null).find((match2) => match2) ?? [];
  const given = files.find((file) => isCode(file["source_lang"]) && isCode(file["target_lang"]));
  const source = own["source"] ?? given?.["source_lang"] ?? first;
  const target = own["target"] ?? given?.["target_lang"] ?? second;
  if (isCode(source) && isCode(target)) return { source: languageCode2(source), target: languageCode2(target) };
  throw incompatible2(
    phrase(
      "No file of the model in {0} says from which language to which it translates. Put {1} beside config.json with {2}, or with the codes of its languages.",
      location,
      ownFile,
      '{"source": "en", "target": "de"}'
    )
  );
}
var namePattern = /(?:^|[/\\])opus-mt(?:-tc)?(?:-(?:big|base|tiny))?-([a-z]{2,3})-([a-z]{2,3})(?:-onnx)?$/iu;
function isCode(value3) {
  return typeof value3 === "string" && /^[a-z]{2,3}(?:[-_][A-Za-z0-9]+)*$/iu.test(value3);
}
function languageCode2(tag3) {
  return Intl.getCanonicalLocales(primaryLanguage(tag3))[0] ?? tag3;
}
function prefixOf(config, source, target) {
  const tasks = config["task_specific_params"];
  const prefix = tasks?.[`translation_${source}_to_${target}`]?.prefix;
  return typeof prefix === "string" ? prefix : "";
}
function smallest(limits) {
  return Math.min(...limits.filter((limit) => typeof limit === "number" && limit > 0));
}
function nameOf(location) {
  const name2 = /([^/\\]+)[/\\]*$/u.exec(location)?.[1] ?? location;
  try {
    return decodeURIComponent(name2);
  } catch {
    return name2;
  }
}
function missing(location, file) {
  return new AlignLensError(
    "pack-missing",
    phrase("The model in {0} has no readable {1}. Export it with ONNX graphs for Transformers.js, or copy what is missing.", location, file)
  );
}
function incompatible2(sentence2) {
  return new AlignLensError("pack-incompatible", sentence2);
}

// engine/transformers/loadedModel.ts
async function loadModel(location, readFile2, bundle) {
  const folder = await readModelFolder(location, readFile2);
  const { weights, files } = await readModelGraphs(location, readFile2);
  const model = await bundle.load(
    async (file) => files.get(file) ?? readOptional(location, file, readFile2),
    weights,
    (part, cause) => {
      const names = part === "tokenizer" ? "tokenizer.json" : [...files.keys()].join(", ");
      const sentence2 = phrase("{0} of the model in {1} cannot be loaded. Copy or export the model again.", names, location);
      return stoppedBy(`${names} (${location})`, cause) ?? new AlignLensError("pack-damaged", sentence2, String(cause));
    }
  );
  return { ...folder, model: namingFiles(model, [...files.keys()].join(", "), location), matcher: new LastMatcher(folder.info.sourceLanguage) };
}
function namingFiles(model, graphs, location) {
  const unfit = (error) => {
    if (error instanceof AlignLensError) return error;
    const sentence2 = phrase("The model in {0} cannot be run: config.json, tokenizer.json and the graphs do not fit each other. Copy or export the model again.", location);
    return stoppedBy(`${graphs} (${location})`, error) ?? new AlignLensError("pack-damaged", sentence2, error instanceof Error ? error.stack : String(error));
  };
  return {
    generate: async (...args) => {
      try {
        return await model.generate(...args);
      } catch (error) {
        throw unfit(error);
      }
    },
    length: (text2) => {
      try {
        return model.length(text2);
      } catch (error) {
        throw unfit(error);
      }
    }
  };
}
function startTransformers(code2, runScript2) {
  meetingPlace2.alignlensRuntime = { InferenceSession: InferenceSession2, Tensor: Tensor2 };
  runScript2(code2);
  const bundle = meetingPlace2.alignlensTransformers;
  if (!bundle) throw new Error("the bundle of Transformers.js did not start");
  return bundle;
}

// models/alignlens/protect.json
var protect_default = [
  { kind: "c", pattern: "\u27E6[^\u27E7]*\u27E7|[\u2581\u27E6\u27E7]" },
  { kind: "c", pattern: "[\u2600-\u27BF\u{1F300}-\u{1FAFF}]\uFE0F?" },
  { kind: "c", pattern: "``[^`]+``|`[^`]+`" },
  { kind: "c", pattern: "(?:https?|ftp|file|ssh|git|wss?)://[^\\s<>\"'`\uFF08\uFF09\u300C\u300D\uFF0C\u3002\uFF1B]*[A-Za-z0-9/_#=&-]" },
  { kind: "c", pattern: "[A-Za-z0-9][A-Za-z0-9._+-]*@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+" },
  { kind: "t", pattern: "</?[A-Za-z][A-Za-z0-9_:.-]*(?:\\s[^<>]*)?/?>" },
  { kind: "t", pattern: "\\*{2,3}|~~|(?<![A-Za-z0-9*])\\*(?=[^\\s*])|(?<=[^\\s*])\\*(?![A-Za-z0-9*])" },
  { kind: "t", pattern: "(?<=\\])\\([^()\\s]*\\)" },
  { kind: "c", pattern: "&(?:[A-Za-z]+|#[0-9]+);" },
  { kind: "c", pattern: "%\\([A-Za-z_][A-Za-z0-9_]*\\)[#0+-]*[0-9]*(?:\\.[0-9]+)?[sdifrxu]" },
  { kind: "n", pattern: "%(?:[0-9]+\\$)?[#0+-]*(?:[0-9]+|\\*)?(?:\\.(?:[0-9]+|\\*))?(?:hh|h|ll|l|q|j|z|L|I64)?[diuxXfFgGeE](?![A-Za-z])|%n(?![A-Za-z])" },
  { kind: "c", pattern: "%(?:[0-9]+\\$)?-?[0-9]*(?:\\.(?:[0-9]+|\\*))?l?[scpqvrS@](?![A-Za-z])|%L?[0-9]+|%[A-Za-z_]+%" },
  { kind: "c", pattern: "\\$\\{[^{}]*\\}|\\{\\{[^{}]*\\}\\}|\\$\\([A-Za-z_][A-Za-z0-9_]*\\)|\\{[^{}\\s]{0,60}\\}|\\$[A-Za-z_][A-Za-z0-9_]*" },
  { kind: "c", pattern: "(?:(?:Ctrl|Control|Alt|Shift|Cmd|Meta|Super|Option|Command)(?: ?\\+ ?|-))+[A-Za-z0-9]+" },
  { kind: "c", pattern: "(?<![A-Za-z0-9_/])(?:[A-Za-z]:|~|\\.{1,2})?(?:[/\\\\][A-Za-z0-9_.@+*-]*[A-Za-z0-9_*-]){2,}/?|(?<![A-Za-z0-9_])(?:~|\\.{1,2})/[A-Za-z0-9_.-]*[A-Za-z0-9_-]|@?(?:[A-Za-z0-9_.@*-]+/)+[A-Za-z0-9_*-]+\\.[A-Za-z0-9]{1,8}|@[A-Za-z][A-Za-z0-9_-]*(?:/[A-Za-z0-9_-]+)*" },
  { kind: "c", pattern: "(?<![A-Za-z0-9_-])--?[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*(?:=[^\\s,;)]+)?" },
  { kind: "n", pattern: "(?<![A-Za-z0-9_.])0x[0-9A-Fa-f]+(?![A-Za-z0-9_])" },
  { kind: "c", pattern: "#[0-9]+(?![A-Za-z0-9_])" },
  { kind: "c", pattern: "(?<![A-Za-z0-9_$])[A-Za-z_$][A-Za-z0-9_$-]+(?:(?:\\.|::|->)[A-Za-z_$][A-Za-z0-9_$]+)+(?:\\(\\))?|(?<![A-Za-z0-9_.])\\.[A-Za-z][A-Za-z0-9_-]+(?:\\.[A-Za-z]+)*" },
  { kind: "n", pattern: "(?<![A-Za-z0-9_.])v?(?:[0-9]+(?:[.,:][0-9]+)+|[0-9]{2,})(?![A-Za-z0-9_])" },
  { kind: "c", pattern: "(?<![A-Za-z0-9_])(?:__[A-Za-z0-9_]+__|[A-Za-z0-9]+(?:_+[A-Za-z0-9]+)+|[a-z]+[0-9]*[A-Z][A-Za-z0-9]*|[A-Z]+[a-z0-9]+[A-Z][A-Za-z0-9]*|[A-Za-z]+[0-9]+[A-Za-z0-9]*|[A-Za-z][A-Za-z0-9]*(?=\\(\\)))(?:\\(\\))?" }
];

// engine/transformers/sourceText.ts
var protect = createProtector(protect_default);
function plainSentences(text2, language, fits, matcher) {
  const letter4 = letterOf(language);
  return [...text2.matchAll(/[^\n\r\u2028\u2029]+/gu)].flatMap((line) => {
    const mapped = normalise(text2, line.index, line.index + line[0].length);
    const found = protect(mapped.text);
    const terms = matcher?.match(mapped.text, found).filter(({ term: term2 }) => term2.target === null) ?? [];
    const kept = [...found, ...terms].sort((a, b) => a.start - b.start);
    return splitSentences(mapped.text, kept).flatMap((span2) => shortened(mapped.text, span2, kept, fits)).map((span2) => plainSentence(mapped, span2, kept, letter4));
  });
}
function shortened(line, span2, kept, fits) {
  const cut2 = fits(line.slice(span2.start, span2.end)) ? void 0 : findCut(line, span2, kept);
  if (cut2 === void 0) return [span2];
  return [trim(line, span2.start, cut2), trim(line, cut2, span2.end)].flatMap((half) => half ? shortened(line, half, kept, fits) : []);
}
function plainSentence(mapped, span2, kept, letter4) {
  const inside = kept.filter(({ start, end }) => start >= span2.start && end <= span2.end);
  const parts = [];
  let from = span2.start;
  for (const { start, end } of inside) {
    parts.push({ text: mapped.text.slice(from, start), kept: false }, { text: mapped.text.slice(start, end), kept: true });
    from = end;
  }
  parts.push({ text: mapped.text.slice(from, span2.end), kept: false });
  return {
    span: mapped.original(span2.start, span2.end),
    text: mapped.text.slice(span2.start, span2.end),
    parts: parts.filter(({ text: text2 }) => text2 !== ""),
    keptSpans: inside.map(({ start, end }) => mapped.original(start, end)),
    translatable: letter4.test(withoutSpans(mapped.text, span2, inside))
  };
}

// engine/transformers/translate.ts
async function translateWithModel(loaded, aligner, { texts: texts2, terms = [] }, { signal, onProgress, onPartial, letPass }) {
  const { info, matcher, model, maxSourceTokens, prefix } = loaded;
  const fits = (sentence2) => model.length(prefix + sentence2) <= maxSourceTokens;
  const sentences = texts2.map((text2) => plainSentences(text2, info.sourceLanguage, fits, matcher.for(terms)));
  const total = sentences.reduce((sum, ofText) => sum + ofText.length, 0);
  const beforeStep = stepGuard(signal, letPass);
  const written = [];
  let count2 = 0;
  for (const [index, source] of texts2.entries()) {
    const done = [];
    for (const sentence2 of sentences[index]) {
      await beforeStep();
      const original = source.slice(sentence2.span.start, sentence2.span.end);
      done.push({ sentence: sentence2, target: sentence2.translatable ? await translateSentence(loaded, sentence2, beforeStep) : original });
      if (index === 0) onPartial?.(write(source, done, info.targetLanguage, false).target);
      onProgress?.(++count2, total);
    }
    written.push(write(source, done, info.targetLanguage, true));
  }
  const translations = [];
  for (const text2 of written) translations.push(await withWords(text2, aligner, beforeStep));
  return translations;
}
async function translateSentence({ model, prefix }, { text: text2, parts }, beforeStep) {
  const generate = async (plain) => {
    const source = prefix + plain;
    return (await model.generate(source, maxTargetLength2(model.length(source)), beforeStep)).trim();
  };
  const whole = await generate(text2);
  if (holdsAll(whole, parts)) return whole;
  const pieces = [];
  for (const part of parts) pieces.push(part.kept || !/\p{L}/u.test(part.text) ? part.text : await keepingSpace(part.text, generate));
  return pieces.join("");
}
function maxTargetLength2(sourceLength2) {
  return 2 * sourceLength2 + 10;
}
function holdsAll(translation2, parts) {
  const kept = parts.filter((part) => part.kept && !/^[\d.,:]+$/u.test(part.text)).map((part) => part.text);
  let rest = translation2;
  return kept.sort((a, b) => b.length - a.length).every((own) => {
    const found = rest.includes(own);
    rest = rest.replace(own, () => "\0");
    return found;
  });
}
async function keepingSpace(text2, translate) {
  const plain = text2.trim();
  const start = text2.indexOf(plain);
  return text2.slice(0, start) + await translate(plain) + text2.slice(start + plain.length);
}
function write(source, done, targetLanguage, whole) {
  let target = "";
  let position = 0;
  const sentences = done.map(({ sentence: sentence2, target: text2 }) => {
    target += gap(target, source.slice(position, sentence2.span.start), text2, targetLanguage);
    const start = target.length;
    target += text2;
    position = sentence2.span.end;
    return { sentence: sentence2, target: { start, end: target.length } };
  });
  return { source, target: whole ? target + source.slice(position) : target, sentences };
}
async function withWords({ source, target, sentences }, aligner, beforeStep) {
  const translated2 = sentences.filter(({ sentence: sentence2, target: { start, end } }) => sentence2.translatable && end > start);
  const aligned2 = aligner ? await align(aligner, { source, target, sentences: translated2 }, beforeStep) : [];
  const links = new Map(translated2.map((one2, index) => [one2, aligned2[index]]));
  const results = sentences.map((one2) => links.get(one2) ?? withoutLinks(source, target, one2));
  return { source, target, sentences: results, score: meanScore(results) };
}
async function align(pack, { source, target, sentences }, beforeStep) {
  const texts2 = { source, target };
  const pairs = sentences.map((one2) => ({ texts: texts2, source: one2.sentence.span, target: one2.target, pretokenized: false }));
  try {
    const evidence = await decodeBeads(pack, pairs, beforeStep, () => void 0);
    return evidence.map((one2) => {
      const { source: from, target: to, sourceTokens, targetTokens, alignment, attention, links, confidence, subwords, score } = combineDirections(one2, void 0);
      return { source: from, target: to, sourceTokens, targetTokens, alignment, attention, links, confidence, subwords, score };
    });
  } catch (error) {
    if (!(error instanceof AlignLensError) || error.code !== "input-too-long") throw error;
    const [only, ...others2] = sentences;
    if (only && others2.length === 0) return [void 0];
    const answers = [];
    for (const one2 of sentences) answers.push(...await align(pack, { source, target, sentences: [one2] }, beforeStep));
    return answers;
  }
}
function withoutLinks(source, target, { sentence: sentence2, target: written }) {
  const sourceTokens = wordsOf4(source, sentence2.span, sentence2.keptSpans);
  const same = !sentence2.translatable;
  const by = written.start - sentence2.span.start;
  const targetTokens = same ? sourceTokens.map(({ start, end, text: text2 }) => ({ start: start + by, end: end + by, text: text2 })) : wordsOf4(target, written, []);
  const matrix = same ? identityMatrix(sourceTokens.length) : new Float32Array(sourceTokens.length * targetTokens.length);
  return {
    source: sentence2.span,
    target: written,
    sourceTokens,
    targetTokens,
    alignment: matrix,
    attention: matrix.slice(),
    links: same ? sourceTokens.map((_, index) => ({ source: index, target: index })) : [],
    confidence: new Float32Array(targetTokens.length).fill(1),
    subwords: [],
    score: 0
  };
}
function wordsOf4(text2, { start, end }, kept) {
  const pieces = [];
  for (let offset = start; offset < end; ) {
    const protectedSpan = kept.find((span2) => span2.start === offset);
    const next = protectedSpan?.end ?? offset + String.fromCodePoint(text2.codePointAt(offset)).length;
    pieces.push({ span: { start: offset, end: next }, isProtected: protectedSpan !== void 0 });
    offset = next;
  }
  return mergeWords(pieces, text2).tokens;
}

// engine/pack/lexicon.ts
var headerBytes = 32;
var magic = "ALEX";
var version = 1;
var probabilityUnit = 65535;
var Lexicon = class _Lexicon {
  constructor(sourceVocabulary, targetVocabulary, epsilon, unigram, rowOffsets, columns2, probabilities) {
    this.sourceVocabulary = sourceVocabulary;
    this.targetVocabulary = targetVocabulary;
    this.epsilon = epsilon;
    this.unigram = unigram;
    this.rowOffsets = rowOffsets;
    this.columns = columns2;
    this.probabilities = probabilities;
  }
  sourceVocabulary;
  targetVocabulary;
  epsilon;
  unigram;
  rowOffsets;
  columns;
  probabilities;
  /** Reads `lexicon.bin` (format: models/README.md). Throws `pack-damaged`; `location` appears in the message. */
  static parse(content2, location) {
    const damaged = (why) => new AlignLensError(
      "pack-damaged",
      phrase("lexicon.bin of the pack in {0} is damaged: {1}. Copy or install the pack again.", location, why)
    );
    const view = new DataView(content2.buffer, content2.byteOffset, content2.byteLength);
    if (content2.byteLength < headerBytes || String.fromCharCode(...content2.subarray(0, 4)) !== magic) {
      throw damaged("it does not start as a lexicon");
    }
    if (view.getUint32(4, true) !== version) throw damaged(`its version is ${view.getUint32(4, true)}, not ${version}`);
    const [sources, targets, entries] = [view.getUint32(8, true), view.getUint32(12, true), view.getUint32(16, true)];
    const size = headerBytes + 4 * (sources + 1) + 4 * targets + 4 * entries;
    if (content2.byteLength !== size) throw damaged(`it has ${content2.byteLength} bytes in place of ${size}`);
    let position = headerBytes;
    const rowOffsets = Uint32Array.from({ length: sources + 1 }, (_, i) => view.getUint32(position + 4 * i, true));
    position += 4 * (sources + 1);
    const unigram = Float32Array.from({ length: targets }, (_, i) => view.getFloat32(position + 4 * i, true));
    position += 4 * targets;
    const columns2 = Uint16Array.from({ length: entries }, (_, i) => view.getUint16(position + 2 * i, true));
    position += 2 * entries;
    const probabilities = Uint16Array.from({ length: entries }, (_, i) => view.getUint16(position + 2 * i, true));
    const ordered2 = rowOffsets.every((offset, i) => i === 0 || offset >= (rowOffsets[i - 1] ?? 0));
    if (rowOffsets[0] !== 0 || rowOffsets[sources] !== entries || !ordered2) throw damaged("its row index is not in order");
    if (columns2.some((column) => column >= targets)) throw damaged("an entry lies outside the vocabulary");
    const epsilon = view.getFloat32(20, true);
    const isShare = (value3) => value3 >= 0 && value3 <= 1;
    if (!isShare(epsilon) || !unigram.every(isShare)) throw damaged("a probability is not between 0 and 1");
    return new _Lexicon(sources, targets, epsilon, unigram, rowOffsets, columns2, probabilities);
  }
  /**
   * Writes scale · L(·|source) into `row`, of the shortlist's size and filled with zeros.
   *
   * @param places of each target subword, its place on the shortlist, which has all that the source's row has
   */
  writeRow(source, row, places, scale = 1) {
    const end = this.rowOffsets[source + 1] ?? 0;
    for (let entry = this.rowOffsets[source] ?? 0; entry < end; entry++) {
      row[places[this.columns[entry]]] = scale * this.probabilities[entry] / probabilityUnit;
    }
  }
  /** The target subwords y with L(y|source) above zero. */
  targetsOf(source) {
    return this.columns.subarray(this.rowOffsets[source] ?? 0, this.rowOffsets[source + 1] ?? 0);
  }
  /** The target subwords with the highest u(y), at most `count`. */
  frequent(count2) {
    const order = Array.from(this.unigram.keys()).sort((a, b) => this.unigram[b] - this.unigram[a] || a - b);
    return order.slice(0, count2);
  }
  /** ε·u(target). */
  floorOf(target) {
    return this.epsilon * (this.unigram[target] ?? 0);
  }
  /** L(target|source) + ε·u(target), the likelihood in the alignment posterior. */
  likelihood(target, source) {
    const floor = this.floorOf(target);
    const end = this.rowOffsets[source + 1] ?? 0;
    for (let entry = this.rowOffsets[source] ?? 0; entry < end; entry++) {
      if (this.columns[entry] === target) return this.probabilities[entry] / probabilityUnit + floor;
    }
    return floor;
  }
};

// engine/session/encodedBatch.ts
var EncodedBatch = class _EncodedBatch {
  constructor(by, tensors, votes) {
    this.by = by;
    this.tensors = tensors;
    this.votes = votes;
    this.sentences = tensors.ids.length;
    this.sourceLength = tensors.sourceLength;
    this.shortlist = by.layer.shortlist;
    this.initialState = tensors.initialState;
    this.salienceScores = tensors.salienceScores;
  }
  by;
  tensors;
  votes;
  sentences;
  sourceLength;
  shortlist;
  initialState;
  salienceScores;
  async step(ids, beams, state) {
    return this.stepOutput(await this.by.decoder.run(this.inputs(ids, beams, state), this.stepOutputs()));
  }
  async trace(ids, state) {
    const wanted = [...this.stepOutputs(), ...tracedOutputs(this.by.manifest)];
    const outputs = await this.by.decoder.run(this.inputs(ids, 1, state), wanted);
    return {
      ...this.stepOutput(outputs),
      energies: outputs["energies"],
      forget: outputs["gate_f"],
      input: outputs["gate_i"],
      output: outputs["gate_o"],
      context: outputs["context"],
      attentional: outputs["attentional"],
      regated: outputs["second_gate"],
      hidden: outputs["output_state"] ?? outputs["attentional"]
    };
  }
  stepOutputs() {
    return ["log_probs", "attention", ...this.by.manifest.state.map((name2) => `next_${name2}`)];
  }
  inputs(ids, beams, state) {
    const { sentences, sourceLength: sourceLength2 } = this;
    const { manifest, lexicon, layer } = this.by;
    const { memory, keys, mask: mask2 } = this.tensors;
    const { shortlist, tensors } = layer;
    const inputs = {
      ids: { data: ids.map((id3) => shortlist.places[id3]), dims: [sentences, beams] },
      ...tensors,
      memory: { data: memory, dims: [sentences, sourceLength2, memory.length / (sentences * sourceLength2)] },
      keys: { data: keys, dims: [sentences, sourceLength2, keys.length / (sentences * sourceLength2)] },
      mask: { data: mask2, dims: [sentences, sourceLength2] }
    };
    for (const name2 of manifest.state) {
      inputs[name2] = { data: state[name2], dims: [sentences, beams, manifest.stateSizes[name2]] };
    }
    if (lexicon) {
      this.votes ??= lexiconVotes(lexicon, this.tensors, sourceLength2, layer);
      inputs["lexicon"] = { data: this.votes.rows, dims: [sentences, sourceLength2, shortlist.size] };
      inputs["unigram"] = { data: this.votes.floor, dims: [shortlist.size] };
    }
    return inputs;
  }
  stepOutput(outputs) {
    const logProbs = outputs["log_probs"];
    for (let at = 0; at < logProbs.length; at += this.shortlist.size) {
      if (Number.isNaN(logProbs[at])) throw noNumbers("decoder.onnx", this.by.location);
    }
    return {
      logProbs,
      attention: outputs["attention"],
      state: Object.fromEntries(this.by.manifest.state.map((name2) => [name2, outputs[`next_${name2}`]]))
    };
  }
  select(rows) {
    const { tensors, votes } = this;
    const gather = (tensor) => gatherTensor(tensor, tensor.length / this.sentences, rows);
    const selected = {
      ids: rows.map((row) => tensors.ids[row]),
      rowScales: rows.map((row) => tensors.rowScales[row]),
      sourceLength: tensors.sourceLength,
      memory: gather(tensors.memory),
      keys: gather(tensors.keys),
      mask: gather(tensors.mask),
      initialState: Object.fromEntries(Object.entries(tensors.initialState).map(([name2, rowsOf]) => [name2, gather(rowsOf)])),
      salienceScores: tensors.salienceScores && gather(tensors.salienceScores)
    };
    return new _EncodedBatch(this.by, selected, votes && { ...votes, rows: gather(votes.rows) });
  }
};
function noNumbers(file, location) {
  return new AlignLensError(
    "pack-damaged",
    phrase("What {0} of the pack in {1} computes is not a number: its weights, or those that it is given, are damaged. Copy or install the pack again.", file, location)
  );
}
function lexiconVotes(lexicon, { ids, rowScales }, length, { shortlist }) {
  const width = shortlist.size;
  const rows = new Float32Array(ids.length * length * width);
  ids.forEach((sentence2, n) => {
    sentence2.forEach((id3, i) => {
      const row = n * length + i;
      lexicon.writeRow(id3, rows.subarray(row * width, (row + 1) * width), shortlist.places, rowScales[n]?.get(i));
    });
  });
  return { rows, floor: Float32Array.from(shortlist.ids, (id3) => lexicon.floorOf(id3)) };
}

// engine/session/outputLayer.ts
var WholeOutputLayer = class {
  /** @param tensors the last axis of each is the target vocabulary */
  constructor(tensors, vocabulary) {
    this.tensors = tensors;
    this.shortlist = new Shortlist(Int32Array.from({ length: vocabulary }, (_, id3) => id3), vocabulary);
  }
  tensors;
  shortlist;
  /** @param ids ascending */
  cutTo(ids) {
    const shortlist = new Shortlist(ids, this.shortlist.size);
    const tensors = Object.entries(this.tensors).map(([name2, { data, dims }]) => {
      const cut2 = new data.constructor(data.length / this.shortlist.size * ids.length);
      copyColumns(data, this.shortlist.size, ids, cut2);
      return [name2, { data: cut2, dims: [...dims.slice(0, -1), ids.length] }];
    });
    return { shortlist, tensors: Object.fromEntries(tensors) };
  }
};
function copyColumns(from, width, columns2, to) {
  let at = 0;
  for (let row = 0; row < from.length; row += width) {
    for (const column of columns2) to[at++] = from[row + column];
  }
}

// engine/session/seq2seqSession.ts
var Seq2SeqSession = class _Seq2SeqSession {
  constructor(manifest, encoder, decoder, output, lexicon, location) {
    this.manifest = manifest;
    this.encoder = encoder;
    this.decoder = decoder;
    this.output = output;
    this.lexicon = lexicon;
    this.location = location;
    this.frequent = lexicon?.frequent(frequentSubwords) ?? [];
  }
  manifest;
  encoder;
  decoder;
  output;
  lexicon;
  location;
  frequent;
  /** Used from the next batch on. */
  other;
  /** Throws `pack-damaged` or `pack-incompatible`, naming the graph. */
  static async load(files, lexicon, location) {
    const { manifest } = files;
    const signatures = graphSignatures(manifest);
    const loaded = [];
    const load = async (graph) => {
      const session = await OrtGraph.load(files[graph], `${graph}.onnx of the pack in ${location}`, signatures[graph]);
      loaded.push(session);
      return session;
    };
    try {
      const [encoder, decoder] = [await load("encoder"), await load("decoder")];
      return new _Seq2SeqSession(manifest, encoder, decoder, await loadOutputLayer(files, location), lexicon, location);
    } catch (error) {
      for (const graph of loaded) await graph.release();
      throw error;
    }
  }
  /** Encodes sentences of source subwords, EOS included; the batch is padded to its longest sentence. */
  async encode(sentences, { rowScales = [], shortlistWith, decoder } = {}) {
    const { pad } = this.manifest.specialTokens;
    const count2 = sentences.length;
    const { other } = this;
    const due = other && count2 >= other.fromSentences ? other.graph : this.decoder;
    const length = Math.max(...sentences.map((ids2) => ids2.length));
    const ids = new Int32Array(count2 * length).fill(pad);
    const mask2 = new Float32Array(count2 * length);
    sentences.forEach((sentence2, n) => {
      ids.set(sentence2, n * length);
      mask2.fill(1, n * length, n * length + sentence2.length);
    });
    const inputs = {
      ids: { data: ids, dims: [count2, length] },
      lengths: { data: Int32Array.from(sentences, (sentence2) => sentence2.length), dims: [count2] }
    };
    const outputs = await this.encoder.run(inputs, Object.keys(graphSignatures(this.manifest).encoder.outputs));
    const layer = this.outputLayer(sentences, shortlistWith);
    const salienceScores = outputs["salience_scores"];
    if (salienceScores?.some(Number.isNaN)) throw noNumbers("encoder.onnx", this.location);
    return new EncodedBatch({ manifest: this.manifest, decoder: decoder ?? due, lexicon: this.lexicon, layer, location: this.location }, {
      ids: sentences,
      rowScales,
      sourceLength: length,
      memory: outputs["memory"],
      keys: outputs["keys"],
      mask: mask2,
      initialState: Object.fromEntries(this.manifest.state.map((name2) => [name2, outputs[name2]])),
      salienceScores
    });
  }
  async release() {
    await this.encoder.release();
    await this.decoder.release();
  }
  outputLayer(sentences, shortlistWith) {
    const { lexicon } = this;
    if (!lexicon || !shortlistWith) return this.output;
    const { pad, bos, eos } = this.manifest.specialTokens;
    const { firstId, kinds: kinds2, perKind } = this.manifest.placeholders;
    const ids = /* @__PURE__ */ new Set([pad, bos, eos, ...this.frequent, ...shortlistWith]);
    for (let id3 = firstId; id3 < firstId + kinds2.length * perKind; id3++) ids.add(id3);
    for (const source of new Set(sentences.flat())) for (const id3 of lexicon.targetsOf(source)) ids.add(id3);
    return this.output.cutTo(Int32Array.from(ids).sort());
  }
};
async function loadOutputLayer({ manifest, output }, location) {
  const signature2 = graphSignatures(manifest).output;
  const { targetVocabulary } = manifest.architecture;
  const name2 = `output.onnx of the pack in ${location}`;
  const graph = await OrtGraph.load(output, name2, signature2);
  const columns2 = Int32Array.from({ length: targetVocabulary }, (_, id3) => id3);
  try {
    const tensors = await graph.runTensors({ columns: { data: columns2, dims: [targetVocabulary] } }, Object.keys(signature2.outputs));
    return new WholeOutputLayer(tensors, targetVocabulary);
  } catch (error) {
    throw new AlignLensError(
      "pack-incompatible",
      phrase("{0} does not fit its manifest: {1}. Export the pack again with the matching version of models/.", name2, `it has not ${targetVocabulary} subwords`),
      String(error)
    );
  } finally {
    await graph.release();
  }
}
var frequentSubwords = 1e3;

// engine/translate/loadedPack.ts
async function loadPack(location, readFile2) {
  const files = await loadPackFiles(location, readFile2);
  const { manifest } = files;
  const lexicon = files.lexicon && Lexicon.parse(files.lexicon, location);
  if (lexicon) checkLexicon(lexicon, manifest, location);
  const fingerprint = await sha256(new TextEncoder().encode(JSON.stringify(manifest)));
  const loading = Seq2SeqSession.load(files, lexicon, location);
  const [session, [sourceTokenizer, targetTokenizer]] = await Promise.all([loading, parseTokenizers(files, location)]);
  return {
    manifest,
    fingerprint,
    sentences: new SentenceEncoder(manifest, sourceTokenizer),
    targetSentences: new SentenceEncoder(manifest, targetTokenizer, manifest.targetLanguage),
    sourceTokenizer,
    targetTokenizer,
    lexicon,
    matcher: new LastMatcher(manifest.sourceLanguage),
    session
  };
}
async function parseTokenizers(files, location) {
  await Promise.resolve();
  const { sourceVocabulary, targetVocabulary } = files.manifest.architecture;
  return [
    SubwordTokenizer.parse(files.sourceTokenizer, `source.tokenizer.json of the pack in ${location}`, sourceVocabulary),
    SubwordTokenizer.parse(files.targetTokenizer, `target.tokenizer.json of the pack in ${location}`, targetVocabulary)
  ];
}
function checkLexicon(lexicon, { architecture: architecture2 }, location) {
  const { sourceVocabulary, targetVocabulary } = architecture2;
  if (lexicon.sourceVocabulary === sourceVocabulary && lexicon.targetVocabulary === targetVocabulary) return;
  throw new AlignLensError(
    "pack-incompatible",
    phrase("lexicon.bin of the pack in {0} is for {1} \xD7 {2} subwords, but the manifest says {3} \xD7 {4}. Build the pack again.", location, lexicon.sourceVocabulary, lexicon.targetVocabulary, sourceVocabulary, targetVocabulary)
  );
}

// engine/engine.ts
var cachedBytes = 16 * 2 ** 20;
var Engine = class {
  constructor(services) {
    this.services = services;
    const { readFile: readFile2, runScript: runScript2, log } = services;
    const readRuntimeFile = (file) => this.readRuntimeFile(file);
    this.backends = services.backends && new Backends(services.backends, { readPackFile: readFile2, readRuntimeFile, runScript: runScript2 }, log);
  }
  services;
  packs = /* @__PURE__ */ new Map();
  hypotheses = new HypothesisCache(cachedBytes);
  runtime;
  transformers;
  backends;
  /** Reads the manifest only, or what stands for it in a model of Hugging Face's format. Throws `pack-…` errors. */
  async describePack(location) {
    const manifest = await this.manifestOf(location);
    return manifest ? describeManifest(manifest, location) : (await readModelFolder(location, this.services.readFile)).info;
  }
  /** Loads the pack when it is not yet; a load that failed is forgotten, so that the next call tries again. */
  async loadPack(location) {
    const pack = await this.loadPackOrModel(location);
    if (isPack(pack)) return pack;
    throw new AlignLensError(
      "pack-incompatible",
      phrase("The model in {0} only translates. Aligning and explaining take a pack of AlignLens for {1} \u2192 {2}, and there is none.", location, pack.info.sourceLanguage, pack.info.targetLanguage)
    );
  }
  loadPackOrModel(location) {
    const known = this.packs.get(location);
    if (known) return known;
    const loading = this.load(location);
    this.packs.set(location, loading);
    loading.catch(() => this.packs.delete(location));
    return loading;
  }
  /** Translates each text on its own, in order. Throws `pack-…` errors and `cancelled`. */
  async translate(request, hooks = {}) {
    const pack = await this.loadPackOrModel(request.pack);
    if (isPack(pack)) return this.withPack("translate", request.pack, (own) => translateTexts(own, request, this.hypotheses, hooks));
    if (request.aligner === void 0) return translateWithModel(pack, void 0, request, hooks);
    return this.withPack("translate", request.aligner, (aligner) => {
      requireSameLanguages(pack.info, aligner);
      return translateWithModel(pack, aligner, request, hooks);
    });
  }
  /**
   * Summarizes each text on its own, in order. Throws `pack-…` errors, `empty-input`, `input-too-long`, `not-text` and
   * `cancelled`.
   */
  async summarize(request, hooks = {}) {
    return this.withPack("summarize", request.pack, (pack) => summarizeTexts(pack, request, hooks));
  }
  /**
   * Aligns each pair on its own, in order. Throws `pack-…` errors, `input-too-long` and `cancelled`; `pack-incompatible` also
   * when the reverse pack is not for the way back.
   */
  async align(request, hooks = {}) {
    return this.withPack("translate", request.pack, (pack) => {
      if (request.reversePack === void 0) return alignTexts(pack, void 0, request, hooks);
      return this.withPack("translate", request.reversePack, (reverse) => alignTexts(pack, reverse, request, hooks));
    });
  }
  /** How the decoder comes to a sentence's translation. Throws `pack-…` errors, `empty-input` and `cancelled`. */
  async explain(request, hooks = {}) {
    return this.withPack("translate", request.pack, (pack) => explain(pack, request, hooks));
  }
  /** The best translation that begins as given. Throws `pack-…` errors, `empty-input` and `cancelled`. */
  async continue(request, hooks = {}) {
    return this.withPack("translate", request.pack, (pack) => continueTranslation(pack, request, hooks));
  }
  async withPack(task, location, work) {
    const pack = requireTask(task, await this.loadPack(location), location);
    return this.backends ? this.backends.run(pack, location, () => work(pack)) : work(pack);
  }
  /** Undefined where a model of Hugging Face's format is in place of a pack. */
  async manifestOf(location) {
    const { readFile: readFile2 } = this.services;
    try {
      return await loadManifest(location, readFile2);
    } catch (error) {
      if (error instanceof AlignLensError && error.code === "pack-missing" && await isModelFolder(location, readFile2)) return void 0;
      throw error;
    }
  }
  async load(location) {
    const started = performance.now();
    const { readFile: readFile2 } = this.services;
    await this.startRuntime();
    const pack = await loadPack(location, readFile2).catch(async (error) => {
      if (await this.manifestOf(location) !== void 0) throw error;
      return loadModel(location, readFile2, await this.startTransformers());
    });
    const { id: id3, version: version2 } = isPack(pack) ? pack.manifest : pack.info;
    this.services.log("info", `pack ${id3} ${version2} loaded in ${Math.round(performance.now() - started)} ms`);
    return pack;
  }
  startRuntime() {
    this.runtime ??= this.readRuntimeFile(runtimeFile).then(configureRuntime, (error) => {
      this.runtime = void 0;
      throw error;
    });
    return this.runtime;
  }
  startTransformers() {
    this.transformers ??= this.readRuntimeFile(bundleFile).then((code2) => startTransformers(code2, this.services.runScript)).catch((error) => {
      this.transformers = void 0;
      throw error;
    });
    return this.transformers;
  }
  async readRuntimeFile(file) {
    try {
      return await this.services.readFile(runtimeLocation, file);
    } catch (error) {
      throw new AlignLensError(
        "internal",
        phrase("AlignLens is not completely installed: {0} is missing. Install the extension again.", file),
        error instanceof AlignLensError ? error.detail ?? error.message : String(error)
      );
    }
  }
};
function isPack(pack) {
  return "manifest" in pack;
}
function requireTask(task, pack, location) {
  if (pack.manifest.task === task) return pack;
  throw new AlignLensError(
    "pack-incompatible",
    task === "translate" ? phrase("The pack in {0} summarizes. Choose a pack that translates.", location) : phrase("The pack in {0} translates. Choose a pack that summarizes.", location)
  );
}
function requireSameLanguages(model, { manifest }) {
  const { sourceLanguage, targetLanguage } = manifest;
  if (model.sourceLanguage === sourceLanguage && model.targetLanguage === targetLanguage) return;
  throw new AlignLensError(
    "pack-incompatible",
    phrase("The pack {0} translates {1} \u2192 {2}, but the model in {3} {4} \u2192 {5}: it cannot align its translations.", manifest.id, sourceLanguage, targetLanguage, model.location, model.sourceLanguage, model.targetLanguage)
  );
}

// engine/platform/node.ts
import { runInThisContext } from "node:vm";
function runScript(code2) {
  runInThisContext(new TextDecoder().decode(code2));
}

// test/engine/support.ts
var repository = join(dirname(fileURLToPath("file:///work/wt/fuzz/test/engine/support.ts")), "..", "..");
var tinyPack = join(repository, "test", "fixtures", "tiny-pack");
var tinySummarizer = join(repository, "test", "fixtures", "tiny-summarizer");
var tinyMarian = join(repository, "test", "engine", "transformers", "tiny-marian");
var packsFolder = join(repository, "models", "packs");
var realPack = join(packsFolder, "en-zh");
var runtimeFolder = join(repository, "node_modules", "onnxruntime-web", "dist");
var withRealPack = existsSync(join(realPack, "manifest.json")) || process.env["CI"] !== void 0;
var readPackFile2 = (location, file) => readFile(join(location === runtimeLocation ? runtimeFolder : location, file));
function createEngine(read2 = readPackFile2) {
  return new Engine({ readFile: read2, log: () => void 0, runScript });
}

// test/fuzz/textChecks.ts
function holds(condition, what) {
  if (!condition) throw new Error(`does not hold: ${what}`);
}
function areWithin(spans, text2, what) {
  for (const { start, end } of spans) holds(start >= 0 && start <= end && end <= text2.length, `${what} ${start}\u2013${end} lies in the text`);
}
function areInOrder(spans, text2, what) {
  areWithin(spans, text2, what);
  spans.forEach((span2, index) => holds(index === 0 || spans[index - 1].end <= span2.start, `${what} ${span2.start} comes behind the one before it`));
}
var TextChecks = class {
  encoder;
  engine = createEngine();
  constructor({ manifest, tokenizer }) {
    this.encoder = new SentenceEncoder(manifest, SubwordTokenizer.parse(tokenizer, "source.tokenizer.json"));
  }
  async check({ kind, text: text2, other }) {
    const [group, what = ""] = kind.split(" ");
    if (group === "language") this.language(what, text2);
    else if (kind === "translation") await this.translation(text2);
    else if (kind === "pair") this.pair(text2, other);
    else if (kind === "prose") this.prose(text2);
    else return this.file(what, text2, other);
    return "read";
  }
  language(id3, text2) {
    const segments = [...allSegments(text2, id3)];
    areInOrder(segments.map(({ range }) => range), text2, "segment");
    for (const { range, text: words, write: write2, toDocument } of segments) {
      const own = text2.slice(range.start, range.end);
      if (!/[\n\r]/u.test(own)) holds(write2(words) === own, `the segment at ${range.start} is written as it was`);
      else holds(words === "" || write2(words).trim() !== "", `the segment at ${range.start} is written`);
      let before = range.start;
      for (let offset = 0; offset <= words.length; offset += 1 + Math.floor(words.length / 20)) {
        const place = toDocument(offset);
        holds(place >= before && place <= range.end, `offset ${offset} of the segment at ${range.start} has its place`);
        before = place;
      }
    }
    const middle = Math.floor(text2.length / 2);
    const at = segmentIn(text2, middle, segments);
    if (at) translationBelow(text2, id3, at.range, "\u8BD1\u6587");
    areInOrder(findSegments(text2, id3, { start: Math.floor(middle / 2), end: middle }).map(({ range }) => range), text2, "selected segment");
    const functions = findFunctions(text2, id3);
    areWithin(functions, text2, "function");
    areInOrder(findSections(text2, id3), text2, "section");
    areInOrder(codeUnits(text2, id3), text2, "unit of code");
  }
  prose(text2) {
    for (const language of [detectLanguage(text2), ...possibleLanguages(text2)]) holds(language === void 0 || /^[a-z]{2,3}$/u.test(language), "a language is a code");
    looksLikeCode(text2);
    areWithin(proseUnits(text2, true), text2, "unit of prose");
    const sentences = this.encoder.encode(text2);
    areInOrder(sentences.map(({ span: span2 }) => span2), text2, "sentence");
    for (const { span: span2, pieces } of sentences) {
      for (const piece of pieces) {
        holds(piece.span.start >= span2.start && piece.span.end <= span2.end, `the piece ${piece.span.start} lies in its sentence`);
        if (piece.protectedText !== void 0) holds(piece.protectedText === text2.slice(piece.span.start, piece.span.end), "a protected span is as it stands");
      }
      const ids = pieces.filter(({ protectedText }) => protectedText !== void 0).map(({ id: id3 }) => id3);
      holds(new Set(ids).size === ids.length, "each protected span has a placeholder of its own");
    }
  }
  /** Through the decoder, so only the beginning of long texts. */
  async translation(whole) {
    const text2 = whole.slice(0, 300);
    const [translation2] = await this.engine.translate({ pack: tinyPack, texts: [text2], options: { beamSize: 1 } });
    const { target, sentences } = translation2;
    areInOrder(sentences.map(({ source }) => source), text2, "translated sentence");
    areInOrder(sentences.map((sentence2) => sentence2.target), target, "translation");
    const own = this.encoder.encode(text2);
    holds(own.length === sentences.length, "every sentence has its translation");
    own.forEach(({ pieces, span: span2, translatable }, index) => {
      const { target: place } = sentences[index];
      const written = target.slice(place.start, place.end);
      if (!translatable) holds(written === text2.slice(span2.start, span2.end), "what has nothing to translate stays");
      const kept = pieces.flatMap(({ protectedText }) => protectedText ?? []);
      for (const protectedText of translatable ? new Set(kept) : []) {
        const times = kept.filter((one2) => one2.includes(protectedText)).length;
        const count2 = written.split(protectedText).length - 1;
        holds(count2 >= times && (protectedText.length < 4 || count2 === times), `${JSON.stringify(protectedText)} is there ${times} times, not ${count2}`);
      }
    });
  }
  pair(source, target) {
    const pair = { source, target, sourceLanguage: "en", targetLanguage: "zh", flags: [], glossary: [] };
    const findings = [...lintPair(pair), ...lintPair({ ...pair, source: target, target: source }), ...lintPair({ ...pair, target: source })];
    const longest = source.length > target.length ? source : target;
    for (const { source: from, target: to } of findings) areWithin([from, to].filter((span2) => span2 !== void 0), longest, "finding");
  }
  async file(what, text2, other) {
    try {
      if (what === "tmx") await readTmx(text2);
      else if (what === "corrections") await readUnits2(text2, () => Promise.resolve());
      else if (what === "glossary") this.glossary(text2);
      else this.units(what, text2, other);
      return "read";
    } catch (error) {
      if (error instanceof FormatError) holds(error.offset >= 0 && error.offset <= Math.max(text2.length, other.length), "an error lies in the file");
      else if (!(error instanceof TmxError)) throw error;
      holds(error.message !== "" && error.message.length < 500, "an error says why, in short");
      return "refused";
    }
  }
  glossary(text2) {
    const languages2 = { source: "en", target: "zh" };
    const { entries, problems } = parseGlossary(text2, languages2);
    const lines = text2.split(/\r\n|[\n\r]/u).length;
    for (const { line } of [...entries, ...problems]) holds(line >= 0 && line < lines, "a line is there");
    putTerm(text2, { source: "term", targets: ["\u8BCD"], required: false }, languages2, languages2);
  }
  units(format, text2, other) {
    const draft2 = readFileUnits(format, { source: text2, existing: void 0, targetLanguage: "zh" });
    areWithin(draft2.units.map(({ span: span2 }) => span2), text2, "unit");
    if (format !== "xliff" && format !== "arb") holds(draft2.write([]).text === text2, "a file without new translations is as it was");
    const work = new FileTranslation(draft2);
    const { text: written, left } = work.finish(work.texts);
    for (const { offset } of left) holds(offset >= 0 && offset <= text2.length, "a unit that is left has its place");
    readFileUnits(format, { source: written, existing: void 0, targetLanguage: "zh" });
    const bilingual = formatOf(`x.${format}`) ?? (format === "markdown" ? "markdown" : void 0);
    if (!bilingual) return;
    for (const { sourceSpan } of readUnits(bilingual, text2, text2)) areWithin([sourceSpan], text2, "unit of a pair");
    readUnits(bilingual, text2, other);
  }
};

// test/fuzz/textWorker.ts
var checks = new TextChecks(workerData);
parentPort.on("message", (text2) => {
  checks.check(text2).then(
    (result2) => parentPort.postMessage({ result: result2 }),
    (error) => parentPort.postMessage({ failure: error instanceof Error ? error.stack ?? error.message : String(error) })
  );
});
