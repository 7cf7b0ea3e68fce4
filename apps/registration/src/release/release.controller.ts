import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { officerOf, Roles } from '@shekara/auth';
import type { Decision } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import {
  type Answer,
  answerOf,
  Answers,
  Command,
  type CommandRequest,
  Commands,
  Decides,
} from '@shekara/service-kit';
import { declarationView, lockedOf } from '../goods-declaration/goods-declaration.controller.js';
import type { RegisteredDeclaration } from '../goods-declaration/goods-declaration.repository.js';
import { ReleaseDto, ReleaseRefusalDto, violationException } from './release.dto.js';
import { ReleaseService } from './release.service.js';

@ApiTags('release')
@ApiBearerAuth()
@Controller('v1/goods-declarations/:customsBody/:date/:serial')
@Roles('RELEASE_OFFICER', 'HEAD_OF_POST')
export class ReleaseController {
  constructor(
    @Inject(ReleaseService) private readonly releases: ReleaseService,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Post('releases')
  @Decides(['RELEASE', 'RELEASE_OVERDUE'], [])
  @Answers()
  @ApiOperation({
    summary: 'Release the goods as the officer who holds the work item, or be told every condition unmet',
  })
  release(
    @Param() path: Record<string, string>,
    @Body() { findingsConsidered }: ReleaseDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.decide(path, command, (work, declaration) =>
      this.releases.releaseByOfficer(work, declaration, command.principal, findingsConsidered),
    );
  }

  @Post('refusals')
  @Decides(['RELEASE', 'RELEASE_OVERDUE', 'AMENDMENT_DEMAND_UNANSWERED'], [])
  @Answers()
  @ApiOperation({ summary: 'Refuse release with every ground, its facts and how to remedy' })
  refuse(
    @Param() path: Record<string, string>,
    @Body() { grounds, exceptions }: ReleaseRefusalDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.decide(path, command, (work, declaration) =>
      this.releases.refuseByOfficer(work, declaration, command.principal, {
        grounds,
        exceptions: exceptions.map(violationException),
      }),
    );
  }

  /** Loads and locks the declaration of the officer's own body, then answers the decision. */
  private decide(
    path: Record<string, string>,
    command: CommandRequest,
    decision: (work: Work, declaration: RegisteredDeclaration) => Promise<Decision<unknown>>,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const declaration = await lockedOf(work, path);
      officerOf(command.principal, declaration.customsBody);
      return answerOf(await decision(work, declaration), () => ({
        status: 201,
        body: declarationView(declaration),
      }));
    });
  }
}
