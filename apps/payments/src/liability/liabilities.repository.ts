/** The rows of liabilities. A liability changes only while its payer's account is held (`PayerAccounts`). */
import { Injectable } from '@nestjs/common';
import { type Bin, type CustomsBodyCode, Exact, type Iin, Money } from '@shekara/kernel';
import type { EntityManager, Work } from '@shekara/persistence';
import type { PaymentLineView } from '../calculation/line-view.js';
import type { PayerAtBody } from '../ledger/account.js';
import type { Trigger } from '../obligation/trigger-matrix.js';
import type { MoneyPurpose, PaymentKind } from '../payment-kind.js';
import type {
  DeclarationLiability,
  LiabilityEnd,
  LiabilityStatus,
  SaidReason,
  SecurityState,
} from './liability.js';
import { totalOf } from './liability.js';

interface KindRow {
  readonly kind: PaymentKind;
  readonly payable: string;
  readonly money: readonly { readonly purpose: MoneyPurpose; readonly amount: string }[];
  readonly guarantee: string;
  readonly smallRemainder: string;
  readonly deferred?: string;
  readonly debt?: string;
}

interface LiabilityRow {
  readonly declaration_id: string;
  readonly declaration_number: string;
  readonly case_id: string;
  readonly payer: Bin | Iin;
  readonly customs_body: CustomsBodyCode;
  readonly registered_on: string;
  readonly trigger: Trigger | null;
  readonly released_on: string | null;
  readonly due_on: string | null;
  readonly status: LiabilityStatus;
  readonly kinds: readonly KindRow[];
  readonly small_remainder_limit: string;
  readonly security_number: string | null;
  readonly security_state: SecurityState;
  readonly reservation_id: string | null;
  readonly to_reserve: readonly { readonly kind: PaymentKind; readonly amount: string }[];
  readonly reasons: readonly SaidReason[];
  readonly released: boolean;
  readonly end_reason: LiabilityEnd | null;
  readonly declaration_version: number;
  readonly version: number;
}

const COLUMNS = `declaration_id, declaration_number, case_id, payer, customs_body, registered_on::text AS registered_on,
  trigger, released_on::text AS released_on, due_on::text AS due_on, status, kinds, small_remainder_limit::text AS small_remainder_limit, security_number, security_state, reservation_id,
  to_reserve, reasons, released, end_reason, declaration_version, version`;

function liabilityOf(row: LiabilityRow): DeclarationLiability {
  return {
    declarationId: row.declaration_id,
    declarationNumber: row.declaration_number,
    caseId: row.case_id,
    owner: { payer: row.payer, customsBody: row.customs_body },
    registeredOn: row.registered_on,
    trigger: row.trigger ?? undefined,
    releasedOn: row.released_on ?? undefined,
    dueOn: row.due_on ?? undefined,
    status: row.status,
    kinds: row.kinds.map(({ kind, payable, money, guarantee, smallRemainder, deferred, debt }) => ({
      kind,
      payable: Money.ofTenge(payable),
      money: money.map(({ purpose, amount }) => ({ purpose, amount: Money.ofTenge(amount) })),
      guarantee: Money.ofTenge(guarantee),
      smallRemainder: Money.ofTenge(smallRemainder),
      ...(deferred === undefined ? {} : { deferred: Money.ofTenge(deferred) }),
      ...(debt === undefined ? {} : { debt: Money.ofTenge(debt) }),
    })),
    smallRemainderLimit: new Exact(row.small_remainder_limit),
    security: {
      number: row.security_number ?? undefined,
      state: row.security_state,
      reservationId: row.reservation_id ?? undefined,
      toReserve: row.to_reserve.map(({ kind, amount }) => ({ kind, amount: Money.ofTenge(amount) })),
    },
    reasons: row.reasons,
    released: row.released,
    endReason: row.end_reason ?? undefined,
    declarationVersion: row.declaration_version,
    version: row.version,
  };
}

