/** `npm run history -- verify`: the chains of every service's history, and the heads that left it with events. */
import { Command } from 'commander';
import { headsOnTopics } from '@shekara/messaging';
import {
  DataSource,
  dataSourceOptions,
  headsInOutbox,
  type HistoryHead,
  lostHeads,
  verifyHistory,
} from '@shekara/persistence';
import { connectionFor, databasesIn, type Print, type Surroundings } from './surroundings.js';

interface VerifyOptions {
  readonly service?: string;
  readonly brokers?: string | true;
}

/** Heads that are compared with the history in one query. */
const AT_ONCE = 1_000;

/** The command line. `fail` is called when anything is found. */
export function historyCommand(surroundings: Surroundings, print: Print, fail: () => void): Command {
  const command = new Command('history').description('Operates on the append-only history of the services.');
  command
    .command('verify')
    .description(
      'find changed, missing and cut off entries; the databases are those of DATABASE_URL_<SERVICE>',
    )
    .option('--service <service>', 'only this service')
    .option('--brokers [addresses]', 'compare with the heads on the topics too (KAFKA_BROKERS unless given)')
    .action(async ({ service, brokers }: VerifyOptions) => {
      const databases = [...databasesIn(surroundings)].filter(
        ([name]) => service === undefined || name === service,
      );
      if (databases.length === 0) throw new Error('no DATABASE_URL_<SERVICE> is set for it');
      const onTopics =
        brokers === undefined
          ? undefined
          : await headsOnTopics(connectionFor(surroundings, brokers === true ? undefined : brokers));
      for (const [name, url] of databases) {
        const found = await verify(url, onTopics?.get(name) ?? []);
        print(`${name}: ${found.entries} entries, ${found.heads} heads, ${found.findings.length} findings`);
        for (const finding of found.findings) print(`  ${finding}`);
        if (found.findings.length > 0) fail();
      }
    });
  return command;
}

interface Verified {
  readonly entries: number;
  readonly heads: number;
  readonly findings: readonly string[];
}

async function verify(url: string, onTopics: readonly HistoryHead[]): Promise<Verified> {
  const source = await new DataSource(dataSourceOptions(url)).initialize();
  try {
    const { entries, broken } = await verifyHistory(source.manager);
    const lost = new Map<string, string>();
    let heads = 0;
    const compare = async (sent: readonly HistoryHead[], keptBy: string): Promise<void> => {
      heads += sent.length;
      for (let from = 0; from < sent.length; from += AT_ONCE) {
        for (const head of await lostHeads(source.manager, sent.slice(from, from + AT_ONCE))) {
          const place = `${head.stream} ${head.streamId} ${head.sequence}`;
          if (!lost.has(place)) lost.set(place, `missing or replaced: ${place}, whose hash ${keptBy} kept`);
        }
      }
    };
    for await (const sent of headsInOutbox(source.manager)) await compare(sent, 'the outbox');
    await compare(onTopics, 'a topic');
    const links = broken.map((link) => `chain broken at: ${link.stream} ${link.streamId} ${link.sequence}`);
    return { entries, heads, findings: [...links, ...lost.values()] };
  } finally {
    await source.destroy();
  }
}
