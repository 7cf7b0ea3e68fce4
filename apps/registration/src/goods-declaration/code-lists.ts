/** Code lists of the goods declaration that no classifier of the reference data holds (law file "Code lists"). */
import type { LegalRef } from '@shekara/kernel';
import { art, rules2024 } from '@shekara/kernel';

export const DECLARATION_FORMS = [
  'GOODS_DECLARATION',
  'TRANSIT_DECLARATION',
  'PASSENGER_DECLARATION',
  'VEHICLE_DECLARATION',
  'SUBSTITUTE_DOCUMENT',
  'RELEASE_APPLICATION',
  'ADJUSTMENT_FORM',
] as const;
export type DeclarationForm = (typeof DECLARATION_FORMS)[number];

export const DECLARATION_FEATURES = [
  'STANDARD',
  'PRELIMINARY',
  'INCOMPLETE',
  'PERIODIC',
  'TEMPORARY',
  'UNASSEMBLED',
  'AFTER_RELEASE',
  'FULL_AFTER_INCOMPLETE',
  'FULL_AFTER_PERIODIC',
  'FULL_AFTER_TEMPORARY',
  'ELECTRICITY',
] as const;
export type DeclarationFeature = (typeof DECLARATION_FEATURES)[number];

export const FILING_CHANNELS: Readonly<Record<FilingChannel, LegalRef>> = {
  IS_ELECTRONIC: rules2024('filing in the information system'),
  EGOV_PORTAL: rules2024('filing through the portal'),
  PAPER: art(277, 3),
};
export type FilingChannel = 'IS_ELECTRONIC' | 'EGOV_PORTAL' | 'PAPER';

/** Box 37, second pair: the goods were under no procedure before. */
export const NO_PREVIOUS_PROCEDURE = '00';

/** Procedures that an organisation's representative office may declare (art. 284.2, R-DEC-077). */
export const REPRESENTATIVE_OFFICE_PROCEDURES: ReadonlySet<string> = new Set(['53', '31', '40']);

/** Goods for which no customs fee is due (art. 122.1.8: abandonment to the state). */
export const PROCEDURES_WITHOUT_FEE: ReadonlySet<string> = new Set(['94']);

export const DECLARANT_CAPACITIES = [
  'DEAL_PARTY',
  'GOODS_HOLDER',
  'FOREIGN_PERSONAL_USE',
  'FOREIGN_PRIVILEGED',
  'FOREIGN_REPRESENTATIVE_OFFICE',
  'FOREIGN_RIGHT_HOLDER',
  'CARRIER',
  'FORWARDER_UNION',
] as const;
export type DeclarantCapacity = (typeof DECLARANT_CAPACITIES)[number];

/** Capacities that only a person of a member state holds (art. 284.1, 284.3). */
export const UNION_CAPACITIES: ReadonlySet<string> = new Set([
  'DEAL_PARTY',
  'GOODS_HOLDER',
  'FORWARDER_UNION',
]);

/** Modes without a vehicle: pipeline, power line. */
export const MODES_WITHOUT_VEHICLE: ReadonlySet<string> = new Set(['71', '72']);

/** Kinds of documents always asked: codes or groups of the classifier (art. 281.1, R-DEC-051). */
export const DOCUMENTS_ALWAYS_ASKED = ['AUTHORITY', 'DEAL_OR_COMMERCIAL', 'TRANSPORT'] as const;

/** Asked because of the procedure (art. 282, R-DEC-053). */
export const DOCUMENTS_OF_PROCEDURE: Readonly<Record<string, readonly string[]>> = {
  '51': ['PROCESSING_DOC_INSIDE'],
  '21': ['PROCESSING_DOC_OUTSIDE'],
  '91': ['PROCESSING_DOC_DOMESTIC'],
  '60': ['REIMPORT_EXPORT_DECLARATION', 'REIMPORT_BORDER_DATE'],
  '93': ['ENVIRONMENT_CONCLUSION'],
  '78': ['FREE_ZONE_DOCS'],
  '77': ['FREE_ZONE_DOCS'],
};
