/** Papers around a notice: the officer's wording, an appeal against a part, the decision that dismisses it. */

export const WORDING = {
  demand: 'Pay the debt within the term of this notice.',
  reasonCode: 'DEBT_ON_ACCOUNT',
  reasonText: 'VAT was not paid.',
  appealProcedure: 'Within 20 calendar days to this or the higher body.',
  amendmentNeeded: false,
};

export const APPEAL = {
  addressee: 'Khorgos checkpoint',
  appellantName: 'Stanok TOO',
  appellantAddress: 'Almaty, Abay 1',
  issuingBody: 'Khorgos checkpoint',
  noticeNumber: 'N',
  circumstances: 'The value was declared in full.',
  evidence: 'Contract.',
  disputed: [{ kind: 'IMPORT_VAT', amount: '400000' }],
  enclosures: ['Contract'],
  noticeCopyEnclosed: true,
  supportingDocumentsEnclosed: true,
  signed: true,
};

export const DECISION = {
  outcome: 'NOTICE_UNCHANGED',
  content: {
    body: 'Khorgos checkpoint',
    appellant: 'Stanok TOO',
    summaryOfNotice: 'VAT of 1,000,000.',
    summaryOfAppeal: 'The value was declared in full.',
    reasons: 'The value was not.',
    legalReferences: ['art. 179'],
  },
  consideredDocuments: APPEAL.enclosures,
};
