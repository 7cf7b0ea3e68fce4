import { mergeApis } from './merged-open-api.js';

const own = {
  openapi: '3.0.0',
  paths: { '/v1/cases': {} },
  components: { schemas: { Page: { type: 'object' } } },
};

describe('one OpenAPI document for outsiders', () => {
  it('takes the open paths of a service with its schemas under its name', () => {
    const merged = mergeApis(own, [
      {
        service: 'payments',
        document: {
          paths: {
            '/v1/accounts/{payer}': { get: { schema: { $ref: '#/components/schemas/Page' } } },
            '/v1/work-items': {},
            '/metrics': {},
          },
          components: { schemas: { Page: { type: 'array' } } },
        },
      },
    ]);
    expect(merged.paths).toEqual({
      '/v1/cases': {},
      '/v1/accounts/{payer}': { get: { schema: { $ref: '#/components/schemas/payments.Page' } } },
    });
    expect(merged.components.schemas).toEqual({
      Page: { type: 'object' },
      'payments.Page': { type: 'array' },
    });
  });

  it('leaves out what a service says about the paths of another, and a service that says nothing', () => {
    const merged = mergeApis(own, [
      { service: 'risk', document: { paths: { '/v1/accounts': {} } } },
      { service: 'registers', document: undefined },
    ]);
    expect(merged.paths).toEqual(own.paths);
  });
});
