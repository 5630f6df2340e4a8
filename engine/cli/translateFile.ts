import { writeFile } from 'node:fs/promises';
import { defaultPairRules, pairLanguages } from '../bilingual';
import type { EngineClient } from '../client';
import { declaredLanguages, fileFormatOf, FileTranslation, FormatError, holdsBoth, knownExtensions, readFileUnits, targetPaths, type FileFormat } from '../files';
import { detectLanguage } from '../language/detect';
import type { CommandOf } from './arguments';
import { isReadable, posixPath, readText } from './lintFiles';
import { lineColumn } from './lintLocations';
import { translationPack } from './translate';
import { UsageError } from './usage';

/**
 * Writes the translation of a file to the file that its name asks for, where what is translated already stays; says on
 * the way what was left. Throws UsageError or AlignLensError.
 */
export async function translateFile(
  command: CommandOf<'translate-file'>,
  client: EngineClient,
  installedPacks: string,
  write: (text: string) => Promise<void>,
): Promise<void> {
  const { file, to } = command;
  const format = fileFormatOf(file);
  if (format === undefined) throw new UsageError(`${file} is no file that translate-file reads: ${knownExtensions}`);
  const source = await readText(file);
  const from = command.from ?? sourceLanguage(format, source.text, file, to);
  const target = command.out ?? (await targetOf(format, file, from, to));
  const existing = target !== file && (await isReadable(target)) ? (await readText(target)).text : undefined;
  const work = reading(file, source.text, target, existing, () => {
    const input = { source: source.text, existing: holdsBoth(format) ? undefined : existing, targetLanguage: to };
    return new FileTranslation(readFileUnits(format, input));
  });
  const pack = await translationPack({ ...command, from }, client, installedPacks);
  const translations = work.texts.length > 0 ? await client.translate({ pack, texts: work.texts, options: command.options, textOnly: true }) : [];
  const { text, translated, left } = work.finish(translations.map((translation) => translation.target));
  const place = lineColumn(source.text);
  for (const { offset, reason, source: unit } of left) {
    const { line, column } = place(offset);
    await write(`${file}:${line}:${column}: left as it is (${reason}): ${unit.replaceAll(/\s+/gu, ' ')}\n`);
  }
  await writeFile(target, text);
  await write(`${target}: ${translated} texts translated, ${left.length} left\n`);
}

function sourceLanguage(format: FileFormat, text: string, file: string, to: string): string {
  return reading(file, text, file, undefined, () => {
    const declared = declaredLanguages(format, text).source;
    if (declared !== undefined) return declared;
    const { units } = readFileUnits(format, { source: text, existing: undefined, targetLanguage: to });
    const found = detectLanguage(units.map(({ source }) => source).join('\n').slice(0, 5000));
    if (found === undefined) throw new UsageError(`${file} does not show its language; give it with --from`);
    return found;
  });
}

async function targetOf(format: FileFormat, file: string, from: string, to: string): Promise<string> {
  if (holdsBoth(format) && !file.endsWith('.pot')) return file;
  const paths = targetPaths(posixPath(file), defaultPairRules, pairLanguages(from, to));
  for (const path of paths) if (await isReadable(path)) return path;
  const [first] = paths;
  if (first === undefined) throw new UsageError(`${file} is a translation by its name; say where to write with --out`);
  return first;
}

/** Says a mistake with its place. */
function reading<T>(file: string, text: string, target: string, existing: string | undefined, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const [path, content] = error.side === 'source' ? [file, text] : [target, existing ?? ''];
    const { line, column } = lineColumn(content)(error.offset);
    throw new UsageError(`${path}:${line}:${column}: ${error.message}`);
  }
}
