/** A declaration by machine, at registration and whenever it is assessed again, quotas of preferences included (art. 123, 125). */
import { Inject, Injectable } from '@nestjs/common';
import type { Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import type { Calculation } from '../calculation/calculation.js';
import { assess } from './assessment.js';
import type { DeclaredGoods } from './declared-goods.js';
import { DeclaredQuotas } from './declared-quotas.service.js';

@Injectable()
export class MachineAssessment {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(DeclaredQuotas) private readonly quotas: DeclaredQuotas,
  ) {}

  /** Calculates as `assess`; what the declaration needs of quotas beyond what it drew is drawn when it is accepted. */
  async of(work: Work, declared: DeclaredGoods): Promise<Calculation> {
    const { goods, draws } = await this.quotas.ask(work, declared);
    const assessment = assess(goods, this.reference);
    if (assessment.accepted) await this.quotas.book(work, declared, draws);
    return assessment;
  }
}
