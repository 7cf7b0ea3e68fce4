/** Documents that services publish about themselves (reasons, OpenAPI), fetched when asked for and kept a while. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Clock } from '@shekara/kernel';
import { CLOCK } from '@shekara/persistence';
import { UPSTREAM_NAMES, type UpstreamName, Upstreams } from './upstreams.js';

const KEPT_MS = 5 * 60_000;
/** A service that did not answer is asked again after this time; what it said before stays until then. */
const RETRY_MS = 5_000;
const FETCH_TIMEOUT_MS = 5_000;

interface Kept {
  readonly address: string | undefined;
  readonly until: number;
  readonly document: unknown;
}

/** What one service says; `document` is undefined while it does not answer. */
export interface PublishedDocument {
  readonly service: UpstreamName;
  readonly document: unknown;
}

@Injectable()
export class UpstreamDocuments {
  private readonly log = new Logger(UpstreamDocuments.name);
  private readonly kept = new Map<string, Kept>();

  constructor(
    @Inject(Upstreams) private readonly upstreams: Upstreams,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The document at this path of every service, at most five minutes old by the clock. */
  ofAll(path: string): Promise<PublishedDocument[]> {
    return Promise.all(
      UPSTREAM_NAMES.map(async (service) => ({ service, document: await this.of(service, path) })),
    );
  }

  private async of(service: UpstreamName, path: string): Promise<unknown> {
    const key = `${service} ${path}`;
    const now = this.clock.now().getTime();
    const address = this.upstreams.addressOf(service);
    const kept = this.kept.get(key);
    if (kept && kept.address === address && now < kept.until) return kept.document;
    const fetched = address === undefined ? undefined : await this.fetch(address + path);
    const document = fetched ?? kept?.document;
    this.kept.set(key, { address, until: now + (fetched === undefined ? RETRY_MS : KEPT_MS), document });
    return document;
  }

  private async fetch(url: string): Promise<unknown> {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
      if (!response.ok) throw new Error(`answers ${response.status}`);
      return await response.json();
    } catch (error) {
      this.log.warn(`${url} cannot be had`, error);
      return undefined;
    }
  }
}
