/** A legal term as a durable timer: what runs, for which document, since when, until when, by which article. */

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
