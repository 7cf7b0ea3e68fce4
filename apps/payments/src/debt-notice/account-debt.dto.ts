/** What an officer says of a debt that stands on an account and has no notice yet. */
import { IsIn, IsString, Length, Matches, MaxLength } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { LIMITATION_STARTS, type LimitationStart } from '../obligation/limitation.js';
import { NOTICE_REGIMES, type NoticeRegime } from './execution-term.js';

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class AccountDebtNoticeDto {
  @IsString()
  @MaxLength(300)
  payerName: string;

  @IsString()
  @MaxLength(500)
  payerAddress: string;

  @IsIn(NOTICE_REGIMES)
  regime: NoticeRegime;

  @IsIn(Object.keys(LIMITATION_STARTS))
  limitationStart: LimitationStart;

  @JSONSchema({ example: '2026-03-02' })
  @Matches(DATE)
  limitationStartedOn: string;
}

export class AccountDebtClosureDto {
  @JSONSchema({ description: 'Why no notice is issued', example: 'Limitation is over (art. 157.6).' })
  @IsString()
  @Length(1, 1000)
  why: string;
}
