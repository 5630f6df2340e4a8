import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readQualityFigures } from '../../../extension/packsView/qualityFigures';
import { root } from '../../../scripts/lib/paths.mjs';

const signature = 'nrefs:1|tok:zh';

test('scores carry the names of the field, shares are in percent, signatures stay', () => {
  const metrics = [
    { data: 'x/test.tsv', domain: 'docs', sentences: 12, bleu: 43.18, bleuSignature: signature, placeholdersKept: 0.9995, other: 2 },
  ];
  expect(readQualityFigures(metrics)).toEqual([
    {
      data: 'x/test.tsv',
      domain: 'docs',
      size: 12,
      scores: [
        { name: 'BLEU', value: '43.18' },
        { name: 'placeholders kept', value: '100.0 %' },
        { name: 'other', value: '2' },
      ],
      signatures: [signature],
    },
  ]);
});

test('development data shows only where nothing was tested', () => {
  const dev = { data: 'x/dev.tsv', domain: 'all', bleu: 50 };
  const tested = { data: 'x/test.tsv', domain: 'all', bleu: 40 };
  expect(readQualityFigures([dev, tested]).map(({ data }) => data)).toEqual(['x/test.tsv']);
  expect(readQualityFigures([dev]).map(({ data }) => data)).toEqual(['x/dev.tsv']);
});

test.each([undefined, null, 'good', {}, [null, 3]])('metrics of another shape give none: %j', (metrics) => {
  expect(readQualityFigures(metrics)).toEqual([]);
});

test.each(['en-zh', 'zh-en', 'sum-prose', 'sum-code'])('the pack %s that ships has figures with signatures', (id) => {
  const { metrics } = JSON.parse(readFileSync(join(root, 'models/packs', id, 'manifest.json'), 'utf8')) as { metrics: unknown };
  const figures = readQualityFigures(metrics);
  expect(figures.length).toBeGreaterThan(0);
  for (const { scores, signatures } of figures) {
    expect(scores.length).toBeGreaterThan(1);
    expect(signatures.length).toBeGreaterThan(0);
  }
});
