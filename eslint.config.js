import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const ASKING_THE_WORLD =
  'The domain is told; it does not ask: no clock, no chance, no waiting (src/README.md, "domain").';

const IMPURE_GLOBALS = [
  'fetch',
  'indexedDB',
  'window',
  'document',
  'navigator',
  'localStorage',
  'sessionStorage',
  'crypto',
  'performance',
  'process',
  'setTimeout',
  'setInterval',
  'queueMicrotask'
];

const IMPURE_PROPERTIES = [
  ['Date', 'now'],
  ['Math', 'random']
];

const IMPURE_SYNTAX = [
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
  'AwaitExpression',
  ':function[async=true]',
  'ForOfStatement[await=true]'
];

const SHARED_STATE = ['$state', '$state.raw'].flatMap((rune) => {
  const [object, property] = rune.split('.');
  const call = property ? `callee.object.name="${object}"` : `callee.name="${object}"`;
  return ['Program', 'Program > ExportNamedDeclaration'].map(
    (top) => `${top} > VariableDeclaration > VariableDeclarator > CallExpression[${call}]`
  );
});

export default typescript.config(
  { ignores: ['build', '.svelte-kit', 'data', 'node_modules', 'test-results', 'playwright-report'] },
  typescript.configs.recommended,
  svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      // The compiler knows the globals; ESLint does not know types.
      'no-undef': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
      'no-constant-condition': 'error',
      'no-empty': 'error',
      'no-fallthrough': 'error',
      'no-self-assign': 'error',
      'no-unreachable': 'error',
      'no-unsafe-finally': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A type and its schema share one name (src/README.md, rule 6).
      '@typescript-eslint/no-redeclare': 'off'
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: typescript.parser, extraFileExtensions: ['.svelte'], svelteConfig }
    },
    rules: {
      // There is no base path: the app owns its address.
      'svelte/no-navigation-without-resolve': 'off',
      // Plain maps are meant: what is shown changes whole, by one version.
      'svelte/prefer-svelte-reactivity': 'off'
    }
  },
  {
    files: ['src/**/*.ts'],
    // The framework compiles it apart from the rest, and leaves it out of the project's types.
    ignores: ['src/service-worker.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/await-thenable': 'error'
    }
  },
  {
    files: ['src/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(\\.\\./)+(lib|domain|protocol|device|sync|state|ui|server)/',
              message: 'Across floors name $lib/…; within a floor ./…'
            }
          ]
        }
      ]
    }
  },
  {
    files: ['src/lib/domain/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...IMPURE_GLOBALS.map((name) => ({ name, message: ASKING_THE_WORLD }))
      ],
      'no-restricted-properties': [
        'error',
        ...IMPURE_PROPERTIES.map(([object, property]) => ({ object, property, message: ASKING_THE_WORLD }))
      ],
      'no-restricted-syntax': [
        'error',
        ...IMPURE_SYNTAX.map((selector) => ({ selector, message: ASKING_THE_WORLD }))
      ]
    }
  },
  {
    files: ['**/*.svelte.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...SHARED_STATE.map((selector) => ({
          selector,
          message: 'State of a module is shared among all people on the server: put it in a class.'
        }))
      ]
    }
  },
  {
    files: ['src/lib/server/tasks/**', 'src/lib/server/http/**', '.ci/**', 'tests/**'],
    rules: { 'no-console': 'off' }
  }
);
