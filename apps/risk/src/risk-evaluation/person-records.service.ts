/** Facts on persons that customs keeps (art. 195.1, 195.3), each with its source, and the person as expressions see it. */
import { Inject, Injectable } from '@nestjs/common';
import { LegalCalendar } from '@shekara/calendar';
import type { Work } from '@shekara/persistence';
import type { PersonFacts } from '../risk-profile/fact-view.js';
import { type LookBack, offencesThatCount, personCategory, type PersonRecord } from './person-category.js';

/** Earlier declarations are counted up to here; no profile asks for more, and counting stays cheap. */
const COUNTED_DECLARATIONS = 100;

const UNKNOWN: PersonRecord = {
  inAeoRegister: false,
  customsDebt: false,
  unspentConviction: false,
  offences: [],
};

/** What a version of a person's entry in the register of authorised economic operators says. */
export interface AeoStatus {
  /** BIN or IIN. */
  readonly person: string;
  readonly included: boolean;
  readonly entryVersion: bigint;
}

/** What a state of a person's arrears says, by payments. */
export interface ArrearsStatus {
  /** BIN or IIN. */
  readonly person: string;
  readonly present: boolean;
  readonly version: bigint;
}

@Injectable()
export class PersonRecords {
  constructor(@Inject(LegalCalendar) private readonly calendar: LegalCalendar) {}

  /** The person on a legal date; one that nothing is known of is of the middle category. */
  async factsOn(work: Work, person: string, on: string): Promise<PersonFacts> {
    const [row] = await work.manager.query<PersonRecord[]>(
      `SELECT in_aeo_register AS "inAeoRegister", customs_debt AS "customsDebt", offences,
              unspent_conviction AS "unspentConviction", trading_since AS "tradingSince"
         FROM person_records WHERE person = $1`,
      [person],
    );
    const [{ earlier } = { earlier: 0 }] = await work.manager.query<{ earlier: number }[]>(
      `SELECT count(*)::int AS earlier FROM (
         SELECT FROM risk_evaluations WHERE person = $1 AND stage = 'DECLARATION' LIMIT ${COUNTED_DECLARATIONS}) e`,
      [person],
    );
    const record = row ? { ...row, tradingSince: row.tradingSince ?? undefined } : UNKNOWN;
    const lookBack = this.lookBack(on);
    return {
      category: personCategory(record, lookBack),
      earlierDeclarations: BigInt(earlier),
      offencesLastYear: BigInt(offencesThatCount(record, lookBack)),
    };
  }

  private lookBack(on: string): LookBack {
    return {
      oneYearBack: this.calendar.lookBackWindow(on, { length: 1, unit: 'YEARS' }).from,
      twoYearsBack: this.calendar.lookBackWindow(on, { length: 2, unit: 'YEARS' }).from,
    };
  }

  /** The register of authorised economic operators said whether persons are in it; an older state changes nothing. */
  async setAeo(work: Work, said: readonly AeoStatus[]): Promise<void> {
    if (said.length === 0) return;
    await work.manager.query(
      `INSERT INTO person_records (person, in_aeo_register, aeo_entry_version, source, changed_at)
       SELECT DISTINCT ON (person) person, included, entry_version, 'CUSTOMS_OPERATIONS', $4
         FROM unnest($1::text[], $2::boolean[], $3::bigint[]) AS said(person, included, entry_version)
        ORDER BY person, entry_version DESC
       ON CONFLICT (person) DO UPDATE
         SET in_aeo_register = excluded.in_aeo_register, aeo_entry_version = excluded.aeo_entry_version,
             changed_at = excluded.changed_at
       WHERE person_records.aeo_entry_version < excluded.aeo_entry_version`,
      [
        said.map(({ person }) => person),
        said.map(({ included }) => included),
        said.map(({ entryVersion }) => entryVersion.toString()),
        work.context.at,
      ],
    );
  }

  /** Payments said whether persons have unpaid customs payments, interest or penalties; an older state changes nothing. */
  async setArrears(work: Work, said: readonly ArrearsStatus[]): Promise<void> {
    if (said.length === 0) return;
    await work.manager.query(
      `INSERT INTO person_records (person, customs_debt, arrears_version, source, changed_at)
       SELECT DISTINCT ON (person) person, present, version, 'CUSTOMS_OPERATIONS', $4
         FROM unnest($1::text[], $2::boolean[], $3::bigint[]) AS said(person, present, version)
        ORDER BY person, version DESC
       ON CONFLICT (person) DO UPDATE
         SET customs_debt = excluded.customs_debt, arrears_version = excluded.arrears_version,
             changed_at = excluded.changed_at
       WHERE person_records.arrears_version < excluded.arrears_version`,
      [
        said.map(({ person }) => person),
        said.map(({ present }) => present),
        said.map(({ version }) => version.toString()),
        work.context.at,
      ],
    );
  }
}
