/** Who sends and who receives a message: read from what services publish and handle, so that no table can be wrong. */
import { consumerGroups, routedMessages, routeOf, type ServiceName } from '@shekara/contracts';

export interface Participation {
  /** A service, or who stands outside. */
  readonly name: ServiceName | Outsider['name'];
  /** Full names of message types, in the order of the catalogue. */
  readonly sends: readonly string[];
  readonly receives: readonly string[];
}

/** Who stands outside and sends to topics, or reads what is sent to it. */
interface Outsider {
  readonly name: 'bank' | 'treasury';
  readonly sendsTo: readonly string[];
  readonly reads: readonly string[];
}

const OUTSIDERS: readonly Outsider[] = [
  {
    name: 'bank',
    sendsTo: ['bank.payment-confirmations.v1', 'bank.order-acknowledgements.v1'],
    reads: ['bank.orders.v1'],
  },
  { name: 'treasury', sendsTo: ['treasury.daily-reports.v1'], reads: [] },
];

/** The sources of a service, or of a library that publishes on behalf of the services that use it. */
export interface Sources {
  readonly name: string;
  readonly texts: readonly string[];
}

/** The outbox itself, and `tell` of announcements, which names its document too. */
const PUBLISHES = /\b(?:publish\(\s*\w+|tell\(\s*\w+,\s*\w+),\s*(\w+)Schema\b/g;
const HANDLES = /@OnMessages?\((\w+)Schema\)/g;
const HANDLES_EVERYTHING = /@OnMessages\(EVERY_MESSAGE\)/;
const USES_WORK_ITEMS = /\bworkItems\.(open|begin)\(/;

/** What each service sends and receives. @throws Error for a message that the contracts do not have. */
export function participationsIn(services: readonly Sources[], workItems: Sources): Participation[] {
  const ofWorkItems = namesIn(workItems.texts, PUBLISHES);
  const all = services.map(({ name, texts }): Participation => {
    const opensWorkItems = texts.some((text) => USES_WORK_ITEMS.test(text));
    const handles = texts.some((text) => HANDLES_EVERYTHING.test(text));
    return {
      name: serviceName(name),
      sends: typeNames([...namesIn(texts, PUBLISHES), ...(opensWorkItems ? ofWorkItems : [])]),
      receives: handles ? routedMessages.map(({ typeName }) => typeName) : typeNames(namesIn(texts, HANDLES)),
    };
  });
  const outside = OUTSIDERS.map(({ name, sendsTo, reads }): Participation => ({
    name,
    sends: messagesOf(sendsTo),
    receives: messagesOf(reads),
  }));
  return [...all, ...outside];
}

function messagesOf(topics: readonly string[]): string[] {
  return routedMessages
    .filter(({ typeName }) => topics.includes(routeOf(typeName).topic))
    .map(({ typeName }) => typeName);
}

function namesIn(texts: readonly string[], pattern: RegExp): string[] {
  return texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name));
}

function typeNames(names: readonly string[]): string[] {
  const unknown = names.find((name) => !routedMessages.some((message) => message.name === name));
  if (unknown) throw new Error(`${unknown} is no message that travels`);
  return routedMessages.filter((message) => names.includes(message.name)).map(({ typeName }) => typeName);
}

function serviceName(name: string): ServiceName {
  const found = consumerGroups.find((service) => service === name);
  if (!found) throw new Error(`${name} is no service of the catalogue`);
  return found;
}
