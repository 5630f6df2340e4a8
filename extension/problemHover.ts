import * as vscode from 'vscode';
import { toAlignLensError } from '../engine/protocol/rpc';
import * as config from './config';
import type { Context } from './context';
import { HoverJob, Late, type OnPartial } from './hoverJob';
import type { HoverContent, HoverNote } from './hoverMarkdown';
import { pendingContent, type HoverPart } from './hoverPart';
import { isForeign, problemOf, problemsAt } from './problems';
import { translateText, type TextTranslation } from './textTranslation';

/** More of them at one place are for the Problems panel. */
const mostProblems = 3;
/** Longer messages are for the command. */
const longestMessage = 1000;

/** The translation of what compilers and linters say about the place under the pointer. */
export class ProblemHover {
  private readonly job = new HoverJob<readonly TextTranslation[]>();

  constructor(private readonly context: Context) {}

  /** One part for each problem, the worst first; one in all while they are being translated. */
  async at(document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken): Promise<HoverPart[]> {
    if (!config.problemHoverEnabled(document)) return [];
    const problems = distinct(problemsAt(document, position))
      .filter((problem) => problem.message.length <= longestMessage && isForeign(problem, document))
      .slice(0, mostProblems);
    const [first] = problems;
    if (!first) return [];
    const messages = problems.map(({ message }) => message);
    const key = JSON.stringify([document.uri.toString(), messages]);
    const outcome = await this.job.wait(key, (signal, onPartial) => this.translate(document, messages, signal, onPartial), token);
    if (!outcome) return [];
    if (outcome instanceof Late) {
      const pending = pendingContent(outcome.partial, vscode.l10n.t('Translating; point here again in a moment.'));
      return [{ content: pending, range: first.range, heading: headingOf(first) }];
    }
    return outcome.flatMap((translation, index) => {
      const problem = problems[index];
      return problem ? [{ content: contentOf(document, problem, translation), range: problem.range, heading: headingOf(problem) }] : [];
    });
  }

  /** Failures go to the log only: a hover nobody asked for must not raise notifications. */
  private async translate(
    document: vscode.TextDocument,
    messages: readonly string[],
    signal: AbortSignal,
    onPartial: OnPartial,
  ): Promise<readonly TextTranslation[] | undefined> {
    try {
      return await this.context.work.unasked('Translating', signal, async (options) => {
        const translations: TextTranslation[] = [];
        for (const message of messages) {
          const partial = translations.length === 0 ? { onPartial } : {};
          translations.push(await translateText(this.context, document, message, { ...options, ...partial, asked: false }));
        }
        return translations;
      });
    } catch (error) {
      const failure = toAlignLensError(error);
      if (failure.code !== 'cancelled') this.context.log.failure(failure);
      return undefined;
    }
  }
}

/** Two extensions may say the same. */
function distinct(problems: readonly vscode.Diagnostic[]): vscode.Diagnostic[] {
  return problems.filter(({ message }, index) => problems.findIndex((other) => other.message === message) === index);
}

function contentOf(document: vscode.TextDocument, problem: vscode.Diagnostic, { target, translations }: TextTranslation): HoverContent {
  const link = {
    icon: 'open-preview',
    label: vscode.l10n.t('Copy or show alignment'),
    title: vscode.l10n.t('Show the translated message, with the ways to copy it and to see how its words belong together'),
    command: 'alignlens.translateProblem',
    argument: problemOf(document, problem),
  };
  return { text: target, notes: [], sentences: translations.flatMap(({ sentences }) => sentences), links: [link] };
}

function headingOf({ severity, source }: vscode.Diagnostic): HoverNote {
  const title = source === undefined || source === '' ? vscode.l10n.t('Problem') : vscode.l10n.t('Problem ({0})', source);
  return { icon: icons[severity], text: title };
}

const icons: Readonly<Record<vscode.DiagnosticSeverity, string>> = {
  [vscode.DiagnosticSeverity.Error]: 'error',
  [vscode.DiagnosticSeverity.Warning]: 'warning',
  [vscode.DiagnosticSeverity.Information]: 'info',
  [vscode.DiagnosticSeverity.Hint]: 'lightbulb',
};
