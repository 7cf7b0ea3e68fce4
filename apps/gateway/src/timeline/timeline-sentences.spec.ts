import {
  ControlCompletedSchema,
  ControlOrderedSchema,
  create,
  GoodsReleasedSchema,
  LiabilityAssessedSchema,
  type Message,
  RiskEvaluatedSchema,
  routedMessages,
} from '@shekara/contracts';
import { sentenceOf, typesWithSentence } from './timeline-sentences.js';

describe('sentences of a timeline', () => {
  it('has a line for every message that travels and for nothing else', () => {
    expect([...typesWithSentence()].sort()).toEqual(routedMessages.map((message) => message.typeName).sort());
  });

  it.each(routedMessages.map((schema) => [schema.typeName, schema] as const))(
    'makes a sentence of an empty %s too',
    (type, schema) => {
      const says = sentenceOf(type);
      const empty = create(schema) as Message;
      expect(says.sentence(empty)).toMatch(/^[A-Z0-9 ].*\.$/s);
      expect(Object.values({ ...says.facts(empty), ...says.officialFacts(empty) })).not.toContain('');
    },
  );

  it('names amounts in tenge', () => {
    const assessed = create(LiabilityAssessedSchema, {
      declarationNumber: '55302/100326/0000007',
      total: { tiyn: 68_640_000n },
    });
    expect(sentenceOf(assessed.$typeName).sentence(assessed)).toBe(
      'Payments of 55302/100326/0000007 were assessed: 686400.00 KZT.',
    );
    const stored = create(LiabilityAssessedSchema, {
      declarationNumber: '55302/100326/0000008',
      total: { tiyn: 2_000_000n },
      lines: [{ contingent: { tiyn: 30_000_000n } }, { contingent: { tiyn: 164_800_000n } }, {}],
    });
    expect(sentenceOf(stored.$typeName).sentence(stored)).toBe(
      'Payments of 55302/100326/0000008 were assessed: 20000.00 KZT; 1948000.00 KZT more if its conditions break.',
    );
  });

  it('keeps officers and what they were asked to look at for officials', () => {
    const ordered = create(ControlOrderedSchema, {
      measure: 'EXAMINATION',
      itemNumbers: [3],
      task: 'look inside',
    });
    const released = create(GoodsReleasedSchema, { number: 'n', decidedBy: 'officer-7' });
    const completed = create(ControlCompletedSchema, { form: 'EXAMINATION', officer: 'officer-8' });
    for (const message of [ordered, released, completed]) {
      const says = sentenceOf(message.$typeName);
      expect(`${says.sentence(message)} ${JSON.stringify(says.facts(message))}`).not.toMatch(
        /officer-|look inside/,
      );
    }
    expect(sentenceOf(ordered.$typeName).officialFacts(ordered)).toEqual({ task: 'look inside' });
    expect(sentenceOf(RiskEvaluatedSchema.typeName).audience).toBe('OFFICIAL');
  });

  it('tells officials of a type that it does not know by its name', () => {
    const says = sentenceOf('shekara.later.v1.SomethingNew');
    expect(says.audience).toBe('OFFICIAL');
    expect(says.sentence({ $typeName: 'shekara.later.v1.SomethingNew' } as Message)).toBe(
      'SomethingNew happened.',
    );
  });
});
