/** TextMate grammars by language, read when they are first asked for. Pure: where they come from is told from outside. */
import type { IGrammar, Registry } from 'vscode-textmate';

export interface GrammarFile {
  readonly path: string;
  readonly content: string;
}

export interface GrammarSource {
  /** The scope name of the language's grammar. */
  scopeOf(languageId: string): string | undefined;
  /** The file of a grammar; undefined when nobody provides it. */
  read(scopeName: string): Promise<GrammarFile | undefined>;
  /** Grammars that add to that of `scopeName`. */
  injections(scopeName: string): readonly string[];
  /** The regular expression engine's binary, `onig.wasm`. */
  readEngine(): Promise<Uint8Array>;
}

/** One per thread, whoever asks: the module keeps its instance to itself. */
let engine: Promise<void> | undefined;

export class Grammars {
  private registry: Registry | undefined;
  private readonly loaded = new Map<string, Promise<IGrammar | undefined>>();

  constructor(private readonly source: GrammarSource) {}

  /** @returns undefined when no grammar is there for the language. Rejects when one is there but cannot be read. */
  async for(languageId: string): Promise<IGrammar | undefined> {
    const scopeName = this.source.scopeOf(languageId);
    if (scopeName === undefined) return undefined;
    const known = this.loaded.get(scopeName);
    if (known) return known;
    const loading = this.load(scopeName);
    this.loaded.set(scopeName, loading);
    // What failed may work the next time.
    loading.catch(() => this.loaded.delete(scopeName));
    return loading;
  }

  private async load(scopeName: string): Promise<IGrammar | undefined> {
    // Both are part of the bundle, but run only once they are wanted: with neither, the extension starts sooner.
    const [oniguruma, textmate] = await Promise.all([import('vscode-oniguruma'), import('vscode-textmate')]);
    await startEngine(this.source);
    this.registry ??= new textmate.Registry({
      onigLib: Promise.resolve({
        createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
        createOnigString: (text) => new oniguruma.OnigString(text),
      }),
      loadGrammar: async (scope) => {
        const file = await this.source.read(scope);
        return file && textmate.parseRawGrammar(file.content, file.path);
      },
      getInjections: (scope) => [...this.source.injections(scope)],
    });
    return (await this.registry.loadGrammar(scopeName)) ?? undefined;
  }
}

async function startEngine(source: GrammarSource): Promise<void> {
  engine ??= Promise.all([import('vscode-oniguruma'), source.readEngine()]).then(([{ loadWASM }, data]) => loadWASM({ data }));
  try {
    await engine;
  } catch (error) {
    engine = undefined;
    throw error;
  }
}
