/** Messages that nobody can digest, put on every topic; remembered with who has to park them. */
import { randomUUID } from 'node:crypto';
import { routedMessages, routeOf, type ServiceName, topics } from '@shekara/contracts';
import type { Chance } from './chance.js';
import { type OnlookerKafka, POISON, ROUND, type Sender } from './kafka.js';

/** Header by which a parked message is recognised. */
export const DOSE = 'fault_round_dose';

export interface Dose {
  readonly id: string;
  readonly topic: string;
  readonly kind: Kind;
  /** Groups whose dead-letter topic must hold it in the end. */
  readonly parkedBy: readonly ServiceName[];
}

/** Bytes of no message · no bytes · a time that is none · a type of the future, which is counted and passed over. */
type Kind = 'garbage' | 'empty' | 'timeless' | 'unheard';
const KINDS: readonly [Kind, ...Kind[]] = ['garbage', 'empty', 'timeless', 'unheard'];

export class Poisoner {
  readonly doses: Dose[] = [];

  private constructor(
    private readonly sender: Sender,
    private readonly chance: Chance,
    private readonly handled: ReadonlyMap<ServiceName, ReadonlySet<string>>,
  ) {}

  static start(
    kafka: OnlookerKafka,
    chance: Chance,
    handled: ReadonlyMap<ServiceName, ReadonlySet<string>>,
  ): Poisoner {
    return new Poisoner(kafka.sender(), chance, handled);
  }

  stop(): Promise<void> {
    return this.sender.close();
  }

  /** One message of a kind by chance for each topic of the catalogue. */
  async poisonEveryTopic(): Promise<void> {
    for (const { name } of topics) await this.poison(name);
  }

  private async poison(topic: string): Promise<void> {
    const kind = this.chance.of(KINDS);
    const types = routedMessages
      .map(({ typeName }) => typeName)
      .filter((type) => routeOf(type).topic === topic);
    const type = types[this.chance.between(0, types.length - 1)];
    if (type === undefined) return;
    const id = randomUUID();
    await this.sender.send({
      topic,
      acks: -1,
      messages: [
        {
          key: id,
          value: kind === 'empty' ? Buffer.alloc(0) : Buffer.from('ffffffffffffffffffff', 'hex'),
          headers: {
            ce_specversion: '1.0',
            ce_id: id,
            ce_type: kind === 'unheard' ? 'shekara.future.v9.Unheard' : type,
            ce_source: '/faults',
            ce_time: kind === 'timeless' ? 'once upon a time' : new Date().toISOString(),
            'content-type': 'application/protobuf',
            [ROUND]: POISON,
            [DOSE]: id,
          },
        },
      ],
    });
    this.doses.push({ id, topic, kind, parkedBy: this.mustPark(kind, type, types) });
  }

  private mustPark(kind: Kind, type: string, onTopic: readonly string[]): ServiceName[] {
    if (kind === 'unheard') return [];
    return [...this.handled].flatMap(([service, types]) => {
      const reads = kind === 'timeless' ? onTopic.some((each) => types.has(each)) : types.has(type);
      return reads ? [service] : [];
    });
  }
}
