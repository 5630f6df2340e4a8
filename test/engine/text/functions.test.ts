import { describe, expect, test } from 'vitest';
import { findFunctions, functionAt } from '../../../engine/text/functions';
import { seededRandom } from '../../../engine/cli/seededRandom';

const languages = [
  ...['python', 'javascript', 'typescript', 'typescriptreact', 'c', 'cpp', 'java', 'csharp', 'dart', 'go', 'rust', 'php'],
  ...['swift', 'kotlin', 'scala', 'shellscript', 'ruby', 'lua'],
];

function names(source: string, languageId: string): string[] {
  return findFunctions(source, languageId).map(({ name }) => name);
}

function texts(source: string, languageId: string): string[] {
  return findFunctions(source, languageId).map(({ start, end }) => source.slice(start, end));
}

/** The doc comment of each function, or undefined. */
function docs(source: string, languageId: string): (string | undefined)[] {
  return findFunctions(source, languageId).map(({ doc }) => doc && source.slice(doc.start, doc.end));
}

/** Every function must lie in the text and say its name where its name is. */
function checkSpans(source: string, languageId: string): number {
  const found = findFunctions(source, languageId);
  for (const { name, nameSpan, start, end, lead, body, doc } of found) {
    const order = [0, lead, start, nameSpan.start, nameSpan.end, end, source.length];
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(source.slice(nameSpan.start, nameSpan.end)).toContain(name);
    expect(body).toBeGreaterThanOrEqual(nameSpan.end);
    expect(body).toBeLessThanOrEqual(source.length);
    if (doc) expect([0, doc.start, doc.end, source.length]).toEqual([0, doc.start, doc.end, source.length].toSorted((a, b) => a - b));
  }
  return found.length;
}

describe('Python', () => {
  test('nested, async and decorated functions; no lambdas and no classes', () => {
    const source = [
      '@cache',
      '@route("/a",',
      '       name="b")',
      'def outer(a, b=(1, 2)):',
      '    async def inner():',
      '        return await a',
      '',
      '    # A remark.',
      '    return inner',
      '',
      '',
      'class Reader(Base):',
      '    size = lambda self: 3',
      '',
      '    def read(self): return self.size()',
      'x = 1',
    ].join('\n');
    expect(findFunctions(source, 'python').map(({ name, depth }) => [name, depth])).toEqual([
      ['outer', 0],
      ['inner', 1],
      ['read', 0],
    ]);
    expect(texts(source, 'python')).toEqual([
      source.slice(0, source.indexOf('return inner') + 'return inner'.length),
      'async def inner():\n        return await a',
      'def read(self): return self.size()',
    ]);
  });

  test('a signature over several lines, its result type included', () => {
    const source = 'def read(\n    path: dict[str, int] = {"a": 1},  # (\n    *,\n    size=None,\n) -> "def x():":\n    return path\n\nrun()\n';
    const [found] = findFunctions(source, 'python');
    expect(source.slice(found?.body, found?.end)).toBe('return path');
  });

  test.each([
    ['in a string', 'text = "def no(): pass"\ndef yes(): pass'],
    ['in a long string', 'text = """\ndef no():\n    pass\n"""\ndef yes(): pass'],
    ['in a string that goes on behind a backslash', "text = 'a \\\ndef no(): \\\n'\ndef yes(): pass"],
    ['in a raw string that goes on behind a backslash', 'text = r"""a\\"""\ndef yes(): pass'],
    ['in a comment', '# def no(): pass\ndef yes(): pass'],
    ['behind a string that is not closed', "x = 'no end\ndef yes(): pass"],
    ['behind a bracket that is not closed', 'x = f(1, [2\ndef yes(): pass'],
    ['behind too many brackets', 'x = ]})\ndef yes(): pass'],
    ['in a match, a try and a loop', 'if a:\n  for b in c:\n    try:\n      def yes(): pass\n    finally: pass'],
  ])('only real definitions: %s', (_, source) => {
    expect(names(source, 'python')).toEqual(['yes']);
  });

  test('a long string that is not closed hides nothing: it is being written', () => {
    expect(names('def first(): pass\nx = """\ndef second(): pass', 'python')).toEqual(['first', 'second']);
  });

  test('docstrings: of all quotes and prefixes, no formatted ones and no comments', () => {
    const source = [
      'def a():\n    """Says a."""\n    return 1',
      "def b():\n    # First.\n    r'''Says\n    b.'''",
      'def c(): "Says c."',
      'def d():\n    f"""No {doc}."""',
      'def e():\n    # No doc.\n    return "e"',
      'def f():\n    x = """No doc."""',
    ].join('\n');
    expect(docs(source, 'python')).toEqual(['"""Says a."""', "r'''Says\n    b.'''", '"Says c."', undefined, undefined, undefined]);
  });

  test('tabs, line breaks of Windows and letters of other scripts', () => {
    const source = 'class A:\r\n\tdef größe(self):\r\n\t\treturn 1\r\n\r\n\tdef 大小(self):\r\n\t\treturn 2\r\n';
    expect(names(source, 'python')).toEqual(['größe', '大小']);
    expect(texts(source, 'python')[0]).toBe('def größe(self):\r\n\t\treturn 1');
  });
});

