/** The topic catalogue: every topic, its partitions and settings. Topics are made from it and from nothing else. */

export interface TopicDefinition {
  readonly name: string;
  readonly partitions: number;
  readonly config: Readonly<Record<string, string>>;
}

const DAY = 24 * 60 * 60 * 1000;

/** Documents of a case are kept on the topic for 30 days; the services keep them for good. */
const DOCUMENTS = { 'cleanup.policy': 'delete', 'retention.ms': String(30 * DAY) };
/** The newest state per key is kept for ever. */
const COMPACTED = { 'cleanup.policy': 'compact', 'min.compaction.lag.ms': '0' };

function topic(
  name: string,
  partitions: number,
  config: Record<string, string> = DOCUMENTS,
): TopicDefinition {
  return { name, partitions, config };
}

/** Six partitions carry a national load of documents per key; twelve those on which every declaration travels. */
export const topics: readonly TopicDefinition[] = [
  topic('registration.arrivals.v1', 6),
  topic('registration.declarations.v1', 12),
  topic('risk.evaluations.v1', 12),
  topic('risk.instructions.v1', 6),
  topic('payments.liabilities.v1', 12),
  topic('payments.money.v1', 6),
  topic('payments.debts.v1', 6),
  topic('payments.arrears.v1', 6, COMPACTED),
  topic('payments.commands.v1', 6),
  topic('guarantees.commands.v1', 6),
  topic('guarantees.securities.v1', 6),
  topic('storage.stock.v1', 6),
  topic('inspections.control.v1', 6),
  topic('registers.entries.v1', 3, COMPACTED),
  topic('registers.rates.v1', 3, COMPACTED),
  topic('work.items.v1', 6),
  topic('notifications.v1', 6),
  topic('bank.payment-confirmations.v1', 6),
  topic('bank.orders.v1', 6),
  topic('bank.order-acknowledgements.v1', 6),
  topic('treasury.daily-reports.v1', 3),
];

/** The services that consume, each as one consumer group of its own name. */
export const consumerGroups = [
  'registration',
  'risk',
  'payments',
  'guarantees',
  'temporary-storage',
  'inspections',
  'registers',
  'gateway',
] as const;

export type ServiceName = (typeof consumerGroups)[number];

/** Where a message goes that a group could not digest (architecture, "Messages"). */
export function deadLetterTopic(topicName: string, group: string): string {
  return `${topicName}.${group}.dead`;
}

/** Dead-letter topics keep their messages for a year, so that a fix can replay them. */
export const deadLetterConfig: Readonly<Record<string, string>> = { 'retention.ms': String(365 * DAY) };
