/** Writes one step for every message of a case. */
import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { routeOf } from '@shekara/contracts';
import { type BatchContext, type Delivered, EVERY_MESSAGE, OnMessages } from '@shekara/messaging';
import { CaseFiles, type CaseEvent } from './case-files.js';
import { caseOf, customsBodyIn, knowledgeIn } from './case-knowledge.js';
import { sentenceOf } from './timeline-sentences.js';

@Controller()
export class TimelineConsumer {
  constructor(@Inject(CaseFiles) private readonly cases: CaseFiles) {}

  @OnMessages(EVERY_MESSAGE)
  async happened(@Payload() delivered: readonly Delivered[], @Ctx() { work }: BatchContext): Promise<void> {
    await this.cases.keep(work, delivered.flatMap(eventsOf));
  }
}

/** What a message says of its case; nothing where it names none. */
function eventsOf({ message, context: { envelope } }: Delivered): CaseEvent[] {
  const caseId = caseOf(message, envelope.caseId);
  if (caseId === undefined) return [];
  const { topic, keyField } = routeOf(envelope.type);
  const says = sentenceOf(envelope.type);
  const step = {
    at: envelope.time,
    messageId: envelope.id,
    topic,
    type: envelope.type,
    service: envelope.source.replace(/^\/shekara\//, ''),
    actor: envelope.actor,
    ground: envelope.ground,
    subjectKey: String((message as unknown as Record<string, unknown>)[keyField] ?? ''),
    customsBody: customsBodyIn(message) ?? null,
    sentence: says.sentence(message),
    facts: says.facts(message),
    officialFacts: says.officialFacts(message),
  };
  return [{ caseId, step, knowledge: knowledgeIn(message) }];
}
