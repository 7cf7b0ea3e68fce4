/** What officers and payers say of forced collection over HTTP: bank orders, debtors, property, court. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { PAYABLE_KINDS, type PayableKind } from '../../payment-kind.js';
import { DATE, TENGE } from '../acts/collection.dto.js';
import type { AccountPurpose } from '../documents/collection-order-document.js';

const PURPOSES = ['ORDINARY', 'LOAN_SECURITY', 'PENSION', 'PROJECT_FINANCE', 'SECURITIZATION'] as const;

export class LoanSecuredDto {
  @JSONSchema({ description: 'What the account holds, tenge' })
  @Matches(TENGE)
  balance: string;

  @JSONSchema({ description: 'The principal still owed to that bank, tenge' })
  @Matches(TENGE)
  principalOwed: string;
}

export class BankOrderDto {
  @JSONSchema({ description: 'Code of the bank, e.g. HALYKKZ' })
  @Length(1, 20)
  bank: string;

  @Length(1, 34)
  account: string;

  @JSONSchema({ description: 'Currency of the account, ISO 4217' })
  @Matches(/^[A-Z]{3}$/)
  currency: string;

  @JSONSchema({
    description:
      'What the account is for; pension, project finance and securitization accounts give nothing (art. 165.1)',
  })
  @IsIn(PURPOSES)
  purpose: AccountPurpose;

  @JSONSchema({ description: 'For an account that secures a loan of that bank' })
  @IsOptional()
  @ValidateNested()
  @Type(() => LoanSecuredDto)
  secures?: LoanSecuredDto;

  @JSONSchema({ description: 'Tenge' })
  @Matches(TENGE)
  amount: string;

  @JSONSchema({ description: 'The kind, or its penalty interest: one order, one budget code' })
  @IsIn(PAYABLE_KINDS)
  kind: PayableKind;
}

export class BankAnswerDto {
  @JSONSchema({ description: 'Tenge credited to the budget' })
  @Matches(TENGE)
  credited: string;

  @JSONSchema({
    description: 'Tenge for one unit on the day of collection, for an account in another currency',
  })
  @IsOptional()
  @Matches(/^\d{1,8}(\.\d{1,6})?$/)
  rate?: string;

  @Matches(DATE)
  on: string;
}

export class BankStageDto {
  @JSONSchema({
    description: 'The record that the payer has no account in any bank; needed when no order was sent',
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  noAccountsRecord?: string;
}

export class ListedDebtorDto {
  @JSONSchema({ description: 'BIN or IIN' })
  @Matches(/^\d{12}$/)
  debtor: string;

  @Length(1, 300)
  name: string;

  @JSONSchema({ description: 'Tenge' })
  @Matches(TENGE)
  receivable: string;
}

export class DebtorListDto {
  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => ListedDebtorDto)
  debtors: ListedDebtorDto[];
}

export class DebtorNoticeDto {
  @Matches(/^\d{12}$/)
  debtor: string;

  @Matches(TENGE)
  amount: string;
}

export class ReceivedDto {
  @Matches(DATE)
  on: string;
}

export class SettlementPartyDto {
  @IsString()
  @MaxLength(300)
  name: string;

  @IsString()
  @MaxLength(12)
  identificationNumber: string;

  @IsString()
  @MaxLength(500)
  legalAddress: string;

  @IsString()
  @MaxLength(300)
  bankDetails: string;

  @IsBoolean()
  signedAndSealed: boolean;
}

/** Parts of art. 166.3; what is missing is for the law to refuse. */
export class SettlementActDto {
  @ValidateNested()
  @Type(() => SettlementPartyDto)
  payer: SettlementPartyDto;

  @ValidateNested()
  @Type(() => SettlementPartyDto)
  debtor: SettlementPartyDto;

  @IsString()
  @MaxLength(5)
  customsBodyOfPayer: string;

  @IsString()
  @MaxLength(300)
  debtorRegistration: string;

  @Matches(TENGE)
  sumOwed: string;

  @JSONSchema({
    description: "The day as on which the sum is stated: that of the debtor's receipt of the notice",
  })
  @Matches(DATE)
  asOn: string;

  @Matches(DATE)
  date: string;
}

export class FindingDto {
  @IsString()
  @MaxLength(1000)
  finding: string;
}

export class DebtorStageDto {
  @JSONSchema({ description: 'The record that no debtor is known; needed when nobody was noticed' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  noDebtorsRecord?: string;
}

export class ForeclosureDto {
  @JSONSchema({ description: 'BIN of the entity that sells (art. 167.2)' })
  @IsString()
  @MaxLength(12)
  authorizedLegalEntity: string;

  @IsInt()
  @Min(0)
  @Max(10)
  copies: number;

  @IsBoolean()
  restrictionAttached: boolean;

  @IsBoolean()
  inventoryAttached: boolean;
}

export class SaleDto {
  @Matches(TENGE)
  proceeds: string;

  @Matches(DATE)
  on: string;
}

export class CourtApplicationDto {
  @Length(1, 300)
  court: string;

  @JSONSchema({ description: 'Number of the statement of claim' })
  @Length(1, 100)
  claim: string;
}
