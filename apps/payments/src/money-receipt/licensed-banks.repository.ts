/** Who a bank is: its licence and the organisation whose clients act for it (art. 138.5). */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@shekara/persistence';

@Injectable()
export class LicensedBanks {
  /** BIN of the bank with this id; undefined for a bank that is not licensed on this day, or whose BIN nobody recorded. */
  async organisationOf(manager: EntityManager, bankId: string, day: string): Promise<string | undefined> {
    const [row] = await manager.query<{ organisation: string | null }[]>(
      `SELECT organisation FROM licensed_banks
        WHERE bank_id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)`,
      [bankId, day],
    );
    return row?.organisation ?? undefined;
  }

  /** Ids of the banks for which an organisation acts: its name in messages, its BIC. */
  async idsOf(manager: EntityManager, organisation: string): Promise<readonly string[]> {
    const rows = await manager.query<{ bank_id: string }[]>(
      `SELECT DISTINCT bank_id FROM licensed_banks WHERE organisation = $1 ORDER BY bank_id`,
      [organisation],
    );
    return rows.map(({ bank_id }) => bank_id);
  }
}
