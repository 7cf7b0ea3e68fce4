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
import { PAYABLE_KINDS, type PayableKind } from '../payment-kind.js';
import { DATE, TENGE } from './collection.dto.js';
import type { AccountPurpose } from './collection-order-document.js';

const PURPOSES = ['ORDINARY', 'LOAN_SECURITY', 'PENSION', 'PROJECT_FINANCE', 'SECURITIZATION'] as const;

export class LoanSecuredDto {
  /** What the account holds, tenge. */
  @Matches(TENGE)
  balance: string;

  /** The principal still owed to that bank, tenge. */
  @Matches(TENGE)
  principalOwed: string;
}

export class BankOrderDto {
  /** Code of the bank, e.g. HALYKKZ. */
  @Length(1, 20)
  bank: string;

  @Length(1, 34)
  account: string;

  /** Currency of the account, ISO 4217. */
  @Matches(/^[A-Z]{3}$/)
  currency: string;

  /** What the account is for; pension, project finance and securitization accounts give nothing (art. 165.1). */
  @IsIn(PURPOSES)
  purpose: AccountPurpose;

  /** For an account that secures a loan of that bank. */
  @IsOptional()
  @ValidateNested()
  @Type(() => LoanSecuredDto)
  secures?: LoanSecuredDto;

  /** Tenge. */
  @Matches(TENGE)
  amount: string;

  /** The kind, or its penalty interest: one order, one budget code. */
  @IsIn(PAYABLE_KINDS)
  kind: PayableKind;
}

export class BankAnswerDto {
  /** Tenge credited to the budget. */
  @Matches(TENGE)
  credited: string;

  /** Tenge for one unit on the day of collection, for an account in another currency. */
  @IsOptional()
  @Matches(/^\d{1,8}(\.\d{1,6})?$/)
  rate?: string;

  @Matches(DATE)
  on: string;
}

export class BankStageDto {
  /** The record that the payer has no account in any bank; needed when no order was sent. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  noAccountsRecord?: string;
}

export class ListedDebtorDto {
  /** BIN or IIN. */
  @Matches(/^\d{12}$/)
  debtor: string;

  @Length(1, 300)
  name: string;

  /** Tenge. */
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

  /** The day as on which the sum is stated: that of the debtor's receipt of the notice. */
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
  /** The record that no debtor is known; needed when nobody was noticed. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  noDebtorsRecord?: string;
}

export class ForeclosureDto {
  /** BIN of the entity that sells (art. 167.2). */
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

  /** Number of the statement of claim. */
  @Length(1, 100)
  claim: string;
}
