import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';

export class OpenAccountDto {
  @Matches(/^\d{12}$/)
  payer: string;

  @IsString()
  @Length(1, 300)
  name: string;

  @Matches(/^\d{5}$/)
  customsBody: string;
}

export class StatementQuery {
  @IsOptional()
  @Matches(/^\d{5}$/)
  customsBody?: string;

  /** Id of the last entry of the page before. */
  @IsOptional()
  @IsUUID()
  before?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 20;
}

export class TrialBalanceQuery {
  /** Legal date; today when absent. */
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  on?: string;
}
