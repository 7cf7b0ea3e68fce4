/** What traders were told about their documents: a projection of notifications.v1. */
import { Inject, Injectable } from '@nestjs/common';
import { instantOf, type StatusNotified } from '@shekara/contracts';
import { DataSource, type Work } from '@shekara/persistence';

export interface NotificationView {
  readonly id: string;
  readonly caseId: string;
  /** Kind of document, e.g. GOODS_DECLARATION. */
  readonly document: string;
  readonly documentId: string;
  readonly documentNumber: string;
  readonly status: string;
  readonly reasons: readonly { readonly code: string; readonly article: string; readonly pointer: string }[];
  readonly at: Date;
}

/** A page, newest first; `next` continues with what is older. */
export interface NotificationPage {
  readonly notifications: readonly NotificationView[];
  readonly next: string | undefined;
}

@Injectable()
export class Notifications {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async keep(work: Work, told: readonly StatusNotified[]): Promise<void> {
    await work.manager.query(
      `INSERT INTO notifications (id, recipient, case_id, document, document_id, document_number, status, reasons, at)
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                            $8::jsonb[], $9::timestamptz[]) AS told(id)
        ORDER BY id ON CONFLICT (id) DO NOTHING`,
      [
        told.map(({ notificationId }) => notificationId),
        told.map(({ recipient }) => recipient),
        told.map(({ caseId }) => caseId),
        told.map(({ document }) => document),
        told.map(({ documentId }) => documentId),
        told.map(({ documentNumber }) => documentNumber),
        told.map(({ status }) => status),
        told.map(({ reasons }) =>
          JSON.stringify(
            reasons.map(({ code, article, pointer, parameters }) => ({ code, article, pointer, parameters })),
          ),
        ),
        told.map(({ at }) => instantOf(at)),
      ],
    );
  }

  /**
   * What this person (BIN or IIN) was told. `before` is the last id of the page before; another's id ends the list, so
   * that it tells nothing.
   */
  async page(recipient: string, before: string | undefined, limit: number): Promise<NotificationPage> {
    const notifications = await this.dataSource.query<NotificationView[]>(
      `SELECT id, case_id AS "caseId", document, document_id AS "documentId", document_number AS "documentNumber",
              status, reasons, at
         FROM notifications
        WHERE recipient = $1
          AND ($2::text IS NULL
               OR (at, id) < (SELECT at, id FROM notifications WHERE id = $2 AND recipient = $1))
        ORDER BY at DESC, id DESC LIMIT $3`,
      [recipient, before ?? null, limit],
    );
    return { notifications, next: notifications.length === limit ? notifications.at(-1)?.id : undefined };
  }
}
