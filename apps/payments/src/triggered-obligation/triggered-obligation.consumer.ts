/** Findings that other services report: they say what happened, payments says who owes what (art. 129.1). */
import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { type AssessObligation, AssessObligationSchema, moneyOf } from '@shekara/contracts';
import { type MessageContext, OnMessage } from '@shekara/messaging';
import { CUSTOMS_ENTRY_SOURCES } from '../debt/customs-debt.js';
import { daysOf, originOf, ORIGINS } from '../obligation/said-facts.js';
import { CAUSES, PAYERS } from '../obligation/trigger.js';
import { isTrigger } from '../obligation/trigger-matrix.js';
import { PAYMENT_KINDS } from '../payment-kind.js';
import { type Finding, ObligationFindings } from './triggered-obligations.service.js';

@Controller()
export class ObligationConsumer {
  constructor(@Inject(ObligationFindings) private readonly findings: ObligationFindings) {}

  @OnMessage(AssessObligationSchema)
  async assessObligation(
    @Payload() command: AssessObligation,
    @Ctx() { work }: MessageContext,
  ): Promise<void> {
    await this.findings.reported(work, findingOf(command));
  }
}

/** @throws TypeError for a word that no list has: the sender speaks another contract. */
function findingOf(command: AssessObligation): Finding {
  const {
    obligationId: id,
    caseId,
    customsBody,
    document,
    trigger,
    goods,
    goodsLost,
    originProved,
  } = command;
  const days = daysOf(command.days);
  if (!isTrigger(trigger)) throw new TypeError(`no row ${trigger} in the trigger matrix`);
  if (!days) throw new TypeError(`days of ${id} that the matrix does not have`);
  const cause = command.cause === '' ? undefined : oneOf(CAUSES, command.cause);
  const { representative, foundIn } = command;
  return {
    ...{ id, caseId, customsBody, document, trigger, goodsLost, originProved },
    facts: { days, cause },
    source: oneOf(CUSTOMS_ENTRY_SOURCES, command.source),
    origin: originOf(oneOf(ORIGINS, command.origin), customsBody, foundIn === '' ? undefined : foundIn),
    involved: command.involved.map(({ part, person, knewOrShouldHaveKnown }) => ({
      part: oneOf(PAYERS, part),
      person: person?.identificationNumber ?? '',
      knewOrShouldHaveKnown,
    })),
    names: new Map(
      command.involved.map(({ person }) => [person?.identificationNumber ?? '', person?.name ?? '']),
    ),
    representative: representative === '' ? undefined : representative,
    goods: goods.map(({ customsValue: amount, currency, supplementaryUnit: unit, ...item }) => ({
      number: item.number,
      commodityCode: item.commodityCode,
      customsValue: { amount, currency },
      netWeightKg: item.netWeightKg,
      quantities: unit === '' ? [] : [{ unit, amount: item.supplementaryQuantity }],
      originCountry: item.originCountry,
      preference: item.preference,
    })),
    statedSums: command.statedSums.map(({ paymentKind, amount }) => ({
      kind: oneOf(PAYMENT_KINDS, paymentKind),
      amount: moneyOf(amount),
    })),
  };
}

function oneOf<const Word extends string>(words: readonly Word[], said: string): Word {
  const found = words.find((word) => word === said);
  if (found === undefined) throw new TypeError(`${said} is none of ${words.join(', ')}`);
  return found;
}
