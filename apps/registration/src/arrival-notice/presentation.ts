/**
 * Presentation of goods at the place of arrival (art. 248.2): when they came, and whether their state, packages and seals
 * are those that were notified.
 */
import { type Decision, decide, when } from '@shekara/kernel';
import { type ArrivalNotice, listedMode, presentedAt } from './arrival-notice.js';
import { presentationReasons } from './presentation-reasons.js';

/** How the goods were found. DAMAGED_EXCUSED: by accident or force majeure (art. 246). */
export type GoodsCondition = 'INTACT' | 'DAMAGED_EXCUSED' | 'DAMAGED_OTHER';

export interface FoundSeal {
  readonly number: string;
  readonly intact: boolean;
}

export interface Presentation {
  /** When the goods reached the place. */
  readonly deliveredAt: Date;
  readonly condition: GoodsCondition;
  readonly sealsFound: readonly FoundSeal[];
  /** Absent where packages were not counted. */
  readonly packagesFound?: number;
}

/** As it is kept: the moment as ISO 8601. */
export type RecordedPresentation = Omit<Presentation, 'deliveredAt'> & { readonly deliveredAt: string };

/** The notice as it stands before the goods are presented. */
export interface AwaitedGoods {
  readonly notice: ArrivalNotice;
  readonly lodgedAt: Date;
  readonly crossedAt?: Date;
  readonly presentedAt?: Date;
  /** The place has a customs body on the day (art. 248.1). */
  readonly placeKnown: boolean;
}

/** What differs from the notice: a seal by its number, packages by their count, or the state of the goods. */
export interface Difference {
  readonly kind: 'SEAL_MISSING' | 'SEAL_BROKEN' | 'SEAL_NOT_NOTIFIED' | 'PACKAGE_COUNT' | 'GOODS_DAMAGED';
  readonly notified: string;
  readonly found: string;
}

export interface GoodsPresented {
  readonly type: 'GoodsPresented';
  readonly presentedAt: Date;
  /** Any difference opens a discrepancy case (R-ARR-063). */
  readonly differences: readonly Difference[];
}

/**
 * Records the goods as presented, from the later of delivery and lodging (art. 252.4), whether the notice is complete or
 * not (R-ARR-061). `now` is the moment of recording. Refuses a second presentation, GOODS_ALREADY_PRESENTED; a notice
 * without goods to present, NOTHING_TO_PRESENT; and impossible moments.
 */
export function presentGoods(
  awaited: AwaitedGoods,
  found: Presentation,
  now: Date,
): Decision<GoodsPresented> {
  const { notice, crossedAt, lodgedAt } = awaited;
  return decide(
    [
      when(!awaited.placeKnown || listedMode(notice) === undefined, presentationReasons.NOTHING_TO_PRESENT),
      when(awaited.presentedAt !== undefined, presentationReasons.GOODS_ALREADY_PRESENTED),
      when(found.deliveredAt > now, presentationReasons.DELIVERY_IN_FUTURE, { pointer: '/deliveredAt' }),
      when(
        crossedAt !== undefined && found.deliveredAt < crossedAt,
        presentationReasons.DELIVERED_BEFORE_CROSSING,
        { pointer: '/deliveredAt' },
      ),
    ],
    () => [
      {
        type: 'GoodsPresented',
        presentedAt: presentedAt(lodgedAt, found.deliveredAt) ?? lodgedAt,
        differences: differencesFrom(notice, found),
      },
    ],
  );
}

/** Art. 248.2, 198.4: state, packaging and seals stay unchanged between border and place; all that did not. */
export function differencesFrom(notice: ArrivalNotice, found: Presentation): readonly Difference[] {
  return [...sealDifferences(notice, found), ...packageDifference(notice, found), ...damage(found)];
}

function sealDifferences({ seals = [] }: ArrivalNotice, { sealsFound }: Presentation): Difference[] {
  const notified = seals.map(({ number }) => number);
  const foundNumbers = sealsFound.map(({ number }) => number);
  return [
    ...notified
      .filter((number) => !foundNumbers.includes(number))
      .map((number): Difference => ({ kind: 'SEAL_MISSING', notified: number, found: '' })),
    ...sealsFound
      .filter(({ intact }) => !intact)
      .map(({ number }): Difference => ({ kind: 'SEAL_BROKEN', notified: number, found: number })),
    ...foundNumbers
      .filter((number) => !notified.includes(number))
      .map((number): Difference => ({ kind: 'SEAL_NOT_NOTIFIED', notified: '', found: number })),
  ];
}

function packageDifference({ goods }: ArrivalNotice, { packagesFound }: Presentation): Difference[] {
  const notified = goods.reduce((count, { packageCount = 0 }) => count + packageCount, 0);
  if (packagesFound === undefined || packagesFound === notified) return [];
  return [{ kind: 'PACKAGE_COUNT', notified: `${notified}`, found: `${packagesFound}` }];
}

function damage({ condition }: Presentation): Difference[] {
  return condition === 'INTACT' ? [] : [{ kind: 'GOODS_DAMAGED', notified: 'INTACT', found: condition }];
}
