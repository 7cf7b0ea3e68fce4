/**
 * The conditions of release (art. 296.1) and what stands in the way of a release without an official (R-DEC-195), as a
 * case that gathers the answers of payments, risk, inspections and the declarant. Answers may come in any order and twice.
 */
import type { Regime } from '@shekara/kernel';
import type { DeclarationDraft } from '../goods-declaration/declaration-draft.js';
import { claimsRelief } from '../goods-declaration/document-checks.js';
import type { DeclarationRegistered } from '../goods-declaration/goods-declaration.js';
import { type ControlOfCase, withControl } from './controls-of-case.js';
import type { ReleaseTerm } from './release-term.js';

export const RELEASE_CONDITIONS = [
  'DOCUMENTS_PRESENT',
  'PROCEDURE_CONDITIONS_MET',
  'PAID_OR_SECURED',
] as const;
export type ReleaseCondition = (typeof RELEASE_CONDITIONS)[number];

/** L7: a document that comes after filing. */
export interface LateDocument {
  readonly id: string;
  readonly kind: string;
  readonly state: 'ASKED' | 'DUE_BEFORE_RELEASE' | 'DUE_AFTER_RELEASE' | 'DENIED' | 'CLOSED';
}

/** A fact of the case that a person must judge (R-DEC-197). */
export type Judgement =
  'RELIEF_CLAIMED' | 'RESTRICTED_GOODS' | 'PROCEDURE_CONDITIONS' | 'DEMAND_ANSWERED' | 'DEMAND_IGNORED';

export interface ReleaseCase {
  readonly declarationId: string;
  readonly form: string;
  readonly feature: string;
  readonly regime: Regime;
  readonly state:
    'UNDER_CHECK' | 'SUSPENDED_IP' | 'RELEASED' | 'RELEASE_REFUSED' | 'WITHDRAWN' | 'RELEASE_CANCELLED';
  readonly term: ReleaseTerm;
  readonly payments: 'WAITING' | 'SHORT' | 'NOT_ASSESSED' | 'COVERED';
  /** The version of the declaration that is checked: a cover of an earlier one covers nothing. Absent: the first. */
  readonly version?: number;
  readonly risk: 'WAITING' | 'NO_MEASURE' | 'CONTROL_ORDERED';
  /** When risk decided on a measure, ISO. */
  readonly measureDecidedAt?: string;
  readonly controls: readonly ControlOfCase[];
  readonly goodsArrived: boolean;
  readonly lateDocuments: readonly LateDocument[];
  readonly judgements: readonly Judgement[];
  /** Open amendment and withdrawal requests, document and amendment demands, veterinary and other state controls, by id. */
  readonly openMatters: readonly OpenMatter[];
}

export interface OpenMatter {
  readonly id: string;
  readonly kind:
    'AMENDMENT_REQUEST' | 'WITHDRAWAL_REQUEST' | 'AMENDMENT_DEMAND' | 'DOCUMENT_DEMAND' | 'STATE_CONTROL';
}

/** An answer that the case waits for, or a matter that opens or closes. */
export type ReleaseAnswer =
  | {
      readonly type: 'LiabilityCovered' | 'LiabilityShort' | 'LiabilityNotAssessed';
      /** The version of the declaration that payments judged; absent or 0: the first. */
      readonly declarationVersion?: number;
    }
  | {
      readonly type: 'RiskEvaluated';
      readonly measured: boolean;
      readonly instructionIds: readonly string[];
      readonly at?: Date;
    }
  | {
      readonly type: 'ControlOrdered';
      readonly instructionId: string;
      readonly form?: string;
      readonly at?: Date;
    }
  | {
      readonly type: 'ControlMeasureInformed';
      readonly instructionId: string;
      readonly at: Date;
    }
  | {
      readonly type: 'ControlCompleted';
      readonly instructionId: string;
      readonly outcome: 'CONFORMS' | 'DISCREPANCY';
      readonly at?: Date;
    }
  | ({ readonly type: 'DeclarationAmended' } & Amended)
  | { readonly type: 'DemandIgnored' }
  | { readonly type: 'GoodsArrived' }
  | { readonly type: 'LateDocumentDecided'; readonly id: string; readonly state: LateDocument['state'] }
  | { readonly type: 'MatterOpened'; readonly matter: OpenMatter }
  | { readonly type: 'MatterClosed'; readonly id: string };

