import { LatinSubwords, SpellingConstraint } from '../decode/spelling';
import type { Manifest } from '../pack/manifest';
import { latinWords } from '../tokenizer/copies';
import type { SourceSentence } from '../tokenizer/sentenceEncoder';
import type { SubwordTokenizer } from '../tokenizer/subwordTokenizer';

/** Words whose subwords are remembered. */
const remembered = 5000;

/** What keeps the words right that a pack's translations copy. */
export class CopiedWords {
  private latinSubwords: LatinSubwords | undefined;
  private readonly spellings = new Map<string, readonly number[]>();

  constructor(
    private readonly sourceTokenizer: SubwordTokenizer,
    private readonly targetTokenizer: SubwordTokenizer,
    private readonly manifest: Manifest,
  ) {}

  /** Undefined where words are not copied. */
  constraint({ copies, terms, isInCapitals = false }: Pick<SourceSentence, 'copies' | 'terms' | 'isInCapitals'>): SpellingConstraint | undefined {
    if (!copies) return undefined;
    this.latinSubwords ??= this.readVocabulary();
    const ofTerms = terms.flatMap(({ target }) => latinWords(target));
    return new SpellingConstraint(this.latinSubwords, [...copies, ...(isInCapitals ? copies.map((word) => word.toLowerCase()) : []), ...ofTerms]);
  }

  /** Target subwords that the sentence's rare words are spelt with: the lexicon, which never saw them, does not propose these. */
  subwords({ copies }: Pick<SourceSentence, 'copies'>): number[] {
    return (copies ?? []).flatMap((word) => this.spelling(word));
  }

  private readVocabulary(): LatinSubwords {
    const { specialTokens, placeholders, architecture } = this.manifest;
    const { firstId, kinds, perKind } = placeholders;
    const special = new Set(Object.values(specialTokens));
    const hasText = (id: number): boolean => !special.has(id) && (id < firstId || id >= firstId + kinds.length * perKind);
    return new LatinSubwords(architecture.targetVocabulary, (id) => (hasText(id) ? this.targetTokenizer.surface(id) : undefined));
  }

  private spelling(word: string): readonly number[] {
    let ids = this.spellings.get(word);
    if (!ids) {
      const isRare = this.sourceTokenizer.encode(` ${word}`).length > 1;
      ids = isRare ? [word, ` ${word}`].flatMap((text) => this.targetTokenizer.encode(text).map(({ id }) => id)) : [];
      if (this.spellings.size >= remembered) this.spellings.clear();
      this.spellings.set(word, ids);
    }
    return ids;
  }
}
