/**
 * Withdrawal of a registered declaration (art. 290; lifecycle L4): of foreign goods before the decision on release, of
 * Union goods until they leave, then the release is cancelled. Judged by the state at receipt; permitted by an officer.
 */
import { art, type Decision, decide, type LegalRef, type Reason, reason, when } from '@shekara/kernel';
import type { StatedGround } from '../amendment/amendment.js';
import { CHANGE_COMMAND_REFUSALS } from '../amendment/amendment-reasons.js';
import { type ControlState, controlStateAt } from '../amendment/control-state.js';
import type { DeclarationDraft } from '../goods-declaration/declaration-draft.js';
import { isDecided } from '../release/release.js';
import type { ReleaseCase } from '../release/release-conditions.js';
import { RELEASE_COMMAND_REFUSALS } from '../release/release-refusal.js';
import {
  WITHDRAWAL_COMMAND_REFUSALS,
  WITHDRAWAL_REFUSAL,
  type WithdrawalRefusalCode,
} from './withdrawal-reasons.js';

export type GoodsStatus = 'FOREIGN' | 'UNION';

/** Export, processing outside and temporary export take Union goods out; every other procedure begins with foreign goods. */
const PROCEDURES_OF_UNION_GOODS: ReadonlySet<string> = new Set(['10', '21', '23']);

export interface RequestedWithdrawal {
  readonly goodsStatus: GoodsStatus;
  /** Where the goods are; asked for Union goods (R-DEC-117). */
  readonly goodsLocation: string;
  /** Written or electronically signed (R-DEC-279). */
  readonly signed: boolean;
  /** Stamped by the platform (R-DEC-012). */
  readonly receivedAt: Date;
  /** An earlier request is not decided. */
  readonly anotherIsOpen: boolean;
}

export interface WithdrawalRequested {
  readonly type: 'WithdrawalRequested';
  readonly control: ControlState;
}

export interface DeclarationWithdrawn {
  readonly type: 'DeclarationWithdrawn';
  readonly state: 'WITHDRAWN' | 'RELEASE_CANCELLED';
  /** List CANCELLATION_REASON, where a release is cancelled (R-DEC-247, R-DEC-248). */
  readonly cancellation?: 'WITHDRAWN_BEFORE_DEPARTURE';
}

export interface WithdrawalRejected {
  readonly type: 'WithdrawalRejected';
  readonly reasons: readonly [Reason, ...Reason[]];
}

export function goodsStatusOf({ procedureCode = '' }: Pick<DeclarationDraft, 'procedureCode'>): GoodsStatus {
  return PROCEDURES_OF_UNION_GOODS.has(procedureCode) ? 'UNION' : 'FOREIGN';
}

/**
 * The declarant or its representative asks. Refused with every reason (R-DEC-278): unsigned, foreign goods after the
 * decision on release, Union goods without their location, an examination announced by then and not ended clean
 * (R-DEC-113, R-DEC-114). That the goods left or a violation carries liability, the officer says when it decides.
 */
export function requestWithdrawal(
  releaseCase: ReleaseCase,
  request: RequestedWithdrawal,
): Decision<WithdrawalRequested> {
  return decide<WithdrawalRequested>(
    [
      ...withdrawalRefusals(releaseCase, request),
      when(request.anotherIsOpen, CHANGE_COMMAND_REFUSALS.REQUEST_ALREADY_OPEN),
    ],
    () => [{ type: 'WithdrawalRequested', control: controlStateAt(releaseCase, request.receivedAt) }],
  );
}

/** The officer permits in writing (R-DEC-118): before release the declaration ends, after it the release is cancelled. */
export function permitWithdrawal(
  releaseCase: ReleaseCase,
  request: RequestedWithdrawal,
): Decision<DeclarationWithdrawn> {
  const released = releaseCase.state === 'RELEASED';
  return decide<DeclarationWithdrawn>(withdrawalRefusals(releaseCase, request), () => [
    released
      ? {
          type: 'DeclarationWithdrawn',
          state: 'RELEASE_CANCELLED',
          cancellation: 'WITHDRAWN_BEFORE_DEPARTURE',
        }
      : { type: 'DeclarationWithdrawn', state: 'WITHDRAWN' },
  ]);
}

/** The officer rejects with grounds of the list and their facts, to which every reason is added that the platform knows. */
export function rejectWithdrawal(
  releaseCase: ReleaseCase,
  request: RequestedWithdrawal,
  grounds: readonly StatedGround<WithdrawalRefusalCode>[],
): Decision<WithdrawalRejected> {
  const stated = grounds.map(({ code, facts }) =>
    reason(WITHDRAWAL_REFUSAL[code], { article: ARTICLE[code], parameters: { fact: facts } }),
  );
  const known = withdrawalRefusals(releaseCase, request).filter((refusal) => refusal !== undefined);
  const also = known.filter(({ code }) => !stated.some((ground) => ground.code === code));
  const [first, ...rest] = [...stated, ...also];
  if (!first || grounds.some(({ facts }) => facts.trim() === '')) {
    const { NO_GROUND_OF_REFUSAL } = RELEASE_COMMAND_REFUSALS;
    const refused = reason(NO_GROUND_OF_REFUSAL, { pointer: '/grounds', article: art(290, 3) });
    return { accepted: false, reasons: [refused] };
  }
  return { accepted: true, events: [{ type: 'WithdrawalRejected', reasons: [first, ...rest] }] };
}

const ARTICLE: Readonly<Record<WithdrawalRefusalCode, LegalRef>> = {
  RELEASE_DECIDED: art(290, 1),
  GOODS_DEPARTED: art(290, 2),
  LOCATION_NOT_GIVEN: art(290, 2),
  EXAMINATION_ANNOUNCED: art(290, 3),
  VIOLATION_FOUND: art(290, 3),
};

function withdrawalRefusals(
  releaseCase: ReleaseCase,
  request: RequestedWithdrawal,
): readonly (Reason | undefined)[] {
  const { state } = releaseCase;
  const { goodsStatus, goodsLocation, signed } = request;
  const union = goodsStatus === 'UNION';
  const closed = isDecided(releaseCase) && state !== 'RELEASED';
  const { examinationAnnounced, examinationsClean } = controlStateAt(releaseCase, request.receivedAt);
  const decidedOnForeign = !union && (state === 'RELEASED' || state === 'RELEASE_REFUSED');
  return [
    when(!signed, WITHDRAWAL_COMMAND_REFUSALS.REQUEST_NOT_SIGNED, { pointer: '/signature' }),
    when(decidedOnForeign, WITHDRAWAL_REFUSAL.RELEASE_DECIDED),
    when(closed && !decidedOnForeign, CHANGE_COMMAND_REFUSALS.DECLARATION_CLOSED, { article: art(290) }),
    when(union && goodsLocation.trim() === '', WITHDRAWAL_REFUSAL.LOCATION_NOT_GIVEN, {
      pointer: '/goodsLocation',
    }),
    when(examinationAnnounced && !examinationsClean, WITHDRAWAL_REFUSAL.EXAMINATION_ANNOUNCED, {
      article: art(290, 3),
    }),
  ];
}
