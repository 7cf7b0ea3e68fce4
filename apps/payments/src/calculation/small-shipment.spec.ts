import { exact, shipment, item, declaration, calculated, payable, inTenge } from './calculation.fixture.js';

describe('A small shipment (art. 129.3(2))', () => {
  const worth = (amount: string, number = 1, of = shipment) =>
    item({ number, customsValue: inTenge(amount), shipment: of });

  it('owes no duties and taxes at EUR 200.00, but the charge (R-PAY-018, R-PAY-061, worked case 3)', () => {
    const sums = calculated(declaration([worth('120000.00')]));
    expect(payable(declaration([worth('120000.00')]))).toEqual({
      IMPORT_DUTY: '0.00',
      IMPORT_VAT: '0.00',
      CHARGE_DECLARATION: '20000.00',
    });
    expect(sums.lines[0]).toMatchObject({ notPayable: 'UP_TO_200_EUR' });
    expect(sums.lines[0]?.calculated.toString()).toBe('12000.00');
  });

  it('owes everything a tiyn above it (R-PAY-061, worked case 3)', () => {
    expect(payable(declaration([worth('120000.01')]))).toMatchObject({
      IMPORT_DUTY: '12000.00',
      IMPORT_VAT: '15840.00',
    });
  });

  it('is tested by transport document, all its goods together (R-PAY-061)', () => {
    const other = { ...shipment, transportDocument: 'CMR 2' };
    const both = [worth('120000.00', 1), worth('120000.00', 2, other)];
    expect(payable(declaration(both))).toMatchObject({ IMPORT_DUTY: '0.00' });
    const together = [worth('60000.00', 1), worth('60000.01', 2)];
    expect(payable(declaration(together))).toMatchObject({ IMPORT_DUTY: '12000.00' });
    const declaredElsewhere = [{ transportDocument: 'CMR 1', customsValue: exact('0.01') }];
    expect(payable(declaration([worth('120000.00')], { declaredElsewhere }))).toMatchObject({
      IMPORT_DUTY: '12000.00',
    });
  });

  it('is no personal goods, and has one sender and one recipient (R-PAY-061)', () => {
    expect(payable(declaration([worth('100.00')], { personalGoods: true }))).toMatchObject({
      IMPORT_DUTY: '10.00',
    });
    const twoSenders = [worth('100.00', 1), worth('100.00', 2, { ...shipment, sender: 'Greta' })];
    expect(payable(declaration(twoSenders))).toMatchObject({ IMPORT_DUTY: '20.00' });
    const twoRecipients = [
      worth('100.00', 1),
      worth('100.00', 2, { ...shipment, recipient: '850101300000' }),
    ];
    expect(payable(declaration(twoRecipients))).toMatchObject({ IMPORT_DUTY: '20.00' });
    const withoutDocument = item({ customsValue: inTenge('100.00') });
    expect(payable(declaration([{ ...withoutDocument, shipment: undefined }]))).toMatchObject({
      IMPORT_DUTY: '10.00',
    });
  });
});
