/** The rows of contingent liabilities, and the lines of a declaration from which they arise. */
import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { type Bin, type CustomsBodyCode, type Iin, Money } from '@shekara/kernel';
import type { EntityManager, Work } from '@shekara/persistence';
import type { ReliefView } from '../calculation/line-view.js';
import type { PaymentKind } from '../payment-kind.js';
import {
  type ContingentLiability,
  isOpen,
  openSums,
  type RelievedLine,
  sumOf,
} from './contingent-liability.js';
import { ContingentLiabilityEntity } from './contingent-liability.entity.js';

/** A row with the state that the decisions need. */
export interface KeptContingent {
  readonly entity: ContingentLiabilityEntity;
  readonly state: ContingentLiability;
}

/** A declaration whose payments were relieved with use limits. */
export interface ConditionalDeclaration {
  readonly declarationId: string;
  readonly declarationNumber: string;
  readonly caseId: string;
  readonly payer: Bin | Iin;
  readonly representative: string;
  readonly customsBody: CustomsBodyCode;
  readonly registeredOn: string;
  readonly lines: readonly RelievedLine[];
}

export interface ContingentWanted {
  readonly payer?: Bin | Iin;
  /** Bodies in an officer's scope. */
  readonly customsBodies?: readonly string[];
  readonly status?: 'OPEN' | 'CLOSED';
  readonly after?: string;
  readonly limit: number;
}

@Injectable()
export class ContingentLiabilities {
  /** The relieved lines of a declaration; undefined when its payments were relieved of nothing. */
  async conditional(work: Work, declarationId: string): Promise<ConditionalDeclaration | undefined> {
    const rows = await work.manager.query<
      (Omit<ConditionalDeclaration, 'lines'> & { item: number; kind: PaymentKind; relief: ReliefView })[]
    >(
      `SELECT l.declaration_id AS "declarationId", l.declaration_number AS "declarationNumber", l.case_id AS "caseId",
              l.payer, l.representative, l.customs_body AS "customsBody", l.registered_on::text AS "registeredOn",
              (line ->> 'item')::int AS item, line ->> 'kind' AS kind, line -> 'relief' AS relief
         FROM liabilities l, jsonb_array_elements(l.lines) WITH ORDINALITY AS lines(line, place)
        WHERE l.declaration_id = $1 AND jsonb_exists(line, 'relief')
        ORDER BY place`,
      [declarationId],
    );
    const [first] = rows;
    if (!first) return undefined;
    const { item: _item, kind: _kind, relief: _relief, ...declaration } = first;
    const lines = rows.map(({ item, kind, relief: { relieved, ...relief } }) => ({
      item,
      kind,
      takenOff: { ...relief, relieved: Money.ofTenge(relieved) },
    }));
    return { ...declaration, lines };
  }

  /** Writes new liabilities. Answers those that no earlier release of the declaration left. */
  async add(work: Work, kept: readonly KeptContingent[]): Promise<readonly KeptContingent[]> {
    const rows = await work.manager.query<{ id: string }[]>(
      `INSERT INTO contingent_liabilities (id, case_id, declaration_id, declaration_number, payer, representative,
         customs_body, reason, relief, article, amount, "left", sums, registered_on, released_on, ends_on, status, version)
       SELECT n.id, case_id, declaration_id, declaration_number, payer, representative, customs_body, reason, relief,
              article, amount, "left", sums, registered_on, released_on, ends_on, status, 1
         FROM jsonb_to_recordset($1::jsonb) AS n(id uuid, case_id uuid, declaration_id uuid, declaration_number text,
              payer text, representative text, customs_body text, reason text, relief text, article text, amount numeric,
              "left" numeric, sums jsonb, registered_on date, released_on date, ends_on date, status text)
       ON CONFLICT (declaration_id, relief) DO NOTHING RETURNING id`,
      [JSON.stringify(kept.map(({ entity }) => rowOf(entity)))],
    );
    const added = new Set(rows.map(({ id }) => id));
    return kept.filter(({ entity }) => added.has(entity.id));
  }

  /** The liability by its id, locked for this work. */
  async hold(work: Work, id: string): Promise<KeptContingent | undefined> {
    const lock = { mode: 'pessimistic_write' } as const;
    const entity = await work.manager.findOne(ContingentLiabilityEntity, { where: { id }, lock });
    return entity ? { entity, state: stateOf(entity) } : undefined;
  }

  /** The liabilities of a declaration that sleep, locked for this work. */
  async holdOpenOf(work: Work, declarationId: string): Promise<readonly KeptContingent[]> {
    const lock = { mode: 'pessimistic_write' } as const;
    const where = { declarationId, status: 'OPEN' } as const;
    const entities = await work.manager.find(ContingentLiabilityEntity, {
      where,
      order: { id: 'ASC' },
      lock,
    });
    return entities.map((entity) => ({ entity, state: stateOf(entity) }));
  }

  async find(manager: EntityManager, id: string): Promise<ContingentLiabilityEntity | undefined> {
    return (await manager.findOneBy(ContingentLiabilityEntity, { id })) ?? undefined;
  }

  page(
    manager: EntityManager,
    { payer, customsBodies, status, after, limit }: ContingentWanted,
  ): Promise<ContingentLiabilityEntity[]> {
    return manager.find(ContingentLiabilityEntity, {
      where: {
        ...(payer === undefined ? {} : { payer }),
        ...(customsBodies === undefined ? {} : { customsBody: In([...customsBodies]) }),
        ...(status === undefined ? {} : { status }),
        ...(after === undefined ? {} : { id: MoreThan(after) }),
      },
      order: { id: 'ASC' },
      take: limit,
    });
  }

  async save(work: Work, { entity }: KeptContingent, state: ContingentLiability): Promise<KeptContingent> {
    Object.assign(entity, columnsOf(state));
    await work.manager.save(entity);
    return { entity, state };
  }
}

/** The columns that change with the state. */
export function columnsOf(
  state: ContingentLiability,
): Pick<ContingentLiabilityEntity, 'sums' | 'left' | 'status'> {
  return {
    sums: state.sums.map((sum) => ({ ...sum, amount: sum.amount.toString() })),
    left: sumOf(openSums(state)).toString(),
    status: isOpen(state) ? 'OPEN' : 'CLOSED',
  };
}

function stateOf({ reason, releasedOn, endsOn, sums }: ContingentLiabilityEntity): ContingentLiability {
  return {
    reason,
    releasedOn,
    ...(endsOn !== null && { endsOn }),
    sums: sums.map((sum) => ({ ...sum, amount: Money.ofTenge(sum.amount) })),
  };
}

function rowOf(entity: ContingentLiabilityEntity) {
  return {
    ...entity,
    case_id: entity.caseId,
    declaration_id: entity.declarationId,
    declaration_number: entity.declarationNumber,
    customs_body: entity.customsBody,
    registered_on: entity.registeredOn,
    released_on: entity.releasedOn,
    ends_on: entity.endsOn,
  };
}
