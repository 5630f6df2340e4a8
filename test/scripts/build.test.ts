import { expect, test } from 'vitest';
import { findRemoteCode } from '../../scripts/build.mjs';

test.each([
  'e="https://cdn.jsdelivr.net/npm/onnxruntime-web@1.30.0/dist/"',
  'import("https://unpkg.com/x")',
  "fetch('http://example.org/ort-wasm.wasm')",
  'src="https://example.org/script.js"',
])('finds remote code: %s', (text) => {
  expect(findRemoteCode(text)).toHaveLength(1);
});

test.each(['xmlns="http://www.w3.org/2000/svg"', '// see https://web.dev/cross-origin-isolation-guide/', 'webview.js', 'blob:'])(
  'leaves alone: %s',
  (text) => {
    expect(findRemoteCode(text)).toEqual([]);
  },
);
