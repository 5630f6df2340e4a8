/** The sentences that the alignment view draws, with the reader's choices among their translations. Pure. */
import { AlignLensError } from '../engine/protocol/errors';
import type { PanelContent, PanelSentence } from '../engine/protocol/panelProtocol';
import type { SentenceTranslation, Translation } from '../engine/protocol/result';
import { panelSentence, type SentenceOrigin } from './panelContent';
import type { Passage } from './passages';

/** What the engine needs to know of a sentence to explain it or to go on from a part of it. */
export interface PresentSentence {
  readonly source: string;
  /** Of the present translation; without EOS. */
  readonly subwords: readonly number[];
}

export class DrawnSentences {
  private readonly panels: PanelSentence[];
  /** What has taken the place of the first translation, by index of the drawn sentence. */
  private readonly chosen = new Map<number, SentenceTranslation>();

  /** @param origins one per sentence of the content */
  constructor(
    private readonly first: PanelContent,
    private readonly origins: readonly SentenceOrigin[],
  ) {
    this.panels = [...first.sentences];
  }

  /** Everything as it is now. */
  get content(): PanelContent {
    return { ...this.first, sentences: [...this.panels] };
  }

  /** Undefined for an index that is none: the view may still ask about what was shown before. The same value until it is replaced. */
  present(index: number): SentenceTranslation | undefined {
    return this.chosen.get(index) ?? this.origins[index]?.sentence;
  }

  /** What the view shows of the sentence. */
  shown(index: number): PanelSentence | undefined {
    return this.panels[index];
  }

  /**
   * The reader chose another translation of the sentence: what `continue` answered.
   *
   * @throws AlignLensError `internal` when there is no sentence in it
   */
  replace(index: number, { source, target, sentences }: Translation): PanelSentence {
    const [sentence] = sentences;
    if (!sentence) throw new AlignLensError('internal', 'The engine gave no translation for this choice. Choose another one.');
    const panel = panelSentence(sentence, source, target);
    this.chosen.set(index, sentence);
    this.panels[index] = panel;
    return panel;
  }

  /** The passage that the sentence lies in with its whole translation, the reader's choices in their places. */
  passageOf(index: number): { readonly passage: Passage; readonly text: string } | undefined {
    const origin = this.origins[index];
    if (!origin) return undefined;
    const { passage, translation } = origin;
    const targets = new Map(
      this.origins.map((other, drawn) => [other.passage === passage ? other.sentence : undefined, this.panels[drawn]?.target]),
    );
    let from = 0;
    const parts = translation.sentences.map((sentence) => {
      const { start, end } = sentence.target;
      const between = translation.target.slice(from, start);
      from = end;
      return between + (targets.get(sentence) ?? translation.target.slice(start, end));
    });
    return { passage, text: parts.join('') + translation.target.slice(from) };
  }
}

/** The subwords that are kept when the reader writes `id` at a step; undefined when there is no such step. */
export function prefixWith({ subwords }: Pick<PresentSentence, 'subwords'>, step: number, id: number): number[] | undefined {
  // The step behind the last subword writes EOS: it can write a word instead.
  return step <= subwords.length ? [...subwords.slice(0, step), id] : undefined;
}
