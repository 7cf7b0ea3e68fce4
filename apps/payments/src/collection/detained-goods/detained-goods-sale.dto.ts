/** What officers say of money from a sale of detained goods. */
import { IsBoolean, IsOptional, IsUUID, Length, Matches } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { DATE, TENGE } from '../acts/collection.dto.js';

export class SaleMoneyDto {
  @JSONSchema({ description: 'Number of the act of detention' })
  @Length(1, 100)
  detentionAct: string;

  @Matches(/^\d{5}$/)
  customsBody: string;

  @IsOptional()
  @IsUUID()
  caseId?: string;

  @JSONSchema({ description: 'BIN or IIN of the declarant, or of the owner when nothing was declared' })
  @Matches(/^\d{12}$/)
  claimant: string;

  @IsBoolean()
  declared: boolean;

  @JSONSchema({ description: 'Tenge, e.g. 5000000.00' })
  @Matches(TENGE)
  proceeds: string;

  @JSONSchema({ description: 'Duties and taxes as for release for consumption on the detention day, tenge' })
  @Matches(TENGE)
  dutiesAndTaxes: string;

  @JSONSchema({ description: 'Transport, storage and sale, tenge' })
  @Matches(TENGE)
  costs: string;

  @JSONSchema({ description: 'The day the money arrived' })
  @Matches(DATE)
  receivedOn: string;
}

export class SaleLetterDto {
  @JSONSchema({ description: 'Number of the letter' })
  @Length(1, 100)
  letter: string;
}
