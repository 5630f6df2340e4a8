/** Notifications: the one place that shows them, as the editor makes links of what looks like one in them, and those run commands. */
import * as vscode from 'vscode';
import { withoutLinks } from './noticeText';

type Show = (message: string, ...buttons: string[]) => Thenable<string | undefined>;

/** Resolves to the button that was pressed; undefined when the notification was closed. */
export const inform: Show = (message, ...buttons) => vscode.window.showInformationMessage(withoutLinks(message), ...buttons);

/** The same for what the user can put right. */
export const warn: Show = (message, ...buttons) => vscode.window.showWarningMessage(withoutLinks(message), ...buttons);

/** The same for what went wrong. */
export const complain: Show = (message, ...buttons) => vscode.window.showErrorMessage(withoutLinks(message), ...buttons);
