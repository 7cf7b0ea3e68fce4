import { Controller, Get, Header, Inject, Param, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { CurrentPrincipal, type Principal, Public, Roles } from '@shekara/auth';
import { PRINT_LANGUAGES, type PrintLanguage } from '@shekara/printing';
import { PrintedDocuments, type PrintedFile } from './printed-documents.service.js';

export class PrintQuery {
  @JSONSchema({ description: 'Kazakh, Russian or English', example: 'kk' })
  @IsIn(PRINT_LANGUAGES)
  lang: PrintLanguage = 'kk';
}

const PDF = 'application/pdf';
const FILE = { schema: { type: 'string', format: 'binary' } };

function file({ pdf, name }: PrintedFile): StreamableFile {
  return new StreamableFile(pdf, {
    type: PDF,
    disposition: `inline; filename="${name}"`,
    length: pdf.length,
  });
}

@ApiTags('printed documents')
@ApiBearerAuth()
@Controller('v1')
@Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'HEAD_OF_POST', 'AUDITOR')
export class PrintedDocumentController {
  constructor(@Inject(PrintedDocuments) private readonly documents: PrintedDocuments) {}

  @Get('debt-notices/:id/pdf')
  @Header('cache-control', 'private, no-store')
  @ApiProduces(PDF)
  @ApiOkResponse(FILE)
  @ApiOperation({ summary: 'A sent debt notice as PDF, with its verification code (art. 159.4)' })
  async notice(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { lang }: PrintQuery,
    @CurrentPrincipal() principal: Principal,
  ) {
    return file(await this.documents.print('DEBT_NOTICE', id, lang, principal));
  }

  @Get('certificates/:id/pdf')
  @Header('cache-control', 'private, no-store')
  @ApiProduces(PDF)
  @ApiOkResponse(FILE)
  @ApiOperation({ summary: 'An issued certificate as PDF, with its verification code (art. 142)' })
  async certificate(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { lang }: PrintQuery,
    @CurrentPrincipal() principal: Principal,
  ) {
    return file(await this.documents.print('CERTIFICATE', id, lang, principal));
  }

  @Get('reconciliation-acts/:id/pdf')
  @Header('cache-control', 'private, no-store')
  @ApiProduces(PDF)
  @ApiOkResponse(FILE)
  @ApiOperation({ summary: 'An issued reconciliation act as PDF, with its verification code (art. 141.8)' })
  async act(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { lang }: PrintQuery,
    @CurrentPrincipal() principal: Principal,
  ) {
    return file(await this.documents.print('RECONCILIATION_ACT', id, lang, principal));
  }

  @Get('receipt-vouchers/:id/pdf')
  @Roles(
    ...(['DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'RELEASE_OFFICER'] as const),
    ...(['HEAD_OF_POST', 'AUDITOR'] as const),
  )
  @Header('cache-control', 'private, no-store')
  @ApiProduces(PDF)
  @ApiOkResponse(FILE)
  @ApiOperation({ summary: "The payer's copy of a receipt voucher as PDF (art. 424.1, 472.1)" })
  async voucher(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { lang }: PrintQuery,
    @CurrentPrincipal() principal: Principal,
  ) {
    return file(await this.documents.print('RECEIPT_VOUCHER', id, lang, principal));
  }

  @Get('verifications/:code')
  @Public()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary:
      'What stands on the paper with this code, and whether it still holds; names no person; needs no token',
  })
  verify(@Param('code') code: string) {
    return this.documents.verify(code);
  }
}
