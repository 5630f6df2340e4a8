/** Texts of every kind that AlignLens reads, as they should not be. */
import fc from 'fast-check';

const languages = [
  'markdown', 'plaintext', 'git-commit', 'restructuredtext', 'python', 'typescript', 'javascriptreact', 'c', 'cpp', 'csharp', 'java', 'go', 'rust', 'ruby', 'perl',
  'php', 'html', 'xml', 'css', 'latex', 'lua', 'haskell', 'ocaml', 'sql', 'shellscript', 'powershell', 'julia', 'coffeescript', 'nix', 'po', 'ini', 'yaml', 'json', 'dart', 'swift',
] as const;
const formats = ['markdown', 'po', 'json', 'arb', 'properties', 'xliff'] as const;
export const kinds = [
  ...languages.map((id) => `language ${id}` as const),
  ...formats.map((format) => `file ${format}` as const),
  'file tmx', 'file corrections', 'file glossary', 'translation', 'pair', 'pair', 'prose',
] as const;
export type Kind = (typeof kinds)[number];

export interface HostileText {
  readonly kind: Kind;
  readonly text: string;
  /** For what compares two texts. */
  readonly other: string;
}

/** What some reader looks for: marks of formats, beginnings without an end, characters that are none. */
const pieces = [
  'Open the file. ', 'Read line 20 of `main.py`, then `run()` it.', '打开文件。', 'word ', 'a', 'A1', '1', '1,000.5 ', '一百二十三万', 'twenty-three million and ',
  '\n', '\r\n', '\r', '\n\n', '\u2028', '\u2029', '\u0085', '\v', '\f', ' ', '\t', '\u00a0', '\u3000', '    ', '\0', '\u0001', '\ufeff', '\ud83d', '\udc00', '\u202e', '\u2066', '\u200b',
  '\u0301', '👩‍👩‍👧‍👦', '⟦', '⟧', '▁', '.', '。', '!', '?', ',', ';', ':', '-', '--', '---', '_', '__', '*', '**', '***', '~~', '`', '``', '```', '```\n', '~~~\n', '#', '# ', '## ', '=', '===\n',
  '> ', '> > ', '- ', '* ', '1. ', '- [ ] ', '|', '| a | b |\n', '|--|--|\n', '[', ']', '](', '[a](b)', '![', '[^1]: ', '<', '>', '</', '/>', '<a ', '<a href="x">', '</a>', '<!--', '-->', '<![CDATA[', ']]>', '<?', '?>',
  '<!DOCTYPE ', '&', '&amp;', '&#', '&#x110000;', '&#xd800;', '{', '}', '{{', '}}', '{0}', '{n, plural, ', 'one {', 'other {#}}', '${', '$t(', '$(', '%', '%s', '%1$s', '%(a)', "'", '"', "'''", '"""', '\\', '\\n', '\\u', '\\ud800', '\\u12',
  '/', '//', '/*', '*/', '/**', ' * ', '///', '#!', '--[[', ']]', '{-', '-}', '(*', '*)', '(', ')', '=begin\n', '=end\n', '=pod\n', '=cut\n', '<<EOF\n', 'EOF\n', "r'", 'f"', 'R"(', '@"', "b'", '@param ', ':param x:', '@', '://', 'https://a.b/c', 'a@b.c', 'x@',
  'def f(', 'def f(a):\n', 'class A {', 'function f() {', '() => ', 'return ', 'if (', 'struct ', 'template<', 'fn a', '::', '->', 'a.b', 'a_b', 'aB', 'end\n',
  'msgid "', 'msgstr "', 'msgid ""\nmsgstr ""\n', 'msgid_plural "x"\n', 'msgstr[0] "', 'msgctxt "', '#, fuzzy\n', '#~ ', '"\n"',
  'key=value\n', 'key = a\\\n', 'a:b\n', '{"a": "', '", "', '": {', '["', '],', '}\n', 'null', '1e999', '// x\n', '"@a": {},', '"@@locale": "en",',
  '<xliff version="1.2">', '<file source-language="en">', '<body>', '<trans-unit id="1">', '<source>', '</source>', '<target>', '</target>', '</trans-unit>', '</body></file></xliff>', '<x id="1"/>', '<g id="1">', '</g>', '<ph>', '</ph>',
  '<tmx version="1.4">', '<header srclang="en"/>', '<tu>', '<tuv xml:lang="en">', '<seg>', '</seg>', '</tuv>', '</tu>', '</tmx>', '<bpt i="1">', '</bpt>',
  '#languages en zh\n', 'source\ttarget\n', 'term\t=\trequired\n', '\t', '{"source":"a","target":"b","sourceLanguage":"en","targetLanguage":"zh","changed":1}\n',
  '---\n', 'title: x\n', 'diff --git a/x b/x\n', 'Signed-off-by: A <a@b>\n', '$x^2$', '$$', '\\begin{a}', '\\end{a}', 'import x from "y"\n', '.. note::\n',
] as const;

