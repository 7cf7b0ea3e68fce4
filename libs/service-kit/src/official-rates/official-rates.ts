/** The official rates that were published: kept by each service that computes with them, and in force in all its processes. */
import { Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Exact } from '@shekara/kernel';
import type { DataSource, Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';

/** A rate as its message says it; `figure` is a decimal, `day` the first legal date on which it holds. */
export interface OfficialRate {
  readonly kind: 'CURRENCY' | 'REFINANCING';
  /** ISO 4217; empty for the refinancing rate. */
  readonly currency: string;
  readonly day: string;
  readonly figure: string;
  readonly source: string;
}

/** What another replica heard is in force here as late as this. */
const LOOK_EVERY_MS = 5_000;
/** Rows younger than this are read at each look, so that none is passed over that was committed late. */
const RECENT = '1 minute';

export class OfficialRates implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(OfficialRates.name);
  private timer: NodeJS.Timeout | undefined;
  private complete = false;
  private current: Promise<void> = Promise.resolve();

  private constructor(
    private readonly dataSource: DataSource,
    private readonly reference: ReferenceData,
  ) {}

  /** With every rate heard of so far in force: no service hears or answers anything before. */
  static async open(dataSource: DataSource, reference: ReferenceData): Promise<OfficialRates> {
    const rates = new OfficialRates(dataSource, reference);
    await rates.read();
    return rates;
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.current;
  }

  /** Keeps published rates; the rate of a currency and day stands in place of one kept before. */
  async keep(work: Work, rates: readonly OfficialRate[]): Promise<void> {
    await work.manager.query(
      `INSERT INTO official_rates (kind, currency, day, figure, source)
       SELECT DISTINCT ON (kind, currency, day) kind, currency, day, figure, source
         FROM unnest($1::text[], $2::text[], $3::date[], $4::numeric[], $5::text[]) WITH ORDINALITY
              AS heard(kind, currency, day, figure, source, place)
        ORDER BY kind, currency, day, place DESC
       ON CONFLICT (kind, currency, day)
       DO UPDATE SET figure = excluded.figure, source = excluded.source, taken_at = clock_timestamp()`,
      [
        rates.map(({ kind }) => kind),
        rates.map(({ currency }) => currency),
        rates.map(({ day }) => day),
        rates.map(({ figure }) => figure),
        rates.map(({ source }) => source),
      ],
    );
    work.onCommitted(() => {
      for (const rate of rates) this.apply(rate);
    });
  }

  private look(): void {
    this.current = this.current
      .then(() => this.read())
      .catch((error: unknown) => {
        // All are read at the next look: what came meanwhile may be older than a recent row by then.
        this.complete = false;
        this.logger.warn('official rates could not be read, will retry', error);
      });
  }

  private async read(): Promise<void> {
    const rates = await this.dataSource.query<OfficialRate[]>(
      `SELECT kind, currency, day::text AS day, figure::text AS figure, source FROM official_rates
        ${this.complete ? `WHERE taken_at > clock_timestamp() - interval '${RECENT}'` : ''}
        ORDER BY day`,
    );
    for (const rate of rates) this.apply(rate);
    this.complete = true;
  }

  private apply({ kind, currency, day, figure, source }: OfficialRate): void {
    const value = new Exact(figure);
    if (kind === 'CURRENCY') {
      this.reference.currencyRates.publish({ currency, date: day, kztPerUnit: value, source });
      return;
    }
    const name = 'REFINANCING_RATE_PERCENT';
    this.reference.parameters.change({ name, unit: 'PERCENT', value, validFrom: day, source });
  }
}
