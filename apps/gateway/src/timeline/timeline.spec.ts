import {
  ArrivalNoticeAcceptedSchema,
  DeclarationRegisteredSchema,
  GoodsReleasedSchema,
  RiskEvaluatedSchema,
} from '@shekara/contracts';
import type { Principal, Role } from '@shekara/auth';
import type { CustomsBodyCode } from '@shekara/kernel';
import { type CaseFile, type CaseStep, summaryOf, timelineOf, viewOf } from './timeline.js';

const CARRIER = '050640001236';
const DECLARANT = '980540000397';
const FILE: CaseFile = {
  caseId: '0190a0a0-0000-7000-8000-000000000001',
  parties: [
    { identificationNumber: CARRIER, part: 'CARRIER' },
    { identificationNumber: DECLARANT, part: 'DECLARANT' },
  ],
  documents: [
    { kind: 'ARRIVAL_NOTICE', number: '55302/100326/A000001' },
    { kind: 'GOODS_DECLARATION', number: '55302/100326/0000007' },
  ],
  customsBodies: ['55302'],
};

function principal(role: Role, changes: { organisation?: string; posts?: string[] } = {}): Principal {
  return {
    subject: 'someone',
    roles: [role],
    posts: (changes.posts ?? []) as CustomsBodyCode[],
    ...(changes.organisation === undefined
      ? {}
      : { organisation: changes.organisation as Principal['organisation'] }),
  } as Principal;
}

function step(type: string, at: string, messageId: string, actor = 'system:registration'): CaseStep {
  return {
    at: new Date(at),
    messageId,
    topic: 'registration.declarations.v1',
    type,
    service: 'registration',
    actor,
    ground: 'art. 250.1',
    subjectKey: 'k',
    customsBody: '55302',
    sentence: 'Something happened.',
    facts: { number: '7' },
    officialFacts: { decidedBy: 'officer-7' },
  };
}

const STEPS = [
  step(GoodsReleasedSchema.typeName, '2026-03-10T05:00:03.250Z', '4', 'officer-7'),
  step(RiskEvaluatedSchema.typeName, '2026-03-10T05:00:02Z', '3'),
  step(DeclarationRegisteredSchema.typeName, '2026-03-10T05:00:02Z', '2', 'clerk-1'),
  step(ArrivalNoticeAcceptedSchema.typeName, '2026-03-10T05:00:00Z', '1'),
];

describe('who sees what of a case', () => {
  it.each([
    ['officer of its post', principal('RELEASE_OFFICER', { posts: ['55302'] }), 'OFFICIAL'],
    ['officer of another post', principal('RELEASE_OFFICER', { posts: ['55301'] }), undefined],
    ['auditor', principal('AUDITOR'), 'OFFICIAL'],
    ['declarant', principal('DECLARANT', { organisation: DECLARANT }), 'DECLARANT'],
    ['carrier', principal('CARRIER', { organisation: CARRIER }), 'TRANSPORT'],
    ['another trader', principal('DECLARANT', { organisation: '191040012345' }), undefined],
    ['trader that claims the post', principal('DECLARANT', { posts: ['55302'] }), undefined],
    ['lane system of its post', principal('CHECKPOINT_SYSTEM', { posts: ['55302'] }), 'TRANSPORT'],
  ] as const)('%s', (_who, who, view) => {
    expect(viewOf(who, FILE)).toBe(view);
  });
});

describe('timeline of a case', () => {
  it('puts steps in order, those of one moment by their ids, and says how long each took', () => {
    const shown = timelineOf(STEPS, 'OFFICIAL');
    expect(shown.map(({ type }) => type.split('.').at(-1))).toEqual([
      'ArrivalNoticeAccepted',
      'DeclarationRegistered',
      'RiskEvaluated',
      'GoodsReleased',
    ]);
    expect(shown.map(({ sincePreviousMs }) => sincePreviousMs)).toEqual([0, 2_000, 0, 1_250]);
    expect(shown.map(({ sinceBeginningMs }) => sinceBeginningMs)).toEqual([0, 2_000, 2_000, 3_250]);
    expect(shown.at(-1)).toMatchObject({
      actor: 'officer-7',
      facts: { number: '7', decidedBy: 'officer-7' },
    });
  });

  it('shows the declarant no verdict of risk and an office instead of a person', () => {
    const shown = timelineOf(STEPS, 'DECLARANT');
    expect(shown.map(({ actor }) => actor)).toEqual(['system:registration', 'party', 'officer of 55302']);
    expect(JSON.stringify(shown)).not.toMatch(/officer-7|clerk-1|RiskEvaluated/);
    expect(shown.map(({ sincePreviousMs }) => sincePreviousMs)).toEqual([0, 2_000, 1_250]);
  });

  it('shows the carrier the transport only, and not the number of the declaration', () => {
    expect(timelineOf(STEPS, 'TRANSPORT')).toHaveLength(1);
    const summary = summaryOf(FILE, STEPS, 'TRANSPORT');
    expect(summary).toMatchObject({ state: 'ARRIVED', documents: [{ kind: 'ARRIVAL_NOTICE' }], tookMs: 0 });
    expect(JSON.stringify(summary)).not.toContain('0000007');
  });

  it('sums the case up for an officer', () => {
    expect(summaryOf(FILE, STEPS, 'OFFICIAL')).toMatchObject({
      state: 'RELEASED',
      tookMs: 3_250,
      parties: FILE.parties,
    });
  });
});
