import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));
const GENERATED = 'libs/contracts/src/gen';

/** Every file under a folder with its text, by its path from there. */
async function textsUnder(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(
      files
        .sort()
        .map(async (file) => [file.slice(folder.length + 1), await readFile(file, 'utf8')] as const),
    ),
  );
}

describe('the generated messages', () => {
  it('are what `npm run proto` makes of proto/', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'proto-'));
    try {
      const bin = join(root, 'node_modules/.bin');
      await promisify(execFile)(join(bin, 'buf'), ['generate', '-o', folder], {
        cwd: root,
        env: { ...process.env, PATH: `${bin}:${process.env.PATH}` },
      });
      const made = await textsUnder(join(folder, GENERATED));
      expect(Object.keys(made).length).toBeGreaterThan(10);
      expect(await textsUnder(join(root, GENERATED))).toEqual(made);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
