/** What officers propose and heads decide of write-offs over HTTP. */

import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { PageQuery } from '@shekara/service-kit';

export class WriteOffProposalDto {
  @JSONSchema({ description: 'The case in which every measure was used' })
  @IsUUID()
  collectionId: string;

  @JSONSchema({ description: 'The act of other legislation that lets the debt be written off' })
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

  @JSONSchema({ description: 'Reference of the signature under the written decision' })
  @IsString()
  @MaxLength(200)
  signature: string;

  @IsIn(['HEAD', 'ACTING_HEAD'])
  by: 'HEAD' | 'ACTING_HEAD';
}

export class WriteOffsQuery extends PageQuery {
  @IsOptional()
  @Matches(/^\d{12}$/)
  payer?: string;
}
