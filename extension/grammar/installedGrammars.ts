import * as vscode from 'vscode';
import type { GrammarFile, GrammarSource } from './grammars';

interface Contribution {
  readonly scopeName: string;
  readonly location: vscode.Uri;
  readonly language: string | undefined;
  readonly injectTo: readonly string[];
}

/** The grammars that the editor's installed extensions contribute. */
export class InstalledGrammars implements GrammarSource {
  private readonly byScope = new Map<string, Contribution>();
  private readonly byLanguage = new Map<string, string>();

  constructor(private readonly extensionUri: vscode.Uri) {
    // As in the editor, what comes later wins.
    for (const contribution of vscode.extensions.all.flatMap(contributions)) {
      this.byScope.set(contribution.scopeName, contribution);
      if (contribution.language !== undefined) this.byLanguage.set(contribution.language, contribution.scopeName);
    }
  }

  scopeOf(languageId: string): string | undefined {
    return this.byLanguage.get(languageId);
  }

  async read(scopeName: string): Promise<GrammarFile | undefined> {
    const contribution = this.byScope.get(scopeName);
    if (!contribution) return undefined;
    const bytes = await vscode.workspace.fs.readFile(contribution.location);
    return { path: contribution.location.path, content: new TextDecoder().decode(bytes) };
  }

  injections(scopeName: string): readonly string[] {
    return [...this.byScope.values()].filter(({ injectTo }) => injectTo.includes(scopeName)).map((own) => own.scopeName);
  }

  async readEngine(): Promise<Uint8Array> {
    return vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.extensionUri, 'dist', 'onig.wasm'));
  }
}

/** Manifests are written by anybody: what is not of the right form is left out. */
function contributions({ extensionUri, packageJSON }: vscode.Extension<unknown>): Contribution[] {
  const declared = member(member(packageJSON, 'contributes'), 'grammars');
  if (!Array.isArray(declared)) return [];
  return declared.flatMap((grammar: unknown) => {
    const scopeName = member(grammar, 'scopeName');
    const path = member(grammar, 'path');
    const language = member(grammar, 'language');
    const injectTo = member(grammar, 'injectTo');
    if (typeof scopeName !== 'string' || typeof path !== 'string') return [];
    return [
      {
        scopeName,
        location: vscode.Uri.joinPath(extensionUri, path),
        language: typeof language === 'string' ? language : undefined,
        injectTo: Array.isArray(injectTo) ? injectTo.filter((scope) => typeof scope === 'string') : [],
      },
    ];
  });
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
