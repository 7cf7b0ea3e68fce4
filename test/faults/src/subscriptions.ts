/** Which message types each service digests, read from the decorators of its own classes. */
import 'reflect-metadata';
import { type ServiceName, routedMessages } from '@shekara/contracts';
import { EVERY_MESSAGE } from '@shekara/messaging';
import type { ServiceDefinition } from '@shekara/service-kit';
import { gatewayService } from '@shekara/service-gateway';
import { guaranteesService } from '@shekara/service-guarantees';
import { inspectionsService } from '@shekara/service-inspections';
import { paymentsService } from '@shekara/service-payments';
import { registersService } from '@shekara/service-registers';
import { registrationService } from '@shekara/service-registration';
import { riskService } from '@shekara/service-risk';
import { temporaryStorageService } from '@shekara/service-temporary-storage';

const SERVICES: readonly ServiceDefinition[] = [
  gatewayService,
  guaranteesService,
  inspectionsService,
  paymentsService,
  registersService,
  registrationService,
  riskService,
  temporaryStorageService,
];

/** Nest's own metadata keys. */
const PATTERN = 'microservices:pattern';
const CONTROLLERS = 'controllers';
const IMPORTS = 'imports';

type Constructor = new (...given: never[]) => object;

interface Described {
  readonly module?: Constructor;
  readonly controllers?: readonly Constructor[];
  readonly imports?: readonly unknown[];
}

/** Full names of the types that the service has a handler for. */
export function subscriptions(): ReadonlyMap<ServiceName, ReadonlySet<string>> {
  return new Map(SERVICES.map(({ name, module }) => [name, typesOf(patternsOf(module))]));
}

function typesOf(patterns: ReadonlySet<string>): ReadonlySet<string> {
  return patterns.has(EVERY_MESSAGE) ? new Set(routedMessages.map((message) => message.typeName)) : patterns;
}

function patternsOf(root: unknown): ReadonlySet<string> {
  const patterns = new Set<string>();
  const visited = new Set<unknown>();
  const visit = (module: unknown): void => {
    if (visited.has(module)) return;
    visited.add(module);
    const described: Described = typeof module === 'object' && module !== null ? module : {};
    if (typeof module === 'function') {
      for (const imported of listed(IMPORTS, module)) visit(imported);
      for (const controller of listed(CONTROLLERS, module)) addPatterns(controller, patterns);
    }
    if (described.module) visit(described.module);
    for (const imported of described.imports ?? []) visit(imported);
    for (const controller of described.controllers ?? []) addPatterns(controller, patterns);
  };
  visit(root);
  return patterns;
}

function listed(key: string, of: object): readonly unknown[] {
  return (Reflect.getMetadata(key, of) as readonly unknown[] | undefined) ?? [];
}

function addPatterns(controller: unknown, patterns: Set<string>): void {
  if (typeof controller !== 'function') return;
  const prototype = controller.prototype as object;
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const method: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
    if (typeof method !== 'function') continue;
    for (const pattern of listed(PATTERN, method)) if (typeof pattern === 'string') patterns.add(pattern);
  }
}
