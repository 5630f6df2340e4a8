/** What the extension has told the alignment view, for tests to read; the view itself is used by clicks and keys. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { expect, vi } from 'vitest';
import type { AlignedJson } from '../../engine/cli/alignJson';
import type { PanelContent, PanelMessage, PanelSentence } from '../../engine/protocol/panelProtocol';
import type { Workbench } from './workbench';

/** Runs before the view's script. */
const wiretap = `
globalThis.testMessages = [];
addEventListener('message', ({ data }) => testMessages.push(data));
`;

declare global {
  interface Window {
    testMessages: PanelMessage[];
  }
}

type MessageOf<K extends PanelMessage['kind']> = Extract<PanelMessage, { kind: K }>;

/** Adds the tap to a staged extension. */
export async function tapView(staged: string): Promise<void> {
  const script = join(staged, 'dist/webview.js');
  await writeFile(script, `${wiretap}${await readFile(script, 'utf8')}`);
}

export class ViewTap {
  constructor(private readonly workbench: Workbench) {}

  /** How many messages of a kind the page has received since it was made; none before there is a page. */
  async count(kind: PanelMessage['kind']): Promise<number> {
    if ((await this.workbench.page.locator('iframe.webview.ready').count()) === 0) return 0;
    return (await this.view()).evaluate((wanted) => window.testMessages.filter((message) => message.kind === wanted).length, kind);
  }

  /** The newest of at least `count` messages of a kind. */
  async newest<K extends PanelMessage['kind']>(kind: K, count: number): Promise<MessageOf<K>> {
    await vi.waitUntil(async () => (await this.count(kind)) >= count, { timeout: 60_000, interval: 100 });
    const text = await (await this.view()).evaluate(
      (wanted) =>
        JSON.stringify(window.testMessages.findLast((message) => message.kind === wanted), (_, value: unknown) =>
          value instanceof Float32Array ? Array.from(value) : value,
        ),
      kind,
    );
    const matrices = new Set(['alignment', 'attention', 'confidence']);
    const reviver = (key: string, value: unknown): unknown => (matrices.has(key) && isNumbers(value) ? Float32Array.from(value) : value);
    return JSON.parse(text, reviver) as MessageOf<K>;
  }

  /** What the extension answers to an action in the view. */
  async after<K extends PanelMessage['kind']>(kind: K, action: () => Promise<void>): Promise<MessageOf<K>> {
    const before = await this.count(kind);
    await action();
    return this.newest(kind, before + 1);
  }

  private async view(): Promise<Frame> {
    return this.workbench.webview();
  }
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'number');
}

/** Checks that the view was given what the command line prints for the same pairs of texts, number for number. */
export function expectAligned({ sentences }: PanelContent, expected: readonly AlignedJson[]): void {
  const tokens = (side: 'sourceTokens' | 'targetTokens'): string[][] => [
    sentences.flatMap((sentence) => sentence[side].map(({ text }) => text)),
    expected.flatMap((pair) => pair[side].map(({ text }) => text)),
  ];
  for (const side of ['sourceTokens', 'targetTokens'] as const) expect(tokens(side)[0]).toEqual(tokens(side)[1]);
  expect(joined(sentences, ({ links }) => links.map(({ source, target }) => [source, target]))).toEqual(joined(expected, ({ links }) => links));
  expect(sentences.flatMap(({ confidence }) => [...confidence])).toEqual(expected.flatMap(({ confidence }) => confidence));
  for (const evidence of ['alignment', 'attention'] as const) {
    expect(sentences.flatMap((sentence) => rowsOf(sentence, evidence))).toEqual(expected.flatMap((pair) => pair[evidence].map(withoutZeros)));
  }
}

type Joined = Pick<PanelSentence, 'sourceTokens' | 'targetTokens'>;

/** Links of texts one after another, as places in all their words. */
function joined<T extends Joined>(parts: readonly T[], linksOf: (part: T) => readonly (readonly number[])[]): number[][] {
  let [sources, targets] = [0, 0];
  return parts.flatMap((part) => {
    const moved = linksOf(part).map(([source = NaN, target = NaN]) => [source + sources, target + targets]);
    sources += part.sourceTokens.length;
    targets += part.targetTokens.length;
    return moved;
  });
}

/** What is in a row, whether or not other sentences stand beside it there. */
function rowsOf(sentence: PanelSentence, evidence: 'alignment' | 'attention'): number[][] {
  const width = sentence.sourceTokens.length;
  return sentence.targetTokens.map((_, row) => withoutZeros([...sentence[evidence].subarray(row * width, (row + 1) * width)]));
}

function withoutZeros(row: readonly number[]): number[] {
  return row.filter((weight) => weight !== 0);
}
