/** A consumer that kafkajs has given up: the service joins its group again and misses nothing. */
import { Controller, Module } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { type PaymentConfirmation, PaymentConfirmationSchema } from '@shekara/contracts';
import { KafkaBatchServer, OnMessage } from '@shekara/messaging';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';

const heard: string[] = [];

@Controller()
class Listener {
  @OnMessage(PaymentConfirmationSchema)
  confirmed(@Payload() message: PaymentConfirmation): Promise<void> {
    heard.push(message.bankReference);
    return Promise.resolve();
  }
}

@Module({ controllers: [Listener] })
class ListenerModule {}

describe('a consumer that was given up', () => {
  let place: ServicesUnderTest;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({
      services: [{ name: 'payments', title: 'listener', module: ListenerModule, migrations: [] }],
    });
  });

  afterAll(() => place.stop());

  const confirm = (reference: string): Promise<void> =>
    place.send(PaymentConfirmationSchema, { bankId: 'B', bankReference: reference, amount: '1.00' });

  it('joins again after an error that kafkajs takes for final, and reads what came meanwhile', async () => {
    await confirm('first');
    await eventually(() => expect(heard).toEqual(['first']));
    const server = place.service('payments').app.get(KafkaBatchServer);
    let failures = 0;
    const failing = (): Promise<never> => {
      failures += 1;
      return Promise.reject(new TypeError('nothing can be read'));
    };
    Object.assign(server, { handleBatch: failing });
    await confirm('unheard');
    await eventually(() => expect(failures).toBeGreaterThan(0));
    expect(Reflect.deleteProperty(server, 'handleBatch')).toBe(true);
    await confirm('second');
    await eventually(() => expect([...heard].sort()).toEqual(['first', 'second', 'unheard']), {
      timeoutMs: 30_000,
    });
    await server.check();
  });
});