/** A liability with what only its readers need. */
export interface LiabilityDetails {
  readonly liability: DeclarationLiability;
  readonly lines: readonly PaymentLineView[];
  readonly representative: string;
  readonly assessedAt: Date;
}

@Injectable()
export class Liabilities {
  async exists(work: Work, declarationId: string): Promise<boolean> {
    const rows = await work.manager.query<unknown[]>(`SELECT 1 FROM liabilities WHERE declaration_id = $1`, [
      declarationId,
    ]);
    return rows.length > 0;
  }

  async add(
    work: Work,
    liability: DeclarationLiability,
    { lines, representative }: Pick<LiabilityDetails, 'lines' | 'representative'>,
  ): Promise<void> {
    await work.manager.query(
      `INSERT INTO liabilities (declaration_id, declaration_number, case_id, payer, representative, customs_body,
         registered_on, status, lines, kinds, total, small_remainder_limit, security_number, security_state,
         reservation_id, to_reserve, reasons, released, end_reason, assessed_at, trigger)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
      [
        liability.declarationId,
        liability.declarationNumber,
        liability.caseId,
        liability.owner.payer,
        representative,
        liability.owner.customsBody,
        liability.registeredOn,
        liability.status,
        JSON.stringify(lines),
        JSON.stringify(liability.kinds),
        totalOf(liability).tiyn.toString(),
        liability.smallRemainderLimit.toFixed(),
        liability.security.number ?? null,
        liability.security.state,
        liability.security.reservationId ?? null,
        JSON.stringify(liability.security.toReserve),
        JSON.stringify(liability.reasons),
        liability.released,
        liability.endReason ?? null,
        work.context.at,
        liability.trigger ?? null,
      ],
    );
  }

  /** Writes the present state of liabilities in one statement. @throws Error when one was changed meanwhile: a bug. */
  async save(work: Work, changed: readonly DeclarationLiability[]): Promise<void> {
    if (changed.length === 0) return;
    const [rows] = await work.manager.query<[unknown[], number]>(
      `UPDATE liabilities l
          SET status = c.status, kinds = c.kinds, security_state = c.security_state, reservation_id = c.reservation_id,
              to_reserve = c.to_reserve, reasons = c.reasons, released = c.released, end_reason = c.end_reason,
              trigger = c.trigger, released_on = c.released_on, due_on = c.due_on,
              declaration_version = c.declaration_version, security_number = c.security_number, version = l.version + 1
         FROM unnest($1::uuid[], $2::int[], $3::text[], $4::jsonb[], $5::text[], $6::uuid[], $7::jsonb[], $8::jsonb[],
                     $9::boolean[], $10::text[], $11::text[], $12::date[], $13::date[], $14::int[], $15::text[])
              AS c(declaration_id, version, status, kinds, security_state, reservation_id, to_reserve, reasons, released,
                   end_reason, trigger, released_on, due_on, declaration_version, security_number)
        WHERE l.declaration_id = c.declaration_id AND l.version = c.version
       RETURNING l.declaration_id`,
      [
        changed.map(({ declarationId }) => declarationId),
        changed.map(({ version }) => version),
        changed.map(({ status }) => status),
        changed.map(({ kinds }) => JSON.stringify(kinds)),
        changed.map(({ security }) => security.state),
        changed.map(({ security }) => security.reservationId ?? null),
        changed.map(({ security }) => JSON.stringify(security.toReserve)),
        changed.map(({ reasons }) => JSON.stringify(reasons)),
        changed.map(({ released }) => released),
        changed.map(({ endReason }) => endReason ?? null),
        changed.map(({ trigger }) => trigger ?? null),
        changed.map(({ releasedOn }) => releasedOn ?? null),
        changed.map(({ dueOn }) => dueOn ?? null),
        changed.map(({ declarationVersion }) => declarationVersion),
        changed.map(({ security }) => security.number ?? null),
      ],
    );
    if (rows.length !== changed.length) throw new Error('a liability changed while its payer was held');
  }

  /** Writes the lines of a later assessment beside the state that `save` writes. */
  async saveLines(
    work: Work,
    liability: DeclarationLiability,
    lines: readonly PaymentLineView[],
  ): Promise<void> {
    await work.manager.query(
      `UPDATE liabilities SET lines = $2, total = $3, small_remainder_limit = $4 WHERE declaration_id = $1`,
      [
        liability.declarationId,
        JSON.stringify(lines),
        totalOf(liability).tiyn.toString(),
        liability.smallRemainderLimit.toFixed(),
      ],
    );
  }

  /** Whether an officer assessed the declaration: its lines say so. */
  async assessedByOfficer(work: Work, declarationId: string): Promise<boolean> {
    const rows = await work.manager.query<unknown[]>(
      `SELECT 1 FROM liabilities WHERE declaration_id = $1 AND lines @> '[{"rule": "OFFICER"}]'`,
      [declarationId],
    );
    return rows.length > 0;
  }

  /** Numbers of the items whose lines have a tariff preference. */
  async preferredItems(work: Work, declarationId: string): Promise<ReadonlySet<number>> {
    const rows = await work.manager.query<{ item: number }[]>(
      `SELECT DISTINCT (line->>'item')::int AS item
         FROM liabilities, jsonb_array_elements(lines) AS line
        WHERE declaration_id = $1 AND line ? 'preference'`,
      [declarationId],
    );
    return new Set(rows.map(({ item }) => item));
  }

  async find(work: Work, declarationId: string): Promise<DeclarationLiability | undefined> {
    const [row] = await work.manager.query<LiabilityRow[]>(
      `SELECT ${COLUMNS} FROM liabilities WHERE declaration_id = $1`,
      [declarationId],
    );
    return row && liabilityOf(row);
  }

  async ofNumber(work: Work, declarationNumber: string): Promise<DeclarationLiability | undefined> {
    const [row] = await work.manager.query<LiabilityRow[]>(
      `SELECT ${COLUMNS} FROM liabilities WHERE declaration_number = $1`,
      [declarationNumber],
    );
    return row && liabilityOf(row);
  }

  /** The liabilities of a case that a reservation secures. */
  async secured(
    work: Work,
    { payer, customsBody }: PayerAtBody,
    caseId: string,
  ): Promise<DeclarationLiability[]> {
    const rows = await work.manager.query<LiabilityRow[]>(
      `SELECT ${COLUMNS} FROM liabilities
        WHERE case_id = $3 AND security_state = 'RESERVED' AND payer = $1 AND customs_body = $2 ORDER BY declaration_id`,
      [payer, customsBody, caseId],
    );
    return rows.map(liabilityOf);
  }

  /** The liabilities of these payers that wait for money, the oldest first. */
  async shortOf(work: Work, owners: readonly PayerAtBody[]): Promise<DeclarationLiability[]> {
    if (owners.length === 0) return [];
    const rows = await work.manager.query<LiabilityRow[]>(
      `SELECT ${COLUMNS} FROM liabilities
        WHERE status = 'SHORT' AND (payer, customs_body) IN (SELECT * FROM unnest($1::text[], $2::text[]))
        ORDER BY assessed_at, declaration_id`,
      [owners.map(({ payer }) => payer), owners.map(({ customsBody }) => customsBody)],
    );
    return rows.map(liabilityOf);
  }

  async byNumber(manager: EntityManager, number: string): Promise<LiabilityDetails | undefined> {
    const [row] = await manager.query<
      (LiabilityRow & { lines: PaymentLineView[]; representative: string; assessed_at: Date })[]
    >(
      `SELECT ${COLUMNS}, lines, representative, assessed_at FROM liabilities WHERE declaration_number = $1`,
      [number],
    );
    return (
      row && {
        liability: liabilityOf(row),
        lines: row.lines,
        representative: row.representative,
        assessedAt: row.assessed_at,
      }
    );
  }
}
