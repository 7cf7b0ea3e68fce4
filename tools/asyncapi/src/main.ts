/** `npm run asyncapi`: writes proto/asyncapi.yaml and proto/README.md. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { documentsOf } from './repository.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
for (const [path, text] of documentsOf(root)) {
  writeFileSync(join(root, path), text);
  process.stdout.write(`${path}\n`);
}
