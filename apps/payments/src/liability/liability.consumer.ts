/** What others report of declarations and securities. */
import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  type DeclarationRegistered,
  DeclarationRegisteredSchema,
  type GoodsReleased,
  type GoodsReleaseRefused,
  GoodsReleaseRefusedSchema,
  GoodsReleasedSchema,
  instantOf,
  moneyOf,
  type ReservationRefused,
  ReservationRefusedSchema,
  type SecurityReserved,
  SecurityReservedSchema,
} from '@shekara/contracts';
import { LegalCalendar } from '@shekara/calendar';
import { parseBinOrIin, parseCustomsBodyCode } from '@shekara/kernel';
import { type MessageContext, OnMessage } from '@shekara/messaging';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import type { DeclaredGoods } from './declared-goods.js';
import { LiabilityService } from './liability.service.js';

@Controller()
export class LiabilityConsumer {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LiabilityService) private readonly liabilities: LiabilityService,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
  ) {}

  /** Art. 126.1, 129.1: the obligation arises at registration. */
  @OnMessage(DeclarationRegisteredSchema)
  async declarationRegistered(
    @Payload() event: DeclarationRegistered,
    @Ctx() context: MessageContext,
  ): Promise<void> {
    await this.liabilities.declarationRegistered(context.work, this.declaredGoods(event));
  }

  /** Art. 143: the security carries the sum. */
  @OnMessage(SecurityReservedSchema)
  async securityReserved(@Payload() event: SecurityReserved, @Ctx() context: MessageContext): Promise<void> {
    const { declarationId, reservationId, amount } = event;
    await this.liabilities.securityReserved(context.work, declarationId, reservationId, moneyOf(amount));
  }

  @OnMessage(ReservationRefusedSchema)
  async reservationRefused(
    @Payload() event: ReservationRefused,
    @Ctx() context: MessageContext,
  ): Promise<void> {
    const { declarationId, reservationId, reasons } = event;
    await this.liabilities.reservationRefused(
      context.work,
      declarationId,
      reservationId,
      reasons.map(({ code, article, pointer, parameters }) => ({
        code,
        article,
        parameters,
        ...(pointer === '' ? {} : { pointer }),
      })),
    );
  }

  /** Art. 131.3. */
  @OnMessage(GoodsReleasedSchema)
  async goodsReleased(@Payload() event: GoodsReleased, @Ctx() context: MessageContext): Promise<void> {
    const { work } = context;
    const decidedAt = event.decidedAt ? instantOf(event.decidedAt) : work.context.at;
    await this.liabilities.goodsReleased(work, event.declarationId, this.calendar.civilDate(decidedAt));
  }

  /** Art. 129.2(8). */
  @OnMessage(GoodsReleaseRefusedSchema)
  async releaseRefused(@Payload() event: GoodsReleaseRefused, @Ctx() context: MessageContext): Promise<void> {
    await this.liabilities.releaseRefused(context.work, event.declarationId);
  }

  /** @throws TypeError when declarant or customs body have no code: registration lets no such declaration through. */
  private declaredGoods(event: DeclarationRegistered): DeclaredGoods {
    const payer = parseBinOrIin(event.declarant?.identificationNumber ?? '');
    const customsBody = parseCustomsBodyCode(event.customsBody);
    if (!payer || !customsBody)
      throw new TypeError(`declaration ${event.number} without payer or customs body`);
    return {
      declarationId: event.declarationId,
      declarationNumber: event.number,
      caseId: event.caseId,
      owner: { payer, customsBody },
      payerName: event.declarant?.name ?? '',
      representative: event.representative,
      securityNumber: event.securityNumber === '' ? undefined : event.securityNumber,
      procedure: event.procedure,
      registeredOn: event.registeredOn,
      personalGoods: false,
      shipment: this.shipmentOf(event),
      items: event.items.map((item) => ({
        number: item.number,
        commodityCode: item.commodityCode,
        customsValue: { amount: moneyOf(item.customsValue).toString(), currency: 'KZT' },
        netWeightKg: item.netWeightKg,
        quantities:
          item.supplementaryUnit === ''
            ? []
            : [{ unit: item.supplementaryUnit, amount: item.supplementaryQuantity }],
        preference: item.preference,
      })),
    };
  }

  /** One sender, one recipient, one transport document (art. 129.3(2)); of several nobody knows which item came by which. */
  private shipmentOf(event: DeclarationRegistered): DeclaredGoods['shipment'] {
    const transport = event.documents.filter(
      ({ kind }) => this.reference.documentKinds.find(kind, event.registeredOn)?.group === 'TRANSPORT',
    );
    const [document] = transport;
    const sender = nameOf(event.consignor);
    const recipient = nameOf(event.consignee);
    if (!document || transport.length > 1 || sender === '' || recipient === '') return undefined;
    return { transportDocument: `${document.kind} ${document.number}`, sender, recipient };
  }
}

function nameOf(party: DeclarationRegistered['consignor']): string {
  return party?.identificationNumber || (party?.name ?? '');
}
