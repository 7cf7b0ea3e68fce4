/** Sets a document on A4 pages: pdfmake without a browser, DejaVu, which has every Kazakh letter. */
import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';
import type { Content, ContentTable, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Column, Fact, Part, PrintedDocument, Signature, Verification } from './printed-document.js';

const fontAt = createRequire(import.meta.url);
const FONTS = {
  DejaVu: {
    normal: fontAt.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
    bold: fontAt.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
  },
};

// A document is made of words only: nothing is fetched, and no file but the fonts is read.
pdfmake.setFonts(FONTS);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => Object.values(FONTS.DejaVu).includes(path));

/** Points; 72 to the inch. */
const MARGIN = 50;
const QR_SIZE = 72;

/**
 * The document as the bytes of a PDF: title and verification code on the first page, number and code on every page,
 * tables go on over pages and repeat their head, a row never breaks. Needs no browser and no font of the machine.
 */
export function renderPdf(document: PrintedDocument): Promise<Buffer> {
  return pdfmake.createPdf(definition(document)).getBuffer();
}

function definition(document: PrintedDocument): TDocumentDefinitions {
  const { language, issuer, title, subtitle, parts, verification, printedAt, pageOf } = document;
  return {
    pageSize: 'A4',
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN],
    info: { title: `${title} ${subtitle}`, author: issuer, creationDate: printedAt, modDate: printedAt },
    language,
    defaultStyle: { font: 'DejaVu', fontSize: 9, lineHeight: 1.15 },
    footer: (page, pages) => ({
      margin: [MARGIN, 15, MARGIN, 0],
      fontSize: 7,
      columns: [
        { text: `${subtitle}  ·  ${verification.code}` },
        { text: pageOf(page, pages), alignment: 'right', width: 'auto' },
      ],
    }),
    content: [head({ issuer, title, subtitle }, verification), ...parts.map(content)],
  };
}

function head(
  { issuer, title, subtitle }: Pick<PrintedDocument, 'issuer' | 'title' | 'subtitle'>,
  { code, says, scanned }: Verification,
): Content {
  return {
    margin: [0, 0, 0, 14],
    columnGap: 20,
    columns: [
      {
        width: '*',
        stack: [
          { text: issuer, margin: [0, 0, 0, 12] },
          { text: title, bold: true, fontSize: 14 },
          { text: subtitle, fontSize: 10, margin: [0, 3, 0, 0] },
        ],
      },
      {
        width: 130,
        stack: [
          { qr: scanned, fit: QR_SIZE, alignment: 'right', eccLevel: 'M' },
          { text: code, bold: true, alignment: 'right', margin: [0, 4, 0, 0] },
          { text: says, fontSize: 6.5, alignment: 'right' },
        ],
      },
    ],
  };
}

function content(part: Part): Content {
  switch (part.is) {
    case 'HEADING':
      return { text: part.text, bold: true, fontSize: 10.5, margin: [0, 10, 0, 4], headlineLevel: 1 };
    case 'PARAGRAPH':
      return { ...words(part.text), margin: [0, 0, 0, 6], fontSize: part.small ? 7.5 : 9 };
    case 'FACTS':
      return facts(part.facts);
    case 'TABLE':
      return table(part.columns, part.rows, part.total);
    case 'SIGNATURES':
      return signatures(part.signatures);
  }
}

function facts(said: readonly Fact[]): Content {
  return {
    margin: [0, 0, 0, 8],
    layout: 'noBorders',
    table: {
      widths: [170, '*'],
      dontBreakRows: true,
      body: said.map(([label, value]) => [{ ...words(label), color: '#444444' }, words(value)]),
    },
  };
}

function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  total: readonly string[] | undefined,
): ContentTable {
  const shares = columns.reduce((sum, { share = 1 }) => sum + share, 0);
  const cells = (texts: readonly string[], bold = false) =>
    columns.map(({ align }, index) => ({ ...words(texts[index] ?? ''), alignment: align, bold }));
  const titles = columns.map(({ title }) => title);
  return {
    margin: [0, 2, 0, 8],
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0,
      hLineColor: () => '#999999',
      paddingTop: () => 3,
      paddingBottom: () => 3,
    },
    table: {
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths: columns.map(({ share = 1 }) => `${((share / shares) * 100).toFixed(3)}%`),
      body: [cells(titles, true), ...rows.map((row) => cells(row)), ...(total ? [cells(total, true)] : [])],
    },
  };
}

function signatures(signed: readonly Signature[]): Content {
  return {
    margin: [0, 18, 0, 0],
    unbreakable: true,
    stack: signed.map(({ who, signature }) => ({
      margin: [0, 0, 0, 14],
      columnGap: 12,
      columns: [
        { text: who, width: 210 },
        { ...words(signature === '' ? '______________________' : signature), width: '*' },
      ],
    })),
  };
}

/** A word that no column holds may break anywhere; others break between words only. */
const LONG_WORD = /\S{28,}/;

function words(text: string) {
  return { text, wordBreak: LONG_WORD.test(text) ? ('break-all' as const) : ('normal' as const) };
}
