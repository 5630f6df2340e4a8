import { expect, test } from 'vitest';
import { createNonce, panelHtml } from '../../extension/panelHtml';

const html = panelHtml({ scriptUri: 'https://x/webview.js', styleUri: 'https://x/webview.css', nonce: 'abc', language: 'en', title: 'Alignment' });

test('the page allows one script by nonce, the style sheet, images of its own making, and nothing else', () => {
  const [, policy = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/u.exec(html) ?? [];
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    'img-src blob:',
    "script-src 'nonce-abc'",
    "style-src 'nonce-abc'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]);
  expect(html.match(/<script/gu)).toHaveLength(1);
  expect(html).toContain('<script nonce="abc" src="https://x/webview.js"></script>');
  expect(html.match(/<link/gu)).toHaveLength(1);
  expect(html).toContain('<link rel="stylesheet" nonce="abc" href="https://x/webview.css">');
  expect(html).not.toMatch(/unsafe|style=|<style|\son\w+=/u);
});

test('a nonce is 128 fresh bits', () => {
  expect(createNonce()).toMatch(/^[0-9a-f]{32}$/u);
  expect(createNonce()).not.toBe(createNonce());
});

test('translations cannot end the attribute that holds them', () => {
  const messages = { 'a "b"': '<c> & "d"' };
  const page = panelHtml({ scriptUri: 'x', styleUri: 'y', nonce: 'abc', language: 'en', title: 'Alignment', messages });
  const [, content = ''] = /<meta name="l10n" content="([^"]*)">/u.exec(page) ?? [];
  expect(JSON.parse(content.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&'))).toEqual(messages);
});
