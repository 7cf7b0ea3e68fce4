import { Body, Controller, Inject, NotFoundException, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { mayActFor, mayRead, type Principal, ProblemException, Roles } from '@shekara/auth';
import { reason } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { type Answer, Answers, Command, type CommandRequest, Commands, refusal } from '@shekara/service-kit';
import { lockConsignment } from '../expected-consignment/expected-consignment.repository.js';
import { placeByNumber } from '../warehouse/warehouse.repository.js';
import { documentDefects } from './document-defects.js';
import { StorageDocumentSetEntity } from './storage-document-set.entity.js';
import { StorageDocumentSetDto } from './storage-documents.dto.js';
import { type LodgedSet, type Lodging, StorageDocumentsService } from './storage-documents.service.js';

/** The confirmation of registration (art. 267.2), or what a returned set is found by. */
function view({ set, lot }: LodgedSet) {
  return {
    setId: set.id,
    status: set.status,
    arrivalNoticeNumber: set.arrivalNoticeNumber,
    placeNumber: set.placeNumber,
    lodgedAt: set.lodgedAt,
    registerBy: set.registerBy,
    registrationNumber: set.registrationNumber,
    registeredAt: set.registeredAt,
    lotId: set.lotId,
    lastDay: lot?.lastDay ?? null,
    longestDay: lot?.longestDay ?? null,
  };
}

function answer(lodged: LodgedSet): Answer {
  const { decision } = lodged;
  return decision.accepted
    ? { status: 201, body: view(lodged) }
    : refusal(decision.reasons, { storageDocuments: view(lodged) });
}

@ApiTags('storage')
@ApiBearerAuth()
@Controller('v1/storage-documents')
export class StorageDocumentsController {
  constructor(
    @Inject(StorageDocumentsService) private readonly documents: StorageDocumentsService,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Post()
  @Roles('WAREHOUSE_KEEPER', 'CARRIER', 'DECLARANT', 'CUSTOMS_REPRESENTATIVE')
  @Answers()
  @ApiOperation({
    summary: 'Lodge storage documents: registered with lot and last day, or returned with every defect',
  })
  lodge(@Body() dto: StorageDocumentSetDto, @Command() command: CommandRequest): Promise<Answer> {
    return this.commands.run(command, async (work) =>
      answer(await this.documents.lodge(work, dto, await lodgingOf(work, command.principal, dto))),
    );
  }

  @Post(':id/supplements')
  @Roles('WAREHOUSE_KEEPER', 'CARRIER', 'DECLARANT', 'CUSTOMS_REPRESENTATIVE')
  @Answers()
  @ApiOperation({ summary: 'Cure a returned set; its moment of lodging stays' })
  supplement(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: StorageDocumentSetDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const lodging = await lodgingOf(work, command.principal, dto);
      const set = await work.manager.findOne(StorageDocumentSetEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!set) throw new NotFoundException();
      mayRead(command.principal, { organisations: [set.submitterNumber] });
      if (set.status !== 'RETURNED' || set.arrivalNoticeNumber !== dto.arrivalNoticeNumber) {
        return refusal([reason(documentDefects.SET_NOT_CURABLE)]);
      }
      return answer(await this.documents.supplement(work, set, dto, lodging));
    });
  }
}

/**
 * Finds and locks what the set is lodged for, and checks that it is the caller's to lodge: a carrier its own goods, a
 * declarant those it receives, a keeper for its own place; a representative names its authority in the set.
 * @throws ProblemException 409 ARRIVAL_NOT_KNOWN_YET, with no effect, so that the same request may be repeated.
 */
async function lodgingOf(work: Work, principal: Principal, dto: StorageDocumentSetDto): Promise<Lodging> {
  const consignment = await lockConsignment(work, dto.arrivalNoticeNumber);
  if (!consignment?.arrived) {
    throw ProblemException.refused(
      [
        reason(documentDefects.ARRIVAL_NOT_KNOWN_YET, {
          pointer: '/arrivalNoticeNumber',
          parameters: { arrivalNoticeNumber: dto.arrivalNoticeNumber },
        }),
      ],
      409,
    );
  }
  const place = await placeByNumber(work.manager, dto.placeNumber);
  const own: string[] = [];
  if (principal.roles.includes('CARRIER')) own.push(consignment.carrierNumber);
  if (principal.roles.includes('DECLARANT')) own.push(consignment.consigneeNumber);
  if (principal.roles.includes('WAREHOUSE_KEEPER'))
    own.push(place?.keeperNumber ?? principal.organisation ?? '');
  if (!principal.roles.includes('CUSTOMS_REPRESENTATIVE')) mayActFor(principal, own);
  return { consignment, place, submitterNumber: principal.organisation ?? '' };
}
