/**
 * `npm run release:check [-- --tag]`: whether version, changelog, packs, package.json and VSIX agree, and whether two builds of
 * the commit, in two folders, give the same VSIX. `--tag` also asks for what only publishing needs. It takes 20 seconds.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root } from './lib/paths.mjs';
import { checkRepository, packFiles } from './lib/release.mjs';
import { contentProblems, publishProblems, readChangelog, sha256, vsixLimit } from './lib/releaseRules.mjs';
import { readZip } from './lib/zip.mjs';

/** @typedef {import('./lib/release.mjs').Finding} Finding */

const { values } = parseArgs({ options: { tag: { type: 'boolean', default: false } } });
const run = promisify(execFile);

/** @param {string[]} args */
async function git(...args) {
  return (await run('git', args, { cwd: root })).stdout.split('\n').filter((line) => line !== '');
}

/** @param {Finding} finding */
function print({ what, problems }) {
  console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${what}${problems.map((problem) => `\n         ${problem}`).join('')}`);
  if (problems.length > 0) process.exitCode = 1;
}

/** What may differ between two people who build the same commit. */
const builders = [
  { TZ: 'Asia/Tokyo', LC_ALL: 'C' },
  { TZ: 'America/New_York', LC_ALL: 'cs_CZ.UTF-8' },
];

/** @param {NodeJS.ProcessEnv} environment @param {number} index @returns {Promise<Buffer>} the VSIX of the commit, built in a folder of its own */
async function buildCommit(environment, index) {
  // Paths of different lengths and depths, so that one in a bundle would show.
  const parent = await mkdtemp(join(tmpdir(), 'alignlens-release-'));
  const folder = join(parent, ...Array.from({ length: index + 1 }, () => 'checkout'));
  try {
    await git('worktree', 'add', '--detach', folder, 'HEAD');
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    await run(process.execPath, ['scripts/package.mjs'], { cwd: folder, env: { ...process.env, ...environment } });
    const { name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    return await readFile(join(folder, `${name}-${version}.vsix`));
  } finally {
    await rm(parent, { recursive: true, force: true });
    await git('worktree', 'prune');
  }
}

/** @param {Buffer} vsix @returns {Promise<Finding[]>} */
async function checkContent(vsix) {
  const { engines, repository } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  // vsce gives pages names of its own.
  const renamed = new Map([['readme.md', 'README.md'], ['changelog.md', 'CHANGELOG.md'], ['LICENSE.txt', 'LICENSE']]);
  const files = readZip(vsix);
  const shipped = [...files.keys()].filter((path) => path.startsWith('extension/')).map((path) => path.slice('extension/'.length));
  const text = (/** @type {string} */ path) => files.get(path)?.toString('utf8') ?? '';
  const folders = [root, dirname(await realpath(join(root, 'node_modules'))), join(tmpdir(), 'alignlens')];
  const withPaths = [...files.keys()].filter((path) => /\.(?:js|css|json|md)$/u.test(path) && folders.some((folder) => text(path).includes(folder)));
  const unseen = [...text('extension/readme.md').matchAll(/!\[[^\]]*\]\((?!https:)([^)]*)\)/gu)].map(([, path]) => `${path} has no https: address`);
  const identity = `Value="${engines.vscode}"`;
  return [
    { what: `the VSIX has ${shipped.length} files, the expected ones`, problems: contentProblems(shipped.map((path) => renamed.get(path) ?? path), await packFiles()) },
    { what: 'its files name no folder of the machine that built it', problems: withPaths },
    ...(repository === undefined ? [] : [{ what: 'the pictures of its page have https: addresses', problems: unseen }]),
    { what: 'it is for the editors that package.json names', problems: text('extension.vsixmanifest').includes(identity) ? [] : [`no ${identity}`] },
    { what: `it has at most ${vsixLimit / 1e6} MB`, problems: vsix.length <= vsixLimit ? [] : [`${vsix.length} bytes`] },
  ];
}

await ensureDependencies();
const changed = await git('status', '--porcelain');
print({ what: 'every file is as in the commit', problems: changed });
(await checkRepository()).forEach(print);
if (values.tag) {
  const [manifest, changelog] = await Promise.all(['package.json', 'CHANGELOG.md'].map((file) => readFile(join(root, file), 'utf8')));
  const { releases } = readChangelog(changelog ?? '');
  print({ what: 'the commit can be published', problems: publishProblems({ manifest: JSON.parse(manifest ?? ''), releases, tags: await git('tag', '--points-at', 'HEAD'), changelog: changelog ?? '' }) });
}
/** @type {Buffer[]} */
const built = [];
for (const [index, environment] of builders.entries()) built.push(await buildCommit(environment, index));
const [first, second] = built;
if (first === undefined || second === undefined) throw new Error('Two builds are compared.');
(await checkContent(first)).forEach(print);
const [hash, other] = [sha256(first), sha256(second)];
print({ what: 'two builds of the commit, in different folders, time zones and languages, are the same', problems: hash === other ? [] : differences(first, second) });
console.log(`${hash}  ${first.length} bytes`);

/** @param {Buffer} a @param {Buffer} b */
function differences(a, b) {
  const [left, right] = [readZip(a), readZip(b)];
  const paths = [...new Set([...left.keys(), ...right.keys()])].filter((path) => !(left.get(path) ?? Buffer.alloc(0)).equals(right.get(path) ?? Buffer.alloc(0)));
  return paths.length > 0 ? paths.map((path) => `${path} differs`) : ['their files are the same, but not how the zip holds them'];
}