describe('JavaScript and TypeScript', () => {
  test.each([
    ['declarations', 'export default async function* load(a = {}) {}', ['load']],
    ['a name that begins like the keyword', 'function functionAt() {}\nfunction functions() {}', ['functionAt', 'functions']],
    ['arrow functions', 'const a = () => 1, b = async (x) => { y(); };\nlet c = x => x;', ['a', 'b', 'c']],
    ['later ones of one declaration', 'var x, a = function () {}, b = function (y) {};', ['a', 'b']],
    ['assigned functions', 'exports.a = function () {};\nA.prototype.b = () => {};', ['a', 'b']],
    ['callbacks have no name', 'list.map((x) => x).forEach(function (y) { run(y); });', []],
    ['statements', 'if (a) { } else if (b) { } for (;;) { } while (c) { } switch (d) { } try { } catch (e) { }', []],
    ['methods', 'class A { constructor() {} static async a() {} *b() {} #c() {} d = () => 1; "e f"() {} }', ['constructor', 'a', 'b', '#c', 'd', 'e f']],
    ['accessors', 'class A { get a() { return 1; } set a(x) {} get() {} }', ['a', 'a', 'get']],
    ['methods of objects', 'const o = { a() {}, b: function () {}, c: (x) => x, get d() { return 1; }, e: 1 };', ['a', 'b', 'c', 'd']],
    ['methods named like statements of other languages', 'class A { on(x) {} with(y) {} lock() {} catch(e) {} when() {} }', ['on', 'with', 'lock', 'catch', 'when']],
    ['computed names', 'class A { [Symbol.iterator]() {} [key] = () => {}; }', ['[Symbol.iterator]', '[key]']],
    ['a property called default', 'const o = { default: { a: (x) => x } };', ['a']],
    ['an object in the branch of a condition', 'define(a, b.get ? b : { get: function () {} });', ['get']],
    ['templates', 'function a() { return `}${b({ c: `{` })}{`; }\nfunction d() {}', ['a', 'd']],
    ['regular expressions', 'function a() { return x / 2 + /[/{}]{/.exec(y); }\nfunction b() {}', ['a', 'b']],
    ['a regular expression below comments', 'f(\n  // why\n  // not\n  /([{(])/u,\n);\nfunction a() {}', ['a']],
    ['comments', '// function a() {\n/* function b() { */ function c() {}', ['c']],
    ['a comment that is not closed', 'function a() {}\n/* function b() {}', ['a']],
    ['a string that is not closed', "const x = 'no end\nfunction a() {}", ['a']],
    ['braces too many', '}}) function a() {}', ['a']],
    ['a brace that is missing', 'function a() {\nfunction b() {}', ['b']],
  ])('%s', (_, source, expected) => {
    expect(names(source, 'javascript')).toEqual(expected);
    expect(names(source, 'typescript')).toEqual(expected);
  });

  test.each([
    ['generics', 'function a<T extends { b: string }>(x: T): Map<T, () => void> { return f(x); }', ['a']],
    ['generics in constraints', 'class A { b<T extends B<U>, U extends C>(x: T): U { return x.u; } }', ['b']],
    ['a shape among the generics of a class', 'class A<T extends { b: string }> { c(): T {} }', ['c']],
    ['overloads count once', 'function a(x: string): void;\nfunction a(x: number): void;\nfunction a(x: unknown): void {}', ['a']],
    ['overloads of methods without semicolons', 'class A {\n  a(x: string): B & { c: 1 }\n  a(x: unknown): B {\n  }\n}', ['a']],
    ['shapes', 'type A = { b: (x: string) => void };\ninterface C { d(): void; e: { f(): void } }', []],
    ['results that are shapes', 'function a(): { b: number } { return { b: 1 }; }', ['a']],
    ['annotated values', 'export const a: Handler<(x: A) => void> = (x) => { y(); };', ['a']],
    ['declarations without bodies', 'declare function a(): void;\nabstract class B { abstract c(): void; d(): void {} }', ['d']],
    ['predicates and parameter properties', 'class A { constructor(private readonly b: B) {} c(x: unknown): x is C { return true; } }', ['constructor', 'c']],
  ])('TypeScript: %s', (_, source, expected) => {
    expect(names(source, 'typescript')).toEqual(expected);
  });

  test('markup in code', () => {
    const source = 'function A() {\n  const b = () => go();\n  return <p title="{">{c.map((d) => <i key={d}>it\'s {`}`}</i>)} </p>;\n}\nconst B = () => <A />;\n';
    for (const languageId of ['javascriptreact', 'typescriptreact']) {
      expect(findFunctions(source, languageId).map(({ name, depth }) => [name, depth])).toEqual([['A', 0], ['b', 1], ['B', 0]]);
    }
  });

  test('from the modifiers to the end of the body', () => {
    const source = "class A {\n  @log('a')\n  static async load() {\n    run();\n  }\n}\n\nexport const b = (x) =>\n  x\n    .y();\nrun();\n";
    expect(texts(source, 'typescript')).toEqual([
      "@log('a')\n  static async load() {\n    run();\n  }",
      'export const b = (x) =>\n  x\n    .y()',
    ]);
  });

  test('an empty list above a function without semicolons is no part of it', () => {
    expect(texts('const found = []\n\nconst a = (x) => f({\n  x\n})\n\nconst b = (x) => x\n', 'javascript')).toEqual([
      'const a = (x) => f({\n  x\n})',
      'const b = (x) => x',
    ]);
  });

  test('doc comments: right above, before decorators or behind them', () => {
    const source = [
      '/** Says a. */\nfunction a() {}',
      '// No doc.\nfunction b() {}',
      '/** Of something else. */\n\nfunction c() {}',
      '/**\n * Says d.\n */\n@log\nexport class D {\n  /** Says e. */\n  @log e() {}\n  @log\n  /** Says f. */\n  f() {}\n}',
    ].join('\n');
    expect(docs(source, 'typescript')).toEqual(['/** Says a. */', undefined, undefined, '/** Says e. */', '/** Says f. */']);
  });
});

