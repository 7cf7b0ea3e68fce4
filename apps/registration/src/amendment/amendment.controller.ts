import { Body, Controller, Get, Inject, NotFoundException, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, mayActFor, mayRead, officerOf, type Principal, Roles } from '@shekara/auth';
import { reason } from '@shekara/kernel';
import { DataSource, type Work } from '@shekara/persistence';
import {
  type Answer,
  Answers,
  Command,
  type CommandRequest,
  Commands,
  Decides,
  refusal,
} from '@shekara/service-kit';
import { lockedOf, numberOf, scopeOf } from '../goods-declaration/goods-declaration.controller.js';
import {
  findDeclaration,
  type RegisteredDeclaration,
} from '../goods-declaration/goods-declaration.repository.js';
import { AmendmentDemandService } from './amendment-demand.service.js';
import { CHANGE_COMMAND_REFUSALS } from './amendment-reasons.js';
import { AmendmentDecisionDto, AmendmentDemandDto, AmendmentRequestDto } from './amendment.dto.js';
import type { AmendmentEntity } from './amendment.entity.js';
import { amendmentsOf, lockAmendment } from './amendment.repository.js';
import { AmendmentService, type HandledAmendment } from './amendment.service.js';
import { versionContent, versionsOf } from './declaration-versions.repository.js';

/** What the declarant and the officer see of it. */
function view({ version: _version, wanted: _wanted, ...shown }: AmendmentEntity) {
  return shown;
}

function answer({ amendment, refused }: HandledAmendment): Answer {
  return refused ? refusal(refused, { amendmentId: amendment.id }) : { status: 201, body: view(amendment) };
}

@ApiTags('changes of a declaration')
@ApiBearerAuth()
@Controller('v1/goods-declarations/:customsBody/:date/:serial')
export class AmendmentController {
  constructor(
    @Inject(AmendmentService) private readonly amendments: AmendmentService,
    @Inject(AmendmentDemandService) private readonly demands: AmendmentDemandService,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Post('amendments')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE')
  @Answers()
  @ApiOperation({
    summary:
      'Ask for a change before release, or answer a demand with it; refused with every reason (art. 289.1)',
  })
  request(
    @Param() path: Record<string, string>,
    @Body() { demandId, ...asked }: AmendmentRequestDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const declaration = await lockedOf(work, path);
      mayActFor(command.principal, scopeOf(declaration).organisations);
      if (demandId === undefined) return answer(await this.amendments.request(work, declaration, asked));
      const demand = await this.amendmentOf(work, declaration, demandId);
      if (demand.status !== 'DEMANDED') return refusal([reason(CHANGE_COMMAND_REFUSALS.REQUEST_NOT_OPEN)]);
      return answer(await this.demands.answer(work, declaration, demand, asked));
    });
  }

  @Post('amendments/:id/decisions')
  @Decides('AMENDMENT_REQUEST')
  @Roles('RELEASE_OFFICER', 'HEAD_OF_POST')
  @Answers()
  @ApiOperation({
    summary: 'Permit or reject the change as the officer who holds the work item (art. 289.1)',
  })
  decide(
    @Param() path: Record<string, string>,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { decision, grounds }: AmendmentDecisionDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    const officer = command.principal;
    return this.commands.run(command, async (work) => {
      const declaration = await lockedOf(work, path);
      officerOf(officer, declaration.customsBody);
      const amendment = await this.amendmentOf(work, declaration, id);
      if (amendment.status !== 'REQUESTED')
        return refusal([reason(CHANGE_COMMAND_REFUSALS.REQUEST_NOT_OPEN)]);
      return answer(
        decision === 'PERMIT'
          ? await this.amendments.permit(work, declaration, amendment, officer)
          : await this.amendments.reject(work, declaration, amendment, officer, grounds),
      );
    });
  }

  @Post('amendment-demands')
  @Decides('AMENDMENT_DEMAND_UNANSWERED', [])
  @Roles('RELEASE_OFFICER', 'HEAD_OF_POST')
  @Answers()
  @ApiOperation({ summary: 'Demand a change inside the term of release (Code 2017 art. 201.2; art. 111.2)' })
  demand(
    @Param() path: Record<string, string>,
    @Body() { fields, reason: why, dueAt }: AmendmentDemandDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const declaration = await lockedOf(work, path);
      officerOf(command.principal, declaration.customsBody);
      const demand = { fields, reason: why, dueAt: new Date(dueAt) };
      const { decision, amendment } = await this.demands.demand(work, declaration, demand);
      if (!decision.accepted) return refusal(decision.reasons);
      if (!amendment) throw new Error('a demand is kept');
      return { status: 201, body: view(amendment) };
    });
  }

  @Get('amendments')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'RELEASE_OFFICER', 'HEAD_OF_POST', 'AUDITOR')
  @ApiOperation({ summary: 'Changes asked for and demanded before release, newest first' })
  async list(@Param() path: Record<string, string>, @CurrentPrincipal() principal: Principal) {
    const { id } = await this.readable(path, principal);
    return { items: (await amendmentsOf(this.dataSource.manager, id)).map(view) };
  }

  @Get('versions')
  @Roles(
    'DECLARANT',
    'CUSTOMS_REPRESENTATIVE',
    'RELEASE_OFFICER',
    'ACCOUNT_OFFICER',
    'HEAD_OF_POST',
    'AUDITOR',
  )
  @ApiOperation({ summary: 'Every version with its author, time and changed fields' })
  async versions(@Param() path: Record<string, string>, @CurrentPrincipal() principal: Principal) {
    const declaration = await this.readable(path, principal);
    return { items: await versionsOf(this.dataSource.manager, declaration) };
  }

  @Get('versions/:version')
  @Roles(
    'DECLARANT',
    'CUSTOMS_REPRESENTATIVE',
    'RELEASE_OFFICER',
    'ACCOUNT_OFFICER',
    'HEAD_OF_POST',
    'AUDITOR',
  )
  @ApiOperation({ summary: 'What a version says as a whole' })
  async version(@Param() path: Record<string, string>, @CurrentPrincipal() principal: Principal) {
    const { id } = await this.readable(path, principal);
    const version = Number(path.version);
    const found = version > 0 && version < 1_000_000 && Number.isInteger(version);
    const declaration = found ? await versionContent(this.dataSource.manager, id, version) : undefined;
    if (!declaration) throw new NotFoundException();
    return { version, declaration };
  }

  private async readable(path: Record<string, string>, principal: Principal) {
    const declaration = await findDeclaration(this.dataSource.manager, numberOf(path));
    if (!declaration) throw new NotFoundException();
    mayRead(principal, scopeOf(declaration));
    return declaration;
  }

  private async amendmentOf(
    work: Work,
    { id: declarationId }: RegisteredDeclaration,
    id: string,
  ): Promise<AmendmentEntity> {
    const amendment = await lockAmendment(work, { id, declarationId });
    if (!amendment) throw new NotFoundException();
    return amendment;
  }
}
