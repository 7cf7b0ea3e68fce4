/** What payers and officers say of overpayments over HTTP. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '@shekara/service-kit';
import { JSONSchema } from 'class-validator-jsonschema';
import { MONEY_PURPOSES, type MoneyPurpose } from '../payment-kind.js';
import { COPIES_NEEDED, type OverpaidAs } from './overpayment.js';
import { type ClaimedGround, REFUND_PROCEDURES } from './refund-claim.js';
import { REFUND_GROUNDS, type RefundGround } from './refund-ground.js';

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const TENGE = /^\d{1,13}(\.\d{1,2})?$/;
const PAID_AS = ['OVERPAID', 'OVER_COLLECTED', 'MISTAKEN', 'ADVANCE'] as const;
const RETURNED_GOODS = ['40', '10'] as const;

/** The ground and its facts; which of them are needed depends on the ground. */
export class GroundDto implements ClaimedGround {
  @JSONSchema({ description: 'Code of the list RefundGround', example: 'PROCEDURE_REFUND' })
  @IsIn(Object.keys(REFUND_GROUNDS))
  ground: RefundGround;

  @JSONSchema({ description: 'MISTAKEN: code of the list PaymentMistake', example: 'BANK_DUPLICATE' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  mistake?: string;

  @JSONSchema({
    description: 'PROCEDURE_REFUND: the procedure that gives the refund',
    example: 'FAULTY_RE_EXPORT',
  })
  @IsOptional()
  @IsIn(REFUND_PROCEDURES)
  procedure?: (typeof REFUND_PROCEDURES)[number];

  @IsOptional()
  @IsIn(RETURNED_GOODS)
  changedFrom?: (typeof RETURNED_GOODS)[number];

  @IsOptional()
  @IsIn(RETURNED_GOODS)
  changedTo?: (typeof RETURNED_GOODS)[number];

  @JSONSchema({
    description:
      'The day of the first declaration, release or placing from which the term of the ground counts',
    example: '2026-03-10',
  })
  @IsOptional()
  @Matches(DATE)
  countsFrom?: string;

  @JSONSchema({
    description:
      'The day of the proof of origin, of the new placing, or of the confirmation of export or transit',
    example: '2026-05-12',
  })
  @IsOptional()
  @Matches(DATE)
  arisenOn?: string;

  @JSONSchema({ description: 'Faulty goods: the day they actually left', example: '2026-05-14' })
  @IsOptional()
  @Matches(DATE)
  exportedOn?: string;

  @JSONSchema({ description: 'The relief was granted as a refund, or the procedure provides one' })
  @IsOptional()
  @IsBoolean()
  provided?: boolean;
}

export class OverpaymentApplicationDto {
  @JSONSchema({ description: 'BIN or IIN of the payer', example: '980540000397' })
  @Matches(/^\d{12}$/)
  payer: string;

  @JSONSchema({
    description: 'The customs body that cleared the goods, or where the money stands',
    example: '55302',
  })
  @Matches(/^\d{5}$/)
  customsBody: string;

  @IsIn(PAID_AS)
  paidAs: OverpaidAs;

  @JSONSchema({
    description: 'What the money was sent for: ADVANCE, a payment kind, or its penalty interest',
    example: 'IMPORT_VAT',
  })
  @IsIn(MONEY_PURPOSES)
  purpose: MoneyPurpose;

  @JSONSchema({ description: 'Tenge, at most two decimals', example: '1648000.00' })
  @Matches(TENGE)
  amount: string;

  @JSONSchema({ description: 'The day of the payment document', example: '2026-03-10' })
  @Matches(DATE)
  overpaidOn: string;

  @IsIn(Object.keys(COPIES_NEEDED))
  paidFor: keyof typeof COPIES_NEEDED;

  @JSONSchema({
    description: 'Needed when the payment belongs to a declaration',
    example: '55302/100326/0000001',
  })
  @IsOptional()
  @Matches(/^\d{5}\/\d{6}\/\d{7}$/)
  declarationNumber?: string;

  @JSONSchema({
    description: 'PAYMENT_DOCUMENTS, DECLARATION, OTHER_CLEARANCE_DOCUMENTS',
    example: ['PAYMENT_DOCUMENTS', 'DECLARATION'],
  })
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @MaxLength(50, { each: true })
  copies: string[];

  @JSONSchema({ description: 'Left out for an unused advance only' })
  @IsOptional()
  @ValidateNested()
  @Type(() => GroundDto)
  ground?: GroundDto;

  @JSONSchema({
    description: 'What stays payable of the kind by the new calculation, where the ground lowers the sum',
    example: '0.00',
  })
  @IsOptional()
  @Matches(TENGE)
  staysPayable?: string;
}

export class OverpaymentDecisionDto {
  @JSONSchema({ description: 'Number of the reconciliation act', example: '55302/200326/R000001' })
  @IsString()
  @MaxLength(100)
  act: string;

  @JSONSchema({
    description: 'What the act shows as overpaid, tenge; 0 refuses the application',
    example: '1648000.00',
  })
  @Matches(TENGE)
  overpaid: string;

  @JSONSchema({ description: 'The ground as found, where it differs from the one claimed' })
  @IsOptional()
  @ValidateNested()
  @Type(() => GroundDto)
  ground?: GroundDto;

  @IsOptional()
  @Matches(TENGE)
  staysPayable?: string;
}

export class ConfirmationDeliveryDto {
  @JSONSchema({ description: 'The day the payer received the confirmation', example: '2026-03-20' })
  @Matches(DATE)
  deliveredOn: string;
}

export class TaxApplicationDto {
  @JSONSchema({ description: 'The day the payer applied to the tax authority', example: '2026-03-25' })
  @Matches(DATE)
  filedOn: string;
}

export class TaxConclusionDto {
  @JSONSchema({
    description: "Number of the tax authority's conclusion with its payment order",
    example: '6210-2026-114',
  })
  @IsString()
  @Length(1, 100)
  reference: string;

  @JSONSchema({ description: 'Tenge to set off against debts', example: '350000.00' })
  @Matches(TENGE)
  offset: string;

  @JSONSchema({ description: 'Tenge to return', example: '1298000.00' })
  @Matches(TENGE)
  refund: string;
}

export class HeldOffsetDecisionDto {
  @IsIn(['APPROVE', 'DECLINE'])
  decision: 'APPROVE' | 'DECLINE';

  @JSONSchema({ description: 'APPROVE: the rule of the treaty', example: 'Annex 5 to the Treaty, par. 11' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  treatyRule?: string;
}

export class ApplicationsQuery extends PageQuery {
  @IsOptional()
  @Matches(/^\d{12}$/)
  payer?: string;
}