describe('other languages', () => {
  test.each([
    ['c', '#define F(x) {\nstatic int *a(int x)\n{\n  if (x) { }\n  return &y;\n}\nint b(void);\nstruct c { int d; };\nvoid e(void (*f)(int)) {}', ['a', 'e']],
    ['cpp', 'template <class T> T A<T>::a() const noexcept { }\nA::A() : b{1}, c(2) { }\nA::~A() {}\nbool operator==(A x, A y) { }', ['a', 'A', '~A', 'operator==']],
    ['cpp', 'class A { public: A() {} virtual ~A() {} void lock() override { } auto b() -> int { } int c{1}; enum D { e }; };', ['A', '~A', 'lock', 'b']],
    ['cpp', 'namespace N ATTR(x) { template <class Q> class API A { A() {} explicit operator N::B() {} bool operator<=>(C c) {} template <class T, class = D<T>> A(T t) {} void e() _USE_F {} }; }', ['A', 'operator N::B', 'operator<=>', 'A', 'e']],
    ['cpp', 'auto s = R"x(void no() {)x";\nvoid a() { f([&](int b) { return b; }); }', ['a']],
    ['java', 'class A<T> { A() {} @Override public <U extends C<U>> U lock(U x) throws E { if (x) {} } int[] b = {1}; abstract void c(); }', ['A', 'lock']],
    ['java', 'class ID extends B { ID() {} }', ['ID']],
    ['java', 'interface A { default void a() { new B() { public void c() {} }; } }\nrecord D(int x) { D { } }\nenum E { F { void g() {} }, H(1) { int i() {} }; static { } }', ['a', 'c', 'g', 'i']],
    ['csharp', 'class A { ~A() { } public int a() => 1; async Task b<T>() where T : new() { using (c) { } lock (d) { } } int E { get; set; } }', ['~A', 'a', 'b']],
    ['dart', "class A { A(this.x); factory A.of() { return A(1); } int get b => 1; void c() async { } }\nint d<T extends E<T>>() => 1;", ['of', 'b', 'c', 'd']],
    ['go', 'func funcs() func() int { return func() int { return 1 } }\nfunc (r *R) lock(a, b int) (int, error) {\n}\ntype T struct { f func() }', ['funcs', 'lock']],
    ['rust', "pub(crate) async fn a<'a>(x: &'a str) -> Result<(), E> where E: F { }\nimpl T for U { fn b(&self) { let c = |d| { d }; } }\ntrait V { fn w(); }", ['a', 'b']],
    ['php', '<?php abstract class A { public static function a(?int $x): ?array { } abstract function b(); }\n$c = function ($d) use ($e) { };', ['a', '$c']],
    ['swift', 'class A { init?(b: Int) { } deinit { } private func c<T>(_ d: T) -> T where T: E { } }', ['init', 'deinit', 'c']],
    ['kotlin', 'class A { override fun a(x: Int): Int { return 1 }\n fun <T> List<T>.b() = 2\n constructor(c: Int) : this() { } }', ['a', 'b', 'constructor']],
    ['scala', 'object A { def a(x: Int): Int = { 1 }\n override def b = 2\n def +(c: A): A = c }', ['a', 'b', '+']],
    ['shellscript', 'a() {\n  echo "}"\n}\nfunction b-c\n{\n  d\n}\ne() { f; }\n', ['a', 'b-c', 'e']],
    ['ruby', 'class A\n  def self.a(x)\n    if x\n    end\n  end\n  private def b? = true\n  def c; 1; end\nend\n', ['a', 'b?', 'c']],
    ['lua', 'local function a(x)\n  if x then\n  end\nend\nfunction M.b:c() return 1 end\nM.d = function()\nend\n', ['a', 'M.b:c', 'M.d']],
  ])('%s: %s', (languageId, source, expected) => {
    expect(names(source, languageId)).toEqual(expected);
    expect(names(source.replaceAll('\n', '\r\n'), languageId)).toEqual(expected);
  });

  test.each([
    ['cpp', '/* Adds. */\nint add() {}', '/* Adds. */'],
    ['java', 'class A {\n\t/** Adds. */\n\t@Override\n\tint add() {}\n}', '/** Adds. */'],
    ['csharp', 'class A {\n  /// Adds.\n  /// Twice.\n  int Add() {}\n}', '/// Adds.\n  /// Twice.'],
    ['rust', '/// Adds.\n#[inline]\npub fn add() {}', '/// Adds.'],
    ['c', '// Adds.\nint add(void) {}', '// Adds.'],
    ['dart', '/// Adds.\nint add() => 1;', '/// Adds.'],
    ['go', '// add adds.\n// Twice.\nfunc add() {}', '// add adds.\n// Twice.'],
    ['go', '//go:noinline\nfunc add() {}', undefined],
    ['php', '/** Adds. */\nfunction add() {}', '/** Adds. */'],
    ['kotlin', '/** Adds. */\nfun add() = 1\n', '/** Adds. */'],
    ['scala', '/** Adds. */\ndef add = 1\n', '/** Adds. */'],
    ['ruby', '# Adds.\ndef add\nend', '# Adds.'],
    ['shellscript', '#!/bin/sh\nadd() {\n}', undefined],
    ['lua', '--- Adds.\nfunction add()\nend', '--- Adds.'],
    ['rust', 'let x = 1; /// Of x.\nfn add() {}', undefined],
    ['javascript', 'run(); /** Adds. */ function add() {}', '/** Adds. */'],
  ])('%s: the comment above: %s', (languageId, source, expected) => {
    expect(docs(source, languageId)).toEqual([expected]);
  });

  test.each(['plaintext', 'markdown', 'json', 'yaml', 'constructor', ''])('no functions in a language that is not known: %s', (languageId) => {
    expect(findFunctions('function a() {}\ndef b(): pass', languageId)).toEqual([]);
  });
});

