/**
 * The rules of the house that a machine can check: who may import whom, where time comes from, how a file looks.
 * Nothing here needs types, so the whole tree takes seconds; types are `npm run types`.
 */
import js from '@eslint/js';
import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

// The boundary rule reads the project graph from the cache and says nothing without one: make a fresh one first.
process.env['NX_DAEMON'] ??= 'false';
await createProjectGraphAsync();

const CODE = ['**/*.ts', '**/*.tsx', '**/*.mts'];
const SPECS = ['**/*.spec.ts', '**/*.spec.tsx'];
/** Service tests, journeys, faults, load, browser: they wait for real machines, so they may use real time. */
const TESTS_ON_REAL_PARTS = ['test/**', 'apps/*/test/**', 'libs/*/test/**', 'tools/*/test/**'];
const MAY_START_SERVICES = ['test/**', 'deploy/local/**'];
const PURE_LIBS = ['kernel', 'calendar', 'reference-data'];
/** Packages that only compute (no input or output, no state) and that a pure slice file may therefore import too. */
const COMPUTING_PACKAGES = ['@marcbachmann/cel-js', 'saxes', 'rfc6902', 'csv-parse/sync'];
/** Our libs whose types a pure slice file may name to say what it makes; it calls nothing of them. */
const NAMED_BY_TYPE = ['@shekara/printing'];

/** One rule, several independent bans: a later `no-restricted-imports` would replace an earlier one. */
const restrictedImports = tseslint.plugin.rules['no-restricted-imports'];
const shekara = {
  rules: {
    'kafka-import': restrictedImports,
    'typeorm-import': restrictedImports,
    'service-import': restrictedImports,
    'timer-import': restrictedImports,
    'pure-slice-import': restrictedImports,
  },
};

/** A pure slice file decides what the law decides; these are the files beside it that do not. */
const IMPURE = 'entity|service|controller|consumer|module|repository|spec|dto|deadlines|events';

const REAL_TIME = [
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'Take the time from a Clock of @shekara/kernel.',
  },
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Take the time from a Clock of @shekara/kernel.',
  },
  {
    selector: 'CallExpression[callee.name="Date"]',
    message: 'Take the time from a Clock of @shekara/kernel.',
  },
  {
    selector:
      'CallExpression[callee.name=/^(setTimeout|setInterval)$/], CallExpression[callee.property.name=/^(setTimeout|setInterval)$/]',
    message: 'A legal term is a durable timer of @shekara/deadlines, never a timer of the process.',
  },
];
const FOCUS = [
  {
    selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|failing)$/]',
    message: 'Every test runs.',
  },
  {
    selector: 'CallExpression[callee.name=/^(fit|fdescribe|xit|xtest|xdescribe)$/]',
    message: 'Every test runs.',
  },
];
const IMPURITY = [
  { selector: 'Decorator', message: 'A pure slice file has no decorators.' },
  { selector: 'AwaitExpression', message: 'A pure slice file waits for nothing.' },
  {
    selector: 'MemberExpression[object.name=/^(process|console)$/], CallExpression[callee.name="fetch"]',
    message: 'A pure slice file does no input or output.',
  },
];

