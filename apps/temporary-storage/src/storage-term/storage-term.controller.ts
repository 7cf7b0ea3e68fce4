import { Body, Controller, Inject, NotFoundException, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { mayRead, officerOf, type Principal, Roles } from '@shekara/auth';
import {
  type Answer,
  Answers,
  Command,
  type CommandRequest,
  Commands,
  Decides,
  refusal,
} from '@shekara/service-kit';
import { lotScope, lotView } from '../storage-lot/storage-lot.controller.js';
import type { StorageLotEntity } from '../storage-lot/storage-lot.entity.js';
import { StorageLotService } from '../storage-lot/storage-lot.service.js';
import { ExtensionRequestEntity } from './extension-request.entity.js';
import { ExtensionDecisionDto, ExtensionRequestDto } from './storage-term.dto.js';
import { StorageTermService } from './storage-term.service.js';

@ApiTags('storage')
@ApiBearerAuth()
@Controller('v1/storage-lots/:id/extensions')
export class StorageTermController {
  constructor(
    @Inject(StorageTermService) private readonly terms: StorageTermService,
    @Inject(StorageLotService) private readonly lots: StorageLotService,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Post()
  @Roles('WAREHOUSE_KEEPER', 'CARRIER', 'DECLARANT', 'CUSTOMS_REPRESENTATIVE')
  @Answers()
  @ApiOperation({ summary: 'Ask for an extension of the storage term; an officer decides' })
  request(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: ExtensionRequestDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const lot = await this.lots.byId(work, id);
      if (!lot) throw new NotFoundException();
      const { authority, ...asked } = dto;
      mayAsk(command.principal, lot);
      const entitled = authority !== undefined || command.principal.organisation === lot.consigneeNumber;
      const { decision, request } = await this.terms.request(work, lot, asked, entitled);
      if (!decision.accepted) return refusal(decision.reasons);
      return {
        status: 201,
        body: {
          extensionId: request?.id,
          newEnd: request?.newEnd,
          decision: request?.decision,
          lot: lotView(lot),
        },
      };
    });
  }

  @Post('decisions')
  @Decides('STORAGE_EXTENSION')
  @Roles('CHECKPOINT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'Decide on the request of a lot that waits, whose work item you claimed' })
  decideWaiting(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: ExtensionDecisionDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.decideOn(command, { lotId: id, decision: 'NONE' }, dto);
  }

  @Post(':extensionId/decisions')
  @Roles('CHECKPOINT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'Decide on a request whose work item you claimed' })
  decide(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('extensionId', ParseUUIDPipe) extensionId: string,
    @Body() dto: ExtensionDecisionDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.decideOn(command, { id: extensionId, lotId: id }, dto);
  }

  private decideOn(
    command: CommandRequest,
    which: { readonly lotId: string; readonly id?: string; readonly decision?: 'NONE' },
    dto: ExtensionDecisionDto,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const lot = await this.lots.byId(work, which.lotId);
      const request = await work.manager.findOneBy(ExtensionRequestEntity, which);
      if (!lot || request?.decision !== 'NONE') throw new NotFoundException();
      officerOf(command.principal, lot.customsBody);
      const verdict = { granted: dto.decision === 'GRANT', reason: dto.reason };
      const refused = await this.terms.decide(work, lot, request, command.principal, verdict);
      if (refused) return refusal([refused]);
      return { status: 200, body: { decision: request.decision, lot: lotView(lot) } };
    });
  }
}

/** A party of the lot; a customs representative is no party and acts on the authority that it names. */
function mayAsk(principal: Principal, lot: StorageLotEntity): void {
  if (!principal.roles.includes('CUSTOMS_REPRESENTATIVE')) mayRead(principal, lotScope(lot));
}
