import { create, PaymentConfirmationSchema, toBinary, toJsonString } from '@shekara/contracts';
import {
  envelopeHeaders,
  knownType,
  PROTOBUF,
  readEnvelope,
  readHeaders,
  readValue,
  UnreadableMessage,
} from './envelope.js';

const place = {
  topic: 'bank.payment-confirmations.v1',
  partition: 2,
  offset: '41',
  timestamp: '1773000000000',
};
const confirmation = create(PaymentConfirmationSchema, {
  bankId: 'HALYK',
  bankReference: 'R-1',
  amount: '20000.00',
});

describe('envelope of a message', () => {
  it('comes back from its headers as it went', () => {
    const sent = {
      id: '019',
      type: PaymentConfirmationSchema.typeName,
      source: '/shekara/payments',
      time: new Date('2026-03-09T10:00:00Z'),
      caseId: 'case-1',
      causationId: 'message-7',
      actor: 'officer-1',
      ground: 'art. 138',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    };
    const headers = readHeaders(envelopeHeaders(sent, PROTOBUF));
    expect(readEnvelope(headers, place)).toEqual(sent);
  });

  it('of a bare message from a foreign client has the only type of its topic and the place of the record as id', () => {
    const envelope = readEnvelope({}, place);
    expect(envelope).toMatchObject({
      id: 'bank.payment-confirmations.v1/2/41',
      type: PaymentConfirmationSchema.typeName,
      source: 'outside',
      caseId: '',
    });
    expect(knownType(envelope)).toBe(PaymentConfirmationSchema);
  });

  it('with an unreadable time is refused', () => {
    expect(() => readEnvelope({ ce_time: 'yesterday' }, place)).toThrow(UnreadableMessage);
  });

  it('of an unknown type has no descriptor', () => {
    expect(knownType(readEnvelope({ ce_type: 'shekara.bank.v9.Nothing' }, place))).toBeUndefined();
  });
});

describe('value of a message', () => {
  it('is read from protobuf and from canonical JSON, with and without a content type', () => {
    const json = Buffer.from(toJsonString(PaymentConfirmationSchema, confirmation));
    const binary = Buffer.from(toBinary(PaymentConfirmationSchema, confirmation));
    expect(readValue(PaymentConfirmationSchema, binary, 'application/protobuf')).toEqual(confirmation);
    expect(readValue(PaymentConfirmationSchema, json, 'application/json')).toEqual(confirmation);
    expect(readValue(PaymentConfirmationSchema, json, undefined)).toEqual(confirmation);
  });

  it.each([
    ['nothing', null],
    ['an empty value', Buffer.alloc(0)],
    ['bytes that are no protobuf', Buffer.from([0xff, 0xff, 0xff, 0xff])],
    ['JSON with an unknown field', Buffer.from('{"colour":"blue"}')],
    ['more than a mebibyte', Buffer.alloc(1_048_577)],
  ])('is refused when it is %s', (_name, value) => {
    expect(() => readValue(PaymentConfirmationSchema, value, undefined)).toThrow(UnreadableMessage);
  });
});
