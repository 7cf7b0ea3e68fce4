/** Reads the law files, the sources and the test reports of the repository from disk. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { readLawFile, type LawFile } from './law-file.js';
import type { SourceFile } from './law-lint.js';
import type { TestFile } from './coverage.js';
import { readTestRun, type TestRun } from './test-results.js';

const CODE_FOLDERS = ['apps', 'libs', 'tools', 'test', 'deploy', 'proto'];
const GENERATED = new Set(['node_modules', 'dist', 'gen', 'coverage']);
const CODE = /\.(ts|tsx|proto)$/;
const TEST = /\.spec\.tsx?$/;
const LAW = /^(apps|libs)\/[^/]+\/law\/[^/]+\.md$/;

function filesUnder(root: string, folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      return GENERATED.has(entry.name) || entry.name.startsWith('.') ? [] : filesUnder(root, path);
    }
    return entry.isFile() ? [path] : [];
  });
}

export interface Repository {
  readonly law: readonly LawFile[];
  /** Code and tests: TypeScript and Protocol Buffers, without what is generated. */
  readonly sources: readonly SourceFile[];
  readonly tests: readonly TestFile[];
  readonly runs: readonly TestRun[];
}

/** Reads the repository at `root`; every path in the answer is relative to it, with forward slashes. */
export function readRepository(root: string): Repository {
  const paths = CODE_FOLDERS.flatMap((folder) => filesUnder(root, folder));
  const sources = paths
    .filter((path) => CODE.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  return {
    law: paths
      .filter((path) => LAW.test(path) && !path.endsWith('/README.md'))
      .map((path) => readLawFile(path, readFileSync(join(root, path), 'utf8'))),
    sources,
    tests: sources
      .filter((source) => TEST.test(source.path))
      .map((source) => ({ ...source, changedAt: statSync(join(root, source.path)).mtimeMs })),
    runs: readRuns(root),
  };
}

function readRuns(root: string): readonly TestRun[] {
  return filesUnder(root, '.cache/test-results')
    .filter((path) => path.endsWith('.json'))
    .map((path) => {
      const run = readTestRun(readFileSync(join(root, path), 'utf8'), statSync(join(root, path)).mtimeMs);
      const passed = [...run.passed].map(
        ([source, titles]) => [relative(root, source).split(sep).join('/'), titles] as const,
      );
      return { ...run, passed: new Map(passed) };
    });
}