const NX = {
  enforceBuildableLibDependency: false,
  allow: [],
  depConstraints: [
    { sourceTag: 'lib:kernel', onlyDependOnLibsWithTags: [] },
    { sourceTag: 'lib:calendar', onlyDependOnLibsWithTags: [] },
    { sourceTag: 'lib:reference-data', onlyDependOnLibsWithTags: ['lib:kernel', 'lib:calendar'] },
    { sourceTag: 'type:pure', onlyDependOnLibsWithTags: ['type:pure'] },
    { sourceTag: 'type:lib', onlyDependOnLibsWithTags: ['type:pure', 'type:lib'] },
    { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:pure', 'type:lib'] },
    { sourceTag: 'type:tool', onlyDependOnLibsWithTags: ['type:pure', 'type:lib'] },
  ],
};

export default tseslint.config(
  { ignores: ['**/dist/**', '**/gen/**', '**/coverage/**', '.nx/**', '.cache/**', '**/node_modules/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  {
    files: CODE,
    extends: [...tseslint.configs.recommended],
    plugins: { '@nx': nx, shekara },
    languageOptions: {
      // Both said, the type import rule leaves alone what decorators need at run time.
      parserOptions: { experimentalDecorators: true, emitDecoratorMetadata: true },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always'],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'start' }],
      'no-restricted-syntax': ['error', ...REAL_TIME],
      '@nx/enforce-module-boundaries': ['error', NX],
      'shekara/kafka-import': [
        'error',
        {
          patterns: [
            { group: ['kafkajs', 'kafkajs/*'], message: 'Only @shekara/messaging speaks to Kafka.' },
          ],
        },
      ],
      'shekara/typeorm-import': [
        'error',
        {
          patterns: [
            {
              group: ['typeorm', 'typeorm/*'],
              message: 'Only persistence, entities and repositories know the tables.',
            },
          ],
        },
      ],
      'shekara/service-import': [
        'error',
        {
          patterns: [
            {
              group: ['@shekara/service-*', '!@shekara/service-kit'],
              message: 'Services learn from each other by messages.',
            },
          ],
        },
      ],
      'shekara/timer-import': [
        'error',
        {
          patterns: [
            {
              group: ['timers', 'timers/*', 'node:timers', 'node:timers/*'],
              message: 'A legal term is a durable timer of @shekara/deadlines, never a timer of the process.',
            },
          ],
        },
      ],
    },
  },

  // Who may import what others may not.
  { files: ['libs/messaging/**', 'libs/testing/**', 'test/**'], rules: { 'shekara/kafka-import': 'off' } },
  {
    files: [
      'libs/persistence/**',
      '**/*.entity.ts',
      '**/*.repository.ts',
      '**/*.module.ts',
      '**/migrations/**',
    ],
    rules: { 'shekara/typeorm-import': 'off' },
  },
  {
    files: MAY_START_SERVICES,
    rules: {
      'shekara/service-import': 'off',
      '@nx/enforce-module-boundaries': [
        'error',
        { ...NX, depConstraints: [{ sourceTag: '*', onlyDependOnLibsWithTags: ['*'] }] },
      ],
    },
  },

  // The console itself depends on nothing of ours; its tests compare its words with messages and queues.
  {
    files: ['apps/console/test/**'],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          ...NX,
          depConstraints: [
            { sourceTag: 'type:console', onlyDependOnLibsWithTags: ['lib:contracts', 'lib:work-items'] },
          ],
        },
      ],
    },
  },

  // What the law decides is pure: apps/<service>/src/<slice>/<slice>.ts and the pure files beside it.
  {
    files: ['apps/*/src/*/**/*.ts'],
    ignores: [
      'apps/gateway/**',
      'apps/console/**',
      '**/migrations/**',
      `**/*.@(${IMPURE}).ts`,
      '**/@(index|main|service).ts',
    ],
    rules: {
      'no-restricted-syntax': ['error', ...REAL_TIME, ...IMPURITY],
      'shekara/pure-slice-import': [
        'error',
        {
          patterns: [
            {
              regex: `^(?!\\.{1,2}/|(@shekara/(${PURE_LIBS.join('|')})|${[...COMPUTING_PACKAGES, ...NAMED_BY_TYPE].join('|')})$)`,
              message: `A pure slice file imports ${PURE_LIBS.join(', ')} and pure files beside it, nothing else.`,
            },
            {
              regex: `^(${NAMED_BY_TYPE.join('|')})$`,
              allowTypeImports: true,
              message: 'A pure slice file names its types only.',
            },
            {
              regex: `^\\..*(\\.(${IMPURE})|/(main|service))\\.js$|^\\..*/migrations/`,
              message: 'A pure slice file imports pure files only.',
            },
          ],
        },
      ],
    },
  },

  // Time and tests.
  {
    files: SPECS,
    rules: { 'no-restricted-syntax': ['error', ...REAL_TIME, ...FOCUS] },
  },
  {
    files: [
      'libs/kernel/src/clock.ts',
      'libs/messaging/**',
      'libs/deadlines/**',
      'libs/service-kit/src/official-rates/official-rates.ts',
      'libs/testing/**',
      'deploy/local/**',
      ...TESTS_ON_REAL_PARTS,
    ],
    rules: { 'no-restricted-syntax': 'off', 'shekara/timer-import': 'off' },
  },
  {
    files: [
      ...TESTS_ON_REAL_PARTS,
      ...['messaging', 'deadlines', 'testing'].map((lib) => `libs/${lib}/**`),
      'deploy/local/**',
    ].map((folder) => `${folder}/*.spec.{ts,tsx}`),
    rules: { 'no-restricted-syntax': ['error', ...FOCUS] },
  },

  // How a file looks.
  { files: CODE, ignores: SPECS, rules: { 'max-lines': ['error', { max: 300 }] } },
  {
    files: CODE,
    ignores: ['**/*.config.ts', '**/*.config.mts'],
    rules: {
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
    },
  },
  prettier,
);
