/** The goods of declarations that wait for an officer, as they were declared (art. 125.2). */
import { Injectable } from '@nestjs/common';
import type { Work } from '@shekara/persistence';
import type { DeclaredGoods } from './declared-goods.js';
import type { DeclarationLiability } from './liability.js';

@Injectable()
export class KeptGoods {
  /** Keeps the goods of a version of the declaration in place of those of an earlier one. */
  async keep(work: Work, declared: DeclaredGoods, version: number): Promise<void> {
    const { declarationId, quotaRefusals: _, ...goods } = declared;
    await work.manager.query(
      `INSERT INTO goods_to_assess (declaration_id, declaration_version, goods) VALUES ($1, $2, $3)
       ON CONFLICT (declaration_id) DO UPDATE SET declaration_version = $2, goods = $3`,
      [declarationId, version, JSON.stringify(goods)],
    );
  }

  /** The goods of the version that the liability stands for; undefined where they were not kept. */
  async find(
    work: Work,
    { declarationId, declarationVersion }: Pick<DeclarationLiability, 'declarationId' | 'declarationVersion'>,
  ): Promise<DeclaredGoods | undefined> {
    const [row] = await work.manager.query<{ goods: Omit<DeclaredGoods, 'declarationId'> }[]>(
      `SELECT goods FROM goods_to_assess WHERE declaration_id = $1 AND declaration_version = $2`,
      [declarationId, declarationVersion],
    );
    return row && { declarationId, ...row.goods };
  }

  /** Nobody assesses them any more. */
  async drop(work: Work, declarationId: string): Promise<void> {
    await work.manager.query(`DELETE FROM goods_to_assess WHERE declaration_id = $1`, [declarationId]);
  }
}