/** A new version of the declaration, as far as release asks for it. */
export interface Amended {
  readonly version: number;
  /** On demand of customs: whether it is what was demanded, a person judges. */
  readonly demanded: boolean;
  readonly content: ContentOfCase;
}

/** What of the declaration's content decides how it is released. */
export type ContentOfCase = Pick<ReleaseCase, 'lateDocuments' | 'judgements'>;

/** Procedures whose conditions the platform checks by itself; for any other one a person judges them (art. 309, R-DEC-028). */
const MACHINE_CHECKED_PROCEDURES: ReadonlySet<string> = new Set(['40', '10']);

/** The case that opens with the registration: nothing answered yet (L1 startCheck). */
export function openReleaseCase(
  draft: DeclarationDraft,
  registered: DeclarationRegistered,
  goodsArrived: boolean,
): ReleaseCase {
  return {
    declarationId: draft.declarationId,
    form: draft.form,
    feature: draft.feature,
    regime: registered.regime,
    state: 'UNDER_CHECK',
    term: registered.releaseTerm,
    payments: 'WAITING',
    risk: 'WAITING',
    controls: [],
    goodsArrived,
    ...contentOfCase(draft),
    openMatters: [],
  };
}

/** Documents that come later and facts that a person judges, as the declaration shows them. */
export function contentOfCase(draft: DeclarationDraft): ContentOfCase {
  const late = (draft.documents ?? []).flatMap((document, index) =>
    document.availability === 'PRESENT' || document.form === 'REFERENCE'
      ? []
      : [{ id: `/documents/${index}`, kind: document.kind ?? '', state: 'ASKED' } as const],
  );
  const judgements: readonly (Judgement | false)[] = [
    draft.items.some((item) => claimsRelief(item.preference)) && 'RELIEF_CLAIMED',
    draft.items.some((item) => item.restrictionMark === true) && 'RESTRICTED_GOODS',
    !MACHINE_CHECKED_PROCEDURES.has(draft.procedureCode ?? '') && 'PROCEDURE_CONDITIONS',
  ];
  return { lateDocuments: late, judgements: judgements.filter((judgement) => judgement !== false) };
}

/** The case after an answer. The same answer twice changes nothing; a control may be finished before risk's verdict is heard. */
export function withAnswer(state: ReleaseCase, answer: ReleaseAnswer): ReleaseCase {
  switch (answer.type) {
    case 'LiabilityCovered':
    case 'LiabilityShort':
    case 'LiabilityNotAssessed':
      return isOfOlderVersion(state, answer) ? state : { ...state, payments: PAYMENTS_AFTER[answer.type] };
    case 'RiskEvaluated': {
      const decidedAt = answer.at?.toISOString();
      const controls = answer.instructionIds.reduce(
        (known, instructionId) => withControl(known, { instructionId, decidedAt }),
        state.controls,
      );
      return {
        ...state,
        risk: answer.measured || controls.length > 0 ? 'CONTROL_ORDERED' : 'NO_MEASURE',
        ...(answer.measured && decidedAt ? { measureDecidedAt: decidedAt } : {}),
        controls,
      };
    }
    case 'ControlOrdered': {
      const { instructionId, form, at } = answer;
      return withHeardControl(state, { instructionId, form, decidedAt: at?.toISOString() });
    }
    case 'ControlMeasureInformed': {
      const { instructionId, at } = answer;
      return withHeardControl(state, { instructionId, announcedAt: at.toISOString() });
    }
    case 'ControlCompleted': {
      const { instructionId, outcome, at } = answer;
      return withHeardControl(state, { instructionId, outcome, completedAt: at?.toISOString() });
    }
    case 'DeclarationAmended':
      return amended(state, answer);
    case 'DemandIgnored':
      return { ...state, judgements: [...new Set([...state.judgements, 'DEMAND_IGNORED' as const])] };
    case 'GoodsArrived':
      return { ...state, goodsArrived: true };
    case 'LateDocumentDecided':
      return {
        ...state,
        lateDocuments: state.lateDocuments.map((document) =>
          document.id === answer.id ? { ...document, state: answer.state } : document,
        ),
      };
    case 'MatterOpened':
      return { ...state, openMatters: [...without(state.openMatters, answer.matter.id), answer.matter] };
    case 'MatterClosed':
      return { ...state, openMatters: without(state.openMatters, answer.id) };
  }
}

