/** What is read of the repository: the sources of the services, and `proto/` as buf sees it. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { consumerGroups } from '@shekara/contracts';
import { asyncApi } from './async-api.js';
import { commentsIn } from './comments.js';
import { participationsIn, type Sources } from './participants.js';
import { protoReadme } from './proto-readme.js';

/** Every generated file by its path in the repository. */
export function documentsOf(root: string): Map<string, string> {
  const services = consumerGroups.map((name) => sources(name, join(root, 'apps', name, 'src')));
  const participations = participationsIn(services, sources('work-items', join(root, 'libs/work-items/src')));
  const comments = commentsIn(image(root));
  return new Map([
    ['proto/asyncapi.yaml', stringify(asyncApi(participations, comments), { lineWidth: 110 })],
    ['proto/README.md', protoReadme(participations, comments)],
  ]);
}

function sources(name: string, folder: string): Sources {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return {
    name,
    texts: files
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
      .map((file) => readFileSync(join(folder, file), 'utf8')),
  };
}

function image(root: string): Uint8Array {
  return execFileSync(join(root, 'node_modules/.bin/buf'), ['build', '-o', '-'], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  });
}
