/** Changes of the road import of the worked cases, for specs of amendment, adjustment and withdrawal. */
import { roadImport } from '../goods-declaration/worked-cases.fixture.js';
import { registered } from '../release/release-case.fixture.js';
import type { ReleaseAnswer, ReleaseCase } from '../release/release-conditions.js';
import { withAnswer } from '../release/release-conditions.js';
import { type ChangedField, changedFields, withChanges } from './field-changes.js';

/** What the declaration of the worked cases would differ in. */
export function changing(values: Readonly<Record<string, unknown>>): readonly ChangedField[] {
  const before = roadImport();
  const wanted = Object.entries(values).map(([field, newValue]) => ({ field, newValue }));
  const { draft, unreachable } = withChanges(before, wanted);
  if (unreachable.length > 0) throw new Error(`no field ${JSON.stringify(values)}`);
  return changedFields(before, draft);
}

/** Registered Mon 14 Oct 2024 10:20, in regime CODE_2017 unless said; then the answers. */
export function declared(
  answers: readonly ReleaseAnswer[] = [],
  fields: Partial<ReleaseCase> = {},
): ReleaseCase {
  return { ...answers.reduce(withAnswer, registered()), ...fields };
}

export const otherVehicle = { '/transportArrival/number': '777AAA02' };
export const otherCode = { '/items/0/commodityCode': '8471410000' };

/** Risk orders an examination, inspections tell its time and place, it ends. */
export function examined(ordered: Date, announced: Date, ended?: Date): readonly ReleaseAnswer[] {
  const instructionId = 'i-1';
  const form = 'EXAMINATION';
  return [
    { type: 'ControlOrdered', instructionId, form, at: ordered },
    { type: 'ControlMeasureInformed', instructionId, at: announced },
    ...(ended ? [{ type: 'ControlCompleted', instructionId, outcome: 'CONFORMS', at: ended } as const] : []),
  ];
}
