/** The bank of the demonstration: publishes confirmations on its own topic, as canonical JSON, like any foreign client. */
import { KafkaConnection, type Producer } from '@shekara/messaging';

const TOPIC = 'bank.payment-confirmations.v1';
const POST = '55311';
const AGAIN_MS = 500;

export interface Payment {
  readonly payer: { readonly name: string; readonly identification: string };
  /** Tenge, two decimals. */
  readonly amount: string;
}

export class Bank {
  /** Everything that was confirmed, in order. */
  readonly confirmed: Payment[] = [];
  private producer: Producer | undefined;

  private constructor(private readonly connection: KafkaConnection) {}

  static async open(brokers: readonly string[]): Promise<Bank> {
    const bank = new Bank(new KafkaConnection({ brokers, topicPrefix: '' }, 'bank', () => undefined));
    await bank.connected();
    return bank;
  }

  /** Confirms payments at the terminal in the customs building, which release may rely on at once (art. 138.9). */
  async confirm(payments: readonly Payment[]): Promise<void> {
    await this.send(
      payments.map(({ payer, amount }) => {
        this.confirmed.push({ payer, amount });
        const bankReference = `DEMO-${process.pid}-${this.confirmed.length}`;
        return {
          key: bankReference,
          headers: { 'content-type': 'application/json' },
          value: JSON.stringify({
            bankId: 'HALYKKZ',
            bankReference,
            payerName: payer.name,
            payerIdentificationNumber: payer.identification,
            customsBody: POST,
            budgetCode: '106105',
            advance: true,
            amount,
            currency: 'KZT',
            channel: 'ONSITE_TERMINAL',
            onSiteContract: 'TERMINAL-55311-1',
            paidOn: new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Almaty' }),
            taxBeneficiaryId: '6210',
            purpose: 'Advance on customs payments',
          }),
        };
      }),
    );
  }

  async close(): Promise<void> {
    await this.producer?.disconnect();
  }

  /** Until Kafka takes them, under the same references: what it took without an answer is there twice and counts once. */
  private async send(messages: Parameters<Producer['send']>[0]['messages']): Promise<void> {
    for (;;) {
      try {
        await (await this.connected()).send({ topic: TOPIC, acks: -1, messages });
        return;
      } catch {
        await this.producer?.disconnect().catch(() => undefined);
        this.producer = undefined;
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    }
  }

  private async connected(): Promise<Producer> {
    this.producer ??= this.connection.producer();
    await this.producer.connect();
    return this.producer;
  }
}
