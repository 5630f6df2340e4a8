/** What the documentation names must be there. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../scripts/lib/paths.mjs';

interface Manifest {
  readonly publisher: string;
  readonly name: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const { publisher, name, contributes } = JSON.parse(read('package.json')) as Manifest;
const messages = existsSync(join(root, 'package.nls.json')) ? (JSON.parse(read('package.nls.json')) as Record<string, string>) : {};
const titles = contributes.commands.map(({ title }) => messages[title.replace(/^%|%$/gu, '')] ?? title);
const ids = [`${publisher}.${name}`, ...contributes.commands.map(({ command }) => command), ...Object.keys(contributes.configuration.properties)];

const listed = (folder: string): string[] => readdirSync(join(root, folder)).filter((name) => name.endsWith('.md')).map((name) => `${folder}/${name}`);
const pages = ['README.md', 'CONTRIBUTING.md', ...listed('docs'), ...listed('docs/decisions')];
const pictures = 'docs/images/guide';

/** GitHub's own rule: small letters, hyphens for spaces, no punctuation. */
function anchorOf(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replaceAll(' ', '-');
}

function anchorsOf(file: string): string[] {
  return [...read(file).matchAll(/^#+ (.+)$/gmu)].map(([, heading]) => anchorOf(heading ?? ''));
}

describe.each(pages)('%s', (page) => {
  const text = read(page);

  test('names commands and settings that there are', () => {
    const named = [...text.matchAll(/\*\*AlignLens: ([^*]+)\*\*/gu)].map(([, title]) => title?.replace(/\s+/gu, ' '));
    expect(named.filter((title) => !titles.includes(title ?? ''))).toEqual([]);
    const mentioned = [...text.matchAll(/\balignlens(?!\.json\b)(?:\.[A-Za-z]+)+/gu)].map(([id]) => id);
    expect(mentioned.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('links to files and sections that there are', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)\s#]*)(?:#([^)\s]+))?\)/gu)];
    const broken = links.filter(([, path, anchor]) => {
      const file = path === '' || path === undefined ? page : join(dirname(page), path);
      return !existsSync(join(root, file)) || (anchor !== undefined && !anchorsOf(file).includes(anchor));
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });
});

test('the pictures of the guide are small, and all of them are shown', () => {
  const guide = read('docs/guide.md');
  const names = readdirSync(join(root, pictures));
  const sizes = names.map((name) => statSync(join(root, pictures, name)).size);
  expect(names.filter((name) => !guide.includes(`(images/guide/${name})`))).toEqual([]);
  expect(Math.max(...sizes)).toBeLessThan(60_000);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(600_000);
});
