/** The AsyncAPI 3 document of Shekara: topics, messages, who sends and who receives them. */
import { routedMessages, routeOf, type TopicDefinition, topics } from '@shekara/contracts';
import { type Comments, type JsonSchema, messageSchemas } from './message-schema.js';
import type { Participation } from './participants.js';

const BINDING = '0.5.0';

/** CloudEvents 1.0 in Kafka's binary binding (architecture, "Messages"). */
const HEADERS: JsonSchema = {
  type: 'object',
  description:
    'CloudEvents 1.0, binary binding. A bank needs none of them but content-type when its value is JSON: the topic has one message.',
  properties: {
    ce_specversion: { type: 'string', const: '1.0' },
    ce_id: {
      type: 'string',
      description: 'Unique per message; a receiver keeps it so that nothing is done twice',
    },
    ce_type: { type: 'string', description: 'Full name of the message' },
    ce_source: { type: 'string', description: '/shekara/<service>' },
    ce_time: { type: 'string', format: 'date-time' },
    ce_subject: { type: 'string', description: 'Id of the case' },
    ce_actor: { type: 'string', description: 'Who decided: a person, or the service' },
    ce_legalground: { type: 'string', description: 'The article on which it was decided' },
    'content-type': { type: 'string', enum: ['application/protobuf', 'application/json'] },
    correlationid: { type: 'string', description: 'Id of the case' },
    causationid: { type: 'string', description: 'Id of the message that caused this one' },
    traceparent: { type: 'string', description: 'W3C Trace Context' },
  },
};

/** The document; equal for equal contracts, participants and comments. */
export function asyncApi(participations: readonly Participation[], comments: Comments) {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Shekara',
      version: 'v1',
      description:
        'Messages between the services of Shekara, and from banks. Values are Protocol Buffers; the schemas here are of their canonical JSON. Generated from proto/ by `npm run asyncapi`.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/protobuf',
    channels: Object.fromEntries(topics.map((topic) => [topic.name, channel(topic)])),
    operations: Object.fromEntries(participations.flatMap(operations)),
    components: {
      messages: Object.fromEntries(
        routedMessages.map(({ typeName, name, file }) => [
          typeName,
          {
            name: typeName,
            title: name,
            ...(comments.has(typeName) && { summary: comments.get(typeName) }),
            headers: { $ref: '#/components/schemas/Headers' },
            payload: { $ref: `#/components/schemas/${typeName}` },
            bindings: {
              kafka: {
                key: { type: 'string', description: `Field ${routeOf(typeName).keyField}` },
                bindingVersion: BINDING,
              },
            },
            'x-proto': `proto/${file.name}.proto`,
          },
        ]),
      ),
      schemas: { Headers: HEADERS, ...Object.fromEntries(messageSchemas(routedMessages, comments)) },
    },
  };
}

/** Full names of the messages that travel on a topic. */
export function messagesOn(topic: string): string[] {
  return routedMessages
    .map(({ typeName }) => typeName)
    .filter((typeName) => routeOf(typeName).topic === topic);
}

function channel({ name, partitions, config }: TopicDefinition) {
  return {
    address: name,
    messages: Object.fromEntries(
      messagesOn(name).map((typeName) => [typeName, { $ref: `#/components/messages/${typeName}` }]),
    ),
    bindings: {
      kafka: {
        topic: name,
        partitions,
        topicConfiguration: {
          'cleanup.policy': config['cleanup.policy']?.split(','),
          ...(config['retention.ms'] !== undefined && { 'retention.ms': Number(config['retention.ms']) }),
        },
        bindingVersion: BINDING,
      },
    },
  };
}

function operations({ name, sends, receives }: Participation) {
  const by = (action: 'send' | 'receive', types: readonly string[]) =>
    topics.flatMap((topic) => {
      const onTopic = messagesOn(topic.name).filter((typeName) => types.includes(typeName));
      if (onTopic.length === 0) return [];
      const operation = {
        action,
        channel: { $ref: `#/channels/${topic.name}` },
        messages: onTopic.map((typeName) => ({ $ref: `#/channels/${topic.name}/messages/${typeName}` })),
        tags: [{ name }],
        ...(action === 'receive' && {
          bindings: { kafka: { groupId: { type: 'string', enum: [name] }, bindingVersion: BINDING } },
        }),
      };
      return [[`${name}.${action}.${topic.name}`, operation] as const];
    });
  return [...by('send', sends), ...by('receive', receives)];
}
