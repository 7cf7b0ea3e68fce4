import { pagesOf } from '@shekara/testing/pdf-text';
import { type PrintedDocument, renderPdf } from './index.js';

const KAZAKH = 'Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі';

function document(changes: Partial<PrintedDocument> = {}): PrintedDocument {
  return {
    language: 'kk',
    issuer: 'Қорғас өткізу пункті',
    title: 'Анықтама',
    subtitle: '55302/100326/C000001',
    parts: [{ is: 'PARAGRAPH', text: KAZAKH }],
    verification: { code: 'ABCD-EFGH-JKMN', says: 'Тексеру коды', scanned: 'ABCD-EFGH-JKMN' },
    printedAt: new Date('2026-03-10T05:00:00Z'),
    pageOf: (page, pages) => `${pages} беттің ${page}-беті`,
    ...changes,
  };
}

describe('printed documents', () => {
  it('keep every Kazakh letter as text', async () => {
    const [page] = await pagesOf(await renderPdf(document()));
    for (const letter of KAZAKH.replaceAll(' ', '')) expect(page).toContain(letter);
    expect(page).toContain('Қорғас өткізу пункті');
    expect(page).toContain('ABCD-EFGH-JKMN');
  });

  it('carry their own fonts and are the same file for the same moment', async () => {
    const [one, other] = await Promise.all([renderPdf(document()), renderPdf(document())]);
    expect(one.subarray(0, 5).toString()).toBe('%PDF-');
    expect(one.includes('FontFile2')).toBe(true);
    expect(one.equals(other)).toBe(true);
  });

  it('go on over pages: the head of a table again, number and code and "page of" on each', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [`VAT ${index + 1}`, `${index + 1}.00`]);
    const columns = [
      { title: 'Төлем', align: 'left', share: 3 },
      { title: 'Сома', align: 'right' },
    ] as const;
    const pages = await pagesOf(
      await renderPdf(document({ parts: [{ is: 'TABLE', columns, rows, total: ['Барлығы', '7260.00'] }] })),
    );
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => {
      expect(page).toContain('Төлем');
      expect(page).toContain(`${pages.length} беттің ${index + 1}-беті`);
      expect(page).toContain('55302/100326/C000001 · ABCD-EFGH-JKMN');
    });
    expect(pages.at(-1)).toContain('7260.00');
    for (const [name] of rows) expect(pages.join(' ')).toContain(name);
  });

  it('hold a name longer than any column', async () => {
    const name = `«${'Ұзақатаулы'.repeat(30)}» ЖШС`;
    const parts = [{ is: 'FACTS', facts: [['Төлеуші', name]] }] as const;
    const [page = ''] = await pagesOf(await renderPdf(document({ parts })));
    expect(page.replaceAll(' ', '')).toContain(name.replaceAll(' ', ''));
  });
});
