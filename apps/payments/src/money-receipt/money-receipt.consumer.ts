/** Confirmations of banks, from outside: protobuf or JSON, with or without headers. */
import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { type PaymentConfirmation, PaymentConfirmationSchema } from '@shekara/contracts';
import { type BatchContext, type Delivered, OnMessages } from '@shekara/messaging';
import type { ConfirmationMessage } from './confirmation-message.js';
import { ReceiptIntake } from './receipt-intake.service.js';

@Controller()
export class MoneyReceiptConsumer {
  constructor(@Inject(ReceiptIntake) private readonly intake: ReceiptIntake) {}

  /** Art. 138.9, 153.2. What piled up is taken together: the same few statements for one message and for a thousand. */
  @OnMessages(PaymentConfirmationSchema)
  async paymentsConfirmed(
    @Payload() delivered: readonly Delivered<PaymentConfirmation>[],
    @Ctx() { work }: BatchContext,
  ): Promise<void> {
    await this.intake.receiveAll(
      work,
      delivered.map(({ message, context }) => ({
        message: confirmationOf(message),
        contract: message.onSiteContract,
        work: context.work,
      })),
    );
  }
}

function confirmationOf(message: PaymentConfirmation): ConfirmationMessage {
  const { $typeName: _type, $unknown: _unknown, onSiteContract: _contract, thirdParty, ...fields } = message;
  if (!thirdParty) return fields;
  const { name, identificationNumber } = thirdParty;
  return { ...fields, thirdParty: { name, identificationNumber } };
}
