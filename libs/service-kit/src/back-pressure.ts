/** While the outbox is full (Kafka is away for long) commands are refused, so that nothing accepted is at risk. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Problem } from '@shekara/auth';
import { defineReasons, design, reason } from '@shekara/kernel';
import { OutboxPressure } from '@shekara/messaging';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
const RETRY_AFTER_SECONDS = 10;

export const pressureReasons = defineReasons({
  OUTBOX_FULL: {
    article: { CODE_2017: design('HTTP interface') },
    text: {
      en: 'The service cannot pass on what it has accepted and takes no further requests for now.',
      ru: 'Сервис не может передать уже принятое и временно не принимает новые запросы.',
      kk: 'Сервис қабылданғанын жібере алмай тұр және әзірге жаңа сұрауларды қабылдамайды.',
    },
    cure: {
      en: 'Repeat the request with the same Idempotency-Key after the seconds that Retry-After names.',
      ru: 'Повторите запрос с тем же Idempotency-Key через число секунд из заголовка Retry-After.',
      kk: 'Сұрауды сол Idempotency-Key арқылы Retry-After тақырыбындағы секундтардан кейін қайталаңыз.',
    },
  },
});

/** Answers 503 with Retry-After to every request that may write, while more rows wait than the limit allows. */
export function refuseCommandsUnderPressure(app: NestFastifyApplication): void {
  const pressure = app.get(OutboxPressure);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request, reply) => {
      if (READS.has(request.method) || !(await pressure.exceeded())) return;
      await reply
        .status(503)
        .header('retry-after', String(RETRY_AFTER_SECONDS))
        .type('application/problem+json')
        .send(problem(request.url));
    });
}

function problem(url: string): Problem {
  const why = reason(pressureReasons.OUTBOX_FULL);
  return {
    type: 'urn:shekara:problem:overloaded',
    title: 'The service takes no requests for now',
    status: 503,
    detail: why.text.en,
    instance: url.split('?')[0] ?? '',
    reasons: [why],
  };
}
