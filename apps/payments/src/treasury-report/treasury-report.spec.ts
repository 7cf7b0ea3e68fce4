import fc from 'fast-check';
import { HEADING, readLine, readReportFile, type WrittenLine } from './treasury-report.js';

const line = (changes: Partial<WrittenLine> = {}): WrittenLine => ({
  number: '1',
  type: 'RECEIPT',
  bankId: 'HALYKKZ',
  bankReference: 'B-1',
  refundNumber: '',
  payer: '980540000397',
  budgetCode: '106105',
  amount: '10.50',
  reason: '',
  ...changes,
});

const fieldsOf = (changes: Partial<WrittenLine>) => {
  const read = readLine(line(changes));
  return 'reasons' in read ? read.reasons.map(({ pointer }) => pointer) : [];
};

const unreadable = (reference: string, date: string, text: string) => {
  const read = readReportFile(reference, date, text);
  return 'reasons' in read ? read.reasons.map(({ pointer }) => pointer) : [];
};

describe("the Treasury's daily report as a file (art. 138.9)", () => {
  it('reads receipts, refunds and failed refunds', () => {
    const text = `${HEADING}\r\n1,RECEIPT,HALYKKZ,"B,1",,980540000397,106105,10.50,\r\n2,REFUND,,,R-7,,,5,\r\n3,REFUND_FAILED,,,R-8,,,5.00,closed\r\n`;
    const read = readReportFile('TR-1', '2026-03-10', `\uFEFF${text}`);
    if ('reasons' in read) throw new Error('unreadable');
    const lines = read.report.lines.map((one) => readLine(one));
    expect(lines).toMatchObject([
      { line: { number: 1, type: 'RECEIPT', bankReference: 'B,1', amount: { tiyn: 1_050n } } },
      { line: { number: 2, type: 'REFUND', order: 'R-7' } },
      { line: { number: 3, type: 'REFUND_FAILED', order: 'R-8', cause: 'closed' } },
    ]);
  });

  it.each<[Partial<WrittenLine>, readonly string[]]>([
    [{}, []],
    [{ number: '0' }, ['/number']],
    [{ type: 'GIFT' }, ['/type']],
    [
      { bankId: '', bankReference: '', payer: '', budgetCode: '' },
      ['/bankId', '/bankReference', '/payer', '/budgetCode'],
    ],
    [{ type: 'REFUND' }, ['/refundNumber']],
    [{ amount: '-1.00' }, ['/amount']],
    [{ amount: '0' }, ['/amount']],
    [{ amount: '1.005' }, ['/amount']],
  ])('names the fields of %j that cannot be read: %j', (changes, fields) => {
    expect(fieldsOf(changes)).toEqual(fields);
  });

  it('refuses a report without number or date, with another heading, or that is no CSV', () => {
    expect(unreadable('', 'yesterday', HEADING)).toEqual(['/reference', '/date']);
    expect(unreadable('TR-1', '2026-03-10', 'a,b\n1,2')).toEqual(['/heading']);
    expect(unreadable('TR-1', '2026-03-10', `${HEADING}\n1,"open`)).toEqual(['/lines']);
    expect(unreadable('TR-1', '2026-03-10', `${HEADING}\n${'1\n'.repeat(20_001)}`)).toEqual(['/lines']);
  });

  it('reads no field of a line that is too short or too long, so that nothing slides into another column', () => {
    const read = readReportFile(
      'TR-1',
      '2026-03-10',
      `${HEADING}\n1,RECEIPT,HALYKKZ,B-1,980540000397,106105,10.50,`,
    );
    expect('report' in read && read.report.lines[0]).toEqual(
      line({ type: '', bankId: '', bankReference: '', payer: '', budgetCode: '', amount: '' }),
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (junk) => {
        const read = readReportFile('TR-1', '2026-03-10', `${HEADING}\n${junk}`);
        if ('report' in read) for (const one of read.report.lines) expect(() => readLine(one)).not.toThrow();
      }),
    );
  });
});
