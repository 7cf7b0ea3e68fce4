/** The managed shares of the random choice, and the number in [0, 1) that belongs to each object. */
import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { art } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { Stage } from '../risk-profile/fact-view.js';
import type { MeasureOrder } from '../risk-profile/measure.js';
import type { RandomSelectionSetting } from './random-selection.js';

/** The area of a setting for the whole country. */
export const NATIONAL = 'NATIONAL';

/** 48 bits: what a double holds exactly, with room. */
const DRAW_BYTES = 6;
const DRAWS = 2 ** 48;

const DEVELOPMENT_SECRET = 'development-only';

interface SettingRow extends RandomSelectionSetting {
  readonly id: string;
}

/** @throws Error in production without RISK_SELECTION_SECRET: a known secret would let a declarant compute its draw. */
export function selectionSecret(environment: NodeJS.ProcessEnv = process.env): string {
  const secret = environment.RISK_SELECTION_SECRET;
  if (secret) return secret;
  if (environment.NODE_ENV === 'production') throw new Error('RISK_SELECTION_SECRET is not set');
  return DEVELOPMENT_SECRET;
}

/** The object's own number in [0, 1): the same whenever it is made again, known to nobody without the secret. */
export function drawOf(objectId: string, secret: string): number {
  const digest = createHmac('sha256', secret).update(objectId).digest();
  return digest.readUIntBE(0, DRAW_BYTES) / DRAWS;
}

@Injectable()
export class RandomSelections {
  private readonly secret = selectionSecret();

  /** R-RSK-061: repeatable from the object's id and the secret; no officer has a hand in it. */
  draw(objectId: string): number {
    return drawOf(objectId, this.secret);
  }

  /** The share of the area, or that of the whole country where the area has none of its own (R-RSK-062). */
  async settingFor(work: Work, area: string, stage: Stage): Promise<RandomSelectionSetting> {
    const [row] = await work.manager.query<RandomSelectionSetting[]>(
      `SELECT area, stage, share_per_mille AS "sharePerMille", orders FROM random_selections
        WHERE stage = $2 AND area IN ($1, '${NATIONAL}') ORDER BY area = '${NATIONAL}' LIMIT 1`,
      [area, stage],
    );
    if (!row) throw new Error(`no random selection is set for ${stage}`);
    return row;
  }

  all(work: Work): Promise<RandomSelectionSetting[]> {
    return work.manager.query<RandomSelectionSetting[]>(
      `SELECT area, stage, share_per_mille AS "sharePerMille", orders FROM random_selections ORDER BY area, stage`,
    );
  }

  /** Sets the share of an area and stage; without orders those of the country stay. */
  async set(
    work: Work,
    setting: Omit<RandomSelectionSetting, 'orders'> & { readonly orders?: readonly MeasureOrder[] },
  ): Promise<RandomSelectionSetting> {
    const { area, stage, sharePerMille } = setting;
    const orders = setting.orders ?? (await this.settingFor(work, area, stage)).orders;
    const [row] = await work.manager.query<SettingRow[]>(
      `INSERT INTO random_selections (area, stage, id, share_per_mille, orders, changed_by, changed_at)
       VALUES ($1, $2, gen_random_uuid(), $3, $4, $5, $6)
       ON CONFLICT (area, stage) DO UPDATE
         SET share_per_mille = excluded.share_per_mille, orders = excluded.orders,
             changed_by = excluded.changed_by, changed_at = excluded.changed_at
       RETURNING id, area, stage, share_per_mille AS "sharePerMille", orders`,
      [area, stage, sharePerMille, JSON.stringify(orders), work.context.actor, work.context.at],
    );
    if (!row) throw new Error(`random selection of ${area} was not kept`);
    const { id, ...kept } = row;
    work.record({
      stream: 'RandomSelection',
      streamId: `${area}:${stage}`,
      caseId: id,
      type: 'RandomSelectionSet',
      payload: kept,
      ground: art(217, '3'),
    });
    return kept;
  }
}
