/** An examination of items 1 and 3 opened at 09:00 of a Tuesday in Almaty, and an act that holds everything. */
import type { Control } from './control.js';
import type { ControlResult } from './control-result.js';

/** Tuesday 3 February 2026, a time of Almaty (UTC+5). */
export function onTuesday(time: string): Date {
  return new Date(`2026-02-03T${time}:00+05:00`);
}

export function examination(changes: Partial<Control> = {}): Control {
  return {
    form: 'EXAMINATION',
    itemNumbers: [1, 3],
    status: 'OPEN',
    openedAt: onTuesday('09:00'),
    ...changes,
  };
}

export function documentCheck(changes: Partial<Control> = {}): Control {
  return {
    form: 'DOCUMENT_CHECK',
    itemNumbers: [],
    status: 'OPEN',
    openedAt: onTuesday('09:00'),
    ...changes,
  };
}

export const SHA_256 = 'a3'.repeat(32);

export function examinationResult(changes: Partial<ControlResult> = {}): ControlResult {
  return {
    officers: [{ name: 'A. Serikov', position: 'Chief specialist' }],
    place: 'Khorgos, examination hall 2',
    startedAt: onTuesday('12:00'),
    endedAt: onTuesday('13:30'),
    presentPersons: [{ name: 'B. Omarova', role: 'REPRESENTATIVE' }],
    personUnknown: false,
    witnesses: [],
    items: [
      { itemNumber: 1, outcome: 'CONFORMS', evidence: [], grossWeightKg: '520.5' },
      { itemNumber: 3, outcome: 'CONFORMS', evidence: [] },
    ],
    evidence: [{ kind: 'PHOTO', reference: 'photo-1', sha256: SHA_256 }],
    seals: [],
    copyHandedTo: 'B. Omarova',
    ...changes,
  };
}

export function documentCheckResult(changes: Partial<ControlResult> = {}): ControlResult {
  return {
    ...examinationResult(),
    presentPersons: [],
    items: [{ itemNumber: 0, outcome: 'CONFORMS', evidence: [] }],
    documents: { genuine: true, dataTrue: true, filledProperly: true, comparedWith: ['price lists'] },
    ...changes,
  };
}
