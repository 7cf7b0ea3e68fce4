/** Finds the methods marked with `@OnDeadline`. */
import { Inject, Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Work } from '@shekara/persistence';
import { type Deadline, deadlineKindOf } from './deadline.js';

export type DeadlineHandler = (deadline: Deadline, work: Work) => Promise<void>;

@Injectable()
export class DeadlineHandlers {
  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(MetadataScanner) private readonly scanner: MetadataScanner,
  ) {}

  /** The handler of each kind. @throws Error when two methods handle one kind. */
  find(): Map<string, DeadlineHandler> {
    const handlers = new Map<string, DeadlineHandler>();
    for (const { instance } of [...this.discovery.getProviders(), ...this.discovery.getControllers()]) {
      if (typeof instance !== 'object' || instance === null) continue;
      const methods = instance as Record<string, unknown>;
      for (const name of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const method = methods[name];
        const kind = typeof method === 'function' ? deadlineKindOf(method) : undefined;
        if (kind === undefined || typeof method !== 'function') continue;
        if (handlers.has(kind)) throw new Error(`two handlers for deadline ${kind}`);
        handlers.set(kind, method.bind(instance) as DeadlineHandler);
      }
    }
    return handlers;
  }
}
