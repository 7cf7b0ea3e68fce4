/** A truck at Khorgos whose goods are declared: presenting, filing and answering, for the service tests. */
import { randomUUID } from 'node:crypto';
import { LiabilityCoveredSchema, RiskEvaluatedSchema, timestampOf } from '@shekara/contracts';
import type { VirtualClock } from '@shekara/kernel';
import {
  importDeclaration,
  type ImportDeclarationOptions,
  IMPORTER,
  roadArrivalNotice,
} from '@shekara/testing/documents';
import type { HttpAnswer, ServicesUnderTest } from '@shekara/testing/services';

/** Wednesday 11 March 2026, 10:20 in Almaty; a term of one working day ends on Thursday at 20:00. */
export const WEDNESDAY_1020 = '2026-03-11T05:20:00Z';
export const THURSDAY_2000 = '2026-03-12T15:00:00.000Z';

export interface DeclarationView {
  number: string;
  declarationId: string;
  caseId: string;
  status: string;
  registeredAt: string;
  releaseDueAt: string;
  decidedBy: string | null;
}

export interface Refusal {
  declarationId: string;
  reasons: { code: string; article: string; pointer?: string; parameters: Record<string, string> }[];
}

/** Body of a declaration that passes, but for the changes. */
export function roadDeclaration(
  arrivalNoticeNumber: string,
  changes: Omit<ImportDeclarationOptions, 'arrivalNoticeNumber'> = {},
) {
  return importDeclaration({ arrivalNoticeNumber, ...changes });
}

/** The people and systems around one registration service. */
export class Khorgos {
  private constructor(
    private readonly place: ServicesUnderTest,
    private readonly clock: VirtualClock,
    readonly declarant: string,
    readonly officer: string,
    readonly head: string,
    private readonly lane: string,
  ) {}

  static async open(place: ServicesUnderTest, clock: VirtualClock): Promise<Khorgos> {
    return new Khorgos(
      place,
      clock,
      await place.token({ subject: 'declarant-1', roles: ['DECLARANT'], organisation: IMPORTER }),
      await place.token({ subject: 'officer-1', roles: ['RELEASE_OFFICER'], posts: ['55311'] }),
      await place.token({ subject: 'head-1', roles: ['HEAD_OF_POST'], posts: ['55311'] }),
      await place.token({ subject: 'lane-7', roles: ['CHECKPOINT_SYSTEM'], posts: ['55302'] }),
    );
  }

  /** Presents goods; answers the number of the notice. */
  async present(changes: Record<string, unknown> = {}): Promise<string> {
    const notice = roadArrivalNotice({ deliveredAt: this.clock.now().toISOString(), ...changes });
    const { body } = await this.place.post<{ number: string }>(
      'registration',
      '/v1/arrival-notices',
      notice,
      this.lane,
    );
    return body.number;
  }

  post<Body = DeclarationView>(
    body: unknown,
    token = this.declarant,
    key?: string,
  ): Promise<HttpAnswer<Body>> {
    return this.place.post<Body>('registration', '/v1/goods-declarations', body, token, key);
  }

  /** Presents goods and registers their declaration. */
  async register(
    changes: Omit<ImportDeclarationOptions, 'arrivalNoticeNumber'> = {},
  ): Promise<DeclarationView> {
    const { status, body } = await this.post(roadDeclaration(await this.present(), changes));
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body;
  }

  async read(number: string, token = this.declarant): Promise<DeclarationView> {
    const { body } = await this.place.get<DeclarationView>(
      'registration',
      `/v1/goods-declarations/${number}`,
      token,
    );
    return body;
  }

  covered({ declarationId, number, caseId }: DeclarationView): Promise<void> {
    const coveredAt = timestampOf(this.clock.now());
    return this.place.send(LiabilityCoveredSchema, {
      declarationId,
      declarationNumber: number,
      caseId,
      coveredAt,
    });
  }

  evaluated(
    { declarationId, caseId }: DeclarationView,
    measure: string,
    instructionIds: string[] = [],
  ): Promise<void> {
    return this.place.send(RiskEvaluatedSchema, {
      evaluationId: randomUUID(),
      stage: 'DECLARATION',
      subjectId: declarationId,
      caseId,
      measure,
      instructionIds,
      evaluatedAt: timestampOf(this.clock.now()),
    });
  }

  /** Items of the queues that a token sees, of one declaration. */
  async workItems(token: string, { declarationId }: DeclarationView) {
    const { body } = await this.place.get<{
      items: { id: string; kind: string; subjectId: string; dueAt: string; status: string }[];
    }>('registration', '/v1/work-items', token);
    return body.items.filter((item) => item.subjectId === declarationId);
  }

  claim(id: string, token: string): Promise<HttpAnswer<unknown>> {
    return this.place.post('registration', `/v1/work-items/${id}/claim`, {}, token);
  }

  decide<Body = Refusal & DeclarationView>(
    number: string,
    decision: 'releases' | 'refusals',
    body: unknown,
    token = this.officer,
  ): Promise<HttpAnswer<Body>> {
    return this.place.post<Body>('registration', `/v1/goods-declarations/${number}/${decision}`, body, token);
  }
}
