/** What must hold of every text, whatever it is. Runs in a thread of its own (textWorker.ts), since a pattern may never end. */
import { readUnits as readBilingual, formatOf } from '../../engine/bilingual';
import { FileTranslation, FormatError, readFileUnits, type FileFormat } from '../../engine/files';
import { parseGlossary, putTerm } from '../../engine/glossary';
import { detectLanguage, possibleLanguages } from '../../engine/language/detect';
import { lintPair } from '../../engine/lint';
import { readTmx, TmxError } from '../../engine/memory/tmx';
import { readUnits } from '../../engine/memory/unit';
import type { Manifest } from '../../engine/pack/manifest';
import type { Span } from '../../engine/protocol/result';
import { codeUnits } from '../../engine/summarize/codeUnits';
import { proseUnits } from '../../engine/summarize/proseUnits';
import { allSegments, findSegments, segmentIn } from '../../engine/text';
import { looksLikeCode } from '../../engine/text/codeLikeness';
import { findFunctions } from '../../engine/text/functions';
import { findSections } from '../../engine/text/sections';
import { translationBelow } from '../../engine/text/translationBelow';
import { SentenceEncoder } from '../../engine/tokenizer/sentenceEncoder';
import { SubwordTokenizer } from '../../engine/tokenizer/subwordTokenizer';
import { createEngine, tinyPack } from '../engine/support';
import type { HostileText } from './hostileTexts';

export interface Pack {
  readonly manifest: Manifest;
  readonly tokenizer: Uint8Array;
}

/** What kind of result it was; throws where something does not hold. */
export type Checked = 'read' | 'refused';

function holds(condition: boolean, what: string): void {
  if (!condition) throw new Error(`does not hold: ${what}`);
}

function areWithin(spans: readonly Span[], text: string, what: string): void {
  for (const { start, end } of spans) holds(start >= 0 && start <= end && end <= text.length, `${what} ${start}–${end} lies in the text`);
}

function areInOrder(spans: readonly Span[], text: string, what: string): void {
  areWithin(spans, text, what);
  spans.forEach((span, index) => holds(index === 0 || spans[index - 1]!.end <= span.start, `${what} ${span.start} comes behind the one before it`));
}

export class TextChecks {
  private readonly encoder: SentenceEncoder;
  private readonly engine = createEngine();

  constructor({ manifest, tokenizer }: Pack) {
    this.encoder = new SentenceEncoder(manifest, SubwordTokenizer.parse(tokenizer, 'source.tokenizer.json'));
  }

  async check({ kind, text, other }: HostileText): Promise<Checked> {
    const [group, what = ''] = kind.split(' ');
    if (group === 'language') this.language(what, text);
    else if (kind === 'translation') await this.translation(text);
    else if (kind === 'pair') this.pair(text, other);
    else if (kind === 'prose') this.prose(text);
    else return this.file(what, text, other);
    return 'read';
  }

  private language(id: string, text: string): void {
    const segments = [...allSegments(text, id)];
    areInOrder(segments.map(({ range }) => range), text, 'segment');
    for (const segment of segments) {
      const { range, text: words } = segment;
      // What was one line is written as it was; the lines of others are wrapped anew, and none of a comment's may end it.
      const own = text.slice(range.start, range.end);
      if (!/[\n\r\u0085\u2028\u2029]/u.test(own)) holds(segment.write(words) === own, `the segment at ${range.start} is written as it was`);
      else holds(words === '' || segment.write(words).trim() !== '', `the segment at ${range.start} is written`);
      let before = range.start;
      for (let offset = 0; offset <= words.length; offset += 1 + Math.floor(words.length / 20)) {
        const place = segment.toDocument(offset);
        holds(place >= before && place <= range.end, `offset ${offset} of the segment at ${range.start} has its place`);
        before = place;
      }
    }
    const middle = Math.floor(text.length / 2);
    const at = segmentIn(text, middle, segments);
    if (at) translationBelow(text, id, at.range, '译文');
    areInOrder(findSegments(text, id, { start: Math.floor(middle / 2), end: middle }).map(({ range }) => range), text, 'selected segment');
    const functions = findFunctions(text, id);
    areWithin(functions, text, 'function');
    areInOrder(findSections(text, id), text, 'section');
    areInOrder(codeUnits(text, id), text, 'unit of code');
  }

