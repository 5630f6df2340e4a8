import { KnownWordsConstraint, WordSpelling } from '../decode/knownWords';
import { LatinSubwords } from '../decode/latinSubwords';
import { SpellingConstraint } from '../decode/spelling';
import type { WordConstraint } from '../decode/wordConstraint';
import type { Manifest } from '../pack/manifest';
import { WordList } from '../pack/wordList';
import { bareLetters } from '../text/bareLetters';
import { latinWords } from '../tokenizer/copies';
import type { SourceSentence } from '../tokenizer/sentenceEncoder';
import type { SubwordTokenizer } from '../tokenizer/subwordTokenizer';

/** Words whose subwords are remembered. */
const remembered = 5000;

/** Which words in Latin letters the translations of a pack may hold: copies of the source's, or those of its list. */
export class WordConstraints {
  private latinSubwords: LatinSubwords | undefined;
  private knownWords: WordSpelling | undefined;
  private letters: readonly number[] | undefined;
  private readonly spellings = new Map<string, readonly number[]>();

  /** @param list the words of the target language, where the pack has a list */
  constructor(
    private readonly sourceTokenizer: SubwordTokenizer,
    private readonly targetTokenizer: SubwordTokenizer,
    private readonly manifest: Manifest,
    private readonly list: WordList | undefined,
  ) {}

  /** Undefined where any word may be written. */
  of(sentence: Pick<SourceSentence, 'pieces' | 'copies' | 'terms' | 'isInCapitals'>): WordConstraint | undefined {
    const { copies, terms, isInCapitals = false } = sentence;
    if (!copies && !this.list) return undefined;
    this.latinSubwords ??= this.readVocabulary();
    const ofTerms = terms.flatMap(({ target }) => latinWords(target));
    if (copies) {
      return new SpellingConstraint(this.latinSubwords, [...copies, ...(isInCapitals ? copies.map((word) => word.toLowerCase()) : []), ...ofTerms]);
    }
    this.knownWords ??= new WordSpelling(this.latinSubwords, this.list!);
    const own = [...this.sourceWords(sentence), ...ofTerms].map((word) => bareLetters(word).toLowerCase());
    const spellings = own.length > 0 ? [new WordSpelling(this.latinSubwords, WordList.of(own))] : [];
    return new KnownWordsConstraint(this.latinSubwords, [this.knownWords, ...spellings]);
  }

  /** Target subwords that words of the sentence's translation may be spelt with though the lexicon does not propose them. */
  subwords({ copies }: Pick<SourceSentence, 'copies'>): readonly number[] {
    if (copies) return copies.flatMap((word) => this.spelling(word));
    return this.list ? (this.letters ??= Array.from('abcdefghijklmnopqrstuvwxyz').flatMap((letter) => this.targetTokenizer.encode(letter).map(({ id }) => id))) : [];
  }

  /** Words in Latin letters that the source has outside protected spans. */
  private sourceWords({ pieces }: Pick<SourceSentence, 'pieces'>): string[] {
    return latinWords(pieces.map(({ id, protectedText }) => (protectedText === undefined ? this.sourceTokenizer.surface(id) : ' ')).join(''));
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
