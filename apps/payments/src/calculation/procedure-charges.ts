/**
 * What the registration of a declaration charges under each customs procedure (art. 129.1, 129.3(1), 306.1), as a table: payable
 * before release, nothing while the conditions of the procedure hold, or a part for each month.
 */
import type { Trigger } from '../obligation/trigger-matrix.js';

export type Charged =
  /** Payable before release. */
  | 'PAYABLE'
  /** Nothing is payable while the conditions hold; the sum falls due by the row of the breach (art. 129.3(1)). */
  | 'CONDITIONAL'
  /** A percent of the consumption sum for each calendar month, or nothing under full exemption (art. 386). */
  | 'MONTHLY';

export interface ChargesOfProcedure {
  /** As `customs-procedures.csv` names it. */
  readonly procedure: string;
  /** Row by which payable sums fall due; absent where no obligation for duties and taxes arises at all. */
  readonly trigger?: Trigger;
  /** Row that opens when the conditions of the procedure break (R-PAY-246). */
  readonly breach?: Trigger;
  readonly importDuty?: Charged;
  readonly exportDuty?: Charged;
  /** Excise and VAT. */
  readonly taxes?: Charged;
  /** Left out under abandonment only (art. 122.1(8)). */
  readonly declarationCharge: boolean;
  readonly article: string;
}

/** An officer assesses: sums are set by treaty or by the Commission (art. 129.4, 131.2, 419; R-PAY-070). */
interface LeftToOfficer {
  readonly procedure: string;
  readonly leftToOfficer: true;
  readonly article: string;
}

export type ProcedureCharges = ChargesOfProcedure | LeftToOfficer;

const IMPORT_CONDITIONAL = {
  importDuty: 'CONDITIONAL',
  taxes: 'CONDITIONAL',
  declarationCharge: true,
} as const;
const EXPORT_CONDITIONAL = { exportDuty: 'CONDITIONAL', declarationCharge: true } as const;

/** By the two digits of the procedure. */
export const PROCEDURE_CHARGES: Readonly<Record<string, ProcedureCharges>> = {
  '10': {
    procedure: 'EXPORT',
    trigger: 'EXPORT',
    exportDuty: 'PAYABLE',
    declarationCharge: true,
    article: 'art. 317.1, 318',
  },
  '21': {
    procedure: 'PROCESSING_OUTSIDE',
    trigger: 'OUTSIDE_PROCESSING_BREACH',
    breach: 'OUTSIDE_PROCESSING_BREACH',
    ...EXPORT_CONDITIONAL,
    article: 'art. 356.1, 365',
  },
  '23': {
    procedure: 'TEMPORARY_EXPORT',
    trigger: 'TEMPORARY_EXPORT_NOT_COMPLETED',
    breach: 'TEMPORARY_EXPORT_NOT_COMPLETED',
    ...EXPORT_CONDITIONAL,
    article: 'art. 389, 394',
  },
  '31': {
    procedure: 'RE_EXPORT',
    trigger: 'RE_EXPORT_NOT_TAKEN_OUT',
    breach: 'RE_EXPORT_NOT_TAKEN_OUT',
    ...IMPORT_CONDITIONAL,
    article: 'art. 400, 404',
  },
  '40': {
    procedure: 'RELEASE_FOR_DOMESTIC_CONSUMPTION',
    trigger: 'DOMESTIC_CONSUMPTION',
    importDuty: 'PAYABLE',
    taxes: 'PAYABLE',
    declarationCharge: true,
    article: 'art. 126.1, 131.3, 315',
  },
  '51': {
    procedure: 'PROCESSING_INSIDE',
    trigger: 'INSIDE_PROCESSING_BREACH',
    breach: 'INSIDE_PROCESSING_BREACH',
    ...IMPORT_CONDITIONAL,
    article: 'art. 343.1, 354',
  },
  '53': {
    procedure: 'TEMPORARY_IMPORT',
    trigger: 'TEMPORARY_IMPORT_FIRST_PART',
    breach: 'TEMPORARY_IMPORT_BREACH',
    importDuty: 'MONTHLY',
    taxes: 'MONTHLY',
    declarationCharge: true,
    article: 'art. 386, 387',
  },
  '60': { procedure: 'RE_IMPORT', declarationCharge: true, article: 'art. 396.1' },
  '70': {
    procedure: 'CUSTOMS_WAREHOUSE',
    trigger: 'CUSTOMS_WAREHOUSE_DECLARANT',
    breach: 'CUSTOMS_WAREHOUSE_DECLARANT',
    ...IMPORT_CONDITIONAL,
    article: 'art. 333, 341',
  },
  '77': { procedure: 'FREE_WAREHOUSE', leftToOfficer: true, article: 'art. 129.4, 131.2' },
  '78': { procedure: 'FREE_CUSTOMS_ZONE', leftToOfficer: true, article: 'art. 129.4, 131.2' },
  '80': {
    procedure: 'CUSTOMS_TRANSIT',
    trigger: 'TRANSIT_FOREIGN_GOODS_NOT_DELIVERED',
    breach: 'TRANSIT_FOREIGN_GOODS_NOT_DELIVERED',
    ...IMPORT_CONDITIONAL,
    article: 'art. 319.1, 331',
  },
  '90': { procedure: 'SPECIAL_PROCEDURE', leftToOfficer: true, article: 'art. 419' },
  '91': {
    procedure: 'PROCESSING_FOR_DOMESTIC_CONSUMPTION',
    trigger: 'CONSUMPTION_PROCESSING_TAXES',
    breach: 'CONSUMPTION_PROCESSING_DUTY_BREACH',
    importDuty: 'CONDITIONAL',
    taxes: 'PAYABLE',
    declarationCharge: true,
    article: 'art. 368, 378',
  },
  '93': { procedure: 'DESTRUCTION', declarationCharge: true, article: 'art. 412' },
  '94': { procedure: 'ABANDONMENT_TO_STATE', declarationCharge: false, article: 'art. 122.1(8), 416.1' },
  '96': {
    procedure: 'DUTY_FREE_TRADE',
    trigger: 'DUTY_FREE_MISUSE_OR_LOSS',
    breach: 'DUTY_FREE_MISUSE_OR_LOSS',
    ...IMPORT_CONDITIONAL,
    article: 'art. 406, 411',
  },
};

/** The Union goods of a transit that began inside: nothing but an export duty can fall due (art. 332). */
export const TRANSIT_OF_UNION_GOODS: ProcedureCharges = {
  procedure: 'CUSTOMS_TRANSIT',
  trigger: 'TRANSIT_UNION_GOODS_NOT_DELIVERED',
  breach: 'TRANSIT_UNION_GOODS_NOT_DELIVERED',
  ...EXPORT_CONDITIONAL,
  article: 'art. 319.1, 332',
};

/** What a procedure charges, or undefined where an officer assesses; `unionGoods`: the goods move as goods of the Union. */
export function chargesOf(procedure: string, unionGoods: boolean): ChargesOfProcedure | undefined {
  const charges = procedure === '80' && unionGoods ? TRANSIT_OF_UNION_GOODS : PROCEDURE_CHARGES[procedure];
  if (!charges || 'leftToOfficer' in charges) return undefined;
  // Goods of the Union in a duty-free shop never owed import duties.
  return procedure === '96' && unionGoods ? undefined : charges;
}
