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
import { isCivilDate } from '@shekara/calendar';
import { Money, reason } from '@shekara/kernel';
import { DataSource, type Work } from '@shekara/persistence';
import {
  type Answer,
  Answers,
  Command,
  type CommandRequest,
  Commands,
  Decides,
  nextAfter,
  refusal,
  requestReasons,
} from '@shekara/service-kit';
import type { DebtNoticeEntity } from '../debt-notice/debt-notice.entity.js';
import { DebtNoticeService } from '../debt-notice/debt-notice.service.js';
import {
  type AppealContentDto,
  AppealDto,
  AppealsQuery,
  CourtClaimDto,
  JudgmentDto,
  PaperAppealDto,
  TermResumptionDto,
  TermStopDto,
  WrittenDecisionDto,
} from './appeal.dto.js';
import { AppealEntity } from './appeal.entity.js';
import { AppealFilingService, type AppealPapers } from './appeal-filing.service.js';
import { type AppealHandled, AppealService } from './appeal.service.js';
import { Appeals } from './appeals.repository.js';

function view({ version: _version, ...shown }: AppealEntity) {
  return shown;
}

function answer(handled: AppealHandled): Answer {
  return handled.accepted ? { status: 201, body: view(handled.appeal) } : refusal(handled.reasons);
}

function contentOf(content: AppealContentDto): AppealPapers['content'] {
  const disputed = content.disputed.map(({ kind, amount }) => ({ kind, amount: Money.ofTenge(amount) }));
  return { ...content, disputed };
}

@ApiTags('appeals')
@ApiBearerAuth()
@Controller('v1/appeals')
export class AppealController {
  constructor(
    @Inject(AppealFilingService) private readonly filing: AppealFilingService,
    @Inject(AppealService) private readonly service: AppealService,
    @Inject(Appeals) private readonly appeals: Appeals,
    @Inject(DebtNoticeService) private readonly notices: DebtNoticeService,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Get()
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'HEAD_OF_POST', 'AUDITOR')
  @ApiOperation({
    summary: 'Your appeals and those against your notices, or those issued or heard at your posts',
  })
  async page(@CurrentPrincipal() principal: Principal, @Query() { noticeId, after, limit }: AppealsQuery) {
    const official = (['ACCOUNT_OFFICER', 'HEAD_OF_POST', 'AUDITOR'] as const).some((role) =>
      principal.roles.includes(role),
    );
    const found = await this.appeals.page(this.dataSource.manager, {
      ...(official ? { customsBodies: principal.posts } : { party: principal.organisation ?? '' }),
      noticeId,
      after,
      limit,
    });
    return { items: found.map(view), next: nextAfter(found, limit) };
  }

