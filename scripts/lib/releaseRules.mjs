/** What has to agree before a release. Every rule takes what it looks at and returns what is wrong, a sentence each. */
import { createHash } from 'node:crypto';

/** Bytes of the VSIX. */
export const vsixLimit = 40_000_000;

/** Those of the marketplace; https://code.visualstudio.com/api/references/extension-manifest */
const categories = [
  'AI', 'Azure', 'Chat', 'Data Science', 'Debuggers', 'Education', 'Extension Packs', 'Formatters', 'Keymaps', 'Language Packs', 'Linters',
  'Machine Learning', 'Notebooks', 'Other', 'Programming Languages', 'SCM Providers', 'Snippets', 'Testing', 'Themes', 'Visualization',
];

/** The files of the VSIX besides those of the packs. */
export const shippedFiles = [
  ...['package.json', 'package.nls.json', 'package.nls.zh-cn.json', 'README.md', 'CHANGELOG.md', 'LICENSE'],
  ...['extension/l10n/bundle.l10n.json', 'extension/l10n/bundle.l10n.zh-cn.json'],
  ...['extension', 'worker'].flatMap((name) => [`dist/${name}.node.js`, `dist/${name}.browser.js`]),
  ...['cli.js', 'transformers.js', 'webgpu.js', 'webview.js', 'webview.css', 'markdownPreview.css', 'packs.json', 'ThirdPartyNotices.txt'].map((name) => `dist/${name}`),
  ...['onig.wasm', 'ort-wasm-simd-threaded.wasm', 'ort-wasm-simd-threaded.jspi.wasm'].map((name) => `dist/${name}`),
  ...['icon.png', 'icon.svg', 'hover.png', 'alignment.png', 'summary.png', 'languages.png', 'packs.png'].map((name) => `docs/images/${name}`),
];

/** @param {{ files: Record<string, string> }} manifest of a pack */
export const shippedPackFiles = ({ files }) => [...Object.keys(files), 'manifest.json', 'README.md'];

/**
 * @param {readonly string[]} files that the VSIX would hold, relative to the repository
 * @param {ReadonlyMap<string, readonly string[]>} packs id → files
 * @returns {string[]}
 */
export function contentProblems(files, packs) {
  const wanted = new Set([...shippedFiles, ...[...packs].flatMap(([id, names]) => names.map((name) => `models/packs/${id}/${name}`))]);
  const present = new Set(files);
  return [
    ...[...wanted].filter((file) => !present.has(file)).map((file) => `${file} is missing`),
    ...[...present].filter((file) => !wanted.has(file)).map((file) => `${file} does not belong there`),
  ].sort();
}

/** @typedef {{ version: string, date: string | undefined, entries: number }} Release `version` is "Unreleased" or a number */

/**
 * @param {string} text of CHANGELOG.md
 * @returns {{ releases: Release[], problems: string[] }} the newest release first
 */
export function readChangelog(text) {
  /** @type {Release[]} */
  const releases = [];
  /** @type {string[]} */
  const problems = [];
  let inGroup = false;
  for (const [index, line] of text.split('\n').entries()) {
    const at = `line ${index + 1}`;
    const release = releases.at(-1);
    if (line.startsWith('## ')) {
      const [, version, date] = /^## \[(Unreleased|\d+\.\d+\.\d+)\](?: - (\d{4}-\d\d-\d\d))?$/u.exec(line) ?? [];
      if (version === undefined || (version === 'Unreleased') !== (date === undefined)) problems.push(`${at}: not "## [1.2.3] - 2026-01-31" or "## [Unreleased]"`);
      releases.push({ version: version ?? line, date, entries: 0 });
      inGroup = false;
    } else if (line.startsWith('### ')) {
      inGroup = /^### (?:Added|Changed|Deprecated|Removed|Fixed|Security)$/u.test(line);
      if (!inGroup) problems.push(`${at}: "${line.slice(4)}" is no kind of change of Keep a Changelog`);
    } else if (line.startsWith('- ')) {
      if (release === undefined || !inGroup) problems.push(`${at}: a change that is under no kind of change`);
      else release.entries++;
    }
  }
  if (!text.startsWith('# Changelog\n')) problems.push('it does not begin with "# Changelog"');
  return { releases, problems: [...problems, ...orderProblems(releases)] };
}

/** @param {readonly Release[]} releases @returns {string[]} */
function orderProblems(releases) {
  const unreleased = releases.findIndex(({ version }) => version === 'Unreleased');
  const numbered = releases.filter(({ version }) => version !== 'Unreleased');
  const misplaced = numbered.filter(({ version, date }, index) => {
    const next = numbered[index + 1];
    return next !== undefined && (compareVersions(version, next.version) <= 0 || (date ?? '') < (next.date ?? ''));
  });
  return [...(unreleased > 0 ? ['"Unreleased" is not the first section'] : []), ...misplaced.map(({ version }) => `${version} is not newer than what follows`)];
}

