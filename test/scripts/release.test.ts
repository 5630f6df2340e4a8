import { describe, expect, test } from 'vitest';
import { checkRepository } from '../../scripts/lib/release.mjs';
import { manifestProblems, packProblems, pictureProblems, publishProblems, readChangelog, sha256, versionProblems } from '../../scripts/lib/releaseRules.mjs';

test('this repository agrees with itself', async () => {
  const findings = await checkRepository();
  expect(findings.filter(({ problems }) => problems.length > 0)).toEqual([]);
  expect(findings.length).toBeGreaterThan(8);
});

const changelog = `# Changelog

## [Unreleased]

### Added

- A thing.
  Of two lines.

## [0.2.0] - 2026-02-01

### Fixed

- A mistake.

## [0.1.0] - 2026-01-01

### Added

- All of it.

[0.2.0]: https://example.org/compare/v0.1.0...v0.2.0
[0.1.0]: https://example.org/releases/v0.1.0
`;

describe('the changelog', () => {
  test('is read', () => {
    expect(readChangelog(changelog)).toEqual({
      releases: [
        { version: 'Unreleased', date: undefined, entries: 1 },
        { version: '0.2.0', date: '2026-02-01', entries: 1 },
        { version: '0.1.0', date: '2026-01-01', entries: 1 },
      ],
      problems: [],
    });
  });

  test.each([
    ['## [0.2.0] - 2026-02-01', '## 0.2.0', /line 10: not/u],
    ['## [0.2.0] - 2026-02-01', '## [0.2.0]', /line 10: not/u],
    ['### Fixed', '### Repaired', /line 12: "Repaired"/u],
    ['### Fixed\n', '\n', /line 14: a change that is under no kind/u],
    ['[0.2.0] - 2026-02-01', '[0.0.9] - 2026-02-01', /0\.0\.9 is not newer/u],
    ['2026-02-01', '2025-02-01', /0\.2\.0 is not newer/u],
    ['# Changelog\n', '# Changes\n', /does not begin/u],
    ['## [0.1.0] - 2026-01-01', '## [Unreleased]', /not the first section|not newer/u],
  ])('with %j as %j is refused', (good, bad, problem) => {
    const text = bad === '## [Unreleased]' ? changelog.replace('## [Unreleased]', '## [0.3.0] - 2026-03-01').replace(good, bad) : changelog.replace(good, bad);
    expect(readChangelog(text).problems.join('\n')).toMatch(problem);
  });
});

test('versions that differ are named', () => {
  const { releases } = readChangelog(changelog);
  const lock = (version: string, inPackages: string): unknown => ({ version, packages: { '': { version: inPackages } } });
  expect(versionProblems({ manifest: { version: '0.2.0' }, lock: lock('0.2.0', '0.2.0'), releases })).toEqual([]);
  expect(versionProblems({ manifest: { version: '0.3.0' }, lock: lock('0.3.0', '0.2.0'), releases })).toHaveLength(2);
});

test('what the marketplace would refuse is named', () => {
  const manifest = {
    publisher: 'someone', name: 'thing', displayName: 'Thing', description: 'It is one.', license: 'MIT', icon: 'icon.png',
    galleryBanner: { color: '#000000', theme: 'dark' }, extensionKind: ['workspace'], engines: { vscode: '^1.95.0' }, keywords: ['one'], categories: ['Other'],
  };
  const facts = { typesVersion: '1.95.0', iconSize: [256, 256] } as const;
  expect(manifestProblems(manifest, facts)).toEqual([]);
  const wrong = [
    { publisher: 'Some one' }, { name: undefined }, { description: '' }, { icon: 'icon.svg' }, { galleryBanner: {} }, { extensionKind: undefined },
    { engines: { vscode: '^1.90.0' } }, { keywords: Array.from({ length: 31 }, String) }, { categories: ['Translation'] }, { categories: undefined },
  ];
  expect(wrong.map((change) => manifestProblems({ ...manifest, ...change }, facts).length)).toEqual(wrong.map(() => 1));
  expect(manifestProblems(manifest, { ...facts, iconSize: [64, 64] })).toHaveLength(1);
});

test('pictures that nobody would see are named', () => {
  const exists = (path: string): boolean => path === 'docs/there.png';
  expect(pictureProblems('![a](docs/there.png) ![b](https://example.org/b.png) [c](docs/absent.md)', exists)).toEqual([]);
  const bad = ['![a](docs/absent.png)', '![a](http://example.org/a.png)', '![a](docs/there.svg)', '<img src="docs/there.png">'];
  expect(bad.map((page) => pictureProblems(page, exists).length)).toEqual(bad.map(() => 1));
});

test('a pack whose parts do not belong together is named', () => {
  const encoder = Buffer.from('graph');
  const manifest = {
    id: 'en-zh', version: '1.0.0', architecture: { sourceVocabulary: 8, embedding: 4 },
    files: { 'encoder.onnx': sha256(encoder) }, training: { data: { Texts: 'CC0' } },
  };
  const pack = {
    manifest, card: '# en-zh 1.0.0\n\n| Texts | CC0 |\n', weights: { 'encoder.embedding.weight': { shape: [8, 4] } },
    contents: new Map([['encoder.onnx', encoder], ['README.md', Buffer.from('')]]),
  };
  expect(packProblems('en-zh', pack)).toEqual([]);
  const wrong = [
    { contents: new Map([['encoder.onnx', Buffer.from('other')]]) }, { contents: new Map() }, { contents: new Map([...pack.contents, ['more.onnx', encoder]]) },
    { card: '# en-zh 0.9.0\n\n| Texts | CC0 |\n' }, { card: '# en-zh 1.0.0\n' }, { manifest: { ...manifest, training: { data: {} } } },
    { weights: { 'encoder.embedding.weight': { shape: [8, 5] } } },
  ];
  expect(wrong.map((change) => packProblems('en-zh', { ...pack, ...change }).length)).toEqual(wrong.map(() => 1));
  expect(packProblems('zh-en', pack)).toHaveLength(1);
});

test('what has to be done before publishing is named', () => {
  const manifest = { version: '0.2.0', repository: 'https://example.org', bugs: 'https://example.org/issues' };
  const released = changelog.replace(/## \[Unreleased\][^#]+### Added[^#]+(?=## \[0\.2)/u, '');
  const ready = { manifest, releases: readChangelog(released).releases, tags: ['v0.2.0'], changelog: released };
  expect(publishProblems(ready)).toEqual([]);
  expect(publishProblems({ ...ready, tags: [] })).toHaveLength(1);
  expect(publishProblems({ ...ready, releases: readChangelog(changelog).releases })).toHaveLength(1);
  expect(publishProblems({ ...ready, manifest: { version: '0.2.0' } })).toHaveLength(1);
  expect(publishProblems({ ...ready, changelog: released.replace('[0.1.0]: ', '') })).toHaveLength(1);
});
