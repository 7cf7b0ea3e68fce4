/** The goods of a declaration as registration tells them, as payments reads them (art. 124.2, 125). */
import { Inject, Injectable } from '@nestjs/common';
import { type DeclarationRegistered, moneyOf } from '@shekara/contracts';
import { parseBinOrIin, parseCustomsBodyCode } from '@shekara/kernel';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import type { DeclaredGoods } from './declared-goods.js';

@Injectable()
export class RegisteredGoods {
  constructor(@Inject(REFERENCE_DATA) private readonly reference: ReferenceData) {}

  /** @throws TypeError when declarant or customs body have no code: registration lets no such declaration through. */
  of(event: DeclarationRegistered): DeclaredGoods {
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
      unionGoods: event.direction === 'EX',
      destination: event.destinationCountry,
      originProved: this.documentsOf(event, 'ORIGIN_PROOF').length > 0,
      shipment: this.shipmentOf(event),
      items: event.items.map((item) => ({
        number: item.number,
        commodityCode: item.commodityCode,
        ...(item.customsValue && {
          customsValue: { amount: moneyOf(item.customsValue).toString(), currency: 'KZT' },
        }),
        netWeightKg: item.netWeightKg,
        quantities:
          item.supplementaryUnit === ''
            ? []
            : [{ unit: item.supplementaryUnit, amount: item.supplementaryQuantity }],
        originCountry: item.originCountry,
        preference: item.preference,
        procedure: item.procedure,
      })),
    };
  }

  /** One sender, one recipient, one transport document (art. 129.3(2)); of several nobody knows which item came by which. */
  private shipmentOf(event: DeclarationRegistered): DeclaredGoods['shipment'] {
    const transport = this.documentsOf(event, 'TRANSPORT');
    const [document] = transport;
    const sender = nameOf(event.consignor);
    const recipient = nameOf(event.consignee);
    if (!document || transport.length > 1 || sender === '' || recipient === '') return undefined;
    return { transportDocument: `${document.kind} ${document.number}`, sender, recipient };
  }

  private documentsOf({ documents, registeredOn }: DeclarationRegistered, group: string) {
    return documents.filter(
      ({ kind }) => this.reference.documentKinds.find(kind, registeredOn)?.group === group,
    );
  }
}

function nameOf(party: DeclarationRegistered['consignor']): string {
  return party?.identificationNumber || (party?.name ?? '');
}
