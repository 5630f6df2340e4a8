import type { EngineClient } from '../engine/client';
import type { DecodeOptions, PackInfo, TextPair, Translation } from '../engine/protocol/result';
import type { RequestOptions } from '../engine/protocol/rpc';
import type { Priority, Term } from '../engine/protocol/term';
import { AlignedPairs, type RecallPair } from './corrections/alignedPairs';
import { withSentences } from './corrections/withSentences';
import { termsIn } from './glossary/termsIn';
import { Memory } from './memory';

/** What decides a translation, apart from the text and the user's corrections. */
export interface TranslationSettings {
  readonly pack: PackInfo;
  /** Undefined takes the pack's own choice. */
  readonly beamSize: number | undefined;
  /** The words of the glossary and of corrections. */
  readonly terms?: readonly Term[];
}

/** The part of a request that says how to decode. */
export function decodeOptions(
  { beamSize, terms = [] }: Pick<TranslationSettings, 'beamSize' | 'terms'>,
  texts: readonly string[],
): { readonly options?: DecodeOptions; readonly terms?: readonly Term[] } {
  const possible = termsIn(texts.join('\n'), terms);
  return { ...(beamSize === undefined ? {} : { options: { beamSize } }), ...(possible.length > 0 ? { terms: possible } : {}) };
}

export interface TranslateOptions extends RequestOptions {
  readonly priority?: Priority | undefined;
}

/** A translation, and whose it is. */
export interface UserTranslation extends Translation {
  /** Given when the words are the user's own, for a text that is this one to so many percent. */
  readonly memory?: { readonly match: number };
}

/** The user's own translations. */
export interface RememberedTranslations {
  ready(): Promise<void>;
  /** Of this very text; nothing before `ready`. */
  exact(text: string, settings: Pick<TranslationSettings, 'pack'>): { readonly target: string } | undefined;
}

type Engine = Pick<EngineClient, 'translate' | 'align'>;

/** The user's own translations, and the engine's for everything else, with a memory. */
export class Translator {
  private readonly machine: MachineTranslations;
  private readonly pairs: AlignedPairs;

  constructor(
    engine: Engine,
    private readonly remembered: RememberedTranslations,
  ) {
    this.machine = new MachineTranslations(engine);
    this.pairs = new AlignedPairs(engine);
  }

  /**
   * One translation per text, in order. What the user has translated already, the whole text or sentences of it, comes in
   * the user's words. Rejects with `AlignLensError`, like the engine.
   */
  async translate(settings: TranslationSettings, texts: readonly string[], options: TranslateOptions = {}): Promise<UserTranslation[]> {
    await this.remembered.ready();
    const own = texts.map((text) => this.remembered.exact(text, settings)?.target);
    const open = texts.filter((_, index) => own[index] === undefined);
    // What is heard of while it grows is the first text.
    const machineOptions = open[0] === texts[0] ? options : { ...options, onPartial: undefined };
    const machine = new Map((await this.machine.translate(settings, open, machineOptions)).map((made) => [made.source, made]));
    const uses = texts.map((text, index) => this.used(settings, text, own[index], machine.get(text)));
    const aligned = await this.pairs.align(settings, uses.flatMap(({ pairs }) => pairs), options);
    return uses.map((use) => put(use, aligned)!);
  }

  /** The translations that are known already, or undefined when any is missing. Does no work. */
  recall(settings: TranslationSettings, texts: readonly string[]): UserTranslation[] | undefined {
    const found = texts.map((text) => {
      const own = this.remembered.exact(text, settings)?.target;
      const [machine] = own === undefined ? (this.machine.recall(settings, [text]) ?? []) : [];
      return put(this.used(settings, text, own, machine), (pair) => this.pairs.recall(settings, pair));
    });
    return found.every((answer) => answer !== undefined) ? found : undefined;
  }

  /** The machine's own translation, whatever the user has made of it. Rejects with `AlignLensError`, like the engine. */
  async byMachine(settings: TranslationSettings, text: string, options: TranslateOptions = {}): Promise<Translation> {
    const [translation] = await this.machine.translate(settings, [text], options);
    return translation!;
  }

