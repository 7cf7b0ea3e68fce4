/** How far control of the goods was at an instant (art. 289.1, 290.3): a request is judged by the state at its receipt (R-DEC-012). */
import type { ControlOfCase } from '../release/controls-of-case.js';
import type { ReleaseCase } from '../release/release-conditions.js';

export interface ControlState {
  /** The declarant was told time and place of an examination. */
  readonly examinationAnnounced: boolean;
  /** Every examination announced by then had ended by then, and the goods conformed (R-DEC-114). */
  readonly examinationsClean: boolean;
  /** A form of control had been decided on. */
  readonly controlDecided: boolean;
}

/**
 * The state at an instant, by the moments that the deciding service stamped: what was heard of later but happened before
 * counts, what happened a second after does not (R-DEC-103). A control without moments counts as decided all along.
 */
export function controlStateAt(
  { controls, measureDecidedAt }: Pick<ReleaseCase, 'controls' | 'measureDecidedAt'>,
  at: Date,
): ControlState {
  const by = (moment: string | undefined): boolean => moment !== undefined && new Date(moment) <= at;
  const announced = controls.filter(({ announcedAt }) => by(announcedAt));
  const clean = ({ outcome, completedAt }: ControlOfCase): boolean =>
    outcome === 'CONFORMS' && by(completedAt);
  const decided = ({ decidedAt, announcedAt, completedAt }: ControlOfCase): boolean => {
    const first = [decidedAt, announcedAt, completedAt].filter((moment) => moment !== undefined);
    return first.length === 0 || first.some(by);
  };
  return {
    examinationAnnounced: announced.length > 0,
    examinationsClean: announced.every(clean),
    controlDecided: by(measureDecidedAt) || controls.some(decided),
  };
}
