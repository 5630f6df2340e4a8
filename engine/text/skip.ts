/** Which prose needs no translation, whatever its language. Pure. */
import { looksLikeCode } from './codeLikeness';

export type SkipReason = 'numbers' | 'identifiers' | 'licence' | 'code';

export interface SkipOptions {
  /** Whether licence headers are left alone. */
  readonly licences: boolean;
}

/** Sentences of the licences in common use, and what stands above them. */
const licence =
  /\bcopyright\s+(?:\(c\)|©|holders?\b|notice\b|\d{4})|\(c\)\s*(?:copyright\b|\d{4})|©\s*(?:copyright\b|\d{4})|\bSPDX-License-Identifier\b|\ball rights reserved\b|\b(?:is|are)?\s*(?:re)?licensed (?:to\b.{0,60}\bunder\b|under (?:the|either)\b)|\bpermission is (?:hereby )?granted\b|\bredistribution and use in source\b|\bredistributions (?:of source code|in binary form) must\b|\bthe software is provided\b|\bis provided .{0,40}"?as[ -]is\b|\bis (?:distributed|free software)\b.{0,80}\b(?:warranty|hope|redistribute)|\bgnu (?:lesser |library |affero )?general public license\b|\bapache license\b|\bmit license\b|\bmozilla public license\b|\bbsd(?:-style)? license\b|\bwithout warrant(?:y|ies)\b|\bmay obtain a copy of the license\b|\bunless required by applicable law\b|\bsee the license for the specific language\b|\b(?:see|license\b.{0,40} in) (?:the )?(?:accompanying )?(?:license|copying)(?:\.\w+)?\b.{0,40}\bfile\b|\bin no event shall\b|\bpublic domain\b.{0,60}\b(?:released|dedicated|placed)|\b(?:released|dedicated|placed)\b.{0,40}\bpublic domain\b|\bnever(?:theless)? .{0,20}\blicense notice\b/iu;

/** The parts before a mark have limits: without one, a long word without such a mark would be read from each of its characters on. */
const address = /\b[a-z][\w+.-]{0,30}:\/\/\S+|\bwww\.\S+|\S{1,64}@\S+\.\w+/giu;
const inlineCode = /(`+)[^`]*\1/gu;
/** What stands in no word of a natural language, between two characters of a word or at its start. */
const unnatural = /[\p{L}\p{N}][_/\\:=<>()[\]{}|&*+~^$#@.][\p{L}\p{N}_(]|^[$@#%&<\\/_.-]+[\p{L}\p{N}]|\p{Ll}\p{Lu}|\p{L}\p{N}|\p{N}\p{L}|\(\)|_/u;
/** Of a Markdown link, what is not read. */
const linkTarget = /\]\([^()\s]*\)/gu;
/** A heading such as `connect(options, [callback])`; not `file(s)`. */
const signature = /^(?:new )?[\p{L}_$][\w.$]*(?:\[[^\]]*\])?\((?!e?s\))[^()]*\)$/u;
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * @param text one paragraph
 * @param comment the same as it stands in the file, if it is part of a comment: then it may be code that was commented out
 */
export function skipReason(text: string, { licences }: SkipOptions, comment?: string): SkipReason | undefined {
  if (!/\p{L}/u.test(text)) return 'numbers';
  if (licences && licence.test(text)) return 'licence';
  if (signature.test(text) || (comment !== undefined && looksLikeCode(comment))) return 'code';
  return onlyIdentifiers(text) ? 'identifiers' : undefined;
}

/** No word of a natural language among addresses, paths, code and names of programs. */
function onlyIdentifiers(text: string): boolean {
  if (ideograph.test(text)) return false;
  const words = text.replace(inlineCode, ' ').replace(linkTarget, ' ').replace(address, ' ').split(/\s+/u);
  return !words.some((word) => /\p{L}{2}/u.test(word) && !unnatural.test(word.replace(/[.,:;!?)]+$/u, '')));
}
