import { expect, test } from 'vitest';
import { vsixFiles } from '../../scripts/lib/vsix.mjs';

test('the VSIX holds what runs and what a user reads, nothing else', async () => {
  const files = await vsixFiles();
  const allowed = [
    /^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE)$/u,
    /^(?:package\.nls|extension\/l10n\/bundle\.l10n)(?:\.zh-cn)?\.json$/u,
    /^dist\/(?:extension|worker)\.(?:node|browser)\.js$/u,
    /^dist\/(?:cli\.js|transformers\.js|webgpu\.js|webview\.js|webview\.css|markdownPreview\.css|onig\.wasm|packs\.json|ThirdPartyNotices\.txt|ort-wasm-simd-threaded(?:\.jspi)?\.wasm)$/u,
    /^docs\/images\/[\w-]+\.(?:png|svg)$/u,
    /^models\/packs\/[\w-]+\/(?:manifest\.json|(?:encoder|decoder|output)\.onnx|(?:source|target)\.tokenizer\.json|lexicon\.bin|LICENSE|README\.md)$/u,
  ];
  expect(files.filter((file) => !allowed.some((pattern) => pattern.test(file)))).toEqual([]);
});
