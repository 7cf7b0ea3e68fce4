import { DataSource } from '@shekara/persistence';
import { ServicesUnderTest } from '@shekara/testing/services';
import { DocumentNumbers } from '../src/document-number/document-numbers.repository.js';
import { registrationService } from '../src/index.js';

describe('numbers of documents', () => {
  let place: ServicesUnderTest;
  let replicas: readonly DocumentNumbers[];

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [registrationService] });
    const source = place.service('registration').app.get(DataSource);
    replicas = [new DocumentNumbers(source), new DocumentNumbers(source)];
  });

  afterAll(async () => {
    for (const replica of replicas) await replica.onApplicationShutdown();
    await place.stop();
  });

  it('gives two replicas that ask at the same time each number once, from 1, per body and day (R-DEC-095)', async () => {
    const ask = (customsBody: string, count: number): Promise<number[]> =>
      Promise.all(
        replicas.flatMap((numbers) =>
          Array.from({ length: count }, () => numbers.next('GOODS_DECLARATION', customsBody, '2026-03-07')),
        ),
      );
    const [many, few] = await Promise.all([ask('55311', 250), ask('55302', 20)]);
    const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);
    expect(many.toSorted((a, b) => a - b)).toEqual(upTo(500));
    expect(few.toSorted((a, b) => a - b)).toEqual(upTo(40));
  });

  it('counts on from the last number, and each kind and day by itself', async () => {
    const [numbers] = replicas;
    expect(await numbers?.next('ARRIVAL_NOTICE', '55311', '2026-03-07')).toBe(1);
    expect(await numbers?.next('ARRIVAL_NOTICE', '55311', '2026-03-07')).toBe(2);
    expect(await numbers?.next('ARRIVAL_NOTICE', '55311', '2026-03-08')).toBe(1);
  });

  it('refuses those who asked when the database cannot count, and goes on with the next', async () => {
    const [numbers] = replicas;
    await expect(numbers?.next('ARRIVAL_NOTICE', '55311', 'no day')).rejects.toThrow(
      /invalid input syntax for type date/,
    );
    expect(await numbers?.next('ARRIVAL_NOTICE', '55311', '2026-03-08')).toBe(2);
  });
});
