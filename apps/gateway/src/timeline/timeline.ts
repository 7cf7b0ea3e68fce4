/** How a case is shown: to whom, which steps, in which order, and how long each took. */
import type { Principal, Role } from '@shekara/auth';
import type { CaseDocument, CaseParty, Part } from './case-knowledge.js';
import type { Audience, CaseState, Facts } from './step-sentences.js';
import { sentenceOf } from './timeline-sentences.js';

/** A step as it is kept. */
export interface CaseStep {
  readonly at: Date;
  readonly messageId: string;
  readonly topic: string;
  readonly type: string;
  readonly service: string;
  /** Subject of the token or `system:<service>`. */
  readonly actor: string;
  readonly ground: string;
  readonly subjectKey: string;
  readonly customsBody: string | null;
  readonly sentence: string;
  readonly facts: Facts;
  readonly officialFacts: Facts;
}

/** What is known of a case beside its steps. */
export interface CaseFile {
  readonly caseId: string;
  readonly parties: readonly CaseParty[];
  readonly documents: readonly CaseDocument[];
  readonly customsBodies: readonly string[];
}

/** A step as a reader sees it. Milliseconds are between the moments that the services stamped. */
export interface TimelineStep {
  readonly at: Date;
  readonly type: string;
  readonly sentence: string;
  readonly service: string;
  readonly actor: string;
  readonly ground: string;
  readonly customsBody: string | undefined;
  readonly subject: string;
  readonly facts: Facts;
  /** Since the step before it in this timeline; 0 for the first. */
  readonly sincePreviousMs: number;
  readonly sinceBeginningMs: number;
}

export interface CaseSummary {
  readonly caseId: string;
  readonly state: CaseState | undefined;
  readonly documents: readonly CaseDocument[];
  readonly customsBodies: readonly string[];
  /** Shown to officials only. */
  readonly parties?: readonly CaseParty[];
  readonly beganAt: Date | undefined;
  readonly lastStepAt: Date | undefined;
  readonly tookMs: number;
}

const OFFICERS: ReadonlySet<Role> = new Set<Role>([
  'CHECKPOINT_OFFICER',
  'RELEASE_OFFICER',
  'INSPECTION_OFFICER',
  'ACCOUNT_OFFICER',
  'REGISTRAR',
  'RISK_ANALYST',
  'HEAD_OF_POST',
]);
/** They read every case: the whole country is in their scope. */
const EVERYWHERE: readonly Role[] = ['AUDITOR', 'SYSTEM'];
const DECLARING: readonly Part[] = ['DECLARANT', 'CUSTOMS_REPRESENTATIVE'];

/**
 * What a principal may see of a case: everything as an officer of one of its customs bodies or as an auditor; what
 * concerns the declaration as its declarant or representative; what concerns the transport as another party or as the
 * lane system of its checkpoint; undefined when the case is not the principal's to know of.
 */
export function viewOf(principal: Principal, file: CaseFile): Audience | undefined {
  const { roles, posts, organisation } = principal;
  if (EVERYWHERE.some((role) => roles.includes(role))) return 'OFFICIAL';
  const atItsPost = posts.some((post) => file.customsBodies.includes(post));
  if (atItsPost && roles.some((role) => OFFICERS.has(role))) return 'OFFICIAL';
  const parts = file.parties
    .filter((party) => party.identificationNumber === organisation)
    .map((party) => party.part);
  if (parts.some((part) => DECLARING.includes(part))) return 'DECLARANT';
  if (parts.length > 0 || (atItsPost && roles.includes('CHECKPOINT_SYSTEM'))) return 'TRANSPORT';
  return undefined;
}

const SEEN_BY: Readonly<Record<Audience, readonly Audience[]>> = {
  OFFICIAL: ['OFFICIAL', 'DECLARANT', 'TRANSPORT'],
  DECLARANT: ['DECLARANT', 'TRANSPORT'],
  TRANSPORT: ['TRANSPORT'],
};

/** The steps that this view shows, in the order of their moments, with their durations. */
export function timelineOf(steps: readonly CaseStep[], view: Audience): TimelineStep[] {
  const visible = inOrder(steps).filter((step) => SEEN_BY[view].includes(sentenceOf(step.type).audience));
  const beginning = visible[0]?.at.getTime() ?? 0;
  return visible.map((step, index) => ({
    at: step.at,
    type: step.type,
    sentence: step.sentence,
    service: step.service,
    actor: view === 'OFFICIAL' ? step.actor : actorForTraders(step),
    ground: step.ground,
    customsBody: step.customsBody ?? undefined,
    subject: step.subjectKey,
    facts: view === 'OFFICIAL' ? { ...step.facts, ...step.officialFacts } : step.facts,
    sincePreviousMs: step.at.getTime() - (visible[index - 1]?.at.getTime() ?? beginning),
    sinceBeginningMs: step.at.getTime() - beginning,
  }));
}

/** Message ids of the services are UUIDv7: they tell the order of steps of one moment. */
function inOrder(steps: readonly CaseStep[]): CaseStep[] {
  return [...steps].sort(
    (a, b) =>
      a.at.getTime() - b.at.getTime() || (a.messageId < b.messageId ? -1 : a.messageId > b.messageId ? 1 : 0),
  );
}

/** Traders are told the office, never the person; nor is one company told the people of another. */
function actorForTraders({ actor, type, customsBody }: CaseStep): string {
  if (actor.startsWith('system:')) return actor;
  if (sentenceOf(type).by === 'party') return 'party';
  return customsBody === null ? 'officer' : `officer of ${customsBody}`;
}

/** The summary of what this view shows. The number of a declaration is not told to other parties of the transport. */
export function summaryOf(file: CaseFile, steps: readonly CaseStep[], view: Audience): CaseSummary {
  const shown = timelineOf(steps, view);
  return {
    caseId: file.caseId,
    state: shown.map((step) => sentenceOf(step.type).state).findLast((state) => state !== undefined),
    documents: documentsFor(file, view),
    customsBodies: file.customsBodies,
    ...(view === 'OFFICIAL' ? { parties: file.parties } : {}),
    beganAt: shown[0]?.at,
    lastStepAt: shown.at(-1)?.at,
    tookMs: shown.at(-1)?.sinceBeginningMs ?? 0,
  };
}

/** The documents whose numbers this view knows. */
export function documentsFor(file: CaseFile, view: Audience): readonly CaseDocument[] {
  return view === 'TRANSPORT'
    ? file.documents.filter(({ kind }) => kind === 'ARRIVAL_NOTICE')
    : file.documents;
}
