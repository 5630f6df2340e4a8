import * as vscode from 'vscode';
import { object, string } from '../../engine/protocol/validate';
import { translateTexts, type TextServices } from '../textRequests';
import { TextTool } from './textTool';

const input = object({ text: string }, { from: string, to: string });

/** A text in another language; code and markup in it stay. */
export class TranslateTool extends TextTool<ReturnType<typeof input>> {
  constructor(private readonly context: TextServices) {
    super(input, vscode.l10n.t('Translating offline'));
  }

  protected override async answer({ text, ...languages }: ReturnType<typeof input>, signal: AbortSignal): Promise<string> {
    const { translations } = await translateTexts(this.context, [text], languages, { signal });
    return translations.map(({ target }) => target).join('\n');
  }
}
