import { Body, Controller, Get, Inject, NotFoundException, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, mayActFor, mayRead, officerOf, type Principal, Roles } from '@shekara/auth';
import { reason } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import {
  type Answer,
  Answers,
  Command,
  type CommandRequest,
  Commands,
  Decides,
  refusal,
} from '@shekara/service-kit';
import { CHANGE_COMMAND_REFUSALS } from '../amendment/amendment-reasons.js';
import { lockedOf, numberOf, scopeOf } from '../goods-declaration/goods-declaration.controller.js';
import {
  findDeclaration,
  type RegisteredDeclaration,
} from '../goods-declaration/goods-declaration.repository.js';
import { AdjustmentDecisionDto, AdjustmentDto } from './adjustment.dto.js';
import type { AdjustmentEntity } from './adjustment.entity.js';
import { adjustmentsOf, lockAdjustment } from './adjustment.repository.js';
import { AdjustmentService, type HandledAdjustment } from './adjustment.service.js';

/** What the declarant and the officer see of it. */
function view({ version: _version, wanted: _wanted, ...shown }: AdjustmentEntity) {
  return shown;
}

function answer(handled: HandledAdjustment): Answer {
  return handled.accepted ? { status: 201, body: view(handled.adjustment) } : refusal(handled.reasons);
}

@ApiTags('changes of a declaration')
@ApiBearerAuth()
@Controller('v1/goods-declarations/:customsBody/:date/:serial/adjustments')
export class AdjustmentController {
  constructor(
    @Inject(AdjustmentService) private readonly adjustments: AdjustmentService,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Post()
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'RELEASE_OFFICER', 'ACCOUNT_OFFICER', 'HEAD_OF_POST')
  @Answers()
  @ApiOperation({
    summary:
      'Submit an adjustment after release as the declarant, or open one as customs (art. 289.2, 289.3)',
  })
  submit(
    @Param() path: Record<string, string>,
    @Body() asked: AdjustmentDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const declaration = await lockedOf(work, path);
      const openedBy = openedByOf(command.principal, declaration);
      return answer(await this.adjustments.submit(work, declaration, { ...asked, openedBy }));
    });
  }

  @Post(':id/decisions')
  @Decides('ADJUSTMENT')
  @Roles('RELEASE_OFFICER', 'HEAD_OF_POST')
  @Answers()
  @ApiOperation({ summary: 'Accept proven data, or reject, as the officer who holds the work item' })
  decide(
    @Param() path: Record<string, string>,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { decision, grounds }: AdjustmentDecisionDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    const officer = command.principal;
    return this.commands.run(command, async (work) => {
      const declaration = await lockedOf(work, path);
      officerOf(officer, declaration.customsBody);
      const adjustment = await lockAdjustment(work, { id, declarationId: declaration.id });
      if (!adjustment) throw new NotFoundException();
      if (adjustment.status !== 'SUBMITTED')
        return refusal([reason(CHANGE_COMMAND_REFUSALS.REQUEST_NOT_OPEN)]);
      return answer(
        decision === 'ACCEPT'
          ? await this.adjustments.accept(work, declaration, adjustment, officer)
          : await this.adjustments.reject(work, declaration, adjustment, officer, grounds),
      );
    });
  }

  @Get()
  @Roles(
    'DECLARANT',
    'CUSTOMS_REPRESENTATIVE',
    'RELEASE_OFFICER',
    'ACCOUNT_OFFICER',
    'HEAD_OF_POST',
    'AUDITOR',
  )
  @ApiOperation({ summary: 'Adjustments after release, newest first' })
  async list(@Param() path: Record<string, string>, @CurrentPrincipal() principal: Principal) {
    const declaration = await findDeclaration(this.dataSource.manager, numberOf(path));
    if (!declaration) throw new NotFoundException();
    mayRead(principal, scopeOf(declaration));
    return { items: (await adjustmentsOf(this.dataSource.manager, declaration.id)).map(view) };
  }
}

/** A trader acts for a party of the declaration, an officer for its customs body. @throws NotYours 403. */
function openedByOf(principal: Principal, declaration: RegisteredDeclaration): 'DECLARANT' | 'CUSTOMS' {
  if (principal.organisation !== undefined) {
    mayActFor(principal, scopeOf(declaration).organisations);
    return 'DECLARANT';
  }
  officerOf(principal, declaration.customsBody);
  return 'CUSTOMS';
}
