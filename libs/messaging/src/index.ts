export { DeadLetterBox, type DeadLetterFilter, type ParkedMessage } from './dead-letter-box.js';
export { type DeadLetter, DeadLetters } from './dead-letters.js';
export {
  type Envelope,
  envelopeHeaders,
  JSON_TYPE,
  NO_CASE,
  PROTOBUF,
  readEnvelope,
  readHeaders,
  readValue,
  UnreadableMessage,
} from './envelope.js';
export { headsOnTopics } from './heads-on-topics.js';
export { isTransient } from './failure.js';
export { KafkaBatchServer } from './kafka-batch.server.js';
export { KafkaConnection } from './kafka-connection.js';
export { kafkaAccess, type KafkaAccess, kafkaSettings, type KafkaSettings } from './kafka-settings.js';
export { Maintenance, type MaintenanceTask } from './maintenance.js';
export { BatchContext, type Delivered, MessageContext } from './message-context.js';
export { MessagingModule, type MessagingOptions } from './messaging.module.js';
export { CreateOutboxAndInbox1764000000100 } from './migrations/1764000000100-outbox-inbox.js';
export { ShardOutbox1764000000150 } from './migrations/1764000000150-outbox-shards.js';
export { EVERY_MESSAGE, OnMessage, OnMessages } from './on-message.js';
export { Outbox, type PublishOptions } from './outbox.js';
export { OutboxPressure } from './outbox-pressure.js';
export { Partitions } from './partitions.js';
export type { Producer } from 'kafkajs';