/** The conditions that are not met yet, each with the fact it lacks (art. 296.1; R-DEC-057, R-DEC-173, R-DEC-191). */
export function unmetConditions(
  state: ReleaseCase,
): readonly { condition: ReleaseCondition; fact: string }[] {
  const documents = state.lateDocuments
    .filter(({ state: late }) => late === 'ASKED' || late === 'DUE_BEFORE_RELEASE' || late === 'DENIED')
    .map(({ kind }) => ({ condition: 'DOCUMENTS_PRESENT' as const, fact: `document ${kind} is not given` }));
  const stateControls = state.openMatters
    .filter(({ kind }) => kind === 'STATE_CONTROL')
    .map(({ id }) => ({
      condition: 'DOCUMENTS_PRESENT' as const,
      fact: `state control ${id} has no result`,
    }));
  return [
    ...documents,
    ...stateControls,
    ...(state.goodsArrived
      ? []
      : [{ condition: 'PROCEDURE_CONDITIONS_MET' as const, fact: 'the goods have not arrived' }]),
    ...(state.payments === 'COVERED'
      ? []
      : [{ condition: 'PAID_OR_SECURED' as const, fact: `duties and taxes: ${state.payments}` }]),
  ];
}

/** Controls that have not ended, or that risk has not yet named. */
export function controlsPending(state: ReleaseCase): boolean {
  const ordered = state.risk === 'CONTROL_ORDERED';
  const unfinished = state.controls.some((control) => control.outcome === undefined);
  return state.risk === 'WAITING' || unfinished || (ordered && state.controls.length === 0);
}

const PAYMENTS_AFTER = {
  LiabilityCovered: 'COVERED',
  LiabilityShort: 'SHORT',
  LiabilityNotAssessed: 'NOT_ASSESSED',
} as const;

/** Payments judged a version that is no longer that of the declaration. */
function isOfOlderVersion(
  { version = 1 }: ReleaseCase,
  { declarationVersion = 1 }: { readonly declarationVersion?: number },
): boolean {
  return Math.max(declarationVersion, 1) < version;
}

/** The new version waits for its own cover; a document keeps what was decided on it. */
function amended(state: ReleaseCase, { version, demanded, content }: Amended): ReleaseCase {
  const { lateDocuments, judgements } = content;
  const kept = state.judgements.filter(
    (judgement) => judgement === 'DEMAND_ANSWERED' || (judgement === 'DEMAND_IGNORED' && !demanded),
  );
  return {
    ...state,
    version,
    payments: 'WAITING',
    lateDocuments: lateDocuments.map(
      (document) =>
        state.lateDocuments.find(({ id, kind }) => id === document.id && kind === document.kind) ?? document,
    ),
    judgements: [...new Set([...judgements, ...kept, ...(demanded ? (['DEMAND_ANSWERED'] as const) : [])])],
  };
}

function withHeardControl(state: ReleaseCase, control: ControlOfCase): ReleaseCase {
  return {
    ...state,
    risk: state.risk === 'WAITING' ? 'WAITING' : 'CONTROL_ORDERED',
    controls: withControl(state.controls, control),
  };
}

function without(matters: readonly OpenMatter[], id: string): readonly OpenMatter[] {
  return matters.filter((matter) => matter.id !== id);
}
