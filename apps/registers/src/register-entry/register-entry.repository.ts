/** Reads and numbers register entries. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type Work } from '@shekara/persistence';
import { type EntityManager, In } from 'typeorm';
import { RegisterEntryEntity, RegisterOrderEntity } from './register-entry.entity.js';
import type { EntryStatus, Standing } from './register-entry.js';
import type { Register } from './register-kind.js';

export interface EntryFilter {
  readonly register?: Register;
  readonly bin?: string;
  readonly status?: EntryStatus;
  /** Registration number of the last entry of the page before. */
  readonly after?: string;
  readonly limit: number;
}

/** An entry with its orders, the oldest first. */
export interface EntryWithOrders {
  readonly entry: RegisterEntryEntity;
  readonly orders: readonly RegisterOrderEntity[];
}

@Injectable()
export class RegisterEntryRepository {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /**
   * What the register knows of a person, for one place where it is kept by places. Takes the person's turn in this
   * register until the work ends, so that two inclusions of one person are decided one after the other.
   */
  async standing(work: Work, register: Register, bin: string, premisesAddress: string): Promise<Standing> {
    await work.manager.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`${register} ${bin}`]);
    const [row] = await work.manager.query<{ open_entry: string | null; reapply_from: string | null }[]>(
      `SELECT max(registration_number) FILTER (WHERE status <> 'EXCLUDED' AND premises_address = $3) AS open_entry,
              to_char(max(reapply_from), 'YYYY-MM-DD') AS reapply_from
         FROM register_entries WHERE register = $1 AND bin = $2`,
      [register, bin, premisesAddress],
    );
    return {
      ...(row?.open_entry ? { openEntry: row.open_entry } : {}),
      ...(row?.reapply_from ? { reapplyFrom: row.reapply_from } : {}),
    };
  }

  /** The next registration number, `register/year/serial`, without gaps: a rolled back work gives its number back. */
  async nextNumber(work: Work, register: Register, year: number): Promise<string> {
    const [row] = await work.manager.query<{ last: number }[]>(
      `INSERT INTO register_serials (register, year, last) VALUES ($1, $2, 1)
       ON CONFLICT (register, year) DO UPDATE SET last = register_serials.last + 1 RETURNING last`,
      [register, year],
    );
    if (!row) throw new Error(`no serial for ${register} in ${year}`);
    return `${register}/${year}/${String(row.last).padStart(4, '0')}`;
  }

  /** The entry by its number, locked for this work; undefined when there is none. */
  async lock(work: Work, registrationNumber: string): Promise<RegisterEntryEntity | undefined> {
    const found = await work.manager.findOne(RegisterEntryEntity, {
      where: { registrationNumber },
      lock: { mode: 'pessimistic_write' },
    });
    return found ?? undefined;
  }

  async order(
    manager: EntityManager,
    entryId: string,
    number: string,
  ): Promise<RegisterOrderEntity | undefined> {
    return (await manager.findOneBy(RegisterOrderEntity, { entryId, number })) ?? undefined;
  }

  /** The entry with its orders; undefined when there is none. */
  async find(registrationNumber: string): Promise<EntryWithOrders | undefined> {
    const entry = await this.dataSource.manager.findOneBy(RegisterEntryEntity, { registrationNumber });
    if (!entry) return undefined;
    const orders = await this.ordersOf([entry.id]);
    return { entry, orders };
  }

  /** A page of entries in the order of their inclusion. */
  async page({ register, bin, status, after, limit }: EntryFilter): Promise<readonly EntryWithOrders[]> {
    const query = this.dataSource.manager
      .createQueryBuilder(RegisterEntryEntity, 'entry')
      .orderBy('entry.id')
      .limit(limit);
    if (register) query.andWhere('entry.register = :register', { register });
    if (bin) query.andWhere('entry.bin = :bin', { bin });
    if (status) query.andWhere('entry.status = :status', { status });
    if (after) {
      query.andWhere('entry.id > (SELECT id FROM register_entries WHERE registration_number = :after)', {
        after,
      });
    }
    const entries = await query.getMany();
    const orders = await this.ordersOf(entries.map(({ id }) => id));
    return entries.map((entry) => ({ entry, orders: orders.filter(({ entryId }) => entryId === entry.id) }));
  }

  private ordersOf(entryIds: readonly string[]): Promise<RegisterOrderEntity[]> {
    return this.dataSource.manager.find(RegisterOrderEntity, {
      where: { entryId: In([...entryIds]) },
      order: { signedAt: 'ASC' },
    });
  }
}
