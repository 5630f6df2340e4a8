/** What hovers make of texts that would be more than text, read by a CommonMark parser that allows everything. */
import markdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { hoverMarkdown, type HoverContent } from '../../extension/hoverMarkdown';
import { summaryMarkdown } from '../../extension/summaryMarkdown';
import { inEnglish } from '../../engine/protocol/phrase';
import { pick, seededRandom } from '../../engine/cli/seededRandom';
import { hostileTexts } from './hostileValues';
import { secondSentence } from './translation';

const parser = markdownIt({ html: true, linkify: false });
parser.validateLink = () => true;

interface Seen {
  /** Addresses of links. */
  readonly links: readonly string[];
  readonly images: readonly string[];
  /** Everything else that is no paragraph, line break or emphasis of ours. */
  readonly others: readonly string[];
}

const plain = ['paragraph_open', 'paragraph_close', 'inline', 'text', 'text_special', 'softbreak', 'hardbreak', 'strong_open', 'strong_close', 'em_open', 'em_close', 'link_close'];

function read(markdown: string): Seen {
  const tokens = parser.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  return {
    links: tokens.filter(({ type }) => type === 'link_open').map((token) => token.attrGet('href') ?? ''),
    images: tokens.filter(({ type }) => type === 'image').map((token) => token.attrGet('src') ?? ''),
    others: tokens.map(({ type }) => type).filter((type) => ![...plain, 'link_open', 'image'].includes(type)),
  };
}

/** Icons that the editor would draw. */
const icons = (markdown: string): number => markdown.match(/(?<!\\)\$\([a-z~-]+\)/gu)?.length ?? 0;

const random = seededRandom(7);
const made = (): string => Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(hostileTexts.slice(0, -1), random)).join(pick(['', ' ', '\n', '\r', '\n\n'], random));

test('a hover has our links, our picture and our icons, whatever the texts', () => {
  for (let round = 0; round < 400; round += 1) {
    const argument = { uri: `file:///${made()}`, offset: 3, word: made() };
    const content: HoverContent = {
      heading: { icon: 'error', text: made() },
      text: made(),
      notes: [{ icon: 'history', text: made() }],
      sentences: [{ ...secondSentence, sourceTokens: secondSentence.sourceTokens.map((token) => ({ ...token, text: made() })) }],
      links: [
        { icon: 'copy', label: made(), title: made(), command: 'alignlens.copyTranslation', argument },
        { icon: 'lock', label: made(), title: made(), command: 'alignlens.keepWord', argument },
      ],
    };
    const markdown = hoverMarkdown(content, false, made());
    const { links, images, others } = read(markdown);
    expect(others, markdown).toEqual([]);
    expect(links.map((link) => link.split('?')[0]), markdown).toEqual(['command:alignlens.copyTranslation', 'command:alignlens.keepWord']);
    for (const link of links) expect(JSON.parse(decodeURIComponent(link.slice(link.indexOf('?') + 1)))).toEqual([argument]);
    expect(images.map((image) => image.slice(0, 26)), markdown).toEqual(['data:image/svg+xml;base64,']);
    expect(icons(markdown), markdown).toBe(4);
  }
});

test("a summary's hover has our links and our icons, whatever the lines", () => {
  for (let round = 0; round < 400; round += 1) {
    const line = { text: made(), mode: 'abstractive' as const, reason: undefined, source: { start: 0, end: 1 }, sourceTokens: [], targetTokens: [], alignment: new Float32Array(), attention: new Float32Array(), score: 0 };
    const summary = { lines: [line], salience: [] } as unknown as Parameters<typeof summaryMarkdown>[0]['summary'];
    const markdown = summaryMarkdown({ summary, translations: [made()] }, [{ icon: 'note', label: 'Show', target: 'command:alignlens.showSummary' }], inEnglish);
    const { links, images, others } = read(markdown);
    expect({ links, images, others }, markdown).toEqual({ links: ['command:alignlens.showSummary'], images: [], others: [] });
    expect(icons(markdown), markdown).toBe(1);
  }
});
