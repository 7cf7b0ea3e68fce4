/** What officers say of defaults and demands over HTTP. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { SECURED_KINDS } from './demand-sums.js';

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const TENGE = /^\d{1,14}(\.\d{1,2})?$/;

export class SumInDefaultDto {
  /** Kind of payment, e.g. IMPORT_VAT. */
  @IsIn(SECURED_KINDS)
  kind: (typeof SECURED_KINDS)[number];

  /** Tenge of duty or tax that is unpaid. */
  @Matches(TENGE)
  principal: string;
}

export class DefaultDto {
  /** The reservation that covers the obligation. */
  @Length(1, 100)
  reservationId: string;

  /** The last day on which the obligation was to be performed. */
  @Matches(DATE)
  dueOn: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => SumInDefaultDto)
  sums: SumInDefaultDto[];
}

export class LateDemandsQuery {
  /** First day of sending. */
  @Matches(DATE)
  from: string;

  /** Last day of sending. */
  @Matches(DATE)
  to: string;
}

export class SendingDto {
  /** Needed once the five working days have passed. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  lateReason?: string;
}

export class DeliveryDto {
  /** The day on which the addressee received the demand. */
  @Matches(DATE)
  deliveredOn: string;

  /** The receipt or registered mail, by its number. */
  @Length(1, 200)
  proof: string;
}

export class ResultDto {
  /** Tenge that came; 0 when nothing did. */
  @Matches(TENGE)
  paid: string;

  /** The day of the payment; when nothing came, the day on which that is recorded. */
  @Matches(DATE)
  paidOn: string;

  /** Number of the payment document, or of the record that nothing came. */
  @Length(1, 100)
  document: string;
}

export class TransferDto {
  /** Number of the payment order that the head signed. */
  @Length(1, 100)
  document: string;
}

export class CancellationDto {
  @IsIn(['PAID_BY_PAYER', 'OBLIGATION_ENDED'])
  cause: 'PAID_BY_PAYER' | 'OBLIGATION_ENDED';
}

export class OverdueMeasureDto {
  /** SURETY_BACKING only for a demand to a surety (art. 147.1). */
  @IsIn(['COURT_CLAIM', 'SURETY_BACKING'])
  measure: 'COURT_CLAIM' | 'SURETY_BACKING';

  /** Number of the claim or letter. */
  @Length(1, 100)
  document: string;
}
