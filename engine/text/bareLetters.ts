/** Letters that Unicode does not take apart into a plain one and a mark. */
const plain: Readonly<Record<string, string>> = {
  Æ: 'AE', æ: 'ae', Đ: 'D', đ: 'd', Ð: 'D', ð: 'd', ı: 'i', Ł: 'L', ł: 'l', Ø: 'O', ø: 'o', Œ: 'OE', œ: 'oe', ß: 'ss', Þ: 'Th', þ: 'th',
};

/** The text without accents. */
export function bareLetters(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ÆæĐđÐðıŁłØøŒœßÞþ]/gu, (letter) => plain[letter]!);
}
