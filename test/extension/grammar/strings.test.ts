import { beforeAll, describe, expect, test } from 'vitest';
import { messageAt } from '../../../extension/catalogue';
import type { GrammarLexemes } from '../../../extension/grammar/grammarLexemes';
import { stringAt, type Passage } from '../../../extension/passages';
import { grammarLexemes } from './editorGrammars';

let grammars: GrammarLexemes;

beforeAll(async () => {
  grammars = await grammarLexemes();
}, 600_000);

/** @param marked has `‸` where the pointer is */
async function pointed(marked: string, languageId: string): Promise<{ text: string; passage: Passage | undefined }> {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const found = await grammars.find({ key: 'test', languageId, text });
  if (!found) throw new Error(`no grammar for ${languageId}`);
  return { text, passage: stringAt(text, offset, languageId, found) };
}

function written(text: string, { range, write }: { range: Passage['range']; write: (text: string) => string }, translation: string): string {
  return text.slice(0, range.start) + write(translation) + text.slice(range.end);
}

// What is at the pointer; a translation of it; how the file looks with that.
test.each([
  ['typescript', 'f("Cannot ‸open\\n")', 'Cannot open', 'a "b" \\ c', 'f("a \\"b\\" \\\\ c\\n")'],
  ['typescript', "f('It\\'s ‸open')", "It's open", "a 'b'", "f('a \\'b\\'')"],
  ['typescript', 'f(`Open ‸${name} now`)', 'Open ${name} now', '`a` ${name}', 'f(`\\`a\\` ${name}`)'],
  ['typescript', 'f("One.\\nTwo ‸lines.")', 'Two lines.', 'b', 'f("One.\\nb")'],
  ['python', 'f("A ‸\\u0042 \\d")', 'A B \\d', 'c \\d', 'f("c \\d")'],
  ['python', "f('''Open\nthe ‸file''')", 'Open the file', "a b", "f('''a b''')"],
  ['python', 'f"Hello ‸{name}"', 'Hello {name}', 'a {name} "', 'f"a {name} \\""'],
  ['go', 'f(`Raw ‸\\n`)', 'Raw \\n', 'a`b', 'f(`aˋb`)'],
  ['rust', 'f(r#"Raw ‸text"#)', 'Raw text', 'a "', 'f(r#"a ”"#)'],
  ['csharp', 'f(@"Say ‸""it""")', 'Say "it"', '"a"', 'f(@"""a""")'],
  ['sql', "SELECT 'It''s ‸it'", "It's it", "a'", "SELECT 'a'''"],
  ['json', '{"some key": "Two \\"w‸ords\\""}', 'Two "words"', 'a "b"', '{"some key": "a \\"b\\""}'],
  ['yaml', 'title: Open the ‸file', 'Open the file', 'a: b', 'title: "a: b"'],
  ['yaml', 'title: Open the ‸file', 'Open the file', '打开文件', 'title: 打开文件'],
  ['yaml', 'text: |\n  Open the ‸file\n', 'Open the file', 'a # b', 'text: |\n  a # b\n'],
  ['shellscript', "echo 'Open ‸it'", 'Open it', "it's", "echo 'it’s'"],
  ['shellscript', 'echo "Open ‸$x"', 'Open $x', '"$x"', 'echo "\\"$x\\""'],
  ['php', "<?php f('It\\'s ‸\\d');", "It's \\d", "'\\d", "<?php f('\\'\\d');"],
  ['java', 'f("Open ‸it");', 'Open it', '"', 'f("\\"");'],
  ['typescriptreact', 'const a = <p title="Some ‸text">x</p>;', 'Some text', '"a"', 'const a = <p title="&quot;a&quot;">x</p>;'],
  ['typescriptreact', 'const a = <p>\n  Hello ‸you\n</p>;', 'Hello you', 'a {b} <c>', 'const a = <p>\n  a &#123;b&#125; &lt;c&gt;\n</p>;'],
  ['html', '<p>Hello &amp; ‸you</p>', 'Hello &amp; you', 'a < b', '<p>a &lt; b</p>'],
])('%s: %s', async (languageId, marked, own, translation, expected) => {
  const { text, passage } = await pointed(marked, languageId);
  expect(passage?.text).toBe(own);
  expect(written(text, passage!, translation)).toBe(expected);
  expect(written(text, passage!, passage!.text)).toBe(text.replace('\\u0042', 'B'));
});

describe('what is no prose', () => {
  test.each([
    ['json', '{"some ‸key": 1}'],
    ['typescript', 'import x from "./so‸me";'],
    ['typescript', 'const x = /so‸me/;'],
    ['typescript', 'const so‸me = 1;'],
    ['yaml', 'so‸me: text'],
    ['c', '#include "so‸me.h"'],
    ['shellscript', 'rm so‸me'],
    ['html', '<script>so‸me</script>'],
    ['ruby', 'f("a #{g("‸b")} c")'],
  ])('%s: %s', async (languageId, marked) => {
    expect((await pointed(marked, languageId)).passage).toBeUndefined();
  });
});

test('offsets lead through escapes into the document', async () => {
  const { text, passage } = await pointed('f("A \\"w‸ord\\" here\\n")', 'typescript');
  const at = passage!.toDocument(passage!.text.indexOf('here'));
  expect(text.slice(at, passage!.toDocument(passage!.text.length))).toBe('here');
});

test('messages of a catalogue, not its comments and not its header', () => {
  const text = 'msgid ""\nmsgstr "Language: zh\\n"\n\n#: file.c:1\nmsgid "Open \\"it\\""\nmsgstr ""\n"打开"\n"它"\n';
  expect(messageAt(text, text.indexOf('it'))?.text).toBe('Open "it"');
  const translation = messageAt(text, text.indexOf('它'))!;
  expect(translation.text).toBe('打开它');
  expect(translation.write('"a"')).toBe('\\"a\\"');
  expect(messageAt(text, text.indexOf('Language'))).toBeUndefined();
  expect(messageAt(text, text.indexOf('file.c'))).toBeUndefined();
});
