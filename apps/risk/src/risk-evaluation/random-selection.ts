/** Random choice (art. 217(3)): works beside profiles, on objects that none hit, to find risks nobody knows yet. */
import type { Stage } from '../risk-profile/fact-view.js';
import type { MeasureOrder } from '../risk-profile/measure.js';

/** The managed share of an area and stage (R-RSK-062). */
export interface RandomSelectionSetting {
  readonly area: string;
  readonly stage: Stage;
  /** Of a thousand objects that no profile hit, how many are chosen: a whole number, 0 to 1,000. */
  readonly sharePerMille: number;
  readonly orders: readonly MeasureOrder[];
}

/**
 * Whether one object is chosen. `draw` is the object's own number in [0, 1), made from its id and a secret salt, so that
 * the choice can be repeated and no officer can change it (R-RSK-061). @throws RangeError for a draw or share outside.
 */
export function isDrawn(draw: number, sharePerMille: number): boolean {
  if (!(draw >= 0 && draw < 1)) throw new RangeError(`not a draw: ${draw}`);
  if (!Number.isInteger(sharePerMille) || sharePerMille < 0 || sharePerMille > 1000) {
    throw new RangeError(`not a share per mille: ${sharePerMille}`);
  }
  return draw * 1000 < sharePerMille;
}

export interface DrawnObject {
  readonly id: string;
  readonly draw: number;
}

/** F2: of N objects that no profile hit, the ceil(N x share) with the lowest draws; ties go by id (art. 217(3)). */
export function randomSample(objects: readonly DrawnObject[], sharePerMille: number): readonly string[] {
  for (const { draw } of objects) isDrawn(draw, sharePerMille);
  const size = Math.ceil((objects.length * sharePerMille) / 1000);
  return [...objects]
    .sort((a, b) => a.draw - b.draw || (a.id < b.id ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id);
}

/** A share of 0 would leave unknown risks unseen: it raises an alarm (R-RSK-062). */
export function raisesAlarm(setting: RandomSelectionSetting): boolean {
  return setting.sharePerMille === 0;
}
