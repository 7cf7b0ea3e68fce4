/** A request for extension and its decision as they come over HTTP. */
import { IsBoolean, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

export class ExtensionRequestDto {
  /** An electronic request signed by its sender counts as written (art. 67.1). */
  @IsIn(['WRITTEN', 'ORAL'])
  form: 'WRITTEN' | 'ORAL' = 'WRITTEN';

  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  requestedEnd: string;

  @IsBoolean()
  acceptsLess: boolean = false;

  @IsString()
  @MaxLength(1000)
  reason: string = '';

  /** Contract or power of attorney, where the requester is not the consignee. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  authority?: string;
}

export class ExtensionDecisionDto {
  @IsIn(['GRANT', 'REFUSE'])
  decision: 'GRANT' | 'REFUSE';

  @IsString()
  @Length(1, 1000)
  reason: string;
}
