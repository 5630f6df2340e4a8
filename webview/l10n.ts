/** The view's words in the language of the editor: the host puts their translations into the page, as it alone knows them. */
import { record, string, ValidationError } from '../engine/protocol/validate';

let messages: Readonly<Record<string, string>> = {};

/** Takes the page's translations; without, or with others than promised, the words stay English. */
export function useMessages(json: string | undefined): void {
  try {
    messages = record(string)(JSON.parse(json ?? '{}'), 'messages');
  } catch (error) {
    if (!(error instanceof ValidationError || error instanceof SyntaxError)) throw error;
    messages = {};
  }
}

/** A message in the language of the editor, with the values in place of {0}, {1}, … */
export function t(message: string, ...values: readonly (string | number)[]): string {
  const text = Object.hasOwn(messages, message) ? messages[message]! : message;
  return text.replace(/\{(\d+)\}/gu, (placeholder, index) => String(values[Number(index)] ?? placeholder));
}
