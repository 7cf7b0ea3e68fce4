export {
  type Column,
  type Fact,
  type Part,
  type PrintedDocument,
  PRINT_LANGUAGES,
  type PrintLanguage,
  type Signature,
  type Verification,
} from './printed-document.js';
export { renderPdf } from './render-pdf.js';
