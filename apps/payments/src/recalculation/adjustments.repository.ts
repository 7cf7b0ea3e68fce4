/** Adjustments of declarations after release: what each did to the payments, and those that an officer still assesses. */
import { Injectable } from '@nestjs/common';
import type { Work } from '@shekara/persistence';
import type { OpenedBy } from './adjusted-payments.js';

export interface AdjustmentOfDeclaration {
  readonly declarationId: string;
  /** Version of the declaration that it made. */
  readonly version: number;
  readonly adjustmentId: string;
  readonly openedBy: OpenedBy;
}

@Injectable()
export class AdjustmentRows {
  /** Keeps an adjustment; one that waited for its assessment is in it and waits no longer. */
  async add(
    work: Work,
    { declarationId, version, adjustmentId, openedBy }: AdjustmentOfDeclaration,
    state: 'TO_ASSESS' | 'TAKEN',
  ): Promise<void> {
    await work.manager.query(
      `UPDATE declaration_adjustments SET state = 'REPLACED' WHERE declaration_id = $1 AND state = 'TO_ASSESS'`,
      [declarationId],
    );
    await work.manager.query(
      `INSERT INTO declaration_adjustments (declaration_id, version, adjustment_id, opened_by, state, received_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [declarationId, version, adjustmentId, openedBy, state, work.context.at],
    );
  }

  /** The adjustment of a declaration that an officer is to assess. The payer's account is held. */
  async toAssess(work: Work, declarationId: string): Promise<AdjustmentOfDeclaration | undefined> {
    const [row] = await work.manager.query<AdjustmentOfDeclaration[]>(
      `SELECT declaration_id AS "declarationId", version, adjustment_id AS "adjustmentId", opened_by AS "openedBy"
         FROM declaration_adjustments WHERE declaration_id = $1 AND state = 'TO_ASSESS'`,
      [declarationId],
    );
    return row;
  }

  async taken(work: Work, { declarationId, version }: AdjustmentOfDeclaration): Promise<void> {
    await work.manager.query(
      `UPDATE declaration_adjustments SET state = 'TAKEN' WHERE declaration_id = $1 AND version = $2`,
      [declarationId, version],
    );
  }

  /** The declaration is withdrawn: nobody assesses its adjustment any more. True when one waited. */
  async dropped(work: Work, declarationId: string): Promise<boolean> {
    const [rows] = await work.manager.query<[unknown[], number]>(
      `UPDATE declaration_adjustments SET state = 'REPLACED'
        WHERE declaration_id = $1 AND state = 'TO_ASSESS' RETURNING version`,
      [declarationId],
    );
    return rows.length > 0;
  }
}
