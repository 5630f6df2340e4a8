import type { EngineClient } from '../client';
import type { CommandOf } from './arguments';
import { toJsonLine } from './json';
import { readLineBatches } from './lines';
import { alignerFor, findPack } from './packs';
import { UsageError } from './usage';

/** Translates `input` line by line to `write`. Throws UsageError or AlignLensError. */
export async function translate(
  command: CommandOf<'translate'>,
  client: EngineClient,
  installedPacks: string,
  input: AsyncIterable<Uint8Array>,
  write: (text: string) => Promise<void>,
): Promise<void> {
  const pack = await translationPack(command, client, installedPacks);
  const aligner = await alignerFor(pack, command, client, installedPacks);
  for await (const texts of readLineBatches(input)) {
    const translations = await client.translate({
      pack,
      texts,
      options: command.options,
      textOnly: !command.json,
      ...(aligner === undefined ? {} : { aligner }),
    });
    const lines = translations.map((translation) =>
      command.json ? JSON.stringify(toJsonLine(translation)) : translation.target,
    );
    await write(`${lines.join('\n')}\n`);
  }
}

/** The folder of the pack that the command names, or that is installed for its languages. Throws UsageError or AlignLensError. */
export async function translationPack(
  { packFolder, packsFolder, from, to }: Pick<CommandOf<'translate'>, 'packFolder' | 'packsFolder' | 'from' | 'to'>,
  client: EngineClient,
  installedPacks: string,
): Promise<string> {
  if (packFolder === undefined) {
    const wanted = { task: 'translate', sourceLanguage: from!, targetLanguage: to! } as const;
    return findPack(packsFolder ?? installedPacks, wanted, `${from!} → ${to!}`, client);
  }
  const pack = await client.describePack(packFolder);
  if (pack.task !== 'translate') throw new UsageError(`the pack in ${packFolder} summarizes; it does not translate`);
  if ((from ?? pack.sourceLanguage) !== pack.sourceLanguage || (to ?? pack.targetLanguage) !== pack.targetLanguage) {
    throw new UsageError(
      `the pack in ${packFolder} translates ${pack.sourceLanguage} → ${pack.targetLanguage}, not ${from ?? '…'} → ${to ?? '…'}`,
    );
  }
  return packFolder;
}
