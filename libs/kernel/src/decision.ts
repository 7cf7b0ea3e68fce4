/** A decision of the law: the events that follow, or every reason against. Refusals are values, never exceptions. */
import type { Reason } from './reason.js';

export interface Accepted<Event> {
  readonly accepted: true;
  readonly events: readonly Event[];
}

export interface Refused {
  readonly accepted: false;
  readonly reasons: readonly [Reason, ...Reason[]];
}

export type Decision<Event> = Accepted<Event> | Refused;

/** Refuses with every reason of the list that holds; where none does, accepts with the events. */
export function decide<Event>(
  refusals: readonly (Reason | undefined)[],
  events: () => readonly Event[],
): Decision<Event> {
  const [first, ...rest] = refusals.filter((refusal) => refusal !== undefined);
  return first ? { accepted: false, reasons: [first, ...rest] } : { accepted: true, events: events() };
}

export function accept<Event>(...events: Event[]): Accepted<Event> {
  return { accepted: true, events };
}

export function refuse(first: Reason, ...rest: Reason[]): Refused {
  return { accepted: false, reasons: [first, ...rest] };
}
