/** What officers and payers say of debts over HTTP. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { PAYER_ENTRY_REDUCTIONS, type PayerEntryReduction } from '../ledger/payer-entry.js';
import { LIMITATION_STARTS, type LimitationStart } from '../obligation/limitation.js';
import { TRIGGER_MATRIX, type Trigger } from '../obligation/trigger-matrix.js';
import { ORIGINS } from '../obligation/said-facts.js';
import { CAUSES, type Cause } from '../obligation/trigger.js';
import { PAYMENT_KINDS, type PaymentKind } from '../payment-kind.js';
import {
  CUSTOMS_ENTRY_SOURCES,
  type CustomsEntrySource,
  PAYING_MONEY,
  type PayingMoney,
} from './customs-debt.js';

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const TENGE = /^\d{1,15}(\.\d{1,2})?$/;
const STANDSTILLS = [
  'BANKRUPT_DECISION',
  'COMPULSORY_LIQUIDATION',
  'REHABILITATION',
  'MISSING_PERSON',
] as const;

export class SumOfKindDto {
  @IsIn(PAYMENT_KINDS)
  kind: PaymentKind;

  @JSONSchema({ description: 'Tenge, at most two decimals', example: '1000000.00' })
  @Matches(TENGE)
  amount: string;
}

export class OriginDto {
  @IsIn(ORIGINS)
  origin: (typeof ORIGINS)[number];

  @JSONSchema({
    description: 'The body that released the goods, or found the illegal movement',
    example: '55302',
  })
  @Matches(/^\d{5}$/)
  customsBody: string;

  @JSONSchema({
    description: 'Transit: the state (ISO 3166-1) in which the goods are found to be',
    example: 'KZ',
  })
  @IsOptional()
  @Matches(/^[A-Z]{2}$/)
  foundIn?: string;
}

export class CustomsDebtDto {
  @JSONSchema({ description: 'BIN or IIN', example: '980540000397' })
  @Matches(/^\d{12}$/)
  payer: string;

  @IsString()
  @Length(1, 300)
  payerName: string;

  @JSONSchema({ description: 'The body on whose account the debt is entered', example: '55302' })
  @Matches(/^\d{5}$/)
  customsBody: string;

  @IsOptional()
  @IsUUID()
  caseId?: string;

  @JSONSchema({ description: 'What the entry comes from (art. 141.5)', example: 'CUSTOMS_CONTROL' })
  @IsIn(CUSTOMS_ENTRY_SOURCES)
  source: CustomsEntrySource;

  @JSONSchema({ description: 'Number of the act or decision', example: 'ACT/2026/7' })
  @IsString()
  @Length(1, 100)
  document: string;

  @JSONSchema({ description: 'Row of the trigger matrix', example: 'DOMESTIC_CONSUMPTION' })
  @IsIn(TRIGGER_MATRIX.map(({ trigger }) => trigger))
  trigger: Trigger;

  @IsOptional()
  @IsIn(CAUSES)
  cause?: Cause;

  @JSONSchema({
    description: 'Legal dates by the names of the matrix',
    example: { REGISTRATION: '2026-03-01', RELEASE: '2026-03-02' },
  })
  @IsObject()
  days: Record<string, string>;

  @ValidateNested()
  @Type(() => OriginDto)
  origin: OriginDto;

  @IsIn(Object.keys(LIMITATION_STARTS))
  limitationStart: LimitationStart;

  @JSONSchema({ example: '2026-03-02' })
  @Matches(DATE)
  limitationStartedOn: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PAYMENT_KINDS.length)
  @ValidateNested({ each: true })
  @Type(() => SumOfKindDto)
  sums: SumOfKindDto[];
}

export class DebtPaymentDto {
  @IsIn(PAYMENT_KINDS)
  kind: PaymentKind;

  @JSONSchema({ description: 'Tenge, at most two decimals', example: '1000000.00' })
  @Matches(TENGE)
  amount: string;

  @JSONSchema({
    description: 'Money sent for the kind, for its penalty interest, or as advance',
    example: 'KIND',
  })
  @IsIn(PAYING_MONEY)
  from: PayingMoney;

  @JSONSchema({ description: 'The confirmed receipt whose bank date counts; today without one' })
  @IsOptional()
  @IsUUID()
  receiptId?: string;
}

export class DebtLoweringDto {
  @IsString()
  @Length(1, 100)
  document: string;

  @IsIn(PAYMENT_KINDS)
  kind: PaymentKind;

  @JSONSchema({ description: 'Tenge: by how much the debt is lowered', example: '900000.00' })
  @Matches(TENGE)
  amount: string;

  @JSONSchema({ description: 'Number of the decision', example: 'COURT/5' })
  @IsString()
  @Length(1, 100)
  decision: string;

  @JSONSchema({ description: 'Needed for what the payer declared itself (art. 141.4)', example: 'RE_IMPORT' })
  @IsOptional()
  @IsIn(Object.keys(PAYER_ENTRY_REDUCTIONS))
  ground?: PayerEntryReduction;
}

export class StandstillDto {
  @IsIn(STANDSTILLS)
  cause: (typeof STANDSTILLS)[number];

  @Matches(DATE)
  from: string;

  @JSONSchema({
    description: "Only of a missing person: the day on which the court's decision was cancelled",
  })
  @IsOptional()
  @Matches(DATE)
  cancelledOn?: string;

  @JSONSchema({ description: "The court's decision", example: 'COURT/77' })
  @IsString()
  @Length(1, 300)
  evidence: string;
}

export class DebtsQuery {
  @JSONSchema({
    description: 'Interest up to this day, that day included; today when absent',
    example: '2026-03-31',
  })
  @IsOptional()
  @Matches(DATE)
  until?: string;

  @JSONSchema({ description: 'Only the sums of this document', example: 'ACT/2026/7' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  document?: string;
}
