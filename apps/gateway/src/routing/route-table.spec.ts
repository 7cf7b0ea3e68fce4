import { PROXIED_PATTERNS, PUBLIC_PATTERNS, ROUTE_TABLE, serviceOf } from './route-table.js';

describe('route table', () => {
  it('finds the service of a path and of what lies below it', () => {
    expect(serviceOf('/v1/goods-declarations')).toBe('registration');
    expect(serviceOf('/v1/storage-lots/1/reports')).toBe('temporary-storage');
  });

  it.each([
    '/metrics',
    '/health/ready',
    '/v1',
    '/v1/risk-profiles-secret',
    '/v1/work-items',
    '/openapi.json',
  ])('does not open %s of a service', (path) => {
    expect(serviceOf(path)).toBeUndefined();
  });

  it('names each path once, none inside another', () => {
    for (const one of ROUTE_TABLE) {
      expect(ROUTE_TABLE.filter(({ path }) => path === one.path || path.startsWith(`${one.path}/`))).toEqual([
        one,
      ]);
    }
    expect(PROXIED_PATTERNS.size).toBe(ROUTE_TABLE.length * 2);
  });

  it('lets official rates, what the law makes public and what a paper asks pass without a token, nothing else', () => {
    expect([...PUBLIC_PATTERNS]).toEqual([
      '/v1/currency-rates',
      '/v1/currency-rates/*',
      '/v1/debtors',
      '/v1/debtors/*',
      '/v1/verifications',
      '/v1/verifications/*',
    ]);
  });
});
