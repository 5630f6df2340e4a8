/** The page of the alignment view. Pure. */

export interface PanelResources {
  readonly scriptUri: string;
  readonly styleUri: string;
  /** Fresh for every page. */
  readonly nonce: string;
  /** Of the view's words, as a tag. */
  readonly language: string;
  readonly title: string;
  /** Translations of the view's words, by their English. */
  readonly messages?: Readonly<Record<string, string>>;
}

/**
 * Nothing may load but our one script and one style sheet; no connection can be made, no form sent. Images come from the
 * page's own memory only: an export is drawn to pixels that way. `default-src` does not govern `base-uri` and
 * `form-action`, so they are named. Trusted Types: text becomes markup or code nowhere, and no policy can be made that lets it.
 */
export function panelHtml({ scriptUri, styleUri, nonce, language, title, messages = {} }: PanelResources): string {
  const policy = [
    "default-src 'none'",
    'img-src blob:',
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="l10n" content="${escapeAttribute(JSON.stringify(messages))}">
<link rel="stylesheet" nonce="${nonce}" href="${styleUri}">
<title>${escapeAttribute(title)}</title>
</head>
<body>
<script nonce="${nonce}" src="${scriptUri}"></script>
</body>
</html>
`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** 128 random bits. */
export function createNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
