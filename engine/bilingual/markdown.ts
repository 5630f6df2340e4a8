import { alignBlocks } from './blockAlignment';
import { joinBlocks, readBlocks, type Block } from './markdownBlocks';
import { extraFlag, missingFlag, type Unit } from './unit';

/**
 * Pairs the prose of two Markdown documents block by block, in their order. A block without a partner is a unit with
 * an empty source (flag `extra`) or target (flag `missing`).
 */
export function readMarkdownPair(sourceFile: string, targetFile: string): Unit[] {
  const sources = readBlocks(sourceFile);
  const targets = readBlocks(targetFile);
  const units: Unit[] = [];
  // Where a block that is not there would stand: behind the one before.
  let sourceEnd = 0;
  let targetEnd = 0;
  for (const bead of alignBlocks(sources, targets)) {
    const source = blockOf(bead.source, sources, sourceFile) ?? noBlock(sourceEnd);
    const target = blockOf(bead.target, targets, targetFile) ?? noBlock(targetEnd);
    sourceEnd = source.span.end;
    targetEnd = target.span.end;
    if (source.kind === 'code' || target.kind === 'code') continue;
    units.push(unitOf(source, target));
  }
  return units;
}

function unitOf(source: Block, target: Block): Unit {
  return {
    source: source.text,
    target: target.text,
    sourceSpan: source.span,
    targetSpan: target.span,
    toSourceFile: source.toDocument,
    toTargetFile: target.toDocument,
    writeTarget: (text) => text,
    flags: [...(target.text === '' ? [missingFlag] : []), ...(source.text === '' ? [extraFlag] : [])],
  };
}

function blockOf(indices: readonly number[], blocks: readonly Block[], document: string): Block | undefined {
  const own = indices.map((index) => blocks[index]!);
  return own.length > 1 ? joinBlocks(own, document) : own[0];
}

function noBlock(offset: number): Block {
  return { kind: 'paragraph', level: 0, text: '', span: { start: offset, end: offset }, toDocument: () => offset };
}
