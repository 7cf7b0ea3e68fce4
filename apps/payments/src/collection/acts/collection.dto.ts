/** What officers and payers say of collection over HTTP: cases, own money, securing measures. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { PageQuery } from '@shekara/service-kit';
import { MONEY_PURPOSES, type MoneyPurpose, PAYABLE_KINDS, type PayableKind } from '../../payment-kind.js';
import {
  COLLECTION_STATES,
  type CollectionState,
  SECURING_MEASURES,
  type SecuringMeasure,
} from '../case/collection-measures.js';

export const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
export const TENGE = /^\d{1,15}(\.\d{1,2})?$/;

export class CasesQuery extends PageQuery {
  @IsOptional()
  @Matches(/^\d{12}$/)
  payer?: string;

  @JSONSchema({ description: 'E.g. S4A_BANK' })
  @IsOptional()
  @IsIn([...COLLECTION_STATES, 'COURT', 'CLOSED'])
  state?: CollectionState;
}

export class EntrepreneurDto {
  @JSONSchema({ description: 'Number of the registration as an individual entrepreneur' })
  @IsString()
  @MaxLength(100)
  evidence: string;
}

export class DisputeDto {
  @JSONSchema({ description: 'The disputed sum, tenge' })
  @Matches(TENGE)
  amount: string;
}

export class OffsetDto {
  @JSONSchema({ description: 'What the money on the account was sent for, e.g. ADVANCE' })
  @IsIn(MONEY_PURPOSES)
  from: MoneyPurpose;

  @JSONSchema({
    description: 'The kind, or its penalty interest, that it is set off against, e.g. IMPORT_VAT',
  })
  @IsIn(PAYABLE_KINDS)
  to: PayableKind;

  @JSONSchema({ description: 'Tenge, at most two decimals, e.g. 300000.00' })
  @Matches(TENGE)
  amount: string;

  @JSONSchema({
    description: 'The treaty rule that allows an offset between import duty and another kind (art. 138.8)',
  })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  treatyRule?: string;
}

export class GuaranteeReportDto {
  @JSONSchema({ description: 'Guarantees found no security of the payer that could be called in' })
  @IsIn(['NO_SECURITY'])
  report: 'NO_SECURITY';

  @Matches(DATE)
  on: string;
}

export class PayerInformationDto {
  @JSONSchema({ description: 'The offset or guarantee record that the payer is told of' })
  @IsUUID()
  documentId: string;

  @JSONSchema({ description: 'Number of the letter' })
  @Length(1, 100)
  letter: string;
}

export class AccountSuspensionDto {
  @JSONSchema({ description: 'Code of the bank, e.g. HALYKKZ' })
  @Length(1, 20)
  bank: string;

  @JSONSchema({ description: 'None: every account of the payer in the bank' })
  @IsArray()
  @ArrayMaxSize(200)
  @Length(1, 34, { each: true })
  accounts: string[];
}

export class CashSuspensionDto {
  @JSONSchema({ description: 'Two are needed: one stays, one is handed over (art. 163.1)' })
  @IsInt()
  @Min(0)
  @Max(10)
  copies: number;
}

export class CashDeliveryDto {
  @Matches(DATE)
  on: string;

  @JSONSchema({ description: "The payer's signature or another proof, by its number" })
  @IsString()
  @MaxLength(200)
  proofOfReceipt: string;
}

export class RestrictedItemDto {
  @Length(1, 300)
  name: string;

  @IsIn(['OWNERSHIP', 'ECONOMIC_CONTROL'])
  title: 'OWNERSHIP' | 'ECONOMIC_CONTROL';

  @JSONSchema({ description: 'Tenge' })
  @Matches(TENGE)
  price: string;

  @IsIn(['BOOKS', 'INDEPENDENT_VALUATION'])
  pricedBy: 'BOOKS' | 'INDEPENDENT_VALUATION';

  @IsOptional()
  @IsIn(['LEASED', 'PLEDGED'])
  held?: 'LEASED' | 'PLEDGED';
}

export class PropertyRestrictionDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => RestrictedItemDto)
  items: RestrictedItemDto[];

  @JSONSchema({ description: 'The payer has nothing else: then less than the debt may be restricted' })
  @IsBoolean()
  allOfPayersProperty: boolean;

  @IsInt()
  @Min(0)
  @Max(10)
  inventoryCopies: number;

  @IsBoolean()
  warningGiven: boolean;

  @IsBoolean()
  decisionCopyToPayer: boolean;

  @IsBoolean()
  inventoryCopyToPayer: boolean;
}

export class ImpossibleMeasureDto {
  @IsIn(SECURING_MEASURES)
  measure: SecuringMeasure;

  @JSONSchema({ description: 'Number of the record that says why' })
  @Length(1, 200)
  record: string;
}
