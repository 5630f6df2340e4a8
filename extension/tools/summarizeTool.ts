import * as vscode from 'vscode';
import { inEnglish } from '../../engine/protocol/phrase';
import { integer, object, oneOf, string } from '../../engine/protocol/validate';
import { quotedNote } from '../quotedNote';
import { summarizeText, type TextServices } from '../textRequests';
import { TextTool } from './textTool';

const input = object({ text: string }, { kind: oneOf('prose', 'code'), languageId: string, lines: integer(1, 10) });

/** What English prose or a function says, in a few lines; lines that quote the text say so. */
export class SummarizeTool extends TextTool<ReturnType<typeof input>> {
  constructor(private readonly context: TextServices) {
    super(input, vscode.l10n.t('Summarizing offline'));
  }

  protected override async answer({ text, ...choice }: ReturnType<typeof input>, signal: AbortSignal): Promise<string> {
    const { lines } = await summarizeText(this.context, text, choice, { signal });
    return lines.map((line) => (line.mode === 'extractive' ? `${line.text} (${inEnglish(quotedNote(line.reason))})` : line.text)).join('\n');
  }
}
