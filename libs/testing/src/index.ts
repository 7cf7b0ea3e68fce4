export { VirtualClock } from '@shekara/kernel';
export { startServers } from './servers.js';
export type { Servers, ServerOptions, ServerProcess } from './servers.js';
export { cloneDatabase, databaseUrlVariable, provisionServiceDatabase } from './databases.js';
export type { ClonedDatabase, TemplateSource } from './databases.js';
export { createTopics, topicPrefix } from './topics.js';
export type { TopicDefinition } from './topics.js';
export { eventually } from './eventually.js';
export { stopIdleTimersOfKafkaJs } from './kafkajs-timers.js';
