/** Which waiting goods an officer asks for. */
import { Type } from 'class-transformer';
import { IsInt, Matches, Max, Min } from 'class-validator';

export class ArrivalQueueDto {
  @Matches(/^\d{5}$/)
  customsBody: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
}
