/** A legal term as a durable timer: what runs, for which document, since when, until when, by which article. */
import type { Pause } from '@shekara/calendar';
import type { LegalRef } from '@shekara/kernel';

export interface Deadline {
  readonly id: string;
  /** The term, e.g. `PLACEMENT`; its handler is marked with `@OnDeadline`. */
  readonly kind: string;
  /** Id of the document whose term it is. */
  readonly subjectId: string;
  readonly caseId: string;
  readonly article: string;
  readonly startedAt: Date;
  /** The last instant in time; it fires once this instant is over. */
  readonly dueAt: Date;
  /** How the end was found (length, unit, calendar version, rules), to be explained later (R-DEC-010). */
  readonly term: unknown;
}

/** A stop of a term that an article allows, in the days that the calendar counts (R-REG-027). */
export interface KeptPause extends Omit<Pause, 'to'> {
  /** What stopped it, e.g. the id of a query: several stops of one term may overlap. */
  readonly stop: string;
  /** Without it the stop still lasts. */
  readonly to?: Pause['to'];
  readonly article: LegalRef;
}

/** A term that runs or stands still. */
export interface OpenDeadline extends Deadline {
  readonly status: 'OPEN' | 'PAUSED';
  /** Every stop so far, in the order in which they began; `endedPauses` are what the calendar takes. */
  readonly pauses: readonly KeptPause[];
  /** How often its handler failed. */
  readonly attempts: number;
  readonly lastError: string | null;
}

/** The stops that are over, as `LegalCalendar.end` takes them. */
export function endedPauses(deadline: Pick<OpenDeadline, 'pauses'>): Pause[] {
  return deadline.pauses.flatMap(({ from, to, kind }) => (to === undefined ? [] : [{ from, to, kind }]));
}

/** @internal The columns of an open deadline, by the names of `OpenDeadline`. */
export const OPEN_DEADLINE = `id, kind, subject_id AS "subjectId", case_id AS "caseId", article, started_at AS "startedAt",
  due_at AS "dueAt", term, status, pauses, attempts, last_error AS "lastError"`;

const HANDLES_DEADLINE = 'shekara:deadline';

/** Marks the method that acts when a term of this kind runs out: `(deadline: Deadline, work: Work) => Promise<void>`. */
export function OnDeadline(kind: string): MethodDecorator {
  return (_target, _name, descriptor) => {
    if (descriptor.value) Reflect.defineMetadata(HANDLES_DEADLINE, kind, descriptor.value);
  };
}

/** The kind that a method handles, if it is marked. */
export function deadlineKindOf(method: object): string | undefined {
  const kind: unknown = Reflect.getMetadata(HANDLES_DEADLINE, method);
  return typeof kind === 'string' ? kind : undefined;
}
