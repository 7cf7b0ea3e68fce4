/** Starts one PostgreSQL and one Kafka for the whole run and tells the workers their addresses. */
import { existsSync } from 'node:fs';

export default async function startServersOnce() {
  const built = new URL('./libs/testing/dist/index.js', import.meta.url);
  if (!existsSync(built)) throw new Error('@shekara/testing is not built: run `npm run build` first');
  const { startServers } = await import(built.href);
  const servers = await startServers();
  globalThis.shekaraServers = servers;
  process.env.POSTGRES_ADMIN_URL = servers.postgres.adminUrl;
  process.env.KAFKA_BROKERS = servers.kafka.brokers.join(',');
}
