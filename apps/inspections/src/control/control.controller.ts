import {
  Body,
  Controller,
  Get,
  Inject,
  NotFoundException,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
} from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, mayRead, officerOf, type Principal, Roles } from '@shekara/auth';
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
import { ControlResultDto, ControlsQuery, ExaminationNoticeDto } from './control.dto.js';
import { ControlEntity } from './control.entity.js';
import { ControlRows } from './control.repository.js';
import { ControlService } from './control.service.js';

/** What an officer of the post sees of a control. */
function view(entity: ControlEntity) {
  const { version: _version, ...seen } = entity;
  return seen;
}

@ApiTags('control')
@ApiBearerAuth()
@Controller('v1/controls')
export class ControlController {
  constructor(
    @Inject(ControlService) private readonly controls: ControlService,
    @Inject(ControlRows) private readonly rows: ControlRows,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Get()
  @Roles('INSPECTION_OFFICER', 'RELEASE_OFFICER', 'HEAD_OF_POST', 'AUDITOR')
  @ApiOperation({ summary: 'Controls at your posts, the earliest term first' })
  async list(@CurrentPrincipal() principal: Principal, @Query() query: ControlsQuery) {
    const found = await this.rows.atPosts(principal.posts, query);
    return { controls: found.map(view) };
  }

  @Get(':id')
  @Roles('INSPECTION_OFFICER', 'RELEASE_OFFICER', 'HEAD_OF_POST', 'AUDITOR')
  @ApiOperation({ summary: 'A control with its act' })
  async read(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() principal: Principal) {
    const entity = await this.dataSource.manager.findOneBy(ControlEntity, { id });
    if (!entity) throw new NotFoundException();
    mayRead(principal, { organisations: [], customsBody: entity.customsBody });
    return view(entity);
  }

  @Post(':id/notices')
  @Roles('INSPECTION_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'Record that the declarant was told place and time of the examination' })
  inform(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: ExaminationNoticeDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const entity = await this.controls.byId(work, id);
      if (!entity) throw new NotFoundException();
      officerOf(command.principal, entity.customsBody);
      const decision = await this.controls.inform(work, entity, { ...dto });
      return decision.accepted ? { status: 201, body: view(entity) } : refusal(decision.reasons);
    });
  }

  @Post(':id/results')
  @Decides(['EXAMINATION', 'DOCUMENT_CHECK'])
  @Roles('INSPECTION_OFFICER')
  @Answers()
  @ApiOperation({
    summary: 'Record the result of the control that you claimed: the act with its number, or every objection',
  })
  recordResult(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: ControlResultDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const entity = await this.controls.byId(work, id);
      if (!entity) throw new NotFoundException();
      officerOf(command.principal, entity.customsBody);
      const decision = await this.controls.complete(work, entity, dto, command.principal);
      return decision.accepted ? { status: 201, body: view(entity) } : refusal(decision.reasons);
    });
  }
}
