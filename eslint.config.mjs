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

const notText = 'Text becomes markup or code here: a document could bring its own. Build nodes (webview/view/element.ts), or show the text as text.';
/** Ways from a text to markup or code. The view's content policy refuses them too; this says so before it runs. */
const sinks = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'createContextualFragment', 'parseFromString', 'setHTMLUnsafe', 'parseHTMLUnsafe', 'srcdoc', 'write', 'writeln'];
/** Attributes that run code, load something, lead somewhere or draw over the rest. */
const activeAttribute = '/^(?:on.*|style|href|xlink:href|src|srcset|srcdoc|action|formaction|ping)$/';

const sinkProperties = sinks.map((property) => ({ ...(property.startsWith('write') ? { object: 'document' } : {}), property, message: notText }));

/** @satisfies {import('eslint').Linter.RulesRecord} */
const noSinks = /** @type {const} */ ({
  'no-restricted-globals': ['error', { name: 'DOMParser', message: notText }],
  'no-restricted-properties': ['error', ...sinkProperties],
  'no-eval': 'error',
  'no-script-url': 'error',
});

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
  {
    files: ['webview/**/*.ts'],
    rules: {
      ...noSinks,
      'no-restricted-syntax': [
        'error',
        { selector: `CallExpression[callee.name='element'] > ObjectExpression > Property[key.name=${activeAttribute}]`, message: notText },
        { selector: `CallExpression[callee.name='element'] > ObjectExpression > Property[key.value=${activeAttribute}]`, message: notText },
        { selector: `CallExpression[callee.property.name=/^setAttribute/][arguments.0.value=${activeAttribute}]`, message: notText },
        { selector: "CallExpression[callee.property.name=/^setAttribute/]:not([arguments.0.type='Literal'])", message: `An attribute by a name that is not written here may be any. ${notText}` },
      ],
    },
  },
  // The two that make nodes of virtual elements, whose attributes are checked where they are written.
  { files: ['webview/view/element.ts', 'webview/view/patch.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['extension/**/*.ts'],
    rules: {
      ...noSinks,
      'no-restricted-imports': restrictedModules({ vscode: true }),
      'no-restricted-syntax': [
        'error',
        { selector: "AssignmentExpression[left.property.name='isTrusted']:not([right.type='ObjectExpression'])", message: 'Name the commands: isTrusted = { enabledCommands: [...] }. Any other command could be run by what a document says.' },
        { selector: "AssignmentExpression[left.property.name='supportHtml']", message: notText },
        { selector: 'Property[key.name=/^(?:enableCommandUris|enableForms)$/]', message: 'The view sends messages; a link or form in it could be a document\'s.' },
      ],
    },
  },
  {
    files: ['extension/**/*.ts'],
    ignores: ['extension/notify.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...sinkProperties,
        ...['showInformationMessage', 'showWarningMessage', 'showErrorMessage'].map((property) => ({
          property,
          message: 'Use extension/notify.ts: the editor makes links of what looks like one in a notification.',
        })),
      ],
    },
  },
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
