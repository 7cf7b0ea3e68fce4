/** Where the installation is: the same variables that its services read. */
import type { Command } from 'commander';
import { KafkaConnection, kafkaSettings } from '@shekara/messaging';

export type Surroundings = Readonly<Record<string, string | undefined>>;
export type Print = (line: string) => void;

/** @throws Error when KAFKA_BROKERS is not set. */
export function connectionFor(
  surroundings: Surroundings,
  brokers = surroundings.KAFKA_BROKERS,
): KafkaConnection {
  const settings = kafkaSettings({ ...surroundings, KAFKA_BROKERS: brokers });
  return new KafkaConnection(settings, 'operations', (level, message) => {
    if (level === 'error') process.stderr.write(`${message}\n`);
  });
}

const DATABASE_URL = 'DATABASE_URL_';

/** The services whose databases the environment names, with their addresses: `payments` → `DATABASE_URL_PAYMENTS`. */
export function databasesIn(surroundings: Surroundings): Map<string, string> {
  return new Map(
    Object.entries(surroundings).flatMap(([name, url]): [string, string][] =>
      name.startsWith(DATABASE_URL) && url
        ? [[name.slice(DATABASE_URL.length).toLowerCase().replaceAll('_', '-'), url]]
        : [],
    ),
  );
}

/** Runs a command line of this process; what it cannot do it says in one line, and the exit code is 1. */
export async function run(command: Command): Promise<void> {
  try {
    await command.parseAsync();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
