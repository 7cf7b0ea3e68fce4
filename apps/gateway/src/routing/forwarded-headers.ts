/**
 * Which headers pass the door. Both lists name what passes: whatever else a client or a service sends (hop-by-hop
 * headers, `ce_*`, `x-forwarded-*`, anything a service might one day trust) stays outside.
 */
import type { IncomingHttpHeaders } from 'node:http';

/** Headers of a request that a service sees. `host` and the body's length are written by the gateway itself. */
const REQUEST_HEADERS = [
  'host',
  'content-length',
  'content-type',
  'content-language',
  'content-digest',
  'accept',
  'accept-encoding',
  'accept-language',
  'authorization',
  'idempotency-key',
  'if-match',
  'if-none-match',
  'tracestate',
  'correlationid',
  'x-correlation-id',
  'user-agent',
] as const;

/** Headers of an answer that outsiders see. */
const ANSWER_HEADERS = [
  'content-length',
  'content-type',
  'content-encoding',
  'content-language',
  'content-disposition',
  'etag',
  'last-modified',
  'location',
  'retry-after',
  'vary',
  'www-authenticate',
  'correlationid',
  'x-correlation-id',
] as const;

function only(headers: IncomingHttpHeaders, names: readonly string[]): IncomingHttpHeaders {
  const passed: IncomingHttpHeaders = {};
  for (const name of names) {
    const value = headers[name];
    if (value !== undefined) passed[name] = value;
  }
  return passed;
}

/** @param traceparent the gateway's own span when it has one, so that the service's span lies below it. */
export function requestHeadersInside(
  headers: IncomingHttpHeaders,
  traceparent: string | undefined,
): IncomingHttpHeaders {
  const passed = only(headers, REQUEST_HEADERS);
  const parent = traceparent ?? headers.traceparent;
  if (parent !== undefined) passed.traceparent = parent;
  return passed;
}

export function answerHeadersOutside(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return only(headers, ANSWER_HEADERS);
}
