import { CharacterConstraint } from '../decode/characters';
import { LastMatcher } from '../glossary/termMatcher';
import { Lexicon } from '../pack/lexicon';
import { loadPackFiles, sha256, type PackFiles, type ReadFile } from '../pack/loader';
import type { Manifest } from '../pack/manifest';
import { WordList } from '../pack/wordList';
import { AlignLensError } from '../protocol/errors';
import { phrase } from '../protocol/phrase';
import { Seq2SeqSession } from '../session/seq2seqSession';
import { SentenceEncoder } from '../tokenizer/sentenceEncoder';
import { SubwordTokenizer } from '../tokenizer/subwordTokenizer';
import { WordConstraints } from './wordConstraints';

/** A pack that is ready to use. */
export interface LoadedPack {
  readonly manifest: Manifest;
  /** SHA-256 of the manifest and with it of every file: the same wherever the same pack lies. */
  readonly fingerprint: string;
  readonly sentences: SentenceEncoder;
  /** Reads texts of the target language with the target's subwords, for forced decoding. */
  readonly targetSentences: SentenceEncoder;
  readonly sourceTokenizer: SubwordTokenizer;
  readonly targetTokenizer: SubwordTokenizer;
  readonly wordConstraints: WordConstraints;
  readonly characters: CharacterConstraint;
  readonly lexicon: Lexicon | undefined;
  readonly session: Seq2SeqSession;
  /** Finds the user's terms in texts of the source language. */
  readonly matcher: LastMatcher;
}

/** Reads, checks and loads a pack; the runtime must be configured. Throws `pack-…` errors. */
export async function loadPack(location: string, readFile: ReadFile): Promise<LoadedPack> {
  const files = await loadPackFiles(location, readFile);
  const { manifest } = files;
  const lexicon = files.lexicon && Lexicon.parse(files.lexicon, location);
  if (lexicon) checkLexicon(lexicon, manifest, location);
  const knownWords = files.knownWords && WordList.parse(files.knownWords, `${manifest.knownWords} of the pack in ${location}`);
  // Before the graphs: while the runtime compiles, a digest waits for its turn for a third of a second.
  const fingerprint = await sha256(new TextEncoder().encode(JSON.stringify(manifest)));
  // The first graph has the runtime compile, on threads of its own: enough time for the tokenizers.
  const loading = Seq2SeqSession.load(files, lexicon, location);
  const [session, [sourceTokenizer, targetTokenizer]] = await Promise.all([loading, parseTokenizers(files, location)]);
  return {
    manifest,
    fingerprint,
    sentences: new SentenceEncoder(manifest, sourceTokenizer),
    targetSentences: new SentenceEncoder(manifest, targetTokenizer, 'target'),
    sourceTokenizer,
    targetTokenizer,
    wordConstraints: new WordConstraints(sourceTokenizer, targetTokenizer, manifest, knownWords),
    characters: new CharacterConstraint(manifest.architecture.targetVocabulary, (id) => targetTokenizer.byte(id)),
    lexicon,
    matcher: new LastMatcher(manifest.sourceLanguage),
    session,
  };
}

// Asynchronous, so that what it throws does not leave the sessions' failure to nobody.
async function parseTokenizers(files: PackFiles, location: string): Promise<[SubwordTokenizer, SubwordTokenizer]> {
  await Promise.resolve();
  const { sourceVocabulary, targetVocabulary } = files.manifest.architecture;
  return [
    SubwordTokenizer.parse(files.sourceTokenizer, `source.tokenizer.json of the pack in ${location}`, sourceVocabulary),
    SubwordTokenizer.parse(files.targetTokenizer, `target.tokenizer.json of the pack in ${location}`, targetVocabulary),
  ];
}

function checkLexicon(lexicon: Lexicon, { architecture }: Manifest, location: string): void {
  const { sourceVocabulary, targetVocabulary } = architecture;
  if (lexicon.sourceVocabulary === sourceVocabulary && lexicon.targetVocabulary === targetVocabulary) return;
  throw new AlignLensError(
    'pack-incompatible',
    phrase('lexicon.bin of the pack in {0} is for {1} × {2} subwords, but the manifest says {3} × {4}. Build the pack again.', location, lexicon.sourceVocabulary, lexicon.targetVocabulary, sourceVocabulary, targetVocabulary),
  );
}
