/** The published figures, kept for good with who published them. */
import { Injectable } from '@nestjs/common';
import type { CivilDate } from '@shekara/calendar';
import type { EntityManager, Work } from '@shekara/persistence';
import type { OfficialFigure } from './official-rate.js';

export interface KeptFigure extends OfficialFigure {
  readonly source: string;
  readonly publishedAt: Date;
}

interface FigureRow {
  readonly kind: OfficialFigure['kind'];
  readonly currency: string;
  readonly day: CivilDate;
  readonly figure: string;
  readonly source: string;
  readonly published_at: Date;
}

@Injectable()
export class PublishedFigures {
  /** The figures of a day and kind; two who publish for the same day take turns. */
  async hold(work: Work, kind: OfficialFigure['kind'], day: CivilDate): Promise<OfficialFigure[]> {
    await work.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${kind} ${day}`]);
    return this.ofDay(work.manager, kind, day);
  }

  async ofDay(manager: EntityManager, kind: OfficialFigure['kind'], day: CivilDate): Promise<KeptFigure[]> {
    const rows = await manager.query<FigureRow[]>(
      `SELECT kind, currency, day::text AS day, trim_scale(figure)::text AS figure, source, published_at
         FROM published_figures WHERE kind = $1 AND day = $2 ORDER BY currency`,
      [kind, day],
    );
    return rows.map(({ published_at: publishedAt, ...figure }) => ({ ...figure, publishedAt }));
  }

  async keep(work: Work, figures: readonly OfficialFigure[], source: string): Promise<void> {
    await work.manager.query(
      `INSERT INTO published_figures (kind, currency, day, figure, source, published_at, published_by)
       SELECT kind, currency, day, figure, $5, $6, $7
         FROM unnest($1::text[], $2::text[], $3::date[], $4::numeric[]) AS f(kind, currency, day, figure)
       ON CONFLICT (kind, currency, day) DO UPDATE
         SET figure = excluded.figure, source = excluded.source, published_at = excluded.published_at,
             published_by = excluded.published_by`,
      [
        figures.map(({ kind }) => kind),
        figures.map(({ currency }) => currency),
        figures.map(({ day }) => day),
        figures.map(({ figure }) => figure),
        source,
        work.context.at,
        work.context.actor,
      ],
    );
  }
}
