/** Two projects: `unit` needs nothing but Node and runs first; `services` gets one real PostgreSQL and one real Kafka. */
const shared = {
  rootDir: '.',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2024',
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@shekara/service-(registration|risk|payments|guarantees|temporary-storage|inspections|registers|gateway)$':
      '<rootDir>/apps/$1/src/index.ts',
    '^@shekara/messaging/kafkajs-timers$': '<rootDir>/libs/messaging/src/kafkajs-timers.ts',
    '^@shekara/testing/documents$': '<rootDir>/libs/testing/src/documents.ts',
    '^@shekara/testing/pdf-text$': '<rootDir>/libs/testing/src/pdf-text.ts',
    '^@shekara/testing/services$': '<rootDir>/libs/testing/src/services.ts',
    '^@shekara/([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/.cache/', '<rootDir>/.nx/'],
  setupFiles: ['<rootDir>/jest.setup.mjs'],
  testEnvironment: 'node',
};

export default {
  maxWorkers: 2,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs,tools}/*/src/**/*.spec.ts'],
    },
    {
      ...shared,
      displayName: 'services',
      testMatch: ['<rootDir>/{apps,libs,tools}/*/test/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
      globalSetup: '<rootDir>/jest.global-setup.mjs',
      globalTeardown: '<rootDir>/jest.global-teardown.mjs',
    },
  ],
  testTimeout: 60000,
};
