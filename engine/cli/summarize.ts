import type { EngineClient } from '../client';
import type { Summary } from '../protocol/result';
import type { CommandOf, Kind } from './arguments';
import { findPack } from './packs';
import { readSummaryInput, type SummaryRecord } from './records';
import { toSummaryJson } from './summaryJson';
import { UsageError } from './usage';

/** What a pack of each kind reads, as its manifest names it. */
const sourceOf: Readonly<Record<Kind, string>> = { prose: 'en', code: 'code' };

/** Summarizes `input` to `write`. Throws UsageError or AlignLensError. */
export async function summarize(
  command: CommandOf<'summarize'>,
  client: EngineClient,
  installedPacks: string,
  input: AsyncIterable<Uint8Array>,
  write: (text: string) => Promise<void>,
): Promise<void> {
  const pack = await choosePack(command, client, installedPacks);
  const run = (records: readonly SummaryRecord[]): Promise<Summary[]> => summarizeRecords(records, pack, command, client);
  const read = await readSummaryInput(input);
  if (read.kind === 'document') {
    const [summary] = await run([{ text: read.text, languageId: undefined }]);
    await write(command.json ? jsonLine(summary!) : summary!.lines.map(({ text }) => `${text}\n`).join(''));
    return;
  }
  for await (const records of read.batches) await write((await run(records)).map(jsonLine).join(''));
}

/** One request for each language among the records; the summaries come in their order. */
async function summarizeRecords(
  records: readonly SummaryRecord[],
  pack: string,
  { languageId: common, options }: CommandOf<'summarize'>,
  client: EngineClient,
): Promise<Summary[]> {
  const languageOf = (record: SummaryRecord): string | undefined => record.languageId ?? common;
  const summaries = new Array<Summary>(records.length);
  for (const languageId of new Set(records.map(languageOf))) {
    const members = records.flatMap((record, index) => (languageOf(record) === languageId ? [index] : []));
    const texts = members.map((index) => records[index]!.text);
    const found = await client.summarize({ pack, texts, options, ...(languageId === undefined ? {} : { languageId }) });
    members.forEach((index, position) => (summaries[index] = found[position]!));
  }
  return summaries;
}

async function choosePack(
  { packFolder, packsFolder, kind }: CommandOf<'summarize'>,
  client: EngineClient,
  installedPacks: string,
): Promise<string> {
  if (packFolder === undefined) {
    const wanted = { task: 'summarize', sourceLanguage: sourceOf[kind!] } as const;
    return findPack(packsFolder ?? installedPacks, wanted, `a summarizer of ${kind!}`, client);
  }
  const pack = await client.describePack(packFolder);
  if (pack.task !== 'summarize') throw new UsageError(`the pack in ${packFolder} translates; it does not summarize`);
  if (kind !== undefined && pack.sourceLanguage !== sourceOf[kind]) {
    throw new UsageError(`the pack in ${packFolder} summarizes ${pack.sourceLanguage}, not ${kind}`);
  }
  return packFolder;
}

function jsonLine(summary: Summary): string {
  return `${JSON.stringify(toSummaryJson(summary))}\n`;
}