/** Right files, to be damaged. */
const samples: Readonly<Record<string, string>> = {
  'file po': 'msgid ""\nmsgstr ""\n"Language: zh\\n"\n\n#: a.c:1\n#, c-format\nmsgid "Open %s"\nmsgstr ""\n\nmsgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] ""\n',
  'file json': '{\n  // menu\n  "open": "Open {file}",\n  "list": ["One.", {"deep": "Two, {n, plural, one {# file} other {# files}}."}],\n  "n": 1,\n}\n',
  'file arb': '{\n  "@@locale": "en",\n  "open": "Open {file}",\n  "@open": {"placeholders": {"file": {}}},\n  "count": "{n, plural, one {# file} other {# files}}"\n}\n',
  'file properties': '# Menu\nopen = Open {0}\nclose: It\'\'s \\\n   closed\nplain=\\u0041 b\n',
  'file xliff': '<?xml version="1.0"?>\n<xliff version="1.2">\n<file source-language="en" target-language="zh" original="a"><body>\n<trans-unit id="a"><source>Open <x id="1"/> &amp; <g id="2">close</g></source></trans-unit>\n<trans-unit id="b"><source>Two.</source><target state="new"/></trans-unit>\n</body></file></xliff>\n',
  'file markdown': '---\ntitle: x\n---\n# Heading\n\nOpen the *file* and run `a b`.\nIt goes on [here](x.md).\n\n- one\n  - two\n\n> quoted\n\n```js\ncode()\n```\n\n| a | b |\n|---|---|\n| c | d |\n',
  'file tmx': '<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="en"/><body>\n<tu><tuv xml:lang="en-US"><seg>Open <bpt i="1">b</bpt>it</seg></tuv><tuv xml:lang="zh"><seg>打开</seg></tuv></tu>\n</body></tmx>\n',
  'file glossary': '#languages en zh\nsource\ttarget\npull request\t拉取请求 | PR\trequired\nAlignLens\t=\t\tname\n',
  'file corrections': '{"source":"Open.","target":"打开。","sourceLanguage":"en","targetLanguage":"zh","changed":1}\n',
};
const program = '#!/usr/bin/env x\n/** Opens the file. @param a the name */\nfunction open(a) {\n  // Reads it,\n  // line by line.\n  return read("a \\" b", `c ${d} e`); # note\n}\n"""Docs."""\ndef close(b):\n    \'\'\'Closes it.\'\'\'\n    pass\n';

const piece = fc.oneof({ arbitrary: fc.constantFrom(...pieces), weight: 8 }, { arbitrary: fc.string({ unit: 'binary', maxLength: 8 }), weight: 1 }, { arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }), weight: 1 });
const mixture = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(''));

/** Up to 100,000 code units of a few pieces: what takes the square of a length shows. */
const repeated = fc.tuple(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.constantFrom(300, 3000, 3000, 100_000), mixture).map(([parts, length, end]) => {
  const pattern = parts.join('') || ' ';
  return pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length) + end;
});

function damaged(sample: string): fc.Arbitrary<string> {
  const place = fc.nat(sample.length);
  return fc.array(fc.tuple(place, fc.nat(12), fc.oneof(fc.constant(''), piece, piece)), { maxLength: 3 }).map((changes) =>
    changes.reduce((text, [at, length, inserted]) => text.slice(0, at) + inserted + text.slice(at + length), sample));
}

/** Deeper than a function that calls itself can follow. */
const deep = fc.constantFrom(
  '['.repeat(10_000) + ']'.repeat(10_000), '{"a":'.repeat(10_000) + '"b"' + '}'.repeat(10_000), '> '.repeat(10_000) + 'a', '- '.repeat(5000) + 'a',
  '<g>'.repeat(10_000) + 'a' + '</g>'.repeat(10_000), `<xliff version="1.2"><file><body><trans-unit><source>${'<g id="1">'.repeat(10_000)}a${'</g>'.repeat(10_000)}</source></trans-unit></body></file></xliff>`,
  '('.repeat(20_000) + ')'.repeat(20_000), '{'.repeat(20_000) + '}'.repeat(20_000), '*'.repeat(50_000), '[a]('.repeat(10_000), '{n, plural, other {'.repeat(5000), 'def f():\n'.repeat(5000), 'class A {\n'.repeat(5000),
  `{"a": "${'{n, plural, other {'.repeat(5000)}${'}}'.repeat(5000)}"}`, '<tmx>' + '<sub>'.repeat(10_000),
);

export const hostileText: fc.Arbitrary<HostileText> = fc.constantFrom(...kinds).chain((kind) => {
  const own = damaged(samples[kind] ?? (kind.startsWith('language') ? program : 'Open `main.py` (20 files, {0}). It is in /usr/bin; see https://a.b.\n'));
  const text = fc.oneof({ arbitrary: own, weight: 5 }, { arbitrary: mixture, weight: 3 }, { arbitrary: repeated, weight: 3 }, { arbitrary: deep, weight: 1 });
  return fc.record({ kind: fc.constant(kind), text, other: fc.oneof(own, mixture) });
});
