import * as vscode from 'vscode';
import type { RuleId } from '../../engine/lint';
import { AlignLensError } from '../../engine/protocol/errors';
import { phrase } from '../../engine/protocol/phrase';
import type { Log } from '../log';
import { report } from '../report';
import { placeIn, rangeOf, shortName } from '../request';
import { say } from '../say';
import { diagnosticSource } from './diagnostics';
import type { PlacedFinding } from './placement';
import type { TranslationLint } from './translationLint';

/** Changes that settle findings; they are written once the user takes them. */
class FixAction extends vscode.CodeAction {
  private readonly version: number;

  constructor(
    title: string,
    private readonly document: vscode.TextDocument,
    private readonly findings: readonly PlacedFinding[],
  ) {
    super(title, vscode.CodeActionKind.QuickFix);
    this.version = document.version;
    // The text is new then, and what is left to do may be another thing.
    this.command = { title: vscode.l10n.t('Check again'), command: 'alignlens.checkTranslation', arguments: [placeIn(document, 0)] };
  }

  /** Throws `text-changed`. */
  write(): void {
    const { document } = this;
    if (document.isClosed || document.version !== this.version) {
      throw new AlignLensError('text-changed', phrase('{0} changed, so nothing was replaced. Choose the fix again.', shortName(document)));
    }
    const edit = new vscode.WorkspaceEdit();
    for (const { fix } of this.findings) if (fix) edit.replace(document.uri, rangeOf(document, fix.span), fix.text);
    this.edit = edit;
  }
}

/** Offers what can be done about findings. */
export class LintQuickFixes implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };

  constructor(
    private readonly lint: TranslationLint,
    private readonly log: Log,
  ) {}

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range, context: vscode.CodeActionContext): vscode.CodeAction[] {
    const all = this.lint.findingsIn(document);
    const touched = all.filter((finding) => rangeOf(document, finding.range).intersection(range) !== undefined);
    const own = context.diagnostics.filter(({ source }) => source === diagnosticSource);
    const fixes = touched.flatMap((finding) => {
      if (!finding.fix) return [];
      const action = new FixAction(say(finding.fix.title), document, [finding]);
      action.isPreferred = true;
      action.diagnostics = own.filter(({ code, message }) => code === finding.rule && message === say(finding.message));
      return [action];
    });
    const rules = new Set(touched.map(({ rule }) => rule));
    return [
      ...fixes,
      ...[...rules].flatMap((rule) => fixAll(document, rule, all)),
      ...touched.filter(isTranslated).slice(0, 1).map((finding) => alignmentAction(document, finding)),
      ...[...rules].map((rule) => ignoreAction(rule)),
    ];
  }

  resolveCodeAction(action: vscode.CodeAction): vscode.CodeAction {
    try {
      if (action instanceof FixAction) action.write();
    } catch (error) {
      report(this.log, error);
    }
    return action;
  }
}

/** Only replacements: where something is to be inserted is a guess, to be looked at one by one. */
function fixAll(document: vscode.TextDocument, rule: RuleId, all: readonly PlacedFinding[]): FixAction[] {
  const replacing = all.filter((finding) => finding.rule === rule && finding.fix && finding.fix.span.end > finding.fix.span.start);
  const apart = replacing.filter(({ fix }, index) => replacing.slice(0, index).every((other) => !overlap(other, fix!)));
  return apart.length > 1 ? [new FixAction(vscode.l10n.t('Replace all {0} of “{1}” in this file', apart.length, rule), document, apart)] : [];
}

function overlap({ fix }: PlacedFinding, { span }: NonNullable<PlacedFinding['fix']>): boolean {
  return fix !== undefined && fix.span.start < span.end && span.start < fix.span.end;
}

function isTranslated({ unit, source }: PlacedFinding): boolean {
  return source !== undefined && unit.target.end > unit.target.start;
}

function alignmentAction(document: vscode.TextDocument, { unit }: PlacedFinding): vscode.CodeAction {
  const action = new vscode.CodeAction(vscode.l10n.t('Show alignment'), vscode.CodeActionKind.QuickFix);
  action.command = { title: action.title, command: 'alignlens.alignWith', arguments: [placeIn(document, unit.target.start)] };
  return action;
}

function ignoreAction(rule: RuleId): vscode.CodeAction {
  const action = new vscode.CodeAction(vscode.l10n.t('Ignore the rule “{0}” in the settings', rule), vscode.CodeActionKind.QuickFix);
  action.command = { title: action.title, command: 'alignlens.ignoreLintRule', arguments: [rule] };
  return action;
}
