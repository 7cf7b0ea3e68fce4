/** Which report a file is, and what an officer says of one. */
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import type { LineVerdict } from '../money-receipt/waiting-lines.repository.js';

const OUTCOMES: readonly LineVerdict['outcome'][] = ['BOOKED', 'DIFFERS', 'REFUSED', 'WAITING'];

export class ReportQuery {
  @JSONSchema({ description: "The Treasury's number of the report", example: 'TR-2026-03-10' })
  @IsString()
  @Length(1, 100)
  reference: string;

  @JSONSchema({ description: 'The day that it reports', example: '2026-03-10' })
  @IsString()
  @Length(10, 10)
  date: string;
}

export class ReportClosureDto {
  @JSONSchema({
    description: 'What the Treasury or the bank answered',
    example: 'Line 17 comes again tomorrow',
  })
  @IsString()
  @Length(3, 500)
  outcome: string;
}

export class LinesQuery {
  @JSONSchema({ description: 'WAITING: the bank has not confirmed it', example: 'WAITING' })
  @IsOptional()
  @IsIn(OUTCOMES)
  outcome?: LineVerdict['outcome'];

  @JSONSchema({ description: 'The last number of the page before', example: 0 })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  after: number = 0;

  @JSONSchema({ example: 50 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
}