  private prose(text: string): void {
    for (const language of [detectLanguage(text), ...possibleLanguages(text)]) holds(language === undefined || /^[a-z]{2,3}$/u.test(language), 'a language is a code');
    looksLikeCode(text);
    areWithin(proseUnits(text, true), text, 'unit of prose');
    const sentences = this.encoder.encode(text);
    areInOrder(sentences.map(({ span }) => span), text, 'sentence');
    for (const { span, pieces } of sentences) {
      for (const piece of pieces) {
        holds(piece.span.start >= span.start && piece.span.end <= span.end, `the piece ${piece.span.start} lies in its sentence`);
        if (piece.protectedText !== undefined) holds(piece.protectedText === text.slice(piece.span.start, piece.span.end), 'a protected span is as it stands');
      }
      const ids = pieces.filter(({ protectedText }) => protectedText !== undefined).map(({ id }) => id);
      holds(new Set(ids).size === ids.length, 'each protected span has a placeholder of its own');
    }
  }

  /** Through the decoder, so only the beginning of long texts. */
  private async translation(whole: string): Promise<void> {
    const text = whole.slice(0, 300);
    const [translation] = await this.engine.translate({ pack: tinyPack, texts: [text], options: { beamSize: 1 } });
    const { target, sentences } = translation!;
    areInOrder(sentences.map(({ source }) => source), text, 'translated sentence');
    areInOrder(sentences.map((sentence) => sentence.target), target, 'translation');
    const own = this.encoder.encode(text);
    holds(own.length === sentences.length, 'every sentence has its translation');
    own.forEach(({ pieces, span, translatable }, index) => {
      const { target: place } = sentences[index]!;
      const written = target.slice(place.start, place.end);
      if (!translatable) holds(written === text.slice(span.start, span.end), 'what has nothing to translate stays');
      const kept = pieces.flatMap(({ protectedText }) => protectedText ?? []);
      for (const protectedText of translatable ? new Set(kept) : []) {
        const times = kept.filter((one) => one.includes(protectedText)).length;
        // A letter or two may also be the model's own.
        const count = written.split(protectedText).length - 1;
        holds(count >= times && (protectedText.length < 4 || count === times), `${JSON.stringify(protectedText)} is there ${times} times, not ${count}`);
      }
    });
  }

  private pair(source: string, target: string): void {
    const pair = { source, target, sourceLanguage: 'en', targetLanguage: 'zh', flags: [], glossary: [] };
    const findings = [...lintPair(pair), ...lintPair({ ...pair, source: target, target: source }), ...lintPair({ ...pair, target: source })];
    const longest = source.length > target.length ? source : target;
    for (const { source: from, target: to } of findings) areWithin([from, to].filter((span) => span !== undefined), longest, 'finding');
  }

  private async file(what: string, text: string, other: string): Promise<Checked> {
    try {
      if (what === 'tmx') await readTmx(text);
      else if (what === 'corrections') await readUnits(text, () => Promise.resolve());
      else if (what === 'glossary') this.glossary(text);
      else this.units(what as FileFormat, text, other);
      return 'read';
    } catch (error) {
      if (error instanceof FormatError) holds(error.offset >= 0 && error.offset <= Math.max(text.length, other.length), 'an error lies in the file');
      else if (!(error instanceof TmxError)) throw error;
      holds(error.message !== '' && error.message.length < 500, 'an error says why, in short');
      return 'refused';
    }
  }

  private glossary(text: string): void {
    const languages = { source: 'en', target: 'zh' };
    const { entries, problems } = parseGlossary(text, languages);
    const lines = text.split(/\r\n|[\n\r]/u).length;
    for (const { line } of [...entries, ...problems]) holds(line >= 0 && line < lines, 'a line is there');
    putTerm(text, { source: 'term', targets: ['词'], required: false }, languages, languages);
  }

  private units(format: FileFormat, text: string, other: string): void {
    const draft = readFileUnits(format, { source: text, existing: undefined, targetLanguage: 'zh' });
    areWithin(draft.units.map(({ span }) => span), text, 'unit');
    // The others say which language they are in.
    if (format !== 'xliff' && format !== 'arb') holds(draft.write([]).text === text, 'a file without new translations is as it was');
    const work = new FileTranslation(draft);
    const { text: written, left } = work.finish(work.texts);
    for (const { offset } of left) holds(offset >= 0 && offset <= text.length, 'a unit that is left has its place');
    readFileUnits(format, { source: written, existing: undefined, targetLanguage: 'zh' });
    const bilingual = formatOf(`x.${format}`) ?? (format === 'markdown' ? 'markdown' : undefined);
    if (!bilingual) return;
    for (const { sourceSpan } of readBilingual(bilingual, text, text)) areWithin([sourceSpan], text, 'unit of a pair');
    readBilingual(bilingual, text, other);
  }
}
