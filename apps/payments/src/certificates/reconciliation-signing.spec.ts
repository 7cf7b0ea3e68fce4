import { standardCalendar } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import { groundsAgainst, refuseCertificate } from './certificate.js';
import {
  evolveReconciliation,
  prepareReconciliationAct,
  reconcile,
  type Reconciliation,
  requestReconciliation,
  signReconciliationAct,
} from './reconciliation.js';

const PAYER = '980540000397';
const account = {
  payer: PAYER,
  customsBody: '55302',
  kind: 'IMPORT_VAT',
  dueUnpaid: Money.ofTenge('100'),
  penaltyInterest: Money.ZERO,
  overpaid: Money.ZERO,
} as const;
const accounts = reconcile(PAYER, [account], []);
const at = (status: Reconciliation['status']): Reconciliation => ({
  status,
  payer: PAYER,
  registeredOn: '2026-03-10',
});
const objection = { customsBody: '55302', kind: 'IMPORT_VAT', text: 'not owed' } as const;
const codes = (decision: ReturnType<typeof signReconciliationAct | typeof prepareReconciliationAct>) =>
  decision.accepted ? [] : decision.reasons.map(({ code, pointer }) => `${code} ${pointer ?? ''}`.trim());

describe('signing of a reconciliation act (art. 141.8)', () => {
  it('follows the act: requested, drawn up, signed', () => {
    const request = requestReconciliation(PAYER, '2026-03-10', standardCalendar()).events;
    const drawn = prepareReconciliationAct(at('REQUESTED'), '2026-03-11', accounts);
    const signed = signReconciliationAct(at('PREPARED'), accounts, {
      signature: 'S',
      objections: [objection],
    });
    if (!drawn.accepted || !signed.accepted) throw new Error('refused');
    let state: Reconciliation | undefined;
    for (const event of [...request, ...drawn.events, ...signed.events])
      state = evolveReconciliation(state, event);
    expect(state?.status).toBe('SIGNED_BY_PAYER');
  });

  it.each(['REQUESTED', 'SIGNED_BY_PAYER', 'ACT_ISSUED'] as const)('is refused of an act %s', (status) => {
    expect(codes(signReconciliationAct(at(status), accounts, { signature: 'S', objections: [] }))).toEqual([
      'RECONCILIATION_STATE_UNFIT',
    ]);
  });

  it('leaves the figures alone once it is done', () => {
    expect(codes(prepareReconciliationAct(at('PREPARED'), '2026-03-11', accounts))).toEqual([]);
    for (const status of ['SIGNED_BY_PAYER', 'ACT_ISSUED'] as const) {
      expect(codes(prepareReconciliationAct(at(status), '2026-03-11', accounts))).toEqual([
        'RECONCILIATION_STATE_UNFIT',
      ]);
    }
  });

  it('names every objection that speaks of nothing', () => {
    const objections = [{ ...objection, text: ' ' }, objection, { ...objection, customsBody: '55001' }];
    expect(codes(signReconciliationAct(at('PREPARED'), accounts, { signature: ' ', objections }))).toEqual([
      'RECONCILIATION_ORIGINALS_UNFIT /signature',
      'RECONCILIATION_OBJECTION_UNFIT /objections/0',
      'RECONCILIATION_OBJECTION_UNFIT /objections/2',
    ]);
  });
});

describe('refusal of a certificate (art. 142.2, 142.5)', () => {
  const requested = {
    status: 'REQUESTED',
    payer: PAYER,
    purpose: 'LIQUIDATION',
    registeredOn: '2026-03-10',
  } as const;

  it('needs a ground, and names all of them (R-PAY-121, R-PAY-247)', () => {
    const grounds = groundsAgainst(requested, undefined, [account, { ...account, payer: '050640001236' }]);
    expect(grounds.map(({ code }) => code)).toEqual([
      'CERTIFICATE_NO_RECONCILIATION',
      'CERTIFICATE_DEBT_PRESENT',
    ]);
    expect(refuseCertificate(requested, '2026-03-11', grounds)).toMatchObject({ events: [{ grounds }] });
    expect(refuseCertificate(requested, '2026-03-11', [])).toMatchObject({
      reasons: [{ code: 'CERTIFICATE_NOTHING_AGAINST' }],
    });
    expect(refuseCertificate({ ...requested, status: 'ISSUED' }, '2026-03-11', grounds)).toMatchObject({
      reasons: [{ code: 'CERTIFICATE_STATE_UNFIT' }],
    });
  });

  it('has none against a certificate of the state of debt', () => {
    expect(groundsAgainst({ ...requested, purpose: 'OTHER' }, undefined, [account])).toEqual([]);
  });
});
