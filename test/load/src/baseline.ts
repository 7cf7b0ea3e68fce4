/** The bare programs of `baseline/`, as processes beside ours, with a database of their own on the same servers. */
import { fileURLToPath } from 'node:url';
import type { Installation } from '@shekara/local/installation';
import { freePort, Keeper, provisionServiceDatabase, startServer } from '@shekara/testing';
import { makeTopic } from './kafka-watch.js';
import { queryOf } from './query.js';

export const BASELINE_DOCUMENTS = 'bench.documents';
export const BASELINE_EVENTS = 'bench.events';

interface Program {
  readonly pid: number;
  readonly url: string;
}

export class Baseline {
  private readonly keeper = new Keeper(undefined);
  private server: Promise<Program> | undefined;

  private constructor(
    private readonly installation: Installation,
    private readonly folder: string,
    readonly databaseUrl: string,
  ) {}

  static async open(installation: Installation, folder: string): Promise<Baseline> {
    const databaseUrl = await provisionServiceDatabase(installation.postgresAdminUrl, 'baseline');
    const baseline = new Baseline(installation, folder, databaseUrl);
    await makeTopic(installation.brokers, BASELINE_DOCUMENTS, 6);
    return baseline;
  }

  /** The HTTP server with its relay; started once. */
  documents(): Promise<Program> {
    this.server ??= this.run('server', BASELINE_DOCUMENTS, true);
    return this.server;
  }

  /** A consumer that begins with the backlog of its topic. */
  consumer(): Promise<Program> {
    return this.run('consumer', BASELINE_EVENTS, false);
  }

  async makeEventsTopic(partitions: number): Promise<void> {
    await makeTopic(this.installation.brokers, BASELINE_EVENTS, partitions);
  }

  query<Found>(text: string): Promise<readonly Found[]> {
    return queryOf(this.databaseUrl, text, []);
  }

  private async run(name: 'server' | 'consumer', topic: string, answersHttp: boolean): Promise<Program> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const pid = await startServer(
      {
        name: `baseline-${name}`,
        program: process.execPath,
        args: [fileURLToPath(new URL(`./baseline/${name}.js`, import.meta.url))],
        runAs: {},
        folder: fileURLToPath(new URL('.', import.meta.url)),
        environment: {
          ...process.env,
          DATABASE_URL: this.databaseUrl,
          KAFKA_BROKERS: this.installation.brokers.join(','),
          KAFKAJS_NO_PARTITIONER_WARNING: '1',
          PORT: String(port),
          TOPIC: topic,
        },
        logFile: `${this.folder}/baseline-${name}.log`,
        stopWith: 'TERM',
        answers: async () => {
          if (answersHttp && !(await fetch(`${url}/health/ready`)).ok) throw new Error('not ready');
        },
      },
      this.keeper,
    );
    return { pid, url };
  }

  close(): Promise<void> {
    return this.keeper.stop();
  }
}