/** @param {string} a @param {string} b */
function compareVersions(a, b) {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  return [0, 1, 2].map((part) => (left?.[part] ?? 0) - (right?.[part] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/**
 * @param {{ manifest: any, lock: any, releases: readonly Release[] }} files package.json, package-lock.json, sections of the changelog
 * @returns {string[]}
 */
export function versionProblems({ manifest, lock, releases }) {
  const newest = releases.find(({ version }) => version !== 'Unreleased')?.version;
  /** @type {[string, unknown][]} */
  const others = [
    ['package-lock.json', lock.version],
    ['package-lock.json, packages', lock.packages[''].version],
    ['the newest release in CHANGELOG.md', newest],
  ];
  return others.filter(([, version]) => version !== manifest.version).map(([where, version]) => `${where} is ${String(version)}, package.json is ${manifest.version}`);
}

/**
 * What the marketplace asks for.
 *
 * @param {any} manifest package.json
 * @param {{ typesVersion: string, iconSize: readonly [number, number] }} facts the installed version of @types/vscode; pixels of the icon
 * @returns {string[]}
 */
export function manifestProblems(manifest, { typesVersion, iconSize }) {
  const { publisher, name, displayName, description, icon, license, galleryBanner, extensionKind, engines, keywords = [] } = manifest;
  const [width, height] = iconSize;
  const unknown = manifest.categories?.filter((/** @type {string} */ category) => !categories.includes(category)) ?? ['none'];
  const oldest = engines?.vscode?.replace(/^[^\d]*/u, '');
  /** @type {[boolean, string][]} */
  const rules = [
    [/^[a-z0-9][a-z0-9-]+$/u.test(publisher ?? ''), 'publisher is no identifier'],
    [/^[a-z0-9][a-z0-9-]+$/u.test(name ?? ''), 'name is no identifier'],
    [Boolean(displayName && description && license), 'displayName, description or license is missing'],
    [/\.png$/u.test(icon ?? '') && width === height && width >= 128, `the icon is ${width} × ${height} pixels; it is to be square, of at least 128`],
    [/^#[0-9a-f]{6}$/iu.test(galleryBanner?.color ?? '') && ['dark', 'light'].includes(galleryBanner?.theme), 'galleryBanner has no color and theme'],
    [unknown.length === 0, `categories that the marketplace does not have: ${unknown.join(', ')}`],
    [keywords.length > 0 && keywords.length <= 30, `${keywords.length} keywords; the marketplace takes 1 to 30`],
    [Array.isArray(extensionKind) && extensionKind.length > 0, 'extensionKind does not say where it runs'],
    [typesVersion === oldest, `@types/vscode is ${typesVersion}, the oldest editor of engines.vscode ${oldest}: what is compiled may not be there`],
  ];
  return rules.filter(([holds]) => !holds).map(([, problem]) => problem);
}

/**
 * The pictures that the page of an extension can show: of https: addresses, or of files that vsce makes such addresses of.
 *
 * @param {string} page Markdown
 * @param {(path: string) => boolean} exists whether the repository has a file
 * @returns {string[]}
 */
export function pictureProblems(page, exists) {
  const sources = [...page.matchAll(/!\[[^\]]*\]\(([^)]*)\)|<img[^>]*\ssrc=["']([^"']*)["']/gu)].map(([, inText, inTag]) => ({ source: inText ?? inTag ?? '', isTag: inTag !== undefined }));
  return sources
    .filter(({ source, isTag }) => !/^https:\/\/\S+$/u.test(source) && (isTag || !source.endsWith('.png') || source.includes(':') || !exists(source)))
    .map(({ source }) => `the picture "${source}" is neither of an https: address nor a PNG of the repository in Markdown`);
}

/**
 * @param {string} id of the pack's folder
 * @param {{ manifest: any, card: string, weights: Record<string, { shape: number[] }>, contents: ReadonlyMap<string, Uint8Array> }} pack
 *   manifest.json, README.md, the header of weights.safetensors, and the bytes of every file of the folder that ships
 * @returns {string[]}
 */
export function packProblems(id, { manifest, card, weights, contents }) {
  const { architecture, files, training } = manifest;
  const damaged = Object.entries(files).filter(([name, hash]) => sha256(contents.get(name) ?? new Uint8Array()) !== hash);
  const unnamed = [...contents.keys()].filter((name) => !['manifest.json', 'README.md'].includes(name) && files[name] === undefined);
  const origins = Object.entries(training.data ?? {});
  const untold = origins.filter(([origin, licence]) => licence === '' || !card.includes(`| ${origin} | ${licence} |`));
  const shape = weights['encoder.embedding.weight']?.shape.join(' × ');
  const wantedShape = `${architecture.sourceVocabulary} × ${architecture.embedding}`;
  return [
    ...(manifest.id === id ? [] : [`its manifest says ${manifest.id}`]),
    ...damaged.map(([name]) => `${name} is not the file of the manifest`),
    ...unnamed.map((name) => `${name} is not in the manifest`),
    ...(card.startsWith(`# ${manifest.id} ${manifest.version}\n`) ? [] : ['the model card is of another pack or version']),
    ...(origins.length > 0 ? [] : ['the manifest names no training data']),
    ...untold.map(([origin]) => `the model card does not name ${origin} with its licence`),
    ...(shape === wantedShape ? [] : [`weights.safetensors has a source embedding of ${shape}, the manifest of ${wantedShape}`]),
  ];
}

/**
 * What only counts when the version is to be published.
 *
 * @param {{ manifest: any, releases: readonly Release[], tags: readonly string[], changelog: string }} release tags of the commit
 * @returns {string[]}
 */
export function publishProblems({ manifest, releases, tags, changelog }) {
  const { version, repository, bugs } = manifest;
  const unreleased = releases.find((release) => release.version === 'Unreleased')?.entries ?? 0;
  const unlinked = releases.filter((release) => release.version !== 'Unreleased' && !new RegExp(`^\\[${release.version.replaceAll('.', '\\.')}\\]: https://`, 'mu').test(changelog));
  return [
    ...(tags.includes(`v${version}`) ? [] : [`the commit has no tag v${version}`]),
    ...(unreleased === 0 ? [] : [`CHANGELOG.md has ${unreleased} changes under "Unreleased"`]),
    ...(repository !== undefined && bugs !== undefined ? [] : ['package.json has no repository or bugs: the marketplace finds neither pictures, pages nor the place for reports']),
    ...unlinked.map((release) => `CHANGELOG.md has no link for ${release.version}`),
  ];
}

/** @param {Uint8Array} content */
export function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}
