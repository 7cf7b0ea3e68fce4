/** Where the services behind the gateway are. An address may become known after the gateway has started. */
import type { INestApplicationContext } from '@nestjs/common';
import type { ServiceName } from '@shekara/contracts';

export type UpstreamName = Exclude<ServiceName, 'gateway'>;

/** Addresses by service, e.g. `{ registration: 'http://registration:8080' }`; a service left out is not reachable. */
export type UpstreamAddresses = Readonly<Partial<Record<UpstreamName, string>>>;

export const UPSTREAM_NAMES: readonly UpstreamName[] = [
  'registration',
  'risk',
  'payments',
  'guarantees',
  'temporary-storage',
  'inspections',
  'registers',
];

export class Upstreams {
  private addresses: ReadonlyMap<string, string> = new Map();

  constructor(addresses: UpstreamAddresses) {
    this.set(addresses);
  }

  /** Replaces all addresses. @throws TypeError for an address that is no http or https URL, or one with a path. */
  set(addresses: UpstreamAddresses): void {
    this.addresses = new Map(
      Object.entries(addresses).map(([name, address]) => [name, originOf(name, address)]),
    );
  }

  /** The address (`http://host:port`) of a service, or undefined while none is known. */
  addressOf(name: UpstreamName): string | undefined {
    return this.addresses.get(name);
  }
}

function originOf(name: string, address: string): string {
  const { protocol, pathname, search, origin } = new URL(address);
  if ((protocol !== 'http:' && protocol !== 'https:') || pathname !== '/' || search !== '') {
    throw new TypeError(`the address of ${name} is not like http://host:port: ${address}`);
  }
  return origin;
}

/** Reads `SERVICE_URL_REGISTRATION`, `SERVICE_URL_TEMPORARY_STORAGE` and so on. */
export function upstreamsFromEnvironment(environment: NodeJS.ProcessEnv): UpstreamAddresses {
  const addresses: Partial<Record<UpstreamName, string>> = {};
  for (const name of UPSTREAM_NAMES) {
    const address = environment[`SERVICE_URL_${name.toUpperCase().replaceAll('-', '_')}`];
    if (address) addresses[name] = address;
  }
  return addresses;
}

/** Tells a running gateway where the services are: for several services in one process, each on a free port. */
export function setUpstreams(app: INestApplicationContext, addresses: UpstreamAddresses): void {
  app.get(Upstreams).set(addresses);
}
