import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineClient } from '../client';
import { AlignLensError } from '../protocol/errors';
import type { PackInfo } from '../protocol/result';
import { UsageError } from './usage';

/** The packs below `folder`, by id. A folder that is no readable pack is reported to `onProblem` and left out. */
export async function listPacks(
  folder: string,
  client: EngineClient,
  onProblem: (error: AlignLensError) => void,
): Promise<PackInfo[]> {
  const packs: PackInfo[] = [];
  for (const name of await packFolders(folder)) {
    try {
      packs.push(await client.describePack(join(folder, name)));
    } catch (error) {
      if (!(error instanceof AlignLensError)) throw error;
      onProblem(error);
    }
  }
  return packs;
}

/** What a pack must be; what is left out may be anything. */
export interface Wanted extends Pick<PackInfo, 'task' | 'sourceLanguage'>, Partial<Pick<PackInfo, 'targetLanguage'>> {
  /** Models that only translate will not do. */
  readonly aligns?: true;
}

/** The installed pack for a task and its languages. Throws `language-pair` with what there is; `name` is what is wanted. */
export async function findPack(folder: string, wanted: Wanted, name: string, client: EngineClient): Promise<string> {
  const problems: AlignLensError[] = [];
  const packs = await listPacks(folder, client, (error) => problems.push(error));
  const found = packs.find(
    ({ task, sourceLanguage, targetLanguage, translatesOnly }) =>
      !(wanted.aligns && translatesOnly) &&
      task === wanted.task &&
      sourceLanguage === wanted.sourceLanguage &&
      targetLanguage === (wanted.targetLanguage ?? targetLanguage),
  );
  if (found) return found.location;
  // The pack in question may be there but broken: then its problem is the message that helps.
  if (problems[0]) throw problems[0];
  const others = packs.map(({ task, sourceLanguage, targetLanguage }) => `${task} ${sourceLanguage} → ${targetLanguage}`);
  const choice = others.length > 0 ? `Installed: ${others.join(', ')}.` : `No pack is installed in ${folder}.`;
  throw new AlignLensError('language-pair', `There is no pack for ${name}. ${choice} Use --pack for another folder.`);
}

/** The folder of the pack for the way back: the one that the command names, or an installed one; else undefined. */
export async function reversePack(
  pack: string,
  { packsFolder, reversePackFolder }: Readonly<Record<'packsFolder' | 'reversePackFolder', string | undefined>>,
  client: EngineClient,
  installedPacks: string,
): Promise<string | undefined> {
  if (reversePackFolder !== undefined) return reversePackFolder;
  const { sourceLanguage, targetLanguage } = await client.describePack(pack);
  return installedAligner({ sourceLanguage: targetLanguage, targetLanguage: sourceLanguage }, packsFolder, client, installedPacks);
}

/** The folder of the installed pack that aligns what `pack` translates; undefined where it does so itself, or none can. */
export async function alignerFor(
  pack: string,
  { packsFolder }: { readonly packsFolder: string | undefined },
  client: EngineClient,
  installedPacks: string,
): Promise<string | undefined> {
  const info = await client.describePack(pack);
  return info.translatesOnly && installedAligner(info, packsFolder, client, installedPacks);
}

async function installedAligner(
  { sourceLanguage, targetLanguage }: Pick<PackInfo, 'sourceLanguage' | 'targetLanguage'>,
  packsFolder: string | undefined,
  client: EngineClient,
  installedPacks: string,
): Promise<string | undefined> {
  const wanted = { task: 'translate', sourceLanguage, targetLanguage, aligns: true } as const;
  try {
    return await findPack(packsFolder ?? installedPacks, wanted, `${sourceLanguage} → ${targetLanguage}`, client);
  } catch (error) {
    if (error instanceof AlignLensError && error.code === 'language-pair') return undefined;
    // An installation without packs serves packs that are named.
    if (error instanceof UsageError && packsFolder === undefined) return undefined;
    throw error;
  }
}

async function packFolders(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
  } catch {
    throw new UsageError(`the packs folder ${folder} cannot be read; give another one with --packs`);
  }
}
