/** The rows of deferrals with their schedule and payments, and the treaty list in force. */
import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import type { CivilDate } from '@shekara/calendar';
import { type Bin, type Iin, Money, type Refused } from '@shekara/kernel';
import type { EntityManager, Work } from '@shekara/persistence';
import type { Deferral } from './deferral.js';
import type { SumLeftOut, TreatyGround } from './deferral-application.js';
import { DeferralEntity, DeferralPartEntity, DeferralPaymentEntity } from './deferral.entity.js';
import { notOverdueUntil } from './deferral-payment.js';

/** A deferral with the state that the decisions need. */
export interface KeptDeferral {
  readonly entity: DeferralEntity;
  readonly state: Deferral;
}

/** What became of a command: the deferral, with what of the application was left out, or every reason against. */
export type DeferralHandled =
  | { readonly accepted: true; readonly kept: KeptDeferral; readonly leftOut?: readonly SumLeftOut[] }
  | Refused;

export interface DeferralsWanted {
  readonly payer?: Bin | Iin;
  /** Bodies in an officer's scope. */
  readonly customsBodies?: readonly string[];
  readonly after?: string;
  readonly limit: number;
}

@Injectable()
export class Deferrals {
  /** The deferral by its id, locked for this work. */
  async hold(work: Work, id: string): Promise<KeptDeferral | undefined> {
    const lock = { mode: 'pessimistic_write' } as const;
    const entity = await work.manager.findOne(DeferralEntity, { where: { id }, lock });
    return entity ? this.kept(work.manager, entity) : undefined;
  }

  /** The deferral that stands for a declaration, locked for this work. */
  async holdOfDeclaration(work: Work, declarationNumber: string): Promise<KeptDeferral | undefined> {
    const standing = await this.standing(work, declarationNumber);
    return standing && this.hold(work, standing.id);
  }

  async find(manager: EntityManager, id: string): Promise<KeptDeferral | undefined> {
    const entity = await manager.findOneBy(DeferralEntity, { id });
    return entity ? this.kept(manager, entity) : undefined;
  }

  page(
    manager: EntityManager,
    { payer, customsBodies, after, limit }: DeferralsWanted,
  ): Promise<DeferralEntity[]> {
    return manager.find(DeferralEntity, {
      where: {
        ...(payer === undefined ? {} : { payer }),
        ...(customsBodies === undefined ? {} : { customsBody: In([...customsBodies]) }),
        ...(after === undefined ? {} : { id: MoreThan(after) }),
      },
      order: { id: 'ASC' },
      take: limit,
    });
  }

  /** The status of an application that stands for a declaration already: it gets no second one. */
  async standing(work: Work, declarationNumber: string): Promise<DeferralEntity | undefined> {
    const status = In(['REGISTERED', 'GRANTED', 'ENDED', 'BROKEN']);
    return (await work.manager.findOneBy(DeferralEntity, { declarationNumber, status })) ?? undefined;
  }

  /** Writes a new application and the debts that it concerns. */
  async add(work: Work, entity: DeferralEntity, debtIds: readonly string[]): Promise<void> {
    await work.manager.insert(DeferralEntity, entity);
    await work.manager.query(
      `INSERT INTO deferral_debts (debt_id, deferral_id) SELECT debt_id, $2 FROM unnest($1::uuid[]) AS d(debt_id)`,
      [debtIds, entity.id],
    );
  }

  /** Writes where a deferral stands; new parts and payments are added, old ones never change. */
  async save(work: Work, { entity, state: before }: KeptDeferral, state: Deferral): Promise<KeptDeferral> {
    entity.status = state.status;
    entity.breachCause = state.breach?.cause ?? null;
    entity.breachDueOn = state.breach?.dueOn ?? null;
    entity.notOverdueUntil = notOverdueUntil(state) ?? null;
    await work.manager.save(entity);
    const deferralId = entity.id;
    await work.manager.insert(
      DeferralPartEntity,
      state.parts.slice(before.parts.length).map(({ dueOn, amount }, index) => ({
        deferralId,
        part: before.parts.length + index + 1,
        dueOn,
        amount: amount.toString(),
      })),
    );
    await work.manager.insert(
      DeferralPaymentEntity,
      state.paid.slice(before.paid.length).map(({ on, amount }, index) => ({
        deferralId,
        payment: before.paid.length + index + 1,
        paidOn: on,
        amount: amount.toString(),
      })),
    );
    return { entity, state };
  }

  /** Grounds of the treaty list with their days, and the papers that an application needs on a day (art. 134.4, 135.1). */
  async treatyList(
    manager: EntityManager,
    on: CivilDate,
  ): Promise<{ readonly treatyGrounds: readonly TreatyGround[]; readonly papersNeeded: readonly string[] }> {
    const rows = await manager.query<
      { list: string; code: string; valid_from: CivilDate; valid_to: CivilDate | null }[]
    >(
      `SELECT list, code, valid_from::text AS valid_from, valid_to::text AS valid_to FROM deferral_treaty_list
        WHERE list = 'GROUND' OR $1::date BETWEEN valid_from AND coalesce(valid_to, $1::date) ORDER BY code`,
      [on],
    );
    return {
      treatyGrounds: rows
        .filter(({ list }) => list === 'GROUND')
        .map(({ code, valid_from: validFrom, valid_to: validTo }) =>
          validTo === null ? { code, validFrom } : { code, validFrom, validTo },
        ),
      papersNeeded: rows.filter(({ list }) => list === 'PAPER').map(({ code }) => code),
    };
  }

  private async kept(manager: EntityManager, entity: DeferralEntity): Promise<KeptDeferral> {
    const where = { deferralId: entity.id };
    const parts = await manager.find(DeferralPartEntity, { where, order: { part: 'ASC' } });
    const paid = await manager.find(DeferralPaymentEntity, { where, order: { payment: 'ASC' } });
    const { status, mode, grounds, duty, breachCause: cause, breachDueOn } = entity;
    const state: Deferral = {
      status,
      mode,
      grounds,
      duty: Money.ofTenge(duty),
      parts: parts.map(({ dueOn, amount }) => ({ dueOn, amount: Money.ofTenge(amount) })),
      paid: paid.map(({ paidOn, amount }) => ({ on: paidOn, amount: Money.ofTenge(amount) })),
      ...(cause === null || breachDueOn === null ? {} : { breach: { cause, dueOn: breachDueOn } }),
    };
    return { entity, state };
  }
}
