/** The jars of Apache Kafka: named in deploy/local/kafka/pom.xml, fetched by Maven once, kept in an ignored folder. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runToEnd } from './server-process.js';

const REPOSITORY = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const POM = join(REPOSITORY, 'deploy', 'local', 'kafka', 'pom.xml');

/**
 * The folder with the jars of the pinned version, fetched when it is not there yet (3 to 6 s).
 * @param cache where such folders are kept; `.cache` of the repository when undefined.
 */
export async function kafkaJars(cache: string | undefined, log: (line: string) => void): Promise<string> {
  const version = /<kafka\.version>([^<]+)</.exec(await readFile(POM, 'utf8'))?.[1];
  if (version === undefined) throw new Error(`${POM} does not name kafka.version`);
  const parent = join(cache ?? join(REPOSITORY, '.cache'), 'kafka');
  const jars = join(parent, version);
  if (existsSync(jars)) return jars;

  log(`fetching Apache Kafka ${version} with Maven`);
  await mkdir(parent, { recursive: true });
  const unfinished = await mkdtemp(join(parent, 'unfinished-'));
  try {
    await fetchInto(unfinished);
    await rename(unfinished, jars);
  } catch (error) {
    // Another run may have been quicker: its folder is as good as ours.
    if (!existsSync(jars)) throw error;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return jars;
}

async function fetchInto(folder: string): Promise<void> {
  try {
    await runToEnd('mvn', [
      '-q',
      '-B',
      '-f',
      POM,
      'dependency:copy-dependencies',
      `-DoutputDirectory=${folder}`,
    ]);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error('Maven is missing: install it (apt-get install maven) or set KAFKA_BROKERS', {
        cause: error,
      });
    }
    throw error;
  }
}
