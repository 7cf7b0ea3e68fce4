/** The heads of histories that travelled with events: the anchor that lies outside every service's database. */
import { topics } from '@shekara/contracts';
import { headsIn, type HistoryHead } from '@shekara/persistence';
import { readHeaders } from './envelope.js';
import type { KafkaConnection } from './kafka-connection.js';
import { readToEnd } from './topic-reader.js';

/** The newest head of each document that the topics still hold, by the service that sent it. */
export async function headsOnTopics(connection: KafkaConnection): Promise<Map<string, HistoryHead[]>> {
  const newest = new Map<string, Map<string, HistoryHead>>();
  const names = topics.map(({ name }) => connection.topicName(name));
  await readToEnd(connection, names, ({ message }) => {
    const headers = readHeaders(message.headers);
    const service = (headers.ce_source ?? '').replace(/^\/shekara\//, '');
    for (const head of headsIn(headers)) {
      const ofService = newest.get(service) ?? new Map<string, HistoryHead>();
      newest.set(service, ofService);
      const document = `${head.stream}/${head.streamId}`;
      if ((ofService.get(document)?.sequence ?? 0) < head.sequence) ofService.set(document, head);
    }
  });
  return new Map([...newest].map(([service, heads]) => [service, [...heads.values()]]));
}
