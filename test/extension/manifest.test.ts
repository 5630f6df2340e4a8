/** package.json and the sources must agree. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { levelCount } from '../../engine/protocol/salienceLevel';
import { root } from '../../scripts/lib/paths.mjs';

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly virtualWorkspaces: boolean;
    readonly untrustedWorkspaces: { readonly supported: string; readonly description: string; readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly ({ readonly command: string } | { readonly submenu: string })[]>>;
    readonly submenus: readonly { readonly id: string }[];
    readonly keybindings: readonly { readonly command: string; readonly key: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly description: string;
        readonly media: { readonly image: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
    readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<string, string>> }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default?: unknown; readonly type?: unknown; readonly enum?: unknown; readonly scope?: string }>> };
  };
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
const source = (file: string): string => readFileSync(join(root, file), 'utf8');
const declared = manifest.contributes.commands.map(({ command }) => command).sort();

test('every declared command is registered, and the other way round', () => {
  const registered = [...source('extension/commandTable.ts').matchAll(/'(alignlens\.\w+)':/gu)].map(([, id]) => id);
  expect(registered.sort()).toEqual(declared);
});

test('every command has a file of its own', () => {
  const files = readdirSync(join(root, 'extension/commands')).map((file) => `alignlens.${file.replace('.ts', '')}`);
  expect(files.sort()).toEqual(declared);
});

test('menus name declared commands and submenus only', () => {
  const submenus = manifest.contributes.submenus.map(({ id }) => id);
  for (const entry of Object.values(manifest.contributes.menus).flat()) {
    if ('submenu' in entry) expect(submenus).toContain(entry.submenu);
    else expect(declared).toContain(entry.command);
  }
  for (const id of submenus) expect(Object.keys(manifest.contributes.menus)).toContain(id);
});

test('whatever the sources name of ours is a declared command, or one of the few other names', () => {
  // Contexts, items of the status bar, views, the channel of the panel, a file and the extension itself.
  const others = ['alignlens', 'alignment', 'busy', 'packs', 'packsWanted', 'salienceShown', 'status', 'tmx'].map((name) => `alignlens.${name}`);
  const files = readdirSync(join(root, 'extension'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const named = files.flatMap((file) => [...source(join('extension', file)).matchAll(/'(alignlens\.[a-z]\w*)'/gu)].map(([, id]) => id!));
  expect(named).toEqual(expect.arrayContaining(['alignlens.copyTranslation', 'alignlens.keepWord', 'alignlens.summarizeFunction']));
  expect([...new Set(named)].filter((id) => !declared.includes(id) && !others.includes(id))).toEqual([]);
});

test('a hover may run the commands that it links to, and no others', () => {
  const hover = source('extension/summaryHover.ts');
  const enabled = /enabledCommands = \[([^\]]*)\]/u.exec(hover)![1]!.match(/alignlens\.\w+/gu)!;
  const linked = [...hover.replace(/enabledCommands = \[[^\]]*\]/u, '').matchAll(/'(alignlens\.\w+)'/gu)].map(([, id]) => id!);
  expect([...new Set(linked)].sort()).toEqual([...enabled].sort());
});

test('each key runs a declared command, and no other one', () => {
  const { keybindings } = manifest.contributes;
  for (const { command } of keybindings) expect(declared).toContain(command);
  const keys = keybindings.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

test('every step of the walkthrough runs and waits for commands and settings that there are, and shows a picture that ships', () => {
  for (const { description, media, completionEvents } of manifest.contributes.walkthroughs.flatMap(({ steps }) => steps)) {
    const commands = [...`${description} ${completionEvents.join(' ')}`.matchAll(/command:(alignlens\.\w+)/giu)].map(([, id]) => id);
    for (const id of commands) expect(declared).toContain(id);
    const settings = completionEvents.flatMap((event) => /^onSettingChanged:(.*)$/u.exec(event)?.[1] ?? []);
    for (const name of settings) expect(Object.keys(manifest.contributes.configuration.properties)).toContain(name);
    expect(media.image).toMatch(/^docs\/images\//u);
    expect(existsSync(join(root, media.image)), media.image).toBe(true);
    expect(completionEvents.length).toBeGreaterThan(0);
  }
});

test('every setting has a default and a getter', () => {
  const config = source('extension/config.ts');
  for (const [name, { default: value }] of Object.entries(manifest.contributes.configuration.properties)) {
    expect(value, name).not.toBeUndefined();
    expect(config).toContain(`'${name.replace('alignlens.', '')}'`);
  }
});

test('each level of salience has a colour, the stronger the less transparent, in every kind of theme', () => {
  const { colors } = manifest.contributes;
  expect(colors.map(({ id }) => id)).toEqual(Array.from({ length: levelCount }, (_, level) => `alignlens.salience${level + 1}`));
  for (const kind of ['dark', 'light', 'highContrast', 'highContrastLight']) {
    const alphas = colors.map(({ defaults }) => parseInt(/^#[0-9a-f]{6}([0-9a-f]{2})$/u.exec(defaults[kind] ?? '')?.[1] ?? '', 16));
    expect(alphas, kind).toEqual([...new Set(alphas)].sort((a, b) => a - b));
    expect(alphas.every(Number.isFinite), kind).toBe(true);
  }
});

test('every entry point is a bundle of the build', () => {
  const build = source('scripts/build.mjs');
  for (const entry of [manifest.main, manifest.browser, ...Object.values(manifest.bin)]) {
    expect(build).toContain(`'${entry.replace(/^(?:\.\/)?dist\//u, '')}'`);
  }
});

test('a folder that is not trusted may set nothing that names files', () => {
  const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
  expect([untrustedWorkspaces.supported, virtualWorkspaces]).toEqual(['limited', true]);
  const closed = (type: unknown): boolean => [type].flat().every((one) => ['boolean', 'integer', 'null'].includes(String(one)));
  const free = Object.entries(manifest.contributes.configuration.properties).filter(([, { type, enum: choices }]) => !closed(type) && choices === undefined);
  // Codes of languages, which are compared with those of packs; and names of rules, of which others count as not there.
  const harmless = ['alignlens.lint.rules', 'alignlens.sourceLanguage', 'alignlens.targetLanguage'];
  expect(free.map(([name]) => name).sort()).toEqual([...untrustedWorkspaces.restrictedConfigurations, ...harmless].sort());
  // What the machine does is for its user to say.
  expect(manifest.contributes.configuration.properties['alignlens.backend']?.scope).toBe('application');
});

test('no address of the editor leads into the extension', () => {
  const sources = readdirSync(join(root, 'extension'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  expect(sources.filter((file) => source(`extension/${file}`).includes('registerUriHandler'))).toEqual([]);
  expect(manifest.activationEvents).not.toContain('onUri');
});
