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
import { parseBinOrIin, reason } from '@shekara/kernel';
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
import { CertificateApplicationDto, CertificateIssueDto, PapersQuery } from './certificate.dto.js';
import { CertificateEntity } from './certificate.entity.js';
import { type CertificateHandled, CertificateService } from './certificate.service.js';
import { mayApplyFor, scopeOf } from './paper-rights.controller.js';
import { papersPage } from './papers.repository.js';

function view(certificate: CertificateEntity) {
  const { version: _version, ...shown } = certificate;
  return shown;
}

function answer(handled: CertificateHandled, status: number): Answer {
  return handled.accepted ? { status, body: view(handled.certificate) } : refusal(handled.reasons);
}

@ApiTags('certificates')
@ApiBearerAuth()
@Controller('v1/certificates')
export class CertificateController {
  constructor(
    @Inject(CertificateService) private readonly certificates: CertificateService,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Post()
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'Apply for a certificate of no debt or of the state of debt; the answer has the machine check (art. 142)',
  })
  apply(@Body() dto: CertificateApplicationDto, @Command() command: CommandRequest): Promise<Answer> {
    mayApplyFor(command.principal, dto);
    return this.commands.run(command, async (work) => {
      if (!parseBinOrIin(dto.payer)) {
        return refusal([reason(requestReasons.FIELD_INVALID, { pointer: '/payer' })]);
      }
      return { status: 201, body: view(await this.certificates.apply(work, dto)) };
    });
  }

  @Get()
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'HEAD_OF_POST', 'AUDITOR')
  @ApiOperation({ summary: 'Certificates of your own, or at the customs bodies of your scope' })
  async page(@CurrentPrincipal() principal: Principal, @Query() { payer, after, limit }: PapersQuery) {
    const wanted = { ...scopeOf(principal, payer), after, limit };
    const found = await papersPage(this.dataSource.manager, CertificateEntity, wanted);
    return { items: found.map(view), next: nextAfter(found, limit) };
  }

  @Get(':id')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'HEAD_OF_POST', 'AUDITOR')
  @ApiOperation({ summary: 'A certificate, for its payer and the officers of its customs body' })
  async read(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() principal: Principal) {
    const certificate = await this.dataSource.manager.findOneBy(CertificateEntity, { id });
    if (!certificate) throw new NotFoundException();
    const { payer, customsBody } = certificate;
    mayRead(principal, { organisations: [payer], customsBody });
    return view(certificate);
  }

  @Post(':id/issues')
  @Decides('CERTIFICATE')
  @Roles('ACCOUNT_OFFICER', 'HEAD_OF_POST')
  @Answers()
  @ApiOperation({
    summary:
      'Issue the signed and sealed certificate; the machine checks again, over all customs bodies (art. 142.2-5)',
  })
  issue(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: CertificateIssueDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    const { reconciliationAct, ...signed } = dto;
    return this.run(command, id, async (work, certificate) =>
      answer(
        await this.certificates.issue(work, certificate, { reconciliationAct, signed }, command.principal),
        201,
      ),
    );
  }

  @Post(':id/refusals')
  @Decides('CERTIFICATE')
  @Roles('ACCOUNT_OFFICER', 'HEAD_OF_POST')
  @Answers()
  @ApiOperation({ summary: 'Refuse with every ground that the machine check finds now (art. 142.2, 142.5)' })
  refuse(@Param('id', ParseUUIDPipe) id: string, @Command() command: CommandRequest): Promise<Answer> {
    return this.run(command, id, async (work, certificate) =>
      answer(await this.certificates.refuse(work, certificate, command.principal), 201),
    );
  }

  private run(
    command: CommandRequest,
    id: string,
    task: (work: Work, certificate: CertificateEntity) => Promise<Answer>,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const certificate = await this.certificates.hold(work, id);
      if (!certificate) throw new NotFoundException();
      officerOf(command.principal, certificate.customsBody);
      return task(work, certificate);
    });
  }
}
