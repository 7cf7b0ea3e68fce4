/** What guarantees reports of securities that are called in (art. 145.3, 146.4, 147.3, 149.4, 161.1). */
import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { isCivilDate, type CivilDate } from '@shekara/calendar';
import {
  type DefaultRecorded,
  DefaultRecordedSchema,
  type DemandedCover,
  type DepositTransferred,
  DepositTransferredSchema,
  moneyOf,
  type SecurityDemandDelivered,
  SecurityDemandDeliveredSchema,
  type SecurityDemandSent,
  SecurityDemandSentSchema,
  type SecurityRecovered,
  SecurityRecoveredSchema,
  type SecurityShortfall,
  SecurityShortfallSchema,
} from '@shekara/contracts';
import { type MessageContext, OnMessage } from '@shekara/messaging';
import { SecuredDefaults } from '../../liability/secured-defaults.service.js';
import { isPaymentKind } from '../../payment-kind.js';
import type { NamedCover } from './guarantee-calls.repository.js';
import { GuaranteeCalls } from './guarantee-calls.service.js';

@Controller()
export class GuaranteeConsumer {
  constructor(
    @Inject(GuaranteeCalls) private readonly calls: GuaranteeCalls,
    @Inject(SecuredDefaults) private readonly defaults: SecuredDefaults,
  ) {}

  /** Art. 157.1: what an officer of guarantees found in default is a debt of the account; what collection called for is one. */
  @OnMessage(DefaultRecordedSchema)
  async defaulted(@Payload() event: DefaultRecorded, @Ctx() context: MessageContext): Promise<void> {
    const { declarationId = '', collectionId = '' } = event.cover ?? {};
    if (declarationId === '')
      throw new TypeError(`a default under ${event.securityNumber} of no declaration`);
    if (collectionId === '') await this.defaults.recorded(context.work, declarationId, day(event.dueOn));
  }

  @OnMessage(SecurityDemandSentSchema)
  async demanded(@Payload() event: SecurityDemandSent, @Ctx() context: MessageContext): Promise<void> {
    const { demandNumber, amount, demandedOn } = event;
    const demand = { demandNumber, amount: moneyOf(amount), on: day(demandedOn) };
    await this.calls.demanded(context.work, coverOf(event), demand);
  }

  @OnMessage(SecurityDemandDeliveredSchema)
  async delivered(@Payload() event: SecurityDemandDelivered, @Ctx() context: MessageContext): Promise<void> {
    await this.calls.delivered(context.work, coverOf(event), day(event.payBy));
  }

  @OnMessage(SecurityRecoveredSchema)
  async recovered(@Payload() event: SecurityRecovered, @Ctx() context: MessageContext): Promise<void> {
    const { recovered, recoveredOn, demandNumber, document } = event;
    const ended = { recovered: moneyOf(recovered), on: day(recoveredOn), demandNumber, document };
    await this.calls.ended(context.work, coverOf(event), { result: 'RECOVERED', ...ended });
  }

  @OnMessage(SecurityShortfallSchema)
  async short(@Payload() event: SecurityShortfall, @Ctx() context: MessageContext): Promise<void> {
    const { recovered, on, demandNumber, document } = event;
    const ended = { recovered: moneyOf(recovered), on: day(on), demandNumber, document };
    const result = event.result === 'NONE' ? 'NONE' : 'SHORT';
    await this.calls.ended(context.work, coverOf(event), { result, ...ended });
  }

  @OnMessage(DepositTransferredSchema)
  async transferred(@Payload() event: DepositTransferred, @Ctx() context: MessageContext): Promise<void> {
    const { amount, shortfall, transferredOn, demandNumber, document, cover } = event;
    const kinds = event.kinds.map(({ kind, amount: part }) => {
      if (!isPaymentKind(kind)) throw new TypeError(`"${kind}" is no kind of payment`);
      return { kind, amount: moneyOf(part) };
    });
    await this.calls.moved(context.work, coverOf(event), {
      result: moneyOf(shortfall).isPositive() ? 'SHORT' : 'RECOVERED',
      recovered: moneyOf(amount),
      on: day(transferredOn),
      demandNumber,
      document,
      declarationNumber: cover?.declarationNumber ?? '',
      kinds,
    });
  }
}

/** @throws TypeError for a message that names no cover. */
function coverOf({
  securityNumber,
  cover,
}: {
  readonly securityNumber: string;
  readonly cover?: DemandedCover | undefined;
}): NamedCover {
  if (!cover || cover.coverId === '') throw new TypeError(`a report of ${securityNumber} without its cover`);
  return { coverId: cover.coverId, caseId: cover.caseId, securityNumber };
}

/** @throws TypeError for what is no date. */
function day(text: string): CivilDate {
  if (!isCivilDate(text)) throw new TypeError(`"${text}" is not a date`);
  return text;
}
