import { describe, expect, test } from 'vitest';
import { readPo } from '../../../engine/bilingual/po';
import { FormatError, readFileUnits, type FileFormat } from '../../../engine/files';
import { packageFiles, pseudoTranslate, read, translateFile } from './support';

/** Nothing else of a file changes: without its translations it is what it was. */
function unchanged(format: FileFormat, source: string): void {
  expect(readFileUnits(format, { source, existing: undefined, targetLanguage: 'zh' }).write([]).text).toBe(source);
}

describe('gettext catalogues', () => {
  const catalogue = `msgid ""
msgstr ""
"Language: zh_CN\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

#: main.c:12
#, c-format
msgid "Open the file %s"
msgstr ""

msgid "Close the window"
msgstr "关闭窗口"

#, c-format
msgid "%d file was found"
msgid_plural "%d files were found"
msgstr[0] ""

msgid ""
"The first line.\\n"
"The second line.\\n"
msgstr ""
#~ msgid "gone"
#~ msgstr ""
`;

  test('empty strings are filled and marked fuzzy; translated ones stay', () => {
    const { text, translated, left } = translateFile('po', catalogue);
    expect({ translated, left }).toEqual({ translated: 3, left: [] });
    expect(text).toContain('#, fuzzy, c-format\nmsgid "Open the file %s"\nmsgstr "译文示例文译文示例译文示例文 %s"\n');
    expect(text).toContain('\nmsgid "Close the window"\nmsgstr "关闭窗口"\n');
    expect(text).toMatch(/#, fuzzy, c-format\nmsgid "%d file was found"\nmsgid_plural "%d files were found"\nmsgstr\[0\] "%d [^"]+"\n/u);
    expect(text).toMatch(/#, fuzzy\nmsgid ""\n"The first line.\\n"\n"The second line.\\n"\nmsgstr ""\n"[^"]+\\n"\n"[^"]+\\n"\n#~ msgid "gone"/u);
    expect(readPo(text).units.every(({ target }) => target !== '')).toBe(true);
    unchanged('po', catalogue);
  });

  test('a language with two forms gets two, the first of them of the singular', () => {
    const german = catalogue.replace('zh_CN', 'de').replace('nplurals=1; plural=0;', 'nplurals=2; plural=(n != 1);');
    const { text } = translateFile('po', german, undefined, (source) => `DE ${source}`, 'de');
    expect(text).toContain('msgstr[0] "DE %d file was found"\nmsgstr[1] "DE %d files were found"\n');
  });

  test('arguments that change their order are numbered where the format allows it', () => {
    const source = (flag: string): string => `#, ${flag}\nmsgid "Copy the file %s to %s"\nmsgstr ""\n`;
    const turned = (text: string): string => text.replace(/^Copy the file (\{\d\}) to (\{\d\})$/u, '到 $2 复制 $1');
    expect(translateFile('po', source('c-format'), undefined, turned).text).toContain('msgstr "到 %2$s 复制 %1$s"');
    expect(translateFile('po', source('python-format'), undefined, turned)).toMatchObject({ translated: 0, left: [{ reason: 'placeholders' }] });
    const straight = (text: string): string => text.replace(/^Copy the file (\{\d\}) to (\{\d\})$/u, '复制 $1 到 $2');
    expect(translateFile('po', source('python-format'), undefined, straight).text).toContain('msgstr "复制 %s 到 %s"');
  });

  test('a translation without its placeholder is left out', () => {
    const { text, left } = translateFile('po', catalogue, undefined, (source) => (source.includes('%s') ? '打开文件' : pseudoTranslate(source)));
    expect(left).toMatchObject([{ reason: 'placeholders', source: 'Open the file %s', offset: catalogue.indexOf('Open the file') }]);
    expect(text).toContain('#, c-format\nmsgid "Open the file %s"\nmsgstr ""\n');
  });

  test('a template becomes a catalogue of the language', () => {
    const template = '#, fuzzy\nmsgid ""\nmsgstr ""\n"Language: \\n"\n"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"\n\nmsgid "%d day left"\nmsgid_plural "%d days left"\nmsgstr[0] ""\nmsgstr[1] ""\n';
    const { text } = translateFile('po', template);
    expect(text).toContain('"Language: zh\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n"');
    expect(text).toMatch(/msgstr\[0\] "%d [^"]+"\nmsgstr\[1\] ""/u);
  });
});

describe('JSON', () => {
  const source = '{\r\n\t"menu": { "open": "Open the file", "count": 3 },\r\n\t"steps": ["First of all", "{{ name }} is here"], // note\r\n\t"icon": "file-code.svg"\r\n}\r\n';

  test('only the values change, byte for byte', () => {
    const { text, left } = translateFile('json', source);
    expect(left).toEqual([]);
    expect(text).toBe(source.replace('Open the file', pseudoTranslate('Open the file')).replace('First of all', pseudoTranslate('First of all')).replace(' is here', ' 译文示译文示例文'));
    unchanged('json', source);
  });

  test('missing keys are added to an existing file, which stays as it is otherwise', () => {
    const existing = '{\n  "steps": [\n    "首先"\n  ],\n  "extra": "只有这里",\n  "menu": {}\n}\n';
    const { text, translated } = translateFile('json', source, existing);
    expect(translated).toBe(2);
    expect(JSON.parse(text)).toEqual({
      steps: ['首先', pseudoTranslate('{{ name }} is here')],
      extra: '只有这里',
      menu: { open: pseudoTranslate('Open the file') },
    });
    expect(text.startsWith('{\n  "steps": [\n    "首先",\n    "')).toBe(true);
    const again = translateFile('json', source, text);
    expect(again).toMatchObject({ text, translated: 0 });
  });

  test('an empty value and a new group get their place', () => {
    const { text } = translateFile('json', '{\n  "a": "Open it",\n  "b": {\n    "c": "Close it",\n    "d": "Save it"\n  }\n}\n', '{\n    "a": ""\n}\n', (unit) => `ZH ${unit}`);
    expect(text).toBe('{\n    "a": "ZH Open it",\n    "b": {\n      "c": "ZH Close it",\n      "d": "ZH Save it"\n    }\n}\n');
  });

  test('plural messages keep their selectors and arguments', () => {
    const message = '{count, plural, =0 {No files} one {# file in {folder}} other {# files in {folder}}} were found';
    const { text } = translateFile('json', JSON.stringify({ message }), undefined, pseudoTranslate);
    const { message: target } = JSON.parse(text) as { message: string };
    expect(target.replaceAll(/\p{Script=Han}+/gu, 'X')).toBe('{count, plural, =0 {X} one {# X {folder}} other {# X {folder}}} X');
  });

  test('real files: parsed, they have the same shape', () => {
    const files = packageFiles(/^(?:package\.nls|tsconfig|package)\.json$/u, 200, 30_000).slice(0, 60);
    expect(files).toHaveLength(60);
    const shape = (value: unknown): unknown =>
      typeof value === 'string' ? 'string' : Array.isArray(value) ? value.map(shape) : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
        : value;
    for (const path of files) {
      const text = read(path);
      unchanged('json', text);
      let parsed: unknown;
      try {
        parsed = JSON.parse(text);
      } catch {
        continue;
      }
      expect(shape(JSON.parse(translateFile('json', text).text)), path).toEqual(shape(parsed));
    }
  });
});

describe('Application Resource Bundles', () => {
  const source = `{
  "@@locale": "en",
  "hello": "Hello {user}, it's {date, date, long}",
  "@hello": { "description": "A greeting", "placeholders": { "user": {}, "date": { "type": "DateTime" } } },
  "sex": "{gender, select, male {His file} female {Her file} other {Their file}}"
}
`;
  test('messages change, metadata stays, the locale is the new one', () => {
    const { text, translated } = translateFile('arb', source);
    expect(translated).toBe(2);
    expect(text).toContain('"@@locale": "zh"');
    expect(text).toContain('"@hello": { "description": "A greeting", "placeholders"');
    expect(text).toMatch(/"hello": "\p{Script=Han}+ \{user\}[,，] ?[^"]*\{date, date, long\}"/u);
    expect(text).toMatch(/"sex": "\{gender, select, male \{\p{Script=Han}+\} female \{\p{Script=Han}+\} other \{\p{Script=Han}+\}\}"/u);
  });

  test('an open brace is said', () => {
    expect(translateFile('arb', '{ "bad": "Hello {user" }').left).toMatchObject([{ reason: 'malformed', context: '/bad' }]);
  });
});

describe('properties', () => {
  const source = '# comment\nopen.file = Open the file\\u0021\nlong=First part \\\n    and second part\npath: C:\\\\folder is here\nitems={0} items aren\'\'t here\nempty=\n';

  test('values are unescaped, translated and escaped', () => {
    const seen: string[] = [];
    const { text } = translateFile('properties', source, undefined, (unit) => {
      seen.push(unit);
      return unit.replace('Open the file!', '打开文件！').replace('First part and second part', '长\n文').replace('folder is here', '在').replace(/items aren't here/u, "isn't");
    });
    expect(seen).toEqual(['Open the file!', 'First part and second part', 'C:\\folder is here', "{0} items aren't here"]);
    expect(text).toBe("# comment\nopen.file = \\u6253\\u5f00\\u6587\\u4ef6\\uff01\nlong=\\u957f\\n\\u6587\npath: C:\\\\\\u5728\nitems={0} isn''t\nempty=\n");
    unchanged('properties', source);
  });

  test('a file with plain ideographs goes on with them, and gets what it lacks', () => {
    const { text } = translateFile('properties', source, 'open.file=打开！', (unit) => (unit.startsWith('First') ? '首先' : unit));
    expect(text.split('\n').slice(0, 2)).toEqual(['open.file=打开！', 'long=首先']);
  });

  test('a broken escape is a mistake of its line', () => {
    expect(() => translateFile('properties', 'a=b\nc=\\u12\n')).toThrow(FormatError);
  });
});

describe('XLIFF', () => {
  const first = `<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file source-language="en" datatype="plaintext" original="a">
    <body>
      <trans-unit id="a">
        <source>Save <g id="1">the file</g> &amp; close<x id="2"/></source>
      </trans-unit>
      <trans-unit id="b"><source>Kept text here</source><target state="final">保留</target></trans-unit>
      <trans-unit id="c" translate="no"><source>Not this one</source></trans-unit>
      <trans-unit id="d"><source>New text here</source><target state="new">New text here</target></trans-unit>
    </body>
  </file>
</xliff>
`;

  test('1.2: targets come behind their sources, with tags, entities and a state', () => {
    const { text, translated } = translateFile('xliff', first, undefined, (unit) => unit.replace(/^Save (\S+)the file(\S+) & close(\S+)$/u, '保存$1文件$2 & 关闭$3').replace('New text here', '新文本'));
    expect(translated).toBe(2);
    expect(text).toBe(
      first
        .replace(' original="a"', ' original="a" target-language="zh"')
        .replace('<x id="2"/></source>', '<x id="2"/></source>\n        <target state="needs-review-translation">保存<g id="1">文件</g> &amp; 关闭<x id="2"/></target>')
        .replace('<target state="new">New text here', '<target state="needs-review-translation">新文本'),
    );
    unchanged('xliff', text);
  });

  test('tags in an order that closes nothing are refused', () => {
    const { left } = translateFile('xliff', first, undefined, (unit) => unit.replace(/^Save (\S+)the file(\S+) & close(\S+)$/u, '$2保存$1文件关闭$3').replace('New text here', '新文本'));
    expect(left).toMatchObject([{ reason: 'structure', context: 'a' }]);
  });

  test('a tag may have any character in its attributes', () => {
    const hyphen = first.replace('id="1"', 'id="a-b.c|(d"').replace('id="2"', 'id="x-2"');
    const { text } = translateFile('xliff', hyphen, undefined, (unit) => unit.replace('the file', '文件'));
    expect(text).toContain('Save <g id="a-b.c|(d">文件</g> &amp; close<x id="x-2"/></target>');
  });

  test('2.0: segments with their state', () => {
    const second = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="zh"><file id="f"><unit id="u"><segment>
  <source>Press <pc id="1">this key</pc> now</source>
</segment><segment state="final"><source>Done text</source><target>好</target></segment></unit></file></xliff>`;
    const { text, left } = translateFile('xliff', second);
    expect(left).toEqual([]);
    expect(text).toMatch(/<segment state="translated">\n {2}<source>Press .*<\/source>\n {2}<target>\p{Script=Han}+ <pc id="1">\p{Script=Han}+<\/pc> \p{Script=Han}+<\/target>\n<\/segment>/u);
    expect(text).toContain('<segment state="final"><source>Done text</source><target>好</target>');
  });

  test('what is not well-formed is a mistake of its place', () => {
    for (const bad of ['<xliff version="1.2"><file></xliff>', '<a/>', 'text', '<xliff version="1.2"><file a=b></file></xliff>']) {
      expect(() => translateFile('xliff', bad), bad).toThrow(FormatError);
    }
  });
});
