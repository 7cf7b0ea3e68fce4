import { Controller, Get, Inject, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { authReasons, CurrentPrincipal, NotYours, type Principal, Roles } from '@shekara/auth';
import { CaseFiles } from './case-files.js';
import {
  type CaseSummary,
  documentsFor,
  summaryOf,
  timelineOf,
  type TimelineStep,
  viewOf,
} from './timeline.js';

class CaseQuery {
  /** Number of an arrival notice or of a goods declaration. */
  @Matches(/^\d{5}\/\d{6}\/A?\d{6,7}$/)
  number: string;
}

interface Timeline {
  readonly case: CaseSummary;
  readonly steps: readonly TimelineStep[];
}

@ApiTags('cases')
@ApiBearerAuth()
@Controller('v1/cases')
@Roles(
  'CHECKPOINT_SYSTEM',
  'CARRIER',
  'DECLARANT',
  'CUSTOMS_REPRESENTATIVE',
  'WAREHOUSE_KEEPER',
  'CHECKPOINT_OFFICER',
  'RELEASE_OFFICER',
  'INSPECTION_OFFICER',
  'ACCOUNT_OFFICER',
  'REGISTRAR',
  'RISK_ANALYST',
  'HEAD_OF_POST',
  'AUDITOR',
  'SYSTEM',
)
export class TimelineController {
  constructor(@Inject(CaseFiles) private readonly cases: CaseFiles) {}

  @Get(':id/timeline')
  @ApiOperation({ summary: 'Every step of a case that is yours to see, with how long it took' })
  async timeline(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<Timeline> {
    const file = await this.cases.file(id);
    const view = viewOf(principal, file);
    const steps = view === undefined ? [] : await this.cases.steps(id);
    if (view === undefined || steps.length === 0) throw notYours();
    return { case: summaryOf(file, steps, view), steps: timelineOf(steps, view) };
  }

  @Get()
  @ApiOperation({ summary: 'The cases of an arrival notice or goods declaration, by its number' })
  async find(
    @CurrentPrincipal() principal: Principal,
    @Query() { number }: CaseQuery,
  ): Promise<{ cases: readonly CaseSummary[] }> {
    const cases: CaseSummary[] = [];
    for (const id of await this.cases.casesOf(number)) {
      const file = await this.cases.file(id);
      const view = viewOf(principal, file);
      if (view === undefined || !documentsFor(file, view).some((document) => document.number === number))
        continue;
      cases.push(summaryOf(file, await this.cases.steps(id), view));
    }
    if (cases.length === 0) throw notYours();
    return { cases };
  }
}

/** To anybody else the case does not exist. */
function notYours(): NotYours {
  return new NotYours(authReasons.NOT_YOUR_DOCUMENT, 404);
}
