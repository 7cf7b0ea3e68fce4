/** Which page of a list a reader asks for, and where the next one begins. */
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';

export class PageQuery {
  /** The last id of the page before. */
  @IsOptional()
  @IsUUID()
  after?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
}

/** What the next page is asked `after`: the last id of a full page, or null where the list has ended. */
export function nextAfter(found: readonly { readonly id: string }[], limit: number): string | null {
  return found.length === limit ? (found.at(-1)?.id ?? null) : null;
}
