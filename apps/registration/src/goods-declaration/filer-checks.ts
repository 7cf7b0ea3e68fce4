/** Who may file (art. 25, 32, 284): the declarant in its capacity, or a representative in the declarant's name. */
import type { Reason } from '@shekara/kernel';
import { parseBinOrIin } from '@shekara/kernel';
import { REPRESENTATIVE_OFFICE_PROCEDURES, UNION_CAPACITIES } from './code-lists.js';
import type { DeclarationDraft } from './declaration-draft.js';
import type { FilingFacts, FilingLaw, RepresentativeFact } from './filing-facts.js';
import { defect, defectWhen } from './registration-refusal.js';

/** Everything that speaks against the person who files; `on` is the legal date of filing (art. 288.4.2; R-DEC-032). */
export function filerDefects(
  draft: DeclarationDraft,
  facts: FilingFacts,
  on: string,
  law: FilingLaw,
): readonly Reason[] {
  const { declarant, representative } = draft;
  const filer = facts.filerIdentification;
  const named = representative ? representative.identification : declarant?.identification;
  return [
    ...defectWhen(named !== filer, 'FILER_NOT_ON_DECLARATION', {
      pointer: representative ? '/representative/identification' : '/declarant/identification',
      value: filer,
    }),
    ...declarantDefects(draft, on, law),
    ...(representative ? representativeDefects(draft, facts.representative, on) : []),
  ];
}

/** The declarant is a valid person, and its capacity may declare for this procedure (art. 284; R-DEC-076 to R-DEC-078). */
function declarantDefects(draft: DeclarationDraft, on: string, law: FilingLaw): readonly Reason[] {
  const { declarant, procedureCode = '' } = draft;
  if (declarant === undefined) return [];
  const { capacity, country, identification } = declarant;
  const notAllowed =
    ((capacity === 'CARRIER' || capacity === 'FORWARDER_UNION') && procedureCode !== '80') ||
    (capacity === 'FOREIGN_REPRESENTATIVE_OFFICE' &&
      (!REPRESENTATIVE_OFFICE_PROCEDURES.has(procedureCode) ||
        (procedureCode === '40' && declarant.forOwnUse !== true)));
  const foreign = country !== undefined && country !== '' && !law.reference.eaeuStates.has(country, on);
  return [
    ...defectWhen(
      country === 'KZ' && !!identification && parseBinOrIin(identification) === undefined,
      'DECLARANT_NUMBER_INVALID',
      { pointer: '/declarant/identification', value: identification },
    ),
    ...defectWhen(notAllowed, 'CAPACITY_NOT_ALLOWED', { pointer: '/declarant/capacity', value: capacity }),
    ...defectWhen(
      foreign && capacity !== undefined && UNION_CAPACITIES.has(capacity),
      'DECLARANT_NOT_OF_MEMBER_STATE',
      { pointer: '/declarant/country', value: country },
    ),
  ];
}

/** The representative is active in the register on the day, and its specialist is valid (R-DEC-079, R-DEC-275). */
function representativeDefects(
  draft: DeclarationDraft,
  entry: RepresentativeFact | undefined,
  on: string,
): readonly Reason[] {
  const registerNumber = draft.representative?.registerNumber;
  if (registerNumber === undefined || registerNumber === '') return [];
  const found = { pointer: '/representative/registerNumber', value: registerNumber };
  if (entry === undefined || entry.registerNumber !== registerNumber) {
    return [defect('REPRESENTATIVE_NOT_IN_REGISTER', found)];
  }
  return [
    ...defectWhen(
      entry.identification !== draft.representative?.identification,
      'REPRESENTATIVE_DIFFERS',
      found,
    ),
    ...defectWhen(entry.status === 'EXCLUDED', 'REPRESENTATIVE_EXCLUDED', found),
    ...defectWhen(entry.status === 'SUSPENDED', 'REPRESENTATIVE_SUSPENDED', found),
    ...specialistDefects(draft, entry, on),
  ];
}

function specialistDefects(
  draft: DeclarationDraft,
  entry: RepresentativeFact,
  on: string,
): readonly Reason[] {
  const certificateNumber = draft.filledBy?.certificateNumber;
  if (!certificateNumber || entry.specialists === undefined) return [];
  const specialist = entry.specialists.find((line) => line.certificateNumber === certificateNumber);
  const valid = specialist !== undefined && specialist.employed && specialist.validTo >= on;
  return defectWhen(!valid, 'SPECIALIST_NOT_VALID', {
    pointer: '/filledBy/certificateNumber',
    value: certificateNumber,
  });
}
