/** What a pack's manifest says of its quality; packs of others may say less, or other things. */

/** The figures of one set of held-out texts. */
export interface QualityFigures {
  /** The file that was measured, and the part of it. */
  readonly data: string;
  readonly domain: string;
  /** How many sentences or texts. */
  readonly size: number | undefined;
  readonly scores: readonly { readonly name: string; readonly value: string }[];
  /** How the scores were computed, in the notation of the tool that did it. */
  readonly signatures: readonly string[];
}

/** Fields of `metrics` in the field's own names; shares are shown in percent. */
const names: Readonly<Record<string, string>> = {
  bleu: 'BLEU',
  chrf: 'chrF2',
  rouge1: 'ROUGE-1',
  rouge2: 'ROUGE-2',
  rougeL: 'ROUGE-L',
  aer: 'AER',
};
const shares: Readonly<Record<string, string>> = {
  placeholdersKept: 'placeholders kept',
  supported: 'names supported',
  repeatedTrigram: 'repeated trigrams',
};
const sizes = ['sentences', 'texts'];

/** Of tests only, where there are any: development data was looked at while training. */
export function readQualityFigures(metrics: unknown): QualityFigures[] {
  if (!Array.isArray(metrics)) return [];
  const figures = metrics.filter(isRecord).map(readOne);
  const isTest = ({ data }: QualityFigures): boolean => /\btest\b/u.test(data);
  const tests = figures.filter(isTest);
  return tests.length > 0 ? tests : figures;
}

function readOne(metric: Readonly<Record<string, unknown>>): QualityFigures {
  const text = (name: string): string => (typeof metric[name] === 'string' ? metric[name] : '');
  const numbers = Object.entries(metric).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  return {
    data: text('data'),
    domain: text('domain'),
    size: numbers.find(([name]) => sizes.includes(name))?.[1],
    scores: numbers
      .filter(([name]) => !sizes.includes(name))
      .map(([name, value]) => ({
        name: names[name] ?? shares[name] ?? name,
        value: name in shares ? `${(100 * value).toFixed(1)} %` : String(value),
      })),
    signatures: Object.keys(metric)
      .filter((name) => name.endsWith('Signature'))
      .map(text),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
