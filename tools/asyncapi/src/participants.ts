/** Who sends and who receives a message: read from what services publish and handle, so that no table can be wrong. */
import { consumerGroups, routedMessages, routeOf, type ServiceName } from '@shekara/contracts';

export interface Participation {
  /** A service, or who stands outside and sends to it. */
  readonly name: ServiceName | 'bank';
  /** Full names of message types, in the order of the catalogue. */
  readonly sends: readonly string[];
  readonly receives: readonly string[];
}

/** The sources of a service, or of a library that publishes on behalf of the services that use it. */
export interface Sources {
  readonly name: string;
  readonly texts: readonly string[];
}

const PUBLISHES = /\bpublish\(\s*\w+,\s*(\w+)Schema\b/g;
const HANDLES = /@OnMessage\((\w+)Schema\)/g;
const HANDLES_EVERYTHING = /@OnEveryMessage\(\)/;
const USES_WORK_ITEMS = /\bworkItems\.open\(/;

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
  const fromBanks = routedMessages.filter(({ typeName }) => routeOf(typeName).topic.startsWith('bank.'));
  return [...all, { name: 'bank', sends: fromBanks.map(({ typeName }) => typeName), receives: [] }];
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
