/** Confirmations of banks, from outside: protobuf or JSON, with or without headers. */
import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { type PaymentConfirmation, PaymentConfirmationSchema } from '@shekara/contracts';
import { type MessageContext, OnMessage } from '@shekara/messaging';
import { MoneyReceiptService } from './money-receipt.service.js';

@Controller()
export class MoneyReceiptConsumer {
  constructor(@Inject(MoneyReceiptService) private readonly receipts: MoneyReceiptService) {}

  /** Art. 138.9, 153.2. */
  @OnMessage(PaymentConfirmationSchema)
  async paymentConfirmed(
    @Payload() message: PaymentConfirmation,
    @Ctx() context: MessageContext,
  ): Promise<void> {
    const { $typeName: _type, $unknown: _unknown, onSiteContract, thirdParty, ...fields } = message;
    const paidByOther = thirdParty && {
      name: thirdParty.name,
      identificationNumber: thirdParty.identificationNumber,
    };
    await this.receipts.receive(
      context.work,
      { ...fields, ...(paidByOther ? { thirdParty: paidByOther } : {}) },
      onSiteContract,
    );
  }
}
