import { describe, expect, test } from 'vitest';
import { findFunctions } from '../../engine/text/functions';
import { readsAsCode } from '../../extension/summaryKind';
import { fileSubjects, functionSubject, selectionSubjects, subjectSpan, subjectsAt, type SubjectList } from '../../extension/summarySubjects';

const program = [
  "import { open } from './files';",
  '',
  '/** Counts the lines. */',
  'export function count(text: string): number {',
  '  // Blank lines count too.',
  "  return text.split('\\n').length;",
  '}',
  '',
  'class Reader {',
  '  read(path: string): string {',
  '    return open(path);',
  '  }',
  '',
  '  close(): void {',
  '    this.file.close();',
  '  }',
  '}',
  '',
].join('\n');

const page = ['Before.', '', '# Install', '', 'Run the installer.', '', '## Use', '', 'Open a file.', 'Close it.', '', 'Then rest.', ''].join('\n');

const span = (text: string, part: string): { start: number; end: number } => {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
};

const whole = (text: string): { start: number; end: number } => ({ start: 0, end: text.length });

/** Every word of a subject must be the document's word at the place it leads to. */
function checkOffsets(document: string, { subjects }: SubjectList): void {
  for (const subject of subjects) {
    for (const { 0: word, index } of subject.text.matchAll(/\p{L}+/gu)) {
      const { start, end } = subjectSpan(subject, { start: index, end: index + word.length });
      expect(document.slice(start, end)).toBe(word);
    }
  }
}

describe('a selection', () => {
  test('of whole functions gives each of them', () => {
    const list = selectionSubjects(program, [whole(program)], 'typescript');
    expect(list).toMatchObject({ kind: 'code', languageId: 'typescript' });
    expect(list.subjects.map(({ heading }) => heading)).toEqual(['count', 'read', 'close']);
    expect(list.subjects.every(({ text }) => !text.includes('Counts the lines'))).toBe(true);
    checkOffsets(program, list);
  });

  test('of statements is one piece of code', () => {
    const list = selectionSubjects(program, [span(program, "return text.split('\\n').length;")], 'typescript');
    expect(list.kind).toBe('code');
    expect(list.subjects.map(({ heading, text }) => [heading, text])).toEqual([['', "return text.split('\\n').length;"]]);
  });

  test('of a script with a small function is one piece: the rest must not get lost', () => {
    const script = `const f = (x) => x;\n${'run(1, 2, 3);\n'.repeat(20)}`;
    expect(selectionSubjects(script, [whole(script)], 'javascript').subjects).toHaveLength(1);
  });

  test('of a comment is prose without its markers', () => {
    const text = ['/**', ' * Opens the file', ' * and reads it.', ' *', ' * Closes it, too.', ' */', 'run();'].join('\n');
    const list = selectionSubjects(text, [span(text, text.slice(0, text.indexOf('run')))], 'java');
    expect(list).toMatchObject({ kind: 'prose', languageId: 'plaintext' });
    expect(list.subjects.map((subject) => subject.text)).toEqual(['Opens the file and reads it.\n\nCloses it, too.']);
    checkOffsets(text, list);
  });

  test('of Markdown is prose as it stands: headings tell the summarizer where parts begin', () => {
    const list = selectionSubjects(page, [whole(page)], 'markdown');
    expect(list).toMatchObject({ kind: 'prose', languageId: 'markdown' });
    expect(list.subjects.map(({ text }) => text)).toEqual([page.trim()]);
    checkOffsets(page, list);
  });

  test('that comes in several parts gives them in the order of the document', () => {
    const list = selectionSubjects(page, [span(page, 'Open a file.'), span(page, 'Before.')], 'markdown');
    expect(list.subjects.map(({ text }) => text)).toEqual(['Before.', 'Open a file.']);
  });

  test.each([
    ['markdown', ' \n\n---\n'],
    ['typescript', '\n}\n'],
    ['typescript', '// ---\n'],
    ['plaintext', ''],
  ])('without words gives nothing: %s', (languageId, text) => {
    expect(selectionSubjects(text, [whole(text)], languageId).subjects).toEqual([]);
  });
});

test.each([
  ['typescript', '// eslint-disable-next-line\n// Opens the file.', false],
  ['python', 'def f():\n    """Opens."""', true],
  ['python', '"""Opens the file."""', false],
  ['python', "name = '# no comment'", true],
  ['css', '/* Colours */', false],
  ['bat', 'REM Opens the file', false],
  ['latex', '\\section{Files}', false],
  ['markdown', 'Opens the file.', false],
])('%s is code or not: %s', (languageId, text, expected) => {
  expect(readsAsCode(text, whole(text), languageId)).toBe(expected);
});

describe('at the cursor', () => {
  test('a function comes before its comments', () => {
    const list = subjectsAt(program, program.indexOf('Blank'), 'typescript');
    expect(list.subjects.map(({ heading, functionAt }) => [heading, functionAt])).toEqual([['count', program.indexOf('count(')]]);
    expect(list.kind).toBe('code');
  });

  test('a comment outside of functions is prose', () => {
    const text = '// Opens the file.\nimport a;\n';
    expect(subjectsAt(text, 5, 'typescript')).toMatchObject({ kind: 'prose', subjects: [{ text: 'Opens the file.' }] });
    expect(subjectsAt(text, text.indexOf('import'), 'typescript').subjects).toEqual([]);
  });

  test('prose gives its section, without headings its paragraph', () => {
    expect(subjectsAt(page, page.indexOf('Open'), 'markdown').subjects.map(({ heading, text }) => [heading, text])).toEqual([
      ['Use', '## Use\n\nOpen a file.\nClose it.\n\nThen rest.'],
    ]);
    expect(subjectsAt(page, 2, 'markdown').subjects.map(({ text }) => text)).toEqual(['Before.']);
  });
});

describe('a file', () => {
  test('of code gives a line for each function', () => {
    const list = fileSubjects(program, 'typescript', findFunctions(program, 'typescript'));
    expect(list).toMatchObject({ kind: 'code', lines: 1 });
    expect(list.subjects.map(({ heading }) => heading)).toEqual(['count', 'read', 'close']);
  });

  test('of prose gives a line for each section, headings included', () => {
    const list = fileSubjects(page, 'markdown', []);
    expect(list).toMatchObject({ kind: 'prose', lines: 1 });
    expect(list.subjects.map(({ heading }) => heading)).toEqual(['', 'Install', 'Use']);
    expect(list.subjects[1]?.text).toBe('# Install\n\nRun the installer.');
    checkOffsets(page, list);
  });

  test.each([
    ['plaintext', 'One paragraph.\n\nAnother one.\n', 'prose'],
    ['yaml', 'name: value\n', 'code'],
  ])('without parts gives three lines: %s', (languageId, text, kind) => {
    expect(fileSubjects(text, languageId, [])).toMatchObject({ kind, lines: 3, subjects: [{ text: text.trim() }] });
  });

  test('that is empty gives nothing', () => {
    expect(fileSubjects('', 'markdown', []).subjects).toEqual([]);
  });
});

test('a docstring is left out of its function, and words behind it keep their places', () => {
  const text = ['def read(path):', '    """Reads a file."""', '    return open(path)', ''].join('\n');
  const [found] = findFunctions(text, 'python');
  if (!found) throw new Error('no function');
  const subject = functionSubject(text, found);
  expect(subject.text).not.toContain('Reads');
  expect(subject.text).toContain('return open(path)');
  checkOffsets(text, { kind: 'code', languageId: 'python', subjects: [subject] });
});