  /** Has the pack loaded, by translating a text behind all that somebody waits for. Rejects with `AlignLensError`, like the engine. */
  async warmUp(settings: TranslationSettings, text: string): Promise<void> {
    await this.machine.anew(settings, [text], { priority: 'background' });
  }

  /** A translation that is there, with the engine's evidence. Rejects with `AlignLensError`, like the engine. */
  async aligned(settings: TranslationSettings, pair: TextPair, options: RequestOptions = {}): Promise<Translation> {
    return (await this.pairs.align(settings, [pair], options))(pair)!;
  }

  /** Forgets everything that the engine said, for when packs may have changed. */
  clear(): void {
    this.machine.clear();
    this.pairs.clear();
  }

  private used(settings: TranslationSettings, source: string, own: string | undefined, machine: Translation | undefined): Use {
    if (own !== undefined) return { machine: undefined, pairs: [{ source, target: own }], sentences: [] };
    const sentences = (machine?.sentences ?? []).flatMap((sentence, index) => {
      const text = source.slice(sentence.source.start, sentence.source.end);
      const target = this.remembered.exact(text, settings)?.target;
      return target === undefined ? [] : [{ index, pair: { source: text, target } }];
    });
    return { machine, pairs: sentences.map(({ pair }) => pair), sentences: sentences.map(({ index }) => index) };
  }
}

/** Undefined when the engine has not been asked about a part of it. */
function put({ machine, pairs, sentences }: Use, recall: RecallPair): UserTranslation | undefined {
  const aligned = pairs.flatMap((pair) => recall(pair) ?? []);
  if (aligned.length < pairs.length) return undefined;
  if (!machine) return aligned[0] && { ...aligned[0], memory: { match: 100 } };
  if (sentences.length === 0) return machine;
  const translation = withSentences(machine, new Map(sentences.map((index, at) => [index, aligned[at]!])));
  return sentences.length === machine.sentences.length ? { ...translation, memory: { match: 100 } } : translation;
}

/** What a translation is made of. */
interface Use {
  /** Undefined when the user translated the whole text, or when the engine was not asked yet. */
  readonly machine: Translation | undefined;
  /** The user's own. */
  readonly pairs: readonly TextPair[];
  /** The sentences of `machine` that they replace. */
  readonly sentences: readonly number[];
}

/** Characters of a request from which on only its text is asked for: nobody looks at so many alignments, and they are large. */
const longestAligned = 100_000;

/** The engine's translations with a memory. */
class MachineTranslations extends Memory<TranslationSettings, Translation, TranslateOptions> {
  constructor(private readonly engine: Engine) {
    super();
  }

  translate(settings: TranslationSettings, texts: readonly string[], options: TranslateOptions): Promise<Translation[]> {
    return this.answer(settings, texts, options);
  }

  /** As `translate`, whatever the memory has. */
  anew(settings: TranslationSettings, texts: readonly string[], options: TranslateOptions): Promise<Translation[]> {
    return this.ask(settings, texts, options);
  }

  protected override ask(settings: TranslationSettings, texts: readonly string[], { priority, ...options }: TranslateOptions): Promise<Translation[]> {
    const request = {
      pack: settings.pack.location,
      texts,
      ...(settings.pack.aligner === undefined ? {} : { aligner: settings.pack.aligner }),
      ...decodeOptions(settings, texts),
      ...(priority === undefined ? {} : { priority }),
      ...(texts.reduce((sum, { length }) => sum + length, 0) > longestAligned ? { textOnly: true } : {}),
    };
    return this.engine.translate(request, options);
  }

  /** A hover over one of many texts wants its words. */
  protected override readonly isComplete = ({ sentences }: Translation): boolean => sentences.every(({ sourceTokens }) => sourceTokens.length > 0);

  /** A new term changes the translations of texts that hold it, and no others. */
  protected override identity({ pack, beamSize, terms = [] }: TranslationSettings, text: string): readonly unknown[] {
    return [pack.location, pack.version, pack.aligner, beamSize, termsIn(text, terms)];
  }
}
