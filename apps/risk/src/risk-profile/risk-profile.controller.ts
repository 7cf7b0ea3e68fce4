import {
  type ArgumentsHost,
  Body,
  Catch,
  Controller,
  type ExceptionFilter,
  Get,
  Inject,
  NotFoundException,
  Param,
  Post,
  Query,
  UseFilters,
} from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { CurrentPrincipal, NotYours, type Principal, ProblemException, Roles } from '@shekara/auth';
import { type Decision, refuse } from '@shekara/kernel';
import { UnitOfWork } from '@shekara/persistence';
import { type Answer, Answers, Command, type CommandRequest, Commands, refusal } from '@shekara/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { confidentialityReasons } from '../risk-evaluation/confidentiality.js';
import { RiskAnalysts } from './risk-analyst.service.js';
import { ProfileDraftDto, ProfileVersionDto, WhyDto } from './risk-profile.dto.js';
import type { RiskProfileEntity } from './risk-profile.entity.js';
import {
  activateProfile,
  approveProfile,
  outsideArea,
  type ProfileOfficer,
  type ProfileStatus,
  retireProfile,
  returnProfile,
  type RiskProfile,
  type RiskProfileEvent,
  submitProfile,
  suspendProfile,
} from './risk-profile.js';
import { type DecidedProfile, type ProfileFeedback, RiskProfileService } from './risk-profile.service.js';

const STATUSES = ['DRAFT', 'IN_REVIEW', 'APPROVED', 'ACTIVE', 'SUSPENDED', 'RETIRED'] as const;

/** No register of the Commission's decisions tells when one ends, so each counts as standing (art. 216.4). */
const UNION_DECISION_STANDS = true;

class ProfilesQuery {
  @IsOptional()
  @IsIn(STATUSES)
  status?: ProfileStatus;
}

/** Whoever is not cleared learns only that risk data is confidential (art. 219.4, R-RSK-070). */
@Catch(ProblemException)
export class ConfidentialFilter implements ExceptionFilter<ProblemException> {
  catch({ problem }: ProblemException, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const said =
      problem.status === 403 ? new NotYours(confidentialityReasons.RSK_CONFIDENTIAL, 403).problem : problem;
    void http
      .getResponse<FastifyReply>()
      .status(said.status)
      .type('application/problem+json')
      .send({ ...said, instance: http.getRequest<FastifyRequest>().url.split('?')[0] });
  }
}

/** What a cleared analyst sees of a version. */
function view(entity: RiskProfileEntity, feedback?: ProfileFeedback) {
  const { number, version, status, level, content, author, approvedBy, approvedAt, changedAt } = entity;
  return {
    ...{ number, version, status, level, content, author, approvedBy, approvedAt, changedAt },
    controlsExecuted: feedback?.executed ?? 0,
    hitsConfirmed: feedback?.confirmed ?? 0,
  };
}

function answer(decided: DecidedProfile | undefined, status = 200): Answer {
  if (!decided) throw new NotFoundException();
  const { entity, decision } = decided;
  if (!decision.accepted) return refusal(decision.reasons);
  return { status, body: entity && view(entity) };
}

/** What a subdivision may not approve it may neither put into force nor retire (R-RSK-013). */
function insideArea(
  profile: RiskProfile,
  officer: ProfileOfficer,
  decision: Decision<RiskProfileEvent>,
): Decision<RiskProfileEvent> {
  const outside = outsideArea(profile, officer);
  return outside ? refuse(outside) : decision;
}

