/** Findings of real units of each format, and where they lie in the files. */
import { describe, expect, test } from 'vitest';
import { inEnglish, phrase } from '../../../engine/protocol/phrase';
import { readUnits, type BilingualFormat } from '../../../engine/bilingual';
import { lintPair, type Finding } from '../../../engine/lint';
import { limitFindings, placeFinding, type PlacedFinding } from '../../../extension/lint/placement';

function findingsIn(format: BilingualFormat, source: string, target = source): PlacedFinding[] {
  return readUnits(format, source, target).flatMap((unit) => {
    const pair = { source: unit.source, target: unit.target, flags: unit.flags, sourceLanguage: 'en', targetLanguage: 'zh', glossary: [] };
    return lintPair(pair).map((finding) => placeFinding(unit, finding, finding.severity, target));
  });
}

function only(findings: readonly PlacedFinding[]): PlacedFinding {
  expect(findings).toHaveLength(1);
  return findings[0]!;
}

function applied(file: string, { fix }: PlacedFinding): string {
  if (!fix) throw new Error('no fix');
  return file.slice(0, fix.span.start) + fix.text + file.slice(fix.span.end);
}

const header = 'msgid ""\nmsgstr "Language: zh_CN\\n"\n\n';
const textAt = (file: string, { start, end }: { start: number; end: number }): string => file.slice(start, end);

describe('gettext', () => {
  test('a wrong placeholder behind escapes', () => {
    const file = `${header}msgid "Say \\"%s\\"\\tto %d of us"\nmsgstr "对 %d 个人说 \\"%x\\"\\t吧"\n`;
    const finding = only(findingsIn('po', file));
    expect(textAt(file, finding.range)).toBe('%x');
    expect(finding.source?.text).toBe('“%s”');
    expect(textAt(file, finding.source!.span)).toBe('%s');
    expect(applied(file, finding)).toBe(file.replace('%x', '%s'));
  });

  test('what is missing from a translation over several lines: the line it belongs to', () => {
    const file = `${header}msgid "Open %s.\\n"\n"Close %d."\nmsgstr ""\n"打开 %s。\\n"\n"关闭。"\n`;
    const finding = only(findingsIn('po', file));
    expect(finding.rule).toBe('placeholders');
    // Behind the placeholder before it, which ends the first line's part of the text.
    expect(textAt(file, finding.range)).toBe('"打开 %s。\\n"');
    expect(textAt(file, finding.unit.target)).toBe('"\n"打开 %s。\\n"\n"关闭。');
    expect(applied(file, finding)).toContain('"打开 %s%d。\\n"\n"关闭。"');
  });

  test('a fix is written with the escapes of the file', () => {
    const file = `${header}msgid "Read <a href=\\"x\\">this</a>"\nmsgstr "阅读<b>这个</a>"\n`;
    const finding = findingsIn('po', file).find(({ rule }) => rule === 'tags')!;
    expect(textAt(file, finding.range)).toBe('<b>');
    expect(applied(file, finding)).toContain('msgstr "阅读<a href=\\"x\\">这个</a>"');
  });

  test('no translation: the place where it belongs', () => {
    const file = `${header}msgid "Open the file"\nmsgstr ""\n`;
    const finding = only(findingsIn('po', file));
    expect(finding.range.start).toBe(file.indexOf('msgstr ""\n', header.length) + 'msgstr "'.length);
    expect(finding.fix).toBeUndefined();
  });
});

describe('JSON', () => {
  test('escapes before and in what is replaced', () => {
    const source = '{ "a": "He said \\"go\\" to {name}\\u0021" }';
    const target = '{\n  "a": "他对\\u007bnam\\u0065s} 说\\"走\\"！"\n}\n';
    const finding = only(findingsIn('json', source, target));
    expect(textAt(target, finding.range)).toBe('\\u007bnam\\u0065s}');
    expect(textAt(source, finding.source!.span)).toBe('{name}');
    expect(applied(target, finding)).toBe('{\n  "a": "他对{name} 说\\"走\\"！"\n}\n');
  });

  test('a text without its key: before the closing brace, pointing to the source', () => {
    const source = '{ "a": "Open the file", "b": "Close the window" }';
    const target = '{ "a": "打开文件" }';
    const finding = only(findingsIn('json', source, target));
    expect(finding.range).toEqual({ start: target.length - 1, end: target.length - 1 });
    expect(textAt(source, finding.source!.span)).toBe('Close the window');
  });
});

describe('Markdown', () => {
  test('a number over a line break of the paragraph', () => {
    const source = '# Limits\n\nAt most 500 files\nare opened.\n';
    const target = '# 限制\n\n> 提示\n\n最多打开\n600 个文件。\n';
    const finding = findingsIn('markdown', source, target).find(({ rule }) => rule === 'numbers')!;
    expect(textAt(target, finding.range)).toBe('600');
    expect(applied(target, finding)).toBe(target.replace('600', '500'));
  });

  test('an omission: the line of the unit, and the source words', () => {
    const source = 'Open the file. Then close it.\n';
    const target = '打开文件。\n';
    const [unit] = readUnits('markdown', source, target);
    const finding: Finding = {
      rule: 'omission',
      severity: 'warning',
      message: phrase('“Then close it.” is missing.'),
      source: { start: 15, end: 29 },
      target: { start: 5, end: 5 },
    };
    const placed = placeFinding(unit!, finding, 'information', target);
    expect(placed.severity).toBe('information');
    expect(textAt(target, placed.range)).toBe('打开文件。');
    expect(placed.source?.text).toBe('“Then close it.”');
  });
});

test('of many findings of one rule the last that is shown tells how many are not', () => {
  const file = header + Array.from({ length: 7 }, (_, index) => `msgid "Open file ${index + 10}"\nmsgstr "打开文件"\n\n`).join('');
  const findings = findingsIn('po', file);
  expect(findings).toHaveLength(7);
  const shown = limitFindings([...findings].reverse(), 3);
  expect(shown.map(({ range }) => range)).toEqual(findings.slice(0, 3).map(({ range }) => range));
  expect(shown.map(({ message }) => /not shown: (\d+)/u.exec(inEnglish(message))?.[1])).toEqual([undefined, undefined, '4']);
  expect(limitFindings(findings, 7)).toEqual(findings);
});
