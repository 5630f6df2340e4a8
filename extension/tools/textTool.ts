import * as vscode from 'vscode';
import { AlignLensError } from '../../engine/protocol/errors';
import { phrase } from '../../engine/protocol/phrase';
import { toAlignLensError } from '../../engine/protocol/rpc';
import { ValidationError, type Validator } from '../../engine/protocol/validate';

/** A local tool for chat agents that answers in plain text. */
export abstract class TextTool<Input> implements vscode.LanguageModelTool<Input> {
  protected constructor(
    private readonly validate: Validator<Input>,
    /** What the chat says while the tool is at work. */
    private readonly invocationMessage: string,
  ) {}

  prepareInvocation(): vscode.PreparedToolInvocation {
    return { invocationMessage: this.invocationMessage };
  }

  async invoke({ input }: vscode.LanguageModelToolInvocationOptions<Input>, token: vscode.CancellationToken): Promise<vscode.LanguageModelToolResult> {
    const controller = new AbortController();
    const cancellation = token.onCancellationRequested(() => controller.abort());
    try {
      const answer = await this.answer(this.checked(input), controller.signal);
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(answer)]);
    } catch (error) {
      // The agent reads the message: it says what to do.
      throw new Error(toAlignLensError(error).message, { cause: error });
    } finally {
      cancellation.dispose();
    }
  }

  /** Throws `AlignLensError`. */
  protected abstract answer(input: Input, signal: AbortSignal): Promise<string>;

  private checked(input: unknown): Input {
    try {
      return this.validate(input, 'input');
    } catch (error) {
      if (error instanceof ValidationError) throw new AlignLensError('invalid-argument', phrase('The input is not as asked: {0}.', error.message));
      throw error;
    }
  }
}
