import { describe, expect, test } from 'vitest';
import { docCommentEdit } from '../../../engine/text/docComment';
import { findFunctions } from '../../../engine/text/functions';

/** The source with a doc comment for its last function; undefined when there is nothing to insert. */
function documented(source: string, languageId: string, ...lines: string[]): string | undefined {
  const found = findFunctions(source, languageId).at(-1);
  if (!found) throw new Error('no function');
  const edit = docCommentEdit(source, found, languageId, lines);
  return edit && source.slice(0, edit.range.start) + edit.text + source.slice(edit.range.end);
}

describe('styles', () => {
  test.each([
    ['javascript', 'function f() {}', '/** Says it. */\nfunction f() {}'],
    ['typescriptreact', 'const f = () => 1;', '/** Says it. */\nconst f = () => 1;'],
    ['typescript', 'class A {\n\t@log\n\tf() {}\n}', 'class A {\n\t/** Says it. */\n\t@log\n\tf() {}\n}'],
    ['java', 'class A {\n    @Override\n    int f() {}\n}', 'class A {\n    /** Says it. */\n    @Override\n    int f() {}\n}'],
    ['c', 'int f(void)\n{\n}', '/** Says it. */\nint f(void)\n{\n}'],
    ['cpp', 'template <class T>\nT f() {}', '/** Says it. */\ntemplate <class T>\nT f() {}'],
    ['php', '<?php\nfunction f() {}', '<?php\n/** Says it. */\nfunction f() {}'],
    ['kotlin', 'fun f() = 1', '/** Says it. */\nfun f() = 1'],
    ['scala', '  def f = 1', '  /** Says it. */\n  def f = 1'],
    ['rust', '    #[inline]\n    pub fn f() {}', '    /// Says it.\n    #[inline]\n    pub fn f() {}'],
    ['csharp', 'class A {\n\tint F() => 1;\n}', 'class A {\n\t/// Says it.\n\tint F() => 1;\n}'],
    ['swift', 'func f() {}', '/// Says it.\nfunc f() {}'],
    ['dart', 'int f() => 1;', '/// Says it.\nint f() => 1;'],
    ['go', 'func f() {}', '// f says it.\nfunc f() {}'],
    ['ruby', '  def f\n  end', '  # Says it.\n  def f\n  end'],
    ['shellscript', '#!/bin/sh\nf() {\n}', '#!/bin/sh\n# Says it.\nf() {\n}'],
    ['lua', 'function f()\nend', '--- Says it.\nfunction f()\nend'],
    ['python', 'def f():\n    return 1\n', 'def f():\n    """Says it."""\n    return 1\n'],
  ])('%s', (languageId, source, expected) => {
    expect(documented(source, languageId, 'Says it.')).toBe(expected);
    const windows = (text: string): string => text.replaceAll('\n', '\r\n');
    if (source.includes('\n')) expect(documented(windows(source), languageId, 'Says it.')).toBe(windows(expected));
  });

  test.each([
    ['typescript', '\tfunction f() {}', '\t/**\n\t * First.\n\t * Second.\n\t */\n\tfunction f() {}'],
    ['rust', '  fn f() {}', '  /// First.\n  /// Second.\n  fn f() {}'],
    ['python', 'def f():\n\treturn 1', 'def f():\n\t"""\n\tFirst.\n\tSecond.\n\t"""\n\treturn 1'],
    ['go', 'func f() {}', '// f first.\n// Second.\nfunc f() {}'],
  ])('several lines: %s', (languageId, source, expected) => {
    expect(documented(source, languageId, 'First.', 'Second.')).toBe(expected);
  });

  test.each([
    ['typescript', '    function f() {}'],
    ['csharp', '    int F() => 1;'],
    ['python', 'def f():\n    return 1'],
  ])('long lines are wrapped at 100 columns: %s', (languageId, source) => {
    const text = documented(source, languageId, 'word '.repeat(60)) ?? '';
    expect(text.match(/word/gu)).toHaveLength(60);
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeGreaterThan(90);
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  test.each([
    ['Returns it.', '// f returns it.'],
    ['f returns it.', '// f returns it.'],
    ['HTTP requests are sent.', '// f HTTP requests are sent.'],
  ])('Go begins with the name: %s', (line, expected) => {
    expect(documented('func f() {}', 'go', line)).toBe(`${expected}\nfunc f() {}`);
  });
});

describe('places', () => {
  test.each([
    ['def f(): return 1', 'def f():\n    """Says it."""\n    return 1'],
    ['class A:\n\tdef f(self): pass', 'class A:\n\tdef f(self):\n\t\t"""Says it."""\n\t\tpass'],
    ['def f(\n    a,\n) -> int:\n  # Why.\n  return a', 'def f(\n    a,\n) -> int:\n  # Why.\n  """Says it."""\n  return a'],
    ['@a\nasync def f():\n    @b\n    class C: pass', '@a\nasync def f():\n    """Says it."""\n    @b\n    class C: pass'],
  ])('Python: %s', (source, expected) => {
    expect(documented(source, 'python', 'Says it.')).toBe(expected);
  });

  test('behind other code on its line there is no line break, which could end a statement', () => {
    const source = 'function g() {\n  return function f() {};\n}';
    expect(documented(source, 'javascript', 'First.', 'Second.')).toBe(source.replace('function f', '/** First. Second. */ function f'));
  });

  test('behind a brace on the same line', () => {
    expect(documented('impl A { fn f() {} }', 'rust', 'Says it.')).toBe('impl A { /// Says it.\nfn f() {} }');
  });
});

describe('nothing is written', () => {
  test.each([
    ['typescript', '/** Said. */\nfunction f() {}'],
    ['python', 'def f():\n    """Said."""'],
    ['python', 'def f():\n    r\'said\'\n    return 1'],
    ['go', '// f said it.\nfunc f() {}'],
    ['rust', '/// Said.\n#[inline]\nfn f() {}'],
    ['ruby', '# Said.\ndef f\nend'],
  ])('for a documented function: %s: %s', (languageId, source) => {
    expect(documented(source, languageId, 'Says it.')).toBeUndefined();
  });

  test.each([[], [''], [' \n', '\t']])('without words: %j, %j', (...lines) => {
    expect(documented('function f() {}', 'javascript', ...lines)).toBeUndefined();
  });

  test('for Python without a body', () => {
    expect(documented('def f():', 'python', 'Says it.')).toBeUndefined();
    expect(documented('def f():\n# Later.\ng()', 'python', 'Says it.')).toBeUndefined();
  });

  test('in a language that is not known', () => {
    const [found] = findFunctions('function f() {}', 'javascript');
    expect(found && docCommentEdit('function f() {}', found, 'constructor', ['Says it.'])).toBeUndefined();
  });
});

describe('no words end the comment', () => {
  const hostile = [
    '*/ evil(); /*',
    '**//',
    '/*/',
    '/* open',
    '*',
    '/',
    '"""',
    '""""',
    '"""""" + evil() + """',
    'ends in "',
    'ends in ""',
    "'''",
    'ends in \\',
    'ends in \\"',
    '\\"""',
    '\\u002a/ \\\\u002a/ \\uuu002a/ \\x',
    'a\nevil()\r\nb\u2028evil()\u0085evil()\u000bc\u0000d',
    '{@link a} @param b ${c} #{d} <e> %f',
    '--]] ]] -- #',
  ];

  test.each(hostile)('star: %j', (line) => {
    for (const source of ['function f() {}', 'return function f() {};']) {
      for (const lines of [[line], [line, line]]) {
        const inserted = (documented(source, 'typescript', ...lines) ?? '').slice(0, -source.length + source.indexOf('function'));
        const comment = inserted.slice(source.indexOf('function')).trim();
        expect(comment).toMatch(/^\/\*\*[^]*\*\/$/u);
        expect(comment.slice(2, -2)).not.toMatch(/\*\/|\/\*/u);
      }
    }
  });

  // Java reads `\u` behind an even number of backslashes as a character, in comments too.
  test.each(hostile)('Java has no escapes: %j', (line) => {
    expect(documented('int f() {}', 'java', line)).not.toMatch(/(?<!\\)(?:\\\\)*\\u/u);
  });

  test.each(hostile)('lines: %j', (line) => {
    const marked: [string, string, string][] = [
      ['rust', 'fn f() {}', '/// '],
      ['csharp', 'int F() {}', '/// '],
      ['go', 'func f() {}', '// '],
      ['ruby', 'def f\nend', '# '],
      ['shellscript', 'f() {\n}', '# '],
      ['lua', 'function f()\nend', '--- '],
    ];
    for (const [languageId, source, marker] of marked) {
      const text = documented(source, languageId, line, line) ?? '';
      const comment = text.slice(0, -source.length).trimEnd().split(/[\n\r\u0085\u2028\u2029]/u);
      expect(comment.length).toBeGreaterThan(1);
      for (const part of comment) expect(part.startsWith(marker)).toBe(true);
    }
  });

  test.each(hostile)('docstring: %j', (line) => {
    for (const lines of [[line], [line, line]]) {
      const text = documented('def f():\n    return 1', 'python', ...lines) ?? '';
      const docstring = /^def f\(\):\n {4}"""((?:\\[^]|(?!""")[^\\])*)"""\n {4}return 1$/u.exec(text);
      expect(docstring).not.toBeNull();
      expect(docstring?.[1]).not.toMatch(/[\u0000\u0085\u2028\v]/u);
    }
  });

});
