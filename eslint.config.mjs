/** Lint rules; the folder rules below are the plan of the house (see CONTRIBUTING.md). */
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import typescript from 'typescript-eslint';
import { root } from './scripts/lib/paths.mjs';

/** What each folder may import of the others; anything not listed is refused. */
const zones = [
  { target: './engine/protocol', from: './engine', except: ['./protocol'] },
  ...['extension', 'webview', 'test', 'scripts'].map((folder) => ({ target: './engine', from: `./${folder}` })),
  ...['extension', 'test', 'scripts'].map((folder) => ({ target: './webview', from: `./${folder}` })),
  { target: './webview', from: './engine', except: ['./protocol'] },
  ...['webview', 'test', 'scripts'].map((folder) => ({ target: './extension', from: `./${folder}` })),
  {
    target: './extension',
    from: './engine',
    except: ['./protocol', './text', './language', './bilingual', './glossary', './memory', './files', './lint', './platform', './client.ts', './host.ts', './macrotask.ts', './pack/folderFile.ts', './pack/manifest.ts', './pack/loader.ts', './transformers/modelFolder.ts'],
  },
];

const vscodeModule = { name: 'vscode', message: 'Only extension/ knows the editor.' };
const runtimeModule = {
  group: ['onnxruntime-web', 'onnxruntime-web/*'],
  message: 'Only engine/session/ortBackend.ts and engine/backends/bundle.ts know ONNX Runtime.',
};
const nodeModules = {
  group: ['node:*'],
  message: 'This runs in browsers too. Files that need Node are engine/platform/*node.ts, engine/cli.ts and extension/extension.node.ts.',
};

/**
 * @param {{ vscode?: boolean, runtime?: boolean, node?: boolean }} allowed
 * @returns {['error', object]}
 */
const restrictedModules = ({ vscode = false, runtime = false, node = false }) => [
  'error',
  {
    paths: vscode ? [] : [vscodeModule],
    patterns: [...(runtime ? [] : [runtimeModule]), ...(node ? [] : [nodeModules])],
  },
];

export default defineConfig(
  globalIgnores(['dist/', '.cache/', '.venv/', 'test-results/', 'docs/sample/', 'test/fixtures/', 'models/']),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.strictTypeChecked, typescript.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: '*/tsconfig.json', noWarnOnMultipleProjects: true })] },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: root, zones }],
      'import-x/no-cycle': 'error',
      'no-restricted-imports': restrictedModules({}),
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidOperator: true }],
      // Index arithmetic over typed arrays is the engine's daily bread: `!` says that the index is in range.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      'no-control-regex': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
    },
  },
  { files: ['engine/session/ortBackend.ts', 'engine/backends/bundle.ts'], rules: { 'no-restricted-imports': restrictedModules({ runtime: true }) } },
  {
    files: ['engine/platform/*node.ts', 'engine/cli.ts', 'engine/cli/**/*.ts'],
    rules: { 'no-restricted-imports': restrictedModules({ node: true }) },
  },
  { files: ['extension/**/*.ts'], rules: { 'no-restricted-imports': restrictedModules({ vscode: true }) } },
  {
    files: ['extension/extension.node.ts'],
    rules: { 'no-restricted-imports': restrictedModules({ vscode: true, node: true }) },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-imports': 'off',
      // A describe block is a list of cases, not one thought.
      'max-lines-per-function': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'URL', 'Buffer', 'AbortController', 'setTimeout', 'clearTimeout', 'performance'].map((name) => [name, 'readonly']),
      ),
    },
  },
);
