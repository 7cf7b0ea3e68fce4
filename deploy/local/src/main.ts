/** `start`: everything up, three trucks, then it stays. `demo`: the same, then it ends. `topics`: makes the topics. */
import 'reflect-metadata';
import { Command } from 'commander';
import { DEVELOPMENT_USERS } from '@shekara/auth';
import { KafkaConnection, kafkaSettings } from '@shekara/messaging';
import { runDemo } from './demo.js';
import { type Installation, startInstallation } from './installation.js';
import { printAddresses, printReport, summaryOf } from './report.js';

const GATEWAY_PORT = Number(process.env.GATEWAY_PORT ?? 8080);

async function withInstallation(
  log: (line: string) => void,
  task: (installation: Installation) => Promise<void>,
): Promise<void> {
  const installation = await startInstallation({ gatewayPort: GATEWAY_PORT, log });
  const interrupted = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  try {
    await Promise.race([task(installation), interrupted]);
  } finally {
    await installation.stop();
  }
}

async function start(): Promise<void> {
  const say = (line: string): void => console.log(line);
  await withInstallation(say, async (installation) => {
    printReport(await runDemo(installation, { greenTrucks: 0, say }), say);
    await printAddresses(installation, DEVELOPMENT_USERS, say);
    await new Promise<never>(() => undefined);
  });
}

async function demo(options: { json: boolean; trucks: number }): Promise<void> {
  const say = (line: string): void => (options.json ? console.error(line) : console.log(line));
  const begun = performance.now();
  await withInstallation(say, async (installation) => {
    const startMs = Math.round(performance.now() - begun);
    const result = await runDemo(installation, { greenTrucks: options.trucks, say });
    printReport(result, say);
    const summary = summaryOf(result, startMs);
    if (options.json) console.log(JSON.stringify(summary));
    const good =
      result.trucks.every((truck) => truck.released) && result.ledgersBalance && result.historyVerified;
    process.exitCode = good ? 0 : 1;
  });
}

async function makeTopics(): Promise<void> {
  await new KafkaConnection(kafkaSettings(), 'topics', (_level, message) =>
    console.error(message),
  ).createCatalogueTopics();
}

const program = new Command('shekara').description('Shekara on this machine');
program.command('start').description('start everything, drive three trucks, stay up').action(start);
program
  .command('demo')
  .description('start everything, drive three trucks, end')
  .option('--json', 'print one JSON object on the last line', false)
  .option('--trucks <count>', 'so many green trucks beside them', Number, 0)
  .action(demo);
program.command('topics').description('make the topics of the catalogue on KAFKA_BROKERS').action(makeTopics);

try {
  await program.parseAsync();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
