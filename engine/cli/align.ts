import type { EngineClient } from '../client';
import type { AlignedPair, TextPair } from '../protocol/result';
import { linksOfPair, toAlignedJson } from './alignJson';
import type { CommandOf } from './arguments';
import { readLineBatches } from './lines';
import { reversePack } from './packs';
import { translationPack } from './translate';
import { UsageError } from './usage';

const separator = '|||';

/** Aligns lines of `source ||| target`, one output line each. Throws UsageError or AlignLensError. */
export async function align(
  command: CommandOf<'align'>,
  client: EngineClient,
  installedPacks: string,
  input: AsyncIterable<Uint8Array>,
  write: (text: string) => Promise<void>,
): Promise<void> {
  const pack = await translationPack(command, client, installedPacks);
  const reverse = await reversePack(pack, command, client, installedPacks);
  let number = 0;
  for await (const lines of readLineBatches(input)) {
    const pairs = lines.map((line) => readPair(line, ++number));
    const { pretokenized } = command;
    const aligned = await client.align({ pack, pairs, pretokenized, ...(reverse === undefined ? {} : { reversePack: reverse }) });
    const outputs = aligned.map((pair) => (command.json ? JSON.stringify(toAlignedJson(pair)) : toPharaoh(pair)));
    await write(`${outputs.join('\n')}\n`);
  }
}

function readPair(line: string, number: number): TextPair {
  if (line.trim() === '') return { source: '', target: '' };
  const [source, target, ...rest] = line.split(separator);
  if (source === undefined || target === undefined || rest.length > 0) {
    throw new UsageError(`line ${number} of the input must have a source and a target with "${separator}" between them, once`);
  }
  return { source: source.trim(), target: target.trim() };
}

/** `i-j` for each link: words of source and target from 0, sorted. */
function toPharaoh(pair: AlignedPair): string {
  return linksOfPair(pair)
    .sort(([a, b], [c, d]) => a - c || b - d)
    .map((link) => link.join('-'))
    .join(' ');
}
