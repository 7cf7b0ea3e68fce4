import { Body, Controller, Get, Inject, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, mayActFor, mayRead, type Principal, Roles } from '@shekara/auth';
import { parseDeclarationNumber } from '@shekara/kernel';
import { DataSource, type Work } from '@shekara/persistence';
import {
  type Answer,
  Answers,
  BodyReadAs,
  Command,
  type CommandRequest,
  Commands,
  refusal,
  nextAfter,
} from '@shekara/service-kit';
import { type DeclarationRequest, ReadDeclaration } from './declaration-request.service.js';
import { DeclarationListingDto, GoodsDeclarationDto } from './goods-declaration.dto.js';
import type { GoodsDeclarationEntity } from './goods-declaration.entity.js';
import {
  contentOf,
  findDeclaration,
  listDeclarations,
  lockDeclaration,
  type RegisteredDeclaration,
} from './goods-declaration.repository.js';
import { type FiledDeclaration, GoodsDeclarationService } from './goods-declaration.service.js';
import { itemsSchema } from './item-shape.js';

/** What the declarant and the officer see of a declaration. */
export function declarationView(entity: GoodsDeclarationEntity) {
  return {
    number: entity.number,
    declarationId: entity.id,
    caseId: entity.caseId,
    status: entity.status,
    contentVersion: entity.contentVersion,
    customsBody: entity.customsBody,
    declarant: entity.declarantNumber,
    representative: entity.representativeNumber,
    arrivalNoticeNumber: entity.arrivalNoticeNumber,
    filedAt: entity.filedAt,
    registeredAt: entity.registeredAt,
    releaseDueAt: entity.releaseDueAt,
    decidedAt: entity.decidedAt,
    decidedBy: entity.decidedBy,
  };
}

/** To whom a declaration belongs. */
export function scopeOf(entity: GoodsDeclarationEntity) {
  return {
    organisations: [entity.declarantNumber, entity.representativeNumber].filter((number) => number !== ''),
    customsBody: entity.customsBody,
  };
}

/** `customs body/ddmmyy/serial` of the path. */
export function numberOf(path: Record<string, string>): string {
  return `${path.customsBody}/${path.date}/${path.serial}`;
}

/** The registered declaration of the path, locked. @throws NotFoundException when there is none. */
export async function lockedOf(work: Work, path: Record<string, string>): Promise<RegisteredDeclaration> {
  const number = parseDeclarationNumber(numberOf(path));
  const declaration = number && (await lockDeclaration(work, { number }));
  if (!declaration) throw new NotFoundException();
  return declaration;
}

function answer({ decision, entity }: FiledDeclaration): Answer {
  if (!decision.accepted) {
    return refusal(decision.reasons, entity ? { declarationId: entity.id, caseId: entity.caseId } : {});
  }
  if (!entity) throw new Error('a registered declaration is kept');
  return { status: 201, body: declarationView(entity) };
}

@ApiTags('declaration')
@ApiBearerAuth()
@Controller('v1/goods-declarations')
export class GoodsDeclarationController {
  constructor(
    @Inject(GoodsDeclarationService) private readonly declarations: GoodsDeclarationService,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Post()
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE')
  @Answers()
  @BodyReadAs(GoodsDeclarationDto, { items: itemsSchema })
  @ApiOperation({
    summary: 'File a goods declaration: registered with its number, or refused with every reason',
  })
  file(
    @Body(ReadDeclaration) request: DeclarationRequest,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    const filer = mayFile(command.principal, request);
    const { arrivalNoticeNumber, signature, ...draft } = request;
    const signed = !!signature?.value;
    return this.commands.run(command, async (work) =>
      answer(await this.declarations.file(work, { draft, arrivalNoticeNumber, signed, filer })),
    );
  }

  @Get(':customsBody/:date/:serial')
  @Roles(
    'DECLARANT',
    'CUSTOMS_REPRESENTATIVE',
    'RELEASE_OFFICER',
    'INSPECTION_OFFICER',
    'ACCOUNT_OFFICER',
    'HEAD_OF_POST',
    'AUDITOR',
    'SYSTEM',
  )
  @ApiOperation({ summary: 'Read a declaration with what was filed' })
  async read(@Param() path: Record<string, string>, @CurrentPrincipal() principal: Principal) {
    const entity = await findDeclaration(this.dataSource.manager, numberOf(path));
    if (!entity) throw new NotFoundException();
    mayRead(principal, scopeOf(entity));
    const { draft, reasons } = await contentOf(this.dataSource.manager, entity.id);
    const { releaseCase } = entity;
    return {
      ...declarationView(entity),
      reasons,
      check: releaseCase && {
        payments: releaseCase.payments,
        risk: releaseCase.risk,
        controls: releaseCase.controls,
      },
      declaration: draft,
    };
  }

  @Get()
  @Roles(
    'DECLARANT',
    'CUSTOMS_REPRESENTATIVE',
    'RELEASE_OFFICER',
    'INSPECTION_OFFICER',
    'HEAD_OF_POST',
    'AUDITOR',
  )
  @ApiOperation({
    summary: 'List own declarations (traders) or those of the own posts (officers), newest first',
  })
  async list(@Query() listing: DeclarationListingDto, @CurrentPrincipal() principal: Principal) {
    const { status, after, limit } = listing;
    const { organisation, posts: customsBodies } = principal;
    const entities = await listDeclarations(this.dataSource.manager, {
      organisation,
      customsBodies,
      status,
      after,
      limit,
    });
    const next = nextAfter(entities, limit);
    return { items: entities.map(declarationView), next };
  }
}

/**
 * Only for a person named as declarant or representative; where neither is named the law refuses. Answers the filer.
 * @throws NotYours 403.
 */
function mayFile(principal: Principal, { declarant, representative }: DeclarationRequest): string {
  const named = [declarant?.identification, representative?.identification].filter((number) => !!number);
  const filer = principal.organisation ?? '';
  mayActFor(principal, named.length > 0 ? named.filter((number) => number !== undefined) : filer);
  return filer;
}
