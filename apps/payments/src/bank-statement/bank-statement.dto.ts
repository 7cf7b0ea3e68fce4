/** What an officer says of a statement. */
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

export class StatementClosureDto {
  @ApiProperty({ description: 'What the bank answered', example: 'The bank sends entry 17 anew' })
  @IsString()
  @Length(3, 500)
  outcome: string;
}
