/** Which report a file is, and what an officer says of one. */
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

export class ReportQuery {
  @ApiProperty({ description: "The Treasury's number of the report", example: 'TR-2026-03-10' })
  @IsString()
  @Length(1, 100)
  reference: string;

  @ApiProperty({ description: 'The day that it reports', example: '2026-03-10' })
  @IsString()
  @Length(10, 10)
  date: string;
}

export class ReportClosureDto {
  @ApiProperty({
    description: 'What the Treasury or the bank answered',
    example: 'Line 17 comes again tomorrow',
  })
  @IsString()
  @Length(3, 500)
  outcome: string;
}
