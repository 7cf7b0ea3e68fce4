/** Requests and decisions that change or withdraw a registered declaration, for the service tests. */
import { randomUUID } from 'node:crypto';
import {
  ControlCompletedSchema,
  ControlMeasureInformedSchema,
  ControlOrderedSchema,
  LiabilityCoveredSchema,
  timestampOf,
} from '@shekara/contracts';
import type { VirtualClock } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import type { HttpAnswer, ServicesUnderTest } from '@shekara/testing/services';
import type { DeclarationView, Khorgos, Refusal } from './road-declaration.fixture.js';

/** An amendment, adjustment or withdrawal as the service shows it, or why it was refused. */
export type Handled = Refusal & {
  id: string;
  amendmentId?: string;
  withdrawalId?: string;
  status: string;
  contentVersion: number | null;
  newDeclarationBy: string | null;
  newDeclarationNumber: string | null;
  cancellation: string | null;
};

type Route = 'amendments' | 'amendment-demands' | 'adjustments' | 'withdrawals';

export class DeclarationChanges {
  constructor(
    private readonly place: ServicesUnderTest,
    private readonly clock: VirtualClock,
    /** Tokens run out when the clock moves: the people of now. */
    private readonly people: () => Khorgos,
  ) {}

  post(
    { number }: DeclarationView,
    route: Route | `${Route}/${string}/decisions`,
    body: unknown,
    token = this.people().declarant,
  ): Promise<HttpAnswer<Handled>> {
    const path = `/v1/goods-declarations/${number}/${route}`;
    return this.place.post<Handled>('registration', path, body, token);
  }

  /** The officer takes the open item on the document and decides. */
  async decide(
    declaration: DeclarationView,
    route: Exclude<Route, 'amendment-demands'>,
    id: string,
    body: unknown,
  ): Promise<HttpAnswer<Handled>> {
    const { officer } = this.people();
    const item = await this.itemOn(id);
    await this.people().claim(item.id, officer);
    return this.post(declaration, `${route}/${id}/decisions`, body, officer);
  }

  /** The open work item on a document; waits for it. */
  async itemOn(subjectId: string, token = this.people().officer) {
    let found: { id: string; kind: string; subjectId: string; dueAt: string | null } | undefined;
    await eventually(async () => {
      const { body } = await this.place.get<{ items: (typeof found & object)[] }>(
        'registration',
        '/v1/work-items',
        token,
      );
      found = body.items.find((item) => item.subjectId === subjectId);
      if (!found) throw new Error(`no work item on ${subjectId}`);
    });
    if (!found) throw new Error(`no work item on ${subjectId}`);
    return found;
  }

  async list<Item = Handled>(
    { number }: DeclarationView,
    what: 'amendments' | 'adjustments' | 'withdrawals' | 'versions',
  ): Promise<readonly Item[]> {
    const { body } = await this.place.get<{ items: Item[] }>(
      'registration',
      `/v1/goods-declarations/${number}/${what}`,
      this.people().declarant,
    );
    return body.items;
  }

  /** Payments covered a version of the declaration. */
  covered({ declarationId, number, caseId }: DeclarationView, declarationVersion: number): Promise<void> {
    return this.place.send(LiabilityCoveredSchema, {
      declarationId,
      declarationNumber: number,
      caseId,
      coveredAt: timestampOf(this.clock.now()),
      declarationVersion,
    });
  }

  /** Risk orders an examination, and inspections tell its time and place at an instant. */
  async examinationAnnounced(
    { declarationId: subjectId, caseId }: DeclarationView,
    instructionId: string,
    at = this.clock.now(),
  ): Promise<void> {
    const control = { instructionId, subjectId, caseId };
    await this.place.send(ControlOrderedSchema, {
      ...control,
      stage: 'DECLARATION',
      measure: 'EXAMINATION',
      orderedAt: timestampOf(at),
    });
    await this.place.send(ControlMeasureInformedSchema, {
      ...control,
      controlId: randomUUID(),
      place: 'Khorgos, box 3',
      startsAt: timestampOf(at),
      personInformedAt: timestampOf(at),
    });
  }

  examinationEnded(
    { declarationId: subjectId, caseId }: DeclarationView,
    instructionId: string,
    outcome: 'CONFORMS' | 'DISCREPANCY',
  ): Promise<void> {
    return this.place.send(ControlCompletedSchema, {
      controlId: randomUUID(),
      instructionId,
      subjectId,
      caseId,
      outcome,
      completedAt: timestampOf(this.clock.now()),
    });
  }

  /** Waits until the case has heard so many answers of a type. */
  async heard({ declarationId }: DeclarationView, type: string, times = 1): Promise<void> {
    await eventually(async () => {
      const [row] = await this.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM history
          WHERE stream_id = $1 AND type = 'ReleaseAnswerHeard' AND payload ->> 'type' = $2`,
        [declarationId, type],
      );
      if (row?.count !== times) throw new Error(`heard ${type} ${row?.count} times`);
    });
  }

  query<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    return this.place
      .service('registration')
      .app.get(DataSource)
      .query<Row[]>(sql, [...parameters]);
  }
}

export function codesOf({ body }: HttpAnswer<Handled>): readonly string[] {
  return body.reasons.map(({ code }) => code);
}
