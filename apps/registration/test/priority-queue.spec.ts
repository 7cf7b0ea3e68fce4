/** Goods of a priority category before all others in the queues of officers. */
import { LiabilityNotAssessedSchema, timestampOf } from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { registrationService } from '../src/index.js';
import {
  type DeclarationView,
  Khorgos,
  roadDeclaration,
  WEDNESDAY_1020,
} from './road-declaration.fixture.js';

describe('goods of a priority category', () => {
  const clock = new VirtualClock(WEDNESDAY_1020);
  let place: ServicesUnderTest;
  let khorgos: Khorgos;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [registrationService], clock });
    khorgos = await Khorgos.open(place, clock);
  });

  afterAll(() => place.stop());

  /** A declaration that an officer must look at. */
  async function askedAbout(priorityCode?: string): Promise<DeclarationView> {
    const notice = await khorgos.present(priorityCode === undefined ? {} : { priorityCode });
    const { body } = await khorgos.post(roadDeclaration(notice));
    await place.send(LiabilityNotAssessedSchema, {
      declarationId: body.declarationId,
      declarationNumber: body.number,
      caseId: body.caseId,
      checkedAt: timestampOf(clock.now()),
    });
    await eventually(async () => expect(await khorgos.workItems(khorgos.officer, body)).toHaveLength(1));
    return body;
  }

  it('are put ahead of declarations that came before them, repair parts too, though those do not go ahead on arrival (R-DEC-025)', async () => {
    const ordinary = await askedAbout();
    clock.advance(60_000);
    const perishable = await askedAbout('PERISHABLE');
    clock.advance(60_000);
    const parts = await askedAbout('VEHICLE_REPAIR_PARTS');
    const { body } = await place.get<{ items: { subjectId: string; goesAhead: boolean }[] }>(
      'registration',
      '/v1/work-items',
      khorgos.officer,
    );
    expect(body.items.map(({ subjectId, goesAhead }) => [subjectId, goesAhead])).toEqual([
      [perishable.declarationId, true],
      [parts.declarationId, true],
      [ordinary.declarationId, false],
    ]);
  });
});
