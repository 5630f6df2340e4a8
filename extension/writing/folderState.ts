import type * as vscode from 'vscode';

const key = 'translatedFiles';

/** Which files were translated as they are, so that a second run over a folder leaves them out. */
export class FolderState {
  constructor(private readonly memento: Pick<vscode.Memento, 'get' | 'update'>) {}

  /** Whether the target was written from this text of its source. */
  async isDone(target: string, sourceText: string): Promise<boolean> {
    return this.entries()[target] === (await digest(sourceText));
  }

  async done(target: string, sourceText: string): Promise<void> {
    await this.memento.update(key, { ...this.entries(), [target]: await digest(sourceText) });
  }

  private entries(): Readonly<Record<string, string>> {
    return this.memento.get<Readonly<Record<string, string>>>(key) ?? {};
  }
}

/** Of the text, as hexadecimal SHA-256. */
async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