describe('functionAt', () => {
  const source = '/** Says a. */\nfunction a() {\n  const b = () => 1;\n}\n\nrun();\n';

  test.each([
    ['Says', 'a'],
    ['function', 'a'],
    ['() => 1', 'b'],
    ['}', 'a'],
    ['run', undefined],
  ])('%s', (part, expected) => {
    expect(functionAt(source, source.indexOf(part), 'typescript')?.name).toBe(expected);
  });
});

describe.each(languages)('hostile input: %s', (languageId) => {
  // Pieces that made a rule try very many ways to match, and what lets the search begin.
  const units = ['a<b>::', ' Abc', '->', '<', '= ', ': ', '=> ', '() ', '@a ', 'where ', 'static ', 'function ', 'def ', '&', '::', ' =\n'];

  test.each([
    ['nothing', ''],
    ['a megabyte on one line', 'f(a,{b:1});'.repeat(100_000)],
    ['a megabyte of letters', 'a'.repeat(1_000_000)],
    ['10,000 braces', `${'{'.repeat(10_000)}${'}'.repeat(10_000)}`],
    ['10,000 brackets that stay open', 'f(['.repeat(5_000)],
    ['10,000 quotes', '"\'`'.repeat(3_333)],
    ['10,000 comments that stay open', '/* # """ '.repeat(10_000)],
  ])('%s', (_, source) => {
    checkSpans(source, languageId);
  });

  test('one character', () => {
    for (const character of '{}()[]"\'`/\\#@=a\n\r\u0000\ud800\ufeff') checkSpans(character, languageId);
  });

  test('long runs of one piece before a body', () => {
    for (const unit of units) {
      const run = unit.repeat(Math.ceil(590 / unit.length));
      for (const end of ['x() {', '! x() {', 'x() const {', '() => {', ' = () => x', '): {']) checkSpans(`${run}${end}\n;`.repeat(3), languageId);
    }
  });

  test('random bytes and random pieces of code', () => {
    const random = seededRandom(7);
    const pieces = [...units, 'function a() {', 'def a(b):\n  ', '{', '}', '(', ')', '"', "'", '`', '${', '/*', '*/', '//', '#', '\n', '\t', ';', ',', 'a'];
    const bytes = Array.from({ length: 20_000 }, () => String.fromCharCode(Math.floor(random() * 256))).join('');
    const code = Array.from({ length: 20_000 }, () => pieces[Math.floor(random() * pieces.length)]).join('');
    checkSpans(bytes, languageId);
    checkSpans(code, languageId);
  });
});

test.each([
  ['python', 'def f():\n    return 1\n\n'],
  ['typescript', 'export function f(): number {\n  return 1;\n}\n'],
  ['kotlin', 'fun f() = 1\n'],
  ['ruby', 'def f\n  1\nend\n'],
])('thousands of functions in one file: %s', (languageId, source) => {
  expect(checkSpans(source.repeat(2_000), languageId)).toBe(2_000);
});
