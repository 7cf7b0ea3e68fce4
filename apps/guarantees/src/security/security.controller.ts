import { Body, Controller, Inject, NotFoundException, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { mayActFor, officerOf, type Principal, ProblemException, Roles } from '@shekara/auth';
import { LegalCalendar } from '@shekara/calendar';
import { type Clock, Money, reason } from '@shekara/kernel';
import { CLOCK } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import {
  type Answer,
  Answers,
  Command,
  type CommandRequest,
  Commands,
  Decides,
  REFERENCE_DATA,
  refusal,
  requestReasons,
} from '@shekara/service-kit';
import { WorkItems } from '@shekara/work-items';
import type { SecurityApplication } from './security-application.js';
import { JudgementDto, SecurityDto } from './security.dto.js';
import { SecurityRepository } from './security.repository.js';
import { type DecidedSecurity, SECURITY_REVIEW, SecurityService } from './security.service.js';
import { securityRefusals } from './security-reasons.js';
import { securityView } from './security-view.js';
import { applicationOf } from './stored-application.js';

@ApiTags('securities')
@ApiBearerAuth()
@Controller('v1/securities')
export class SecurityController {
  constructor(
    @Inject(SecurityService) private readonly service: SecurityService,
    @Inject(SecurityRepository) private readonly securities: SecurityRepository,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Roles('ACCOUNT_OFFICER', 'GUARANTOR')
  @Answers()
  @ApiOperation({
    summary: 'Register a security: accepted, under review by an officer, or refused with every ground',
  })
  register(@Body() dto: SecurityDto, @Command() command: CommandRequest): Promise<Answer> {
    mayRegister(command.principal, dto);
    if (!this.reference.customsBodies.has(dto.acceptingBody, this.calendar.civilDate(this.clock.now()))) {
      throw ProblemException.refused(
        [reason(requestReasons.FIELD_INVALID, { pointer: '/acceptingBody' })],
        400,
      );
    }
    return this.commands.run(command, async (work) =>
      answer(await this.service.register(work, applicationFrom(dto), dto.judgement)),
    );
  }

  @Post(':number/decisions')
  @Decides('SECURITY_REVIEW', [])
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'Decide on an application under review; you must hold its work item' })
  decide(
    @Param('number') number: string,
    @Body() judgement: JudgementDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const security = await this.securities.lock(work, number);
      if (!security) throw new NotFoundException();
      officerOf(command.principal, security.acceptingBody);
      if (security.status !== 'REGISTERED')
        return refusal([reason(securityRefusals.SECURITY_NOT_UNDER_REVIEW)]);
      const decided = await this.service.review(
        work,
        security,
        applicationOf(security.application),
        judgement,
      );
      const outcome = decided.decision.accepted ? 'ACCEPTED' : 'REFUSED';
      await this.workItems.complete(work, SECURITY_REVIEW, security.id, command.principal, outcome);
      return answer(decided);
    });
  }
}

/** An officer registers at its own body and may judge; a guarantor files its own instruments and may not. */
function mayRegister(principal: Principal, dto: SecurityDto): void {
  if (principal.roles.includes('ACCOUNT_OFFICER')) {
    officerOf(principal, dto.acceptingBody);
    return;
  }
  mayActFor(principal, dto.guarantor ?? '');
  if (dto.judgement) {
    throw ProblemException.refused([reason(requestReasons.FIELD_INVALID, { pointer: '/judgement' })], 400);
  }
}

function applicationFrom({ judgement: _judgement, ...dto }: SecurityDto): SecurityApplication {
  const { amount, obligation, pledge, ...rest } = dto;
  return {
    ...rest,
    amount: Money.ofTenge(amount),
    ...(obligation && {
      obligation: { ...obligation, dutiesAndTaxes: Money.ofTenge(obligation.dutiesAndTaxes) },
    }),
    ...(pledge && {
      pledge: {
        ...pledge,
        marketValue: Money.ofTenge(pledge.marketValue),
        saleExpenses: Money.ofTenge(pledge.saleExpenses),
      },
    }),
  };
}

function answer({ decision, security }: DecidedSecurity): Answer {
  if (!decision.accepted) {
    return refusal(decision.reasons, security ? { security: securityView(security) } : {});
  }
  const status = security?.status === 'REGISTERED' ? 202 : 201;
  return { status, body: security ? securityView(security) : null };
}
