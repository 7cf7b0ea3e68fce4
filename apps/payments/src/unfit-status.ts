/** What is asked of a notice, an appeal, a deferral …, in a status that does not allow it. */
import { type Reason, type ReasonDefinition, reason } from '@shekara/kernel';

/** The slice's own reason, with the status and those that are needed, where the status is none of them. */
export function unfitStatus<Status extends string>(
  definition: ReasonDefinition,
  status: Status,
  ...needed: readonly Status[]
): Reason | undefined {
  if (needed.includes(status)) return undefined;
  return reason(definition, { parameters: { status, needed: needed.join(', ') } });
}
