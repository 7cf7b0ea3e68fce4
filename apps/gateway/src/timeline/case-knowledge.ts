/** What a message tells about a case besides its step: whose it is, which documents it has, who is responsible. */
import {
  ArrivalNoticeAcceptedSchema,
  ArrivalNoticeReturnedSchema,
  DeclarationRegisteredSchema,
  DeclarationRegistrationRefusedSchema,
  GoodsArrivedSchema,
  type ArrivalNoticeAccepted,
  type ArrivalNoticeReturned,
  type DeclarationRegistered,
  type DeclarationRegistrationRefused,
  type GoodsArrived,
  type Message,
} from '@shekara/contracts';

/** The part a person has in a case. */
export type Part = 'CARRIER' | 'CONSIGNEE' | 'DECLARANT' | 'CUSTOMS_REPRESENTATIVE';

export interface CaseParty {
  /** BIN or IIN. */
  readonly identificationNumber: string;
  readonly part: Part;
}

export interface CaseDocument {
  readonly kind: 'ARRIVAL_NOTICE' | 'GOODS_DECLARATION';
  readonly number: string;
}

export interface CaseKnowledge {
  readonly parties: readonly CaseParty[];
  readonly documents: readonly CaseDocument[];
}

const NOTHING: CaseKnowledge = { parties: [], documents: [] };

/** Parties are taken from arrival and declaration messages only: nothing else makes a person a party. */
export function knowledgeIn(message: Message): CaseKnowledge {
  switch (message.$typeName) {
    case ArrivalNoticeAcceptedSchema.typeName:
    case GoodsArrivedSchema.typeName: {
      const { carrier, consignee, noticeNumber } = message as ArrivalNoticeAccepted | GoodsArrived;
      return known(
        { CARRIER: carrier?.identificationNumber, CONSIGNEE: consignee?.identificationNumber },
        { ARRIVAL_NOTICE: noticeNumber },
      );
    }
    case ArrivalNoticeReturnedSchema.typeName:
      return known({}, { ARRIVAL_NOTICE: (message as ArrivalNoticeReturned).noticeNumber });
    case DeclarationRegisteredSchema.typeName: {
      const { declarant, representative, consignee, arrivalNoticeNumber, number } =
        message as DeclarationRegistered;
      return known(
        {
          DECLARANT: declarant?.identificationNumber,
          CUSTOMS_REPRESENTATIVE: representative,
          CONSIGNEE: consignee?.identificationNumber,
        },
        { ARRIVAL_NOTICE: arrivalNoticeNumber, GOODS_DECLARATION: number },
      );
    }
    case DeclarationRegistrationRefusedSchema.typeName:
      return known({ DECLARANT: (message as DeclarationRegistrationRefused).declarant }, {});
    default:
      return NOTHING;
  }
}

function known(
  parties: Readonly<Partial<Record<Part, string | undefined>>>,
  documents: Readonly<Partial<Record<CaseDocument['kind'], string>>>,
): CaseKnowledge {
  return {
    parties: entriesOf(parties).map(([part, identificationNumber]) => ({ part, identificationNumber })),
    documents: entriesOf(documents).map(([kind, number]) => ({ kind, number })),
  };
}

function entriesOf<Key extends string>(
  record: Readonly<Partial<Record<Key, string | undefined>>>,
): [Key, string][] {
  return (Object.entries(record) as [Key, string | undefined][]).flatMap(([key, text]) =>
    text === undefined || text === '' ? [] : [[key, text] as [Key, string]],
  );
}

/** The customs body that a message names, or undefined. */
export function customsBodyIn(message: Message): string | undefined {
  const named = 'customsBody' in message ? message.customsBody : undefined;
  return typeof named === 'string' && named !== '' ? named : undefined;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The case of a message: its own word before its envelope's; undefined when neither names one. */
export function caseOf(message: Message, correlationId: string): string | undefined {
  const own = 'caseId' in message && typeof message.caseId === 'string' ? message.caseId : '';
  return [own, correlationId].find((id) => UUID.test(id));
}
