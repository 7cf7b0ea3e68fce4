import { answerHeadersOutside, requestHeadersInside } from './forwarded-headers.js';

describe('headers at the door', () => {
  it('passes identity, idempotency, correlation and content of a request and nothing else', () => {
    const passed = requestHeadersInside(
      {
        host: 'registration:8080',
        authorization: 'Bearer a',
        'idempotency-key': 'message-0001',
        correlationid: 'case-1',
        'content-type': 'application/json',
        connection: 'keep-alive, x-internal',
        'keep-alive': 'timeout=5',
        'transfer-encoding': 'chunked',
        te: 'trailers',
        upgrade: 'websocket',
        'x-forwarded-for': '10.0.0.1',
        'x-internal': 'yes',
        ce_actor: 'system:registration',
        cookie: 'session=1',
      },
      undefined,
    );
    expect(passed).toEqual({
      host: 'registration:8080',
      authorization: 'Bearer a',
      'idempotency-key': 'message-0001',
      correlationid: 'case-1',
      'content-type': 'application/json',
    });
  });

  it("puts the gateway's own span above the service's, else the client's", () => {
    expect(requestHeadersInside({ traceparent: 'client' }, 'gateway')).toEqual({ traceparent: 'gateway' });
    expect(requestHeadersInside({ traceparent: 'client' }, undefined)).toEqual({ traceparent: 'client' });
  });

  it('tells outsiders nothing of the server behind', () => {
    expect(
      answerHeadersOutside({ server: 'fastify', 'x-powered-by': 'x', connection: 'keep-alive', etag: '"1"' }),
    ).toEqual({ etag: '"1"' });
  });
});
