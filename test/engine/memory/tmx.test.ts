import { describe, expect, test } from 'vitest';
import { readTmx, TmxError, writeTmx, type MemoryUnit } from '../../../engine/memory';

const changed = Date.UTC(2026, 10, 26, 1, 22, 37);

test('what was written comes back', async () => {
  const units: MemoryUnit[] = [
    { source: 'Use <b> & "quotes" in `a && b`.', target: '使用 <b> 和“引号”。', sourceLanguage: 'en', targetLanguage: 'zh', changed },
    { source: '缓存\n第二行 ]]> &amp;', target: 'Cache\nsecond line ]]> &amp; 😀', sourceLanguage: 'zh', targetLanguage: 'en', changed: changed + 1000 },
  ];
  const text = writeTmx(units, '0.2.0');
  expect(text).toContain('<tmx version="1.4">');
  expect(text).toContain('srclang="*all*"');
  expect(text).toContain('changedate="20261126T012237Z"');
  expect(await readTmx(text)).toEqual(units);
  expect(writeTmx(units.slice(0, 1), '0.2.0')).toContain('srclang="en" datatype="plaintext"/>');
});

/** As translation programs write it: a document type, properties, notes, inline codes, several languages, old attributes. */
const foreign = `<?xml version='1.0' encoding="UTF-8" ?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd" [ <!ENTITY evil "boom"> ]>
<!-- exported -->
<tmx version="1.4">
  <header creationtool="Some CAT > tool" creationtoolversion="8" datatype="html" segtype="sentence" adminlang="en-us" srclang="EN-US" o-tmf="x">
    <prop type="project">A &amp; B</prop><note>header note</note>
  </header>
  <body>
    <tu tuid="1" creationdate="20200102T030405Z" usagecount="2">
      <note>not a segment</note>
      <prop type="x-context"><![CDATA[<seg>no</seg>]]></prop>
      <tuv xml:lang="EN-US"><seg>Press <bpt i="1" type="bold">&lt;b&gt;<sub>hidden</sub></bpt>Save<ept i="1">&lt;/b&gt;</ept>&#x20;now<ph x='1'/>.</seg></tuv>
      <tuv xml:lang="zh-CN" changedate="20210101T000000Z"><seg>现在按<hi type="bold">保存</hi>。</seg></tuv>
      <tuv xml:lang="de"><seg>Jetzt <it pos="begin">{b}</it>Speichern &evil;.</seg></tuv>
    </tu>
    <tu srclang="zh_CN"><tuv lang="EN"><seg>Cache</seg></tuv><tuv lang="zh_CN"><seg><![CDATA[缓存 <x>]]></seg></tuv></tu>
    <tu><tuv xml:lang="en"><seg>Empty on one side</seg></tuv><tuv xml:lang="zh"><seg/></tuv></tu>
    <tu><tuv xml:lang="en-GB"><seg>colour</seg></tuv><tuv xml:lang="en-US"><seg>color</seg></tuv></tu>
  </body>
</tmx>`;

describe('documents of other programs', () => {
  test('segments without inline codes, from the source language to each other one', async () => {
    const times = { changed: Date.UTC(2020, 0, 2, 3, 4, 5) };
    expect(await readTmx(foreign)).toEqual([
      { source: 'Press Save now.', target: '现在按保存。', sourceLanguage: 'en', targetLanguage: 'zh', ...times },
      { source: 'Press Save now.', target: 'Jetzt Speichern &evil;.', sourceLanguage: 'en', targetLanguage: 'de', ...times },
      { source: '缓存 <x>', target: 'Cache', sourceLanguage: 'zh', targetLanguage: 'en', changed: 0 },
    ]);
  });

  test('with a byte order mark and Windows line breaks', async () => {
    expect(await readTmx(`\uFEFF${foreign.replaceAll('\n', '\r\n')}`)).toHaveLength(3);
  });

  test('what is no TMX says why', async () => {
    await expect(readTmx('{"a": 1}')).rejects.toThrow('there is no <tmx> element');
    await expect(readTmx('<tmx>\n<!-- no end')).rejects.toThrow(/^line 2: “?<!-- no end…? has no end/u);
    await expect(readTmx('<tmx>\n\n< a>')).rejects.toThrow('line 3: “< a>” is no tag');
    await expect(readTmx('<tmx><')).rejects.toBeInstanceOf(TmxError);
  });

  test('long documents let others have their turn, and can be stopped', async () => {
    const long = writeTmx(Array.from({ length: 3000 }, (_, index) => ({ source: `s ${index}`, target: 't', sourceLanguage: 'en', targetLanguage: 'zh', changed })), '1');
    let pauses = 0;
    const pause = (): Promise<void> => (++pauses === 3 ? Promise.reject(new Error('stopped')) : Promise.resolve());
    await expect(readTmx(long, { pause })).rejects.toThrow('stopped');
    expect(await readTmx(long)).toHaveLength(3000);
  });
});
