/** Prints documents with their verification code, and answers for a code. */
import { randomBytes } from 'node:crypto';
import { Inject, Injectable, NotFoundException } from '@nestjs/common';
import { mayRead, type Principal, ProblemException } from '@shekara/auth';
import { LegalCalendar } from '@shekara/calendar';
import { type Clock, design, reason } from '@shekara/kernel';
import { CLOCK, DataSource, UnitOfWork, type Work } from '@shekara/persistence';
import { type PrintLanguage, renderPdf } from '@shekara/printing';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import { printedDocumentReasons as reasons } from './printed-document-reasons.js';
import { PrintedDocumentEntity } from './printed-document.entity.js';
import { type Printable, Printables } from './printables.repository.js';
import { BYTES_OF_CODE, readCode, shownCode, verificationCode } from './verification-code.js';
import type { PrintedKind, Verified } from './verification.js';

/** Injection token of the address that answers for a code, which the QR then carries; the QR carries the code without one. */
export const VERIFICATION_ADDRESS = Symbol('VERIFICATION_ADDRESS');

export interface PrintedFile {
  readonly pdf: Buffer;
  readonly name: string;
}

@Injectable()
export class PrintedDocuments {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Printables) private readonly printables: Printables,
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(VERIFICATION_ADDRESS) private readonly address: string,
  ) {}

  /**
   * The document as PDF, for its payer and the officers of its customs body. The first printing gives it its code, which
   * every later one repeats. @throws NotFoundException; NotYours 404, also for a payer while it is not issued;
   * ProblemException 409 DOCUMENT_NOT_ISSUED for an officer.
   */
  async print(
    kind: PrintedKind,
    id: string,
    language: PrintLanguage,
    reader: Principal,
  ): Promise<PrintedFile> {
    const printable = await this.printables.find(this.dataSource.manager, kind, id);
    if (!printable) throw new NotFoundException();
    const { issued, payer, customsBody, number } = printable;
    mayRead(reader, { organisations: issued ? [payer] : [], customsBody });
    if (!issued) throw ProblemException.refused([reason(reasons.DOCUMENT_NOT_ISSUED)], 409);
    const code = await this.codeOf(kind, id, printable, reader);
    const shown = shownCode(code);
    const printedAt = this.clock.now();
    const day = this.calendar.civilDate(printedAt);
    const document = issued.print({
      language,
      bodyName: (body) => `${body} ${this.reference.customsBodies.find(body, day)?.name ?? ''}`.trim(),
      verification: { code: shown, scanned: this.address === '' ? shown : `${this.address}/${code}` },
      printedAt,
    });
    return { pdf: await renderPdf(document), name: `${number.replaceAll('/', '-')}-${language}.pdf` };
  }

  /** What stands on the paper with this code, and whether it still holds. @throws ProblemException 404. */
  async verify(typed: string): Promise<Verified & { readonly code: string }> {
    const code = readCode(typed);
    const found =
      code === undefined ? null : await this.dataSource.manager.findOneBy(PrintedDocumentEntity, { code });
    const printable =
      found && (await this.printables.find(this.dataSource.manager, found.kind, found.documentId));
    if (!found || !printable?.issued) {
      throw ProblemException.refused([reason(reasons.VERIFICATION_CODE_UNKNOWN, { pointer: '/code' })], 404);
    }
    const { number, customsBody, issued } = printable;
    return { code: shownCode(found.code), kind: found.kind, number, customsBody, ...issued.verified };
  }

  private async codeOf(
    kind: PrintedKind,
    documentId: string,
    printable: Printable,
    reader: Principal,
  ): Promise<string> {
    const kept = await this.dataSource.manager.findOneBy(PrintedDocumentEntity, { kind, documentId });
    if (kept) return kept.code;
    return this.unitOfWork.run({ actor: reader.subject }, (work) =>
      this.giveCode(work, kind, documentId, printable),
    );
  }

  /** Two who print at the same moment get one code. */
  private async giveCode(
    work: Work,
    kind: PrintedKind,
    documentId: string,
    { caseId, number }: Printable,
  ): Promise<string> {
    const code = verificationCode(randomBytes(BYTES_OF_CODE));
    const given = await work.manager.query<unknown[]>(
      `INSERT INTO printed_documents (code, kind, document_id, first_printed_at, first_printed_by)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT (kind, document_id) DO NOTHING RETURNING 1`,
      [code, kind, documentId, work.context.at, work.context.actor],
    );
    if (given.length === 0) {
      return (await work.manager.findOneByOrFail(PrintedDocumentEntity, { kind, documentId })).code;
    }
    work.record({
      stream: 'PrintedDocument',
      streamId: documentId,
      caseId,
      type: 'VerificationCodeGiven',
      payload: { kind, number },
      ground: design('printed documents'),
    });
    return code;
  }
}
