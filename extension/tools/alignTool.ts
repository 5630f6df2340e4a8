import * as vscode from 'vscode';
import { object, string } from '../../engine/protocol/validate';
import { alignmentReport } from '../alignmentReport';
import { alignTexts, type TextServices } from '../textRequests';
import { TextTool } from './textTool';

const input = object({ source: string, target: string }, { from: string, to: string });

/** Which words of a translation belong to which words of its source, and which to none. */
export class AlignTool extends TextTool<ReturnType<typeof input>> {
  constructor(private readonly context: TextServices) {
    super(input, vscode.l10n.t('Aligning the words of the translation'));
  }

  protected override async answer({ source, target, ...languages }: ReturnType<typeof input>, signal: AbortSignal): Promise<string> {
    return alignmentReport((await alignTexts(this.context, { source, target }, languages, { signal })).aligned);
  }
}
