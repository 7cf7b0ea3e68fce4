/** The bank of the demonstration: publishes confirmations on its own topic, as canonical JSON, like any foreign client. */
import { KafkaConnection, type Producer } from '@shekara/messaging';

const TOPIC = 'bank.payment-confirmations.v1';
const POST = '55311';

export interface Payment {
  readonly payer: { readonly name: string; readonly identification: string };
  /** Tenge, two decimals. */
  readonly amount: string;
}

export class Bank {
  /** Everything that was confirmed, in order. */
  readonly confirmed: Payment[] = [];

  private constructor(private readonly producer: Producer) {}

  static async open(brokers: readonly string[]): Promise<Bank> {
    const connection = new KafkaConnection({ brokers, topicPrefix: '' }, 'bank', () => undefined);
    const producer = connection.producer();
    await producer.connect();
    return new Bank(producer);
  }

  /** Confirms payments at the terminal in the customs building, which release may rely on at once (art. 138.9). */
  async confirm(payments: readonly Payment[]): Promise<void> {
    await this.producer.send({
      topic: TOPIC,
      acks: -1,
      messages: payments.map(({ payer, amount }) => {
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
    });
  }

  close(): Promise<void> {
    return this.producer.disconnect();
  }
}
