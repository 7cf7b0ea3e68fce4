/** What declarants and officers say of contingent liabilities over HTTP. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
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
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { PageQuery } from '@shekara/service-kit';

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const ENDINGS = ['RELEASED_FOR_RE_EXPORT', 'ACCEPTED_BY_STATE', 'DESTROYED'] as const;
const APPLICANTS = ['DECLARANT', 'PERSON_WITH_POWER_OVER_GOODS', 'OTHER'] as const;

class OfItemsDto {
  @JSONSchema({
    description: 'Numbers of the items of the declaration; all that are left when absent',
    example: [1],
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(999)
  @ArrayUnique()
  @Type(() => Number)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(999, { each: true })
  items?: number[];
}

export class MisuseDto extends OfItemsDto {
  @JSONSchema({ description: 'Number of the act', example: 'ACT/2026/12' })
  @IsString()
  @Length(1, 100)
  document: string;

  @JSONSchema({
    description: 'What was found',
    example: 'The press is let to another enterprise since 1 June 2026',
  })
  @IsString()
  @Length(1, 1000)
  finding: string;

  @JSONSchema({ description: 'First day of misuse; leave it out when unknown', example: '2026-06-01' })
  @IsOptional()
  @Matches(DATE)
  misusedOn?: string;
}

/** What is missing is for the law to refuse, with every reason. */
export class OtherUseApplicationDto extends OfItemsDto {
  @JSONSchema({ description: 'The customs body applied to', example: '55302' })
  @Matches(/^\d{5}$/)
  customsBody: string;

  @JSONSchema({ description: 'The use that is meant', example: 'Sale on the market' })
  @IsString()
  @Length(1, 1000)
  use: string;

  @JSONSchema({ description: 'Number of the payment document', example: 'PAY-2026-77' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  paymentDocument?: string;

  @JSONSchema({ description: 'The copy of the declaration is enclosed', example: true })
  @IsBoolean()
  declarationCopy: boolean;

  @JSONSchema({
    description: 'Who applies, where an officer registers an application on paper',
    example: 'DECLARANT',
  })
  @IsOptional()
  @IsIn(APPLICANTS)
  applicant?: (typeof APPLICANTS)[number];
}

export class ContingentEndingDto extends OfItemsDto {
  @IsIn(ENDINGS)
  because: (typeof ENDINGS)[number];

  @JSONSchema({
    description: 'The release for re-export, or the document of acceptance or destruction',
    example: '55302/010626/0000012',
  })
  @IsString()
  @Length(1, 100)
  document: string;

  @JSONSchema({
    description: 'Day of the release for re-export, or of the document; without a document nothing ends',
    example: '2026-06-01',
  })
  @IsOptional()
  @Matches(DATE)
  on?: string;
}

export class DifferencePaymentDto {
  @JSONSchema({ description: 'Money sent for import duty, or the advance', example: 'ADVANCE' })
  @IsIn(['KIND', 'ADVANCE'])
  from: 'KIND' | 'ADVANCE';
}

export class ContingentLiabilitiesQuery extends PageQuery {
  @JSONSchema({ description: 'BIN or IIN', example: '980540000397' })
  @IsOptional()
  @Matches(/^\d{12}$/)
  payer?: string;

  @JSONSchema({ example: 'OPEN' })
  @IsOptional()
  @IsIn(['OPEN', 'CLOSED'])
  status?: 'OPEN' | 'CLOSED';
}
