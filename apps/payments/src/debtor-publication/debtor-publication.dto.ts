/** What the public asks of the list, and what officers add to it. */
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';

export class DebtorsQuery {
  @JSONSchema({ description: 'The last BIN or IIN of the page before', example: '980540000397' })
  @IsOptional()
  @Matches(/^\d{12}$/)
  after?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  limit = 100;
}

export class PublishedPersonDto {
  @JSONSchema({ example: '980540000397' })
  @Matches(/^\d{12}$/)
  payer: string;

  @JSONSchema({ example: 'Stanok TOO' })
  @IsString()
  @Length(1, 300)
  name: string;

  @JSONSchema({ description: 'Full name of the head; a physical person has none', example: 'Askar Omarov' })
  @IsOptional()
  @IsString()
  @Length(3, 200)
  headFullName?: string;
}

export class DebtorListDto {
  @JSONSchema({ description: 'A month that is over', example: '2026-02' })
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
  reportingMonth: string;
}
