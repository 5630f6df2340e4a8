import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { PackInfo } from '../../engine/protocol/result';
import { packFor, type DirectionOptions } from '../../extension/direction';

/** What the user has set; the rest of the settings needs an editor. */
const set = vi.hoisted(() => ({ source: undefined as string | undefined, target: 'zh' }));
vi.mock('../../extension/config', () => ({ sourceLanguage: () => set.source, targetLanguage: () => set.target }));

const pack = (sourceLanguage: string, targetLanguage: string): PackInfo =>
  ({ id: `${sourceLanguage}-${targetLanguage}`, sourceLanguage, targetLanguage }) as PackInfo;
const shipped = [pack('en', 'zh'), pack('zh', 'en')];

async function chosen(text: string, options: DirectionOptions = { asked: true }, packs = shipped): Promise<string> {
  return (await packFor({ translators: () => Promise.resolve(packs) }, undefined, [text], options)).id;
}

beforeEach(() => {
  set.source = undefined;
  set.target = 'zh';
});

describe('asked for', () => {
  // Each is likelier in another language, for the model at least.
  test.each(['init', 'Test', 'Hello', 'Do it', 'no-op', 'Option', 'Done', 'Bind the socket', 'Calls foo_bar()'])('a few words are read by the pack that can: %s', async (text) => {
    expect(await chosen(text)).toBe('en-zh');
  });

  test('the likeliest of the languages that packs read comes first', async () => {
    expect(await chosen('Option', { asked: true }, [pack('en', 'zh'), pack('fr', 'zh')])).toBe('fr-zh');
    expect(await chosen('Option', { asked: true }, [pack('en', 'zh'), pack('ja', 'zh')])).toBe('en-zh');
  });

  test('what is clearly in another language is not translated as if it were English', async () => {
    await expect(chosen('Liefert die Anzahl der Einträge.')).rejects.toMatchObject({ code: 'language-pair' });
    await expect(chosen('Открыть файл')).rejects.toMatchObject({ code: 'language-pair' });
    await expect(chosen('設定を開く')).rejects.toMatchObject({ code: 'language-pair' });
  });

  test('the language that the user names counts', async () => {
    set.source = 'de';
    await expect(chosen('Option')).rejects.toMatchObject({ code: 'language-pair' });
    await expect(chosen('Option', { asked: true, source: 'fr' })).rejects.toMatchObject({ code: 'language-pair' });
  });

  test('a text in the target language goes the other way, unless the target was named', async () => {
    expect(await chosen('关闭窗口')).toBe('zh-en');
    await expect(chosen('关闭窗口', { asked: true, target: 'zh' })).rejects.toMatchObject({ code: 'language-pair' });
  });
});

test('unasked, what seems to be in another language is left alone', async () => {
  await expect(chosen('Do it', { asked: false })).rejects.toMatchObject({ code: 'language-pair' });
  expect(await chosen('Open the file', { asked: false })).toBe('en-zh');
});
