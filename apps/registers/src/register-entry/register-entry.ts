/** An entry in a register: included by order, suspended and resumed at its owner's wish, excluded on a listed ground. */
import type { CivilDate, LegalCalendar } from '@shekara/calendar';
import { type Decision, decide, type LegalRef, type Reason, when } from '@shekara/kernel';
import {
  EXCLUSION_GROUND,
  type ExclusionGround,
  exclusionGround,
  type GroundInRegister,
  SUSPENSION_GROUND,
} from './register-grounds.js';
import { inclusionRefusals } from './inclusion-reasons.js';
import { type ConditionFacts, type SecurityRates, unmetConditions } from './inclusion-conditions.js';
import { orderRefusals } from './order-reasons.js';
import { REGISTER_KIND, type Register, type SignerRole } from './register-kind.js';
import {
  firstDayOfReapplication,
  goodsOutTerm,
  longestSuspension,
  RESUMPTION_ARTICLE,
  SUSPENSION_ORDER_ARTICLE,
} from './register-terms.js';

export type EntryStatus = 'INCLUDED' | 'SUSPENDED' | 'EXCLUDED';

/** An order as signed: what makes the change, from its minute on (R-REG-031, R-REG-034). */
export interface Order {
  readonly number: string;
  readonly signedAt: Date;
  readonly signerRole: SignerRole;
}

/** The entry as far as an order needs to know it. */
export interface RegisterEntry {
  readonly register: Register;
  readonly status: EntryStatus;
}

export interface InclusionApplication extends ConditionFacts {
  readonly register: Register;
  readonly submittedAt: Date;
  readonly registeredAt: Date;
  /** Kinds of documents filed, or had from state systems (art. 27.2-1, 35.2-1). */
  readonly documents: readonly string[];
}

/** What the register itself knows of the applicant. */
export interface Standing {
  /** An entry that is not excluded, for the same place where the register is kept by places. */
  readonly openEntry?: string;
  /** First day on which an application is considered again after an exclusion from this register (F3). */
  readonly reapplyFrom?: CivilDate;
}

export type RegisterEntryEvent =
  | { readonly type: 'PersonIncluded' }
  | { readonly type: 'EntrySuspended'; readonly until: CivilDate; readonly goodsOutBy: CivilDate }
  | { readonly type: 'EntryResumed' }
  | {
      readonly type: 'PersonExcluded';
      readonly ground: Reason;
      /** Absent where the ground carries no wait (R-REG-052). */
      readonly reapplyFrom?: CivilDate;
      /** For a warehouse: a parameter of the platform, the Code sets no term (R-REG-205). */
      readonly goodsOutBy?: CivilDate;
    };

/**
 * Art. 27, 35, 41: includes the person, or refuses with every reason. While the year after an exclusion runs, an entry
 * is open, the signer is not the head, or the premises report is missing, the conditions are not looked at at all.
 */
export function decideInclusion(
  application: InclusionApplication,
  order: Order,
  standing: Standing,
  rates: SecurityRates | undefined,
  calendar: LegalCalendar,
): Decision<RegisterEntryEvent> {
  const { register } = application;
  const kind = REGISTER_KIND[register];
  const day = calendar.civilDate(application.submittedAt);
  const notConsidered = [
    when(standing.reapplyFrom !== undefined && day < standing.reapplyFrom, orderRefusals.REAPPLY_BAN_ACTIVE, {
      parameters: { from: standing.reapplyFrom ?? '' },
    }),
    when(standing.openEntry !== undefined, orderRefusals.REGISTER_ENTRY_OPEN, {
      parameters: { entry: standing.openEntry ?? '' },
    }),
    wrongSigner(order, kind.inclusionSigner, kind.inclusionArticle),
    when(
      kind.perPremises && application.premises?.inspectionReport === undefined,
      orderRefusals.PREMISES_REPORT_MISSING,
      { pointer: '/premises/inspectionReport' },
    ),
    when(rates?.kztPerEuro.includes(undefined) === true, orderRefusals.SECURITY_RATE_UNKNOWN, {
      pointer: '/securities',
    }),
  ];
  if (notConsidered.some((refusal) => refusal !== undefined)) return decide(notConsidered, () => []);
  return decide(
    [...missingDocuments(application), ...unmetConditions(register, application, day, rates, calendar)],
    () => [{ type: 'PersonIncluded' }],
  );
}

/** The table "Documents to attach", line by line (R-REG-224). */
function missingDocuments({
  register,
  documents,
  carriagePermit,
}: InclusionApplication): (Reason | undefined)[] {
  const kind = REGISTER_KIND[register];
  const asked = [...kind.documents, ...(carriagePermit?.required ? ['CARRIAGE_PERMIT'] : [])];
  return asked
    .filter((document) => !documents.includes(document))
    .map((document) =>
      when(true, inclusionRefusals.DOC_MISSING, {
        pointer: '/documents',
        parameters: { kind: document },
        article: kind.documentsArticle,
      }),
    );
}

export interface Suspension {
  /** The instant at which the owner's written notice was registered; absent when there is none. */
  readonly ownerNoticeRegisteredAt?: Date;
  /** Last day of the suspension. */
  readonly until: CivilDate;
}

/**
 * Art. 42: suspends a warehouse on its owner's own notice only (R-REG-116), for at most six months (R-REG-117).
 * Registers without suspension refuse (R-REG-071).
 */
