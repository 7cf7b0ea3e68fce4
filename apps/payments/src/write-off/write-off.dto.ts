/** What officers propose and heads decide of write-offs over HTTP. */
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';

export class WriteOffProposalDto {
  /** The case in which every measure was used. */
  @IsUUID()
  collectionId: string;

  /** The act of other legislation that lets the debt be written off. */
  @IsString()
  @MaxLength(300)
  act: string;

  @IsString()
  @MaxLength(100)
  provision: string;
}

export class HeadsDecisionDto {
  @IsString()
  @MaxLength(50)
  number: string;

  /** Reference of the signature under the written decision. */
  @IsString()
  @MaxLength(200)
  signature: string;

  @IsIn(['HEAD', 'ACTING_HEAD'])
  by: 'HEAD' | 'ACTING_HEAD';
}

export class WriteOffsQuery {
  @IsOptional()
  @Matches(/^\d{12}$/)
  payer?: string;

  /** The last id of the page before. */
  @IsOptional()
  @IsUUID()
  after?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;
}
