/** Writes one step for every message of a case. */
import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { type Message, routeOf } from '@shekara/contracts';
import { type MessageContext, OnEveryMessage } from '@shekara/messaging';
import { CaseFiles } from './case-files.js';
import { caseOf, customsBodyIn, knowledgeIn } from './case-knowledge.js';
import { sentenceOf } from './timeline-sentences.js';

@Controller()
export class TimelineConsumer {
  constructor(@Inject(CaseFiles) private readonly cases: CaseFiles) {}

  @OnEveryMessage()
  async happened(@Payload() message: Message, @Ctx() { envelope, work }: MessageContext): Promise<void> {
    const caseId = caseOf(message, envelope.caseId);
    if (caseId === undefined) return;
    const { topic, keyField } = routeOf(envelope.type);
    const says = sentenceOf(envelope.type);
    await this.cases.keepStep(work, caseId, {
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
    });
    await this.cases.keepKnowledge(work, caseId, knowledgeIn(message));
  }
}