export function decideSuspension(
  entry: RegisterEntry,
  suspension: Suspension,
  order: Order,
  calendar: LegalCalendar,
): Decision<RegisterEntryEvent> {
  if (SUSPENSION_GROUND[entry.register] === undefined) {
    return decide([when(true, orderRefusals.SUSPENSION_NOT_IN_REGISTER)], () => []);
  }
  const orderedOn = calendar.civilDate(order.signedAt);
  const { lastDay: latest } = longestSuspension(order.signedAt, calendar);
  const notice = suspension.ownerNoticeRegisteredAt;
  return decide(
    [
      when(entry.status !== 'INCLUDED', orderRefusals.REGISTER_ENTRY_NOT_INCLUDED),
      when(notice === undefined || notice > order.signedAt, orderRefusals.OWNER_NOTICE_MISSING, {
        pointer: '/ownerNoticeRegisteredAt',
      }),
      when(suspension.until < orderedOn || suspension.until > latest, orderRefusals.SUSPENSION_TOO_LONG, {
        pointer: '/until',
        parameters: { latest },
      }),
      wrongSigner(order, 'TERRITORIAL_HEAD', SUSPENSION_ORDER_ARTICLE),
    ],
    () => [
      {
        type: 'EntrySuspended',
        until: suspension.until,
        goodsOutBy: goodsOutTerm(order.signedAt, calendar).lastDay,
      },
    ],
  );
}

export interface Resumption extends ConditionFacts {
  readonly ownerNoticeRegisteredAt?: Date;
}

/** Art. 42.5: resumes on the owner's notice, when every condition is met on the day of that notice (R-REG-120). */
export function decideResumption(
  entry: RegisterEntry,
  resumption: Resumption,
  order: Order,
  calendar: LegalCalendar,
): Decision<RegisterEntryEvent> {
  const notice = resumption.ownerNoticeRegisteredAt;
  const refusals = [
    when(entry.status !== 'SUSPENDED', orderRefusals.REGISTER_ENTRY_NOT_SUSPENDED),
    when(notice === undefined || notice > order.signedAt, orderRefusals.OWNER_NOTICE_MISSING, {
      pointer: '/ownerNoticeRegisteredAt',
    }),
    when(resumption.premises?.inspectionReport === undefined, orderRefusals.PREMISES_REPORT_MISSING, {
      pointer: '/premises/inspectionReport',
    }),
    wrongSigner(order, 'TERRITORIAL_HEAD', RESUMPTION_ARTICLE),
  ];
  if (notice === undefined || refusals.some((refusal) => refusal !== undefined))
    return decide(refusals, () => []);
  const conditions = unmetConditions(
    entry.register,
    resumption,
    calendar.civilDate(notice),
    undefined,
    calendar,
  );
  return decide(conditions, () => [{ type: 'EntryResumed' }]);
}

export interface Exclusion {
  readonly ground: ExclusionGround;
  /** The condition lost or the duty broken, as `article.paragraph`: only with those two grounds. */
  readonly provision?: string;
  /** Whether the reorganization is a transformation. */
  readonly transformation: boolean;
  /** The cause in words: the order states it (art. 28.2, 36.2, 43.2). */
  readonly cause: string;
}

/** Art. 28, 36, 43: excludes on a ground of the register's list and on no other (R-REG-048). */
export function decideExclusion(
  entry: RegisterEntry,
  exclusion: Exclusion,
  order: Order,
  calendar: LegalCalendar,
): Decision<RegisterEntryEvent> {
  const { register } = entry;
  const kind = REGISTER_KIND[register];
  const line = EXCLUSION_GROUND[register][exclusion.ground];
  const ground = exclusionGround(register, exclusion.ground, exclusion.provision);
  return decide(
    [
      when(entry.status === 'EXCLUDED', orderRefusals.REGISTER_ENTRY_EXCLUDED),
      when(ground === undefined, orderRefusals.EXCLUSION_GROUND_UNKNOWN, {
        pointer: '/ground',
        parameters: { register, ground: exclusion.ground },
      }),
      when(
        line !== undefined && !provisionFits(line, exclusion.provision),
        orderRefusals.EXCLUSION_PROVISION_NOT_LISTED,
        {
          pointer: '/provision',
          parameters: { listed: line?.provisions.join(' ') ?? '' },
        },
      ),
      when(
        exclusion.ground === 'EX_REORGANIZATION' && exclusion.transformation,
        orderRefusals.TRANSFORMATION_IS_NO_GROUND,
        { pointer: '/transformation' },
      ),
      wrongSigner(order, kind.exclusionSigner, kind.exclusionArticle),
    ],
    () =>
      ground === undefined
        ? []
        : [
            {
              type: 'PersonExcluded',
              ground,
              ...(line?.waits
                ? { reapplyFrom: firstDayOfReapplication(register, order.signedAt, calendar) }
                : {}),
              ...(kind.perPremises ? { goodsOutBy: goodsOutTerm(order.signedAt, calendar).lastDay } : {}),
            },
          ],
  );
}

/** Grounds that stand on a provision name one of their list; the others name none. */
function provisionFits(line: GroundInRegister, provision: string | undefined): boolean {
  return line.provisions.length === 0
    ? provision === undefined
    : provision !== undefined && line.provisions.includes(provision);
}

/** R-REG-035: only the head or deputy of the deciding body signs. */
function wrongSigner(order: Order, asked: SignerRole, article: LegalRef): Reason | undefined {
  return when(order.signerRole !== asked, orderRefusals.ORDER_SIGNER_NOT_HEAD, {
    pointer: '/order/signerRole',
    parameters: { asked },
    article,
  });
}