@ApiTags('risk profiles')
@ApiBearerAuth()
@Controller('v1/risk-profiles')
@Roles('RISK_ANALYST')
@UseFilters(ConfidentialFilter)
export class RiskProfileController {
  constructor(
    @Inject(RiskProfileService) private readonly profiles: RiskProfileService,
    @Inject(RiskAnalysts) private readonly analysts: RiskAnalysts,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get()
  @ApiOperation({ summary: 'All profiles, every version, with how often control confirmed a hit' })
  list(@CurrentPrincipal() principal: Principal, @Query() query: ProfilesQuery) {
    return this.show(principal, { status: query.status });
  }

  @Get(':number')
  @ApiOperation({ summary: 'Every version of one profile' })
  async read(@CurrentPrincipal() principal: Principal, @Param('number') number: string) {
    const shown = await this.show(principal, { number });
    if (shown.profiles.length === 0) throw new NotFoundException();
    return shown;
  }

  @Post()
  @Answers()
  @ApiOperation({
    summary: 'Draft a profile: saved, or refused with every missing part and what is wrong in the expression',
  })
  draft(@Body() { number, content }: ProfileDraftDto, @Command() command: CommandRequest): Promise<Answer> {
    const author = this.analysts.officer(command.principal);
    return this.commands.run(command, async (work) =>
      answer(await this.profiles.draft(work, number, content, author), 201),
    );
  }

  @Post(':number/versions')
  @Answers()
  @ApiOperation({ summary: 'Change the draft, or draft the next version of an approved profile' })
  rewrite(
    @Param('number') number: string,
    @Body() { content }: ProfileVersionDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    const author = this.analysts.officer(command.principal);
    return this.commands.run(command, async (work) =>
      answer(await this.profiles.rewrite(work, number, content, author), 201),
    );
  }

  @Post(':number/submission')
  @Answers()
  @ApiOperation({ summary: 'Put the draft before another analyst' })
  submit(@Param('number') number: string, @Command() command: CommandRequest): Promise<Answer> {
    const officer = this.analysts.officer(command.principal);
    return this.commands.run(command, async (work) =>
      answer(await this.profiles.step(work, number, ['DRAFT'], (profile) => submitProfile(profile, officer))),
    );
  }

  @Post(':number/return')
  @Answers()
  @ApiOperation({ summary: 'Give the version back to its author' })
  giveBack(
    @Param('number') number: string,
    @Body() { why }: WhyDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    const officer = this.analysts.officer(command.principal);
    return this.commands.run(command, async (work) =>
      answer(
        await this.profiles.step(work, number, ['IN_REVIEW'], (profile) =>
          returnProfile(profile, officer, why),
        ),
      ),
    );
  }

  @Post(':number/approval')
  @Answers()
  @ApiOperation({ summary: 'Approve the version; never its own author, and only inside the own area' })
  approve(@Param('number') number: string, @Command() command: CommandRequest): Promise<Answer> {
    const officer = this.analysts.officer(command.principal);
    return this.commands.run(command, async (work) =>
      answer(
        await this.profiles.step(work, number, ['IN_REVIEW'], (profile) =>
          approveProfile(profile, officer, work.context.at),
        ),
      ),
    );
  }

  @Post(':number/activation')
  @Answers()
  @ApiOperation({ summary: 'Put the approved version into force; the one before it is retired' })
  activate(@Param('number') number: string, @Command() command: CommandRequest): Promise<Answer> {
    const officer = this.analysts.officer(command.principal);
    return this.commands.run(command, async (work) =>
      answer(
        await this.profiles.step(work, number, ['APPROVED', 'SUSPENDED'], (profile) =>
          insideArea(profile, officer, activateProfile(profile, work.context.at)),
        ),
      ),
    );
  }

  @Post(':number/suspension')
  @Answers()
  @ApiOperation({ summary: 'Take the active version out of force, with the reason' })
  suspend(
    @Param('number') number: string,
    @Body() { why }: WhyDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    const officer = this.analysts.officer(command.principal);
    return this.commands.run(command, async (work) =>
      answer(
        await this.profiles.step(work, number, ['ACTIVE'], (profile) =>
          suspendProfile(profile, officer, why, UNION_DECISION_STANDS),
        ),
      ),
    );
  }

  @Post(':number/retirement')
  @Answers()
  @ApiOperation({ summary: 'Retire the version for good, with the reason' })
  retire(
    @Param('number') number: string,
    @Body() { why }: WhyDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    const officer = this.analysts.officer(command.principal);
    return this.commands.run(command, async (work) =>
      answer(
        await this.profiles.step(work, number, ['ACTIVE', 'SUSPENDED'], (profile) =>
          insideArea(profile, officer, retireProfile(profile, work.context.at, why, UNION_DECISION_STANDS)),
        ),
      ),
    );
  }

  private show(principal: Principal, filter: { readonly number?: string; readonly status?: ProfileStatus }) {
    this.analysts.officer(principal);
    return this.unitOfWork.run({ actor: principal.subject }, async (work) => {
      const found = await this.profiles.read(work, filter);
      const feedback = await this.profiles.feedback(work, [...new Set(found.map(({ number }) => number))]);
      return {
        profiles: found.map((entity) =>
          view(
            entity,
            feedback.find(({ number }) => number === entity.number),
          ),
        ),
      };
    });
  }
}