  @Get(':id')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'HEAD_OF_POST', 'AUDITOR')
  @ApiOperation({
    summary: 'An appeal, for its appellant, the addressee of the notice, and both customs bodies',
  })
  async read(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() principal: Principal) {
    const appeal = await this.dataSource.manager.findOneBy(AppealEntity, { id });
    if (!appeal) throw new NotFoundException();
    const { payer, appellant, hearingBody } = appeal;
    const hears = principal.posts.some((post) => post === hearingBody);
    const customsBody = hears ? hearingBody : appeal.customsBody;
    mayRead(principal, { organisations: [payer, appellant], customsBody });
    return view(appeal);
  }

  @Post()
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER')
  @Answers()
  @ApiOperation({
    summary:
      'Appeal against a notice of yours; the disputed part stands still from today (art. 173 to 176, 182)',
  })
  file(@Body() dto: AppealDto, @Command() command: CommandRequest): Promise<Answer> {
    const { principal } = command;
    const appellant = principal.organisation ?? '';
    return this.filed(command, dto.noticeId, (work, notice) => {
      const represents = representedBy(principal, notice, dto.content);
      if (represents === undefined) mayRead(principal, { organisations: [notice.payer] });
      return this.filing.file(work, notice, {
        ...dto,
        appellant,
        ...(represents === undefined ? {} : { represents }),
        channel: 'ELECTRONIC',
        content: contentOf(dto.content),
      });
    });
  }

  @Post('papers')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary: 'Register an appeal that came on paper, on the day it is accepted (art. 175.1, 5.7)',
  })
  filePapers(@Body() dto: PaperAppealDto, @Command() command: CommandRequest): Promise<Answer> {
    return this.filed(command, dto.noticeId, (work, notice) => {
      officerOf(command.principal, notice.customsBody);
      const { postedAt, content, ...papers } = dto;
      return this.filing.file(work, notice, {
        ...papers,
        ...(postedAt === undefined ? {} : { postedAt: new Date(postedAt) }),
        content: contentOf(content),
      });
    });
  }

  @Post(':id/acceptances')
  @Decides('APPEAL_ADMISSION')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'Consider the appeal; completes the item you claimed (art. 178.1)' })
  accept(@Param('id', ParseUUIDPipe) id: string, @Command() command: CommandRequest) {
    return this.run(command, id, [], (work, appeal) => this.service.accept(work, appeal, command.principal));
  }

  @Post(':id/refusals')
  @Decides('APPEAL_ADMISSION')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary: 'Refuse to consider it on the marked grounds; completes the item you claimed (art. 177)',
  })
  refuse(@Param('id', ParseUUIDPipe) id: string, @Command() command: CommandRequest) {
    return this.run(command, id, [], (work, appeal) => this.service.refuse(work, appeal, command.principal));
  }

  @Post(':id/stops')
  @Decides('APPEAL_DECISION')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary: 'Stop the term of the decision, announced to the appellant in writing (art. 180)',
  })
  stop(@Param('id', ParseUUIDPipe) id: string, @Body() dto: TermStopDto, @Command() command: CommandRequest) {
    return this.run(command, id, [['/from', dto.from]], (work, appeal) =>
      this.service.stop(work, appeal, dto),
    );
  }

  @Post(':id/resumptions')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'The answer came, or the court decided: the rest of the term runs (art. 180.1)' })
  resume(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { on }: TermResumptionDto,
    @Command() command: CommandRequest,
  ) {
    return this.run(command, id, [['/on', on]], (work, appeal) => this.service.resume(work, appeal, on));
  }

  @Post(':id/decisions')
  @Decides('APPEAL_DECISION')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'Decide; the notice runs on or is to be recalled; completes the item you claimed (art. 179, 181)',
  })
  decide(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: WrittenDecisionDto,
    @Command() command: CommandRequest,
  ) {
    return this.run(command, id, [], (work, appeal) =>
      this.service.decide(work, appeal, dto, command.principal),
    );
  }

  @Post(':id/copies')
  @Decides('APPEAL_COPY_TO_ISSUER')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'The issuer has its copy; completes the item you claimed (art. 175.2)' })
  copied(@Param('id', ParseUUIDPipe) id: string, @Command() command: CommandRequest) {
    return this.run(command, id, [], (work, appeal) =>
      this.service.copySent(work, appeal, command.principal),
    );
  }

  @Post(':id/court-claims')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'Record a court claim against the same notice; its disputed part stands still (art. 174.2, 182.2)',
  })
  claim(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: CourtClaimDto,
    @Command() command: CommandRequest,
  ) {
    return this.run(command, id, [['/claimedOn', dto.claimedOn]], (work, appeal) =>
      this.service.claimed(work, appeal, dto),
    );
  }

  @Post(':id/judgments')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'The judgment is in force: the notice runs on or is to be recalled (art. 182.2)' })
  judge(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: JudgmentDto,
    @Command() command: CommandRequest,
  ) {
    return this.run(command, id, [['/inForceOn', dto.inForceOn]], (work, appeal) =>
      this.service.judged(work, appeal, dto),
    );
  }

  private filed(
    command: CommandRequest,
    noticeId: string,
    task: (work: Work, notice: DebtNoticeEntity) => ReturnType<AppealFilingService['file']>,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const notice = await this.notices.hold(work, noticeId);
      if (!notice || notice.status === 'DRAFT') throw new NotFoundException();
      const filed = await task(work, notice);
      if (!filed.accepted) return refusal(filed.reasons);
      if ('appeal' in filed) return { status: 201, body: view(filed.appeal) };
      return { status: 202, body: { noticeId, regime: notice.regime, ...filed.underCode2017 } };
    });
  }

  /** For officers of the body that hears the appeal. */
  private run(
    command: CommandRequest,
    id: string,
    days: readonly [string, string][],
    task: (work: Work, appeal: AppealEntity) => Promise<AppealHandled>,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const appeal = await this.appeals.hold(work, id);
      if (!appeal) throw new NotFoundException();
      officerOf(command.principal, appeal.hearingBody);
      const bad = days.find(([, day]) => !isCivilDate(day));
      if (bad) return refusal([reason(requestReasons.FIELD_INVALID, { pointer: bad[0] })]);
      return answer(await task(work, appeal));
    });
  }
}

/** Whom a customs representative acts for, by the power that it encloses; undefined for anybody else. */
function representedBy(
  { roles, organisation }: Principal,
  { payer }: DebtNoticeEntity,
  { powerOfRepresentative = '' }: AppealContentDto,
): string | undefined {
  const acts = roles.includes('CUSTOMS_REPRESENTATIVE') && powerOfRepresentative.trim() !== '';
  return acts && organisation !== payer ? payer : undefined;
}
