/** What an officer says of a statement. */
import { IsString, Length } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';

export class StatementClosureDto {
  @JSONSchema({ description: 'What the bank answered', example: 'The bank sends entry 17 anew' })
  @IsString()
  @Length(3, 500)
  outcome: string;
}
