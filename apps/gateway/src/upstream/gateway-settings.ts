/** Limits of the door, from the environment. */

/** Injection token of the limits. */
export const GATEWAY_SETTINGS = Symbol('GATEWAY_SETTINGS');

export interface GatewaySettings {
  /** Requests a minute that one authenticated client (subject of the token) may send to one replica. */
  readonly requestsPerMinute: number;
  /** Requests a minute from one network address that carry no valid token. */
  readonly anonymousRequestsPerMinute: number;
  /** How long a service may take until the first byte of its answer, and between two bytes. */
  readonly upstreamTimeoutMs: number;
  /** Connections kept open to one service. */
  readonly upstreamConnections: number;
}

const DEFAULTS: GatewaySettings = {
  requestsPerMinute: 12_000,
  anonymousRequestsPerMinute: 1_200,
  upstreamTimeoutMs: 30_000,
  upstreamConnections: 128,
};

/** @throws Error naming a variable that is not a whole number above zero. */
export function gatewaySettings(environment: NodeJS.ProcessEnv): GatewaySettings {
  return {
    requestsPerMinute: numberOf(environment, 'GATEWAY_REQUESTS_PER_MINUTE', DEFAULTS.requestsPerMinute),
    anonymousRequestsPerMinute: numberOf(
      environment,
      'GATEWAY_ANONYMOUS_REQUESTS_PER_MINUTE',
      DEFAULTS.anonymousRequestsPerMinute,
    ),
    upstreamTimeoutMs: numberOf(environment, 'GATEWAY_UPSTREAM_TIMEOUT_MS', DEFAULTS.upstreamTimeoutMs),
    upstreamConnections: numberOf(environment, 'GATEWAY_UPSTREAM_CONNECTIONS', DEFAULTS.upstreamConnections),
  };
}

function numberOf(environment: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const text = environment[name];
  if (text === undefined || text === '') return otherwise;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`${name} is not a whole number above zero`);
  return Number(text);
}
