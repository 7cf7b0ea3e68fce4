/** What registration reports of declarations besides their release, and what the specs of it ask of payments. */
import { randomUUID } from 'node:crypto';
import {
  AmendmentPermittedSchema,
  DeclarationAdjustedAfterReleaseSchema,
  DeclarationRegisteredSchema,
  DeclarationWithdrawnSchema,
  GoodsReleasedSchema,
  timestampOf,
} from '@shekara/contracts';
import { eventually } from '@shekara/testing';
import { type Khorgos, khorgosOf } from './cover.fixture.js';
import { declaration, KHORGOS, PAYER } from './payments.fixture.js';

export type Filed = ReturnType<typeof declaration>;

export interface LiabilityView {
  status: string;
  endReason: string | null;
  total: string;
  kinds: { kind: string; payable: string; debt?: string; money: { purpose: string; amount: string }[] }[];
  lines: { kind: string; payable: string; preference?: string; refusedClaims?: { code: string }[] }[];
}

interface DebtsView {
  sums: { kind: string; document: string; dueOn: string; amount: string; unpaid: string }[];
  interest: { kind: string; amount: string; days: { first: string }[] }[];
}

type Messages = Parameters<Khorgos['place']['messages']>[0];

/** The same declaration with another customs value, and a claim of preference. */
export function valued(filed: Filed, tiyn: bigint, preference = ''): Filed {
  const item = {
    number: 1,
    commodityCode: '8483402100',
    description: 'Gear boxes',
    netWeightKg: '500',
    grossWeightKg: '520.5',
    procedure: '4000000',
  };
  return { ...filed, items: [{ ...item, customsValue: { tiyn }, preference }] };
}

export function changesAt(at: () => Khorgos) {
  const { balance, coveredOf, database, endedOf, pay } = khorgosOf(at);
  const place = () => at().place;
  const register = async (changes: Parameters<typeof declaration>[0] = {}, value?: bigint) => {
    const filed = declaration(changes, value);
    await place().send(DeclarationRegisteredSchema, filed);
    return filed;
  };
  const facts = ({ declarationId, number, caseId, customsBody }: Filed) => ({
    ...{ declarationId, number, caseId, customsBody },
  });
  const amend = (filed: Filed, version: number, as: Filed) =>
    place().send(AmendmentPermittedSchema, {
      ...facts(filed),
      amendmentId: randomUUID(),
      version,
      reason: 'an error in the invoice',
      declaration: as,
    });
  const adjust = (
    filed: Filed,
    version: number,
    as: Filed,
    openedBy = 'DECLARANT',
    receivedAt = at().clock.now(),
  ) =>
    place().send(DeclarationAdjustedAfterReleaseSchema, {
      ...facts(filed),
      adjustmentId: randomUUID(),
      version,
      openedBy,
      declaration: as,
      receivedAt: timestampOf(receivedAt),
    });
  const withdraw = (filed: Filed, releasedBefore = false) =>
    place().send(DeclarationWithdrawnSchema, {
      ...facts(filed),
      declarant: PAYER,
      goodsStatus: releasedBefore ? 'UNION' : 'FOREIGN',
      releasedBefore,
    });
  const release = ({ declarationId, caseId }: Filed) =>
    place().send(GoodsReleasedSchema, {
      declarationId,
      caseId,
      decidedAt: { seconds: BigInt(Math.floor(at().clock.now().getTime() / 1_000)), nanos: 0 },
    });
  /** The payer has nothing on its account but this. */
  const haveMoney = async (amount: string) => {
    const there = Number(await balance('ADVANCE_MONEY', 'ADVANCE'));
    expect(there).toBeLessThanOrEqual(Number(amount));
    if (Number(amount) > there) await pay({ amount: (Number(amount) - there).toFixed(2) });
  };
  const read = async ({ number }: Filed) =>
    (await place().get<LiabilityView>('payments', `/v1/liabilities/${number}`, at().officer)).body;
  const debts = async (document: string, payer = PAYER) =>
    (
      await place().get<DebtsView>(
        'payments',
        `/v1/debts/${payer}/${KHORGOS}?until=2026-03-14&document=${document}`,
        at().officer,
      )
    ).body;
  const sent = (schema: Messages, { declarationId }: Filed) =>
    place()
      .messages(schema)
      .filter((event) => 'declarationId' in event && event.declarationId === declarationId);
  const covered = (filed: Filed, times = 1) =>
    eventually(() => {
      expect(coveredOf(filed.declarationId)).toHaveLength(times);
      return coveredOf(filed.declarationId)[times - 1];
    });
  const ended = (filed: Filed, ...reasons: string[]) =>
    eventually(() => expect(endedOf(filed.declarationId).map(({ endReason }) => endReason)).toEqual(reasons));
  const balanced = async () => {
    const auditor = await place().token({ subject: 'auditor-1', roles: ['AUDITOR'], posts: [KHORGOS] });
    const { body } = await place().get<{ balanced: boolean; balancesAgree: boolean }>(
      'payments',
      '/v1/accounts/trial-balance?on=2026-03-31',
      auditor,
    );
    expect(body).toMatchObject({ balanced: true, balancesAgree: true });
  };
  const claim = async ({ declarationId }: Filed) => {
    const [item] = await database().query<{ id: string }[]>(
      `SELECT id FROM work_items WHERE kind = 'ASSESSMENT' AND subject_id = $1 AND status = 'OPEN'`,
      [declarationId],
    );
    if (!item) throw new Error(`nobody is asked to assess ${declarationId}`);
    const { status } = await place().post('payments', `/v1/work-items/${item.id}/claim`, {}, at().officer);
    expect(status).toBeLessThan(300);
  };
  const items = async ({ declarationId }: Filed) =>
    (
      await database().query<{ status: string }[]>(
        `SELECT status FROM work_items WHERE kind = 'ASSESSMENT' AND subject_id = $1 ORDER BY opened_at, id`,
        [declarationId],
      )
    ).map(({ status }) => status);

  return {
    adjust,
    amend,
    balanced,
    claim,
    covered,
    debts,
    ended,
    haveMoney,
    items,
    read,
    register,
    release,
    sent,
    withdraw,
  };
}
