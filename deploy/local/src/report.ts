/** What the demonstration prints: steps and times, memory, addresses, tokens. */
import Table from 'cli-table3';
import type { DevelopmentUser } from '@shekara/auth';
import type { DemoResult } from './demo.js';
import type { Installation } from './installation.js';

/** The JSON object of `npm run demo -- --json`. */
export function summaryOf(result: DemoResult, startMs: number) {
  return {
    trucks: result.trucks.map(({ lane, declaration, released, filedToReleasedMs }) => ({
      lane,
      declaration,
      released,
      filedToReleasedMs,
    })),
    ledgersBalance: result.ledgersBalance,
    historyVerified: result.historyVerified,
    processes: result.processes,
    startMs,
    ...(result.green === undefined ? {} : { green: result.green }),
  };
}

export function printReport(result: DemoResult, say: (line: string) => void): void {
  for (const [lane, steps] of result.timelines) {
    const table = new Table({ head: ['ms', lane, 'service', 'ground'], style: { head: [], border: [] } });
    for (const step of steps) table.push([step.sinceBeginningMs, step.sentence, step.service, step.ground]);
    say(table.toString());
  }
  const trucks = new Table({
    head: ['lane', 'declaration', 'released', 'filed to released'],
    style: { head: [], border: [] },
  });
  for (const truck of result.trucks) {
    trucks.push([
      truck.lane,
      truck.declaration,
      truck.released ? 'yes' : 'no',
      `${truck.filedToReleasedMs} ms`,
    ]);
  }
  say(trucks.toString());
  if (result.green) {
    say(
      `${result.green.count} green trucks: median ${result.green.p50Ms} ms, 99th percentile ${result.green.p99Ms} ms`,
    );
  }
  say(
    `ledgers balance: ${result.ledgersBalance ? 'yes' : 'NO'} · history verified: ${result.historyVerified ? 'yes' : 'NO'}`,
  );
  say(result.processes.map(({ name, rssMiB }) => `${name} ${rssMiB} MiB`).join(' · '));
}

const HOUR_SECONDS = 3_600;

/** The addresses, and a token for each role as shell variables, ready to paste. */
export async function printAddresses(
  installation: Installation,
  users: readonly DevelopmentUser[],
  say: (line: string) => void,
): Promise<void> {
  say('');
  say(`GATEWAY=${installation.gatewayUrl}`);
  say(`KAFKA_BROKERS=${installation.brokers.join(',')}`);
  for (const { clientId, roles, ...claims } of users) {
    const token = await installation.issuer.issueToken(
      { subject: clientId, roles, ...claims },
      { ttlSeconds: 12 * HOUR_SECONDS },
    );
    say(`${clientId.toUpperCase().replaceAll('-', '_')}=${token}`);
  }
  say('');
  say(`console: ${installation.gatewayUrl}/console/`);
  say(
    `tokens:  curl -s ${installation.issuer.url}/token -d grant_type=client_credentials -d client_id=release-officer -d client_secret=development`,
  );
  say('Ctrl-C stops everything.');
}
