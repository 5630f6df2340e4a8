import * as vscode from 'vscode';
import { AlignLensError } from '../engine/protocol/errors';
import { toAlignLensError } from '../engine/protocol/rpc';
import { alignmentReport } from './alignmentReport';
import { alignPairs, type Context } from './context';

/** What a chat agent gives. */
export interface AlignInput {
  readonly source: string;
  readonly target: string;
}

/** A local tool for chat agents: which words of a translation belong to which words of its source, and which to none. */
export class AlignTool implements vscode.LanguageModelTool<AlignInput> {
  constructor(private readonly context: Context) {}

  prepareInvocation(): vscode.PreparedToolInvocation {
    return { invocationMessage: 'Aligning the words of the translation' };
  }

  async invoke({ input }: vscode.LanguageModelToolInvocationOptions<AlignInput>, token: vscode.CancellationToken): Promise<vscode.LanguageModelToolResult> {
    const { source, target } = input;
    const controller = new AbortController();
    const cancellation = token.onCancellationRequested(() => controller.abort());
    try {
      if (source.trim() === '' || target.trim() === '') {
        throw new AlignLensError('empty-input', 'Give a text and its translation: one of them is empty.');
      }
      const work = alignPairs(this.context, undefined, [{ source, target }], { signal: controller.signal });
      const [pair] = (await this.context.status.during('Aligning', work)).aligned;
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(pair ? alignmentReport(pair) : '')]);
    } catch (error) {
      // The agent reads the message: it says what to do.
      throw new Error(toAlignLensError(error).message, { cause: error });
    } finally {
      cancellation.dispose();
    }
  }
}
