/** Messages that nobody can digest or believe, put on every topic; remembered with who has to park them. */
import { randomUUID } from 'node:crypto';
import type { DescMessage } from '@bufbuild/protobuf';
import { routedMessages, routeOf, type ServiceName, topics } from '@shekara/contracts';
import { absurd } from './absurd.js';
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

/**
 * Bytes of no message · no bytes · a time that is none · a type of the future, which is counted and passed over · a message
 * that is what its type says, with absurd content: each service refuses it, parks it or knows nothing to do about it.
 */
type Kind = 'garbage' | 'empty' | 'timeless' | 'unheard' | 'absurd';
const BROKEN: readonly [Kind, ...Kind[]] = ['garbage', 'empty', 'timeless', 'unheard'];

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

  /** Two messages for each topic of the catalogue: one that is broken, by chance in which way, and an absurd one. */
  async poisonEveryTopic(): Promise<void> {
    for (const { name } of topics) {
      await this.poison(name, this.chance.of(BROKEN));
      await this.poison(name, 'absurd');
    }
  }

  private async poison(topic: string, kind: Kind): Promise<void> {
    const messages = routedMessages.filter(({ typeName }) => routeOf(typeName).topic === topic);
    const types = messages.map(({ typeName }) => typeName);
    const message = messages[this.chance.between(0, messages.length - 1)];
    if (message === undefined) return;
    const type = message.typeName;
    const id = randomUUID();
    await this.sender.send({
      topic,
      acks: -1,
      messages: [
        {
          key: id,
          value: this.bytesOf(kind, message, id),
          headers: {
            ce_specversion: '1.0',
            ce_id: id,
            ce_type: kind === 'unheard' ? 'shekara.future.v9.Unheard' : type,
            ce_source: '/faults',
            ce_time: kind === 'timeless' ? 'once upon a time' : new Date().toISOString(),
            'content-type': 'application/protobuf',
            ...(kind === 'absurd' && this.chance.percent(80) ? { correlationid: id } : {}),
            [ROUND]: POISON,
            [DOSE]: id,
          },
        },
      ],
    });
    this.doses.push({ id, topic, kind, parkedBy: this.mustPark(kind, type, types) });
  }

  private bytesOf(kind: Kind, message: DescMessage, id: string): Buffer {
    if (kind === 'empty') return Buffer.alloc(0);
    if (kind === 'absurd') return Buffer.from(absurd(message, id, this.chance));
    return Buffer.from('ffffffffffffffffffff', 'hex');
  }

  private mustPark(kind: Kind, type: string, onTopic: readonly string[]): ServiceName[] {
    if (kind === 'unheard' || kind === 'absurd') return [];
    return [...this.handled].flatMap(([service, types]) => {
      const reads = kind === 'timeless' ? onTopic.some((each) => types.has(each)) : types.has(type);
      return reads ? [service] : [];
    });
  }
}
