/** Statements as banks write them, in the words of an early and a late version. */

export interface PaymentFields {
  readonly reference?: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly indicator?: string;
  readonly status?: string;
  readonly reversal?: string;
  readonly paidOn?: string;
  readonly payer?: string;
  readonly debtor?: string;
  readonly body?: string;
  readonly budgetCode?: string;
  readonly kind?: string;
  readonly beneficiary?: string;
  readonly text?: string;
  readonly order?: string;
  readonly channel?: string;
}

/** Version 08: status in a choice, parties below Pty, structured tax data. */
export function entry08(fields: PaymentFields = {}): string {
  const { reference = 'B-1', amount = '1000.00', currency = 'KZT', indicator = 'CRDT' } = fields;
  const { status = 'BOOK', reversal, paidOn = '2026-03-10' } = fields;
  return `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${indicator}</CdtDbtInd>
    ${reversal === undefined ? '' : `<RvslInd>${reversal}</RvslInd>`}<Sts><Cd>${status}</Cd></Sts>
    <BookgDt><Dt>${paidOn}</Dt></BookgDt><ValDt><Dt>${paidOn}</Dt></ValDt><AcctSvcrRef>${reference}</AcctSvcrRef>
    <NtryDtls>${details08(fields)}</NtryDtls></Ntry>`;
}

export function details08(fields: PaymentFields = {}, own = ''): string {
  const {
    payer = '980540000397',
    debtor = payer,
    body = '55302',
    budgetCode = '106105',
    kind = 'ADVANCE',
  } = fields;
  const {
    beneficiary = '6210',
    text = 'Advance of Stanok TOO',
    order = '',
    channel = 'BANK_TRANSFER',
  } = fields;
  return `<TxDtls><Refs><InstrId>${order}</InstrId>${own}</Refs>
    <BkTxCd><Prtry><Cd>${channel}</Cd></Prtry></BkTxCd>
    <RltdPties><Dbtr><Pty><Nm>Stanok TOO</Nm><Id><OrgId><Othr><Id>${debtor}</Id></Othr></OrgId></Id></Pty></Dbtr></RltdPties>
    <RmtInf><Ustrd>${text}</Ustrd><Strd><TaxRmt><Cdtr><TaxId>${beneficiary}</TaxId></Cdtr><Dbtr><TaxId>${payer}</TaxId></Dbtr>
      <AdmstnZone>${body}</AdmstnZone><Rcrd><Ctgy>${kind}</Ctgy><CtgyDtls>${budgetCode}</CtgyDtls></Rcrd></TaxRmt></Strd></RmtInf>
    </TxDtls>`;
}

/** Version 02: status as a text, parties without Pty, code words in the text. */
export function entry02({
  reference = 'B-1',
  amount = '1000.00',
  payer = '980540000397',
}: PaymentFields = {}): string {
  return `<Ntry><Amt Ccy="KZT">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
    <BookgDt><DtTm>2026-03-09T20:30:00Z</DtTm></BookgDt><ValDt><DtTm>2026-03-09T20:30:00Z</DtTm></ValDt>
    <NtryDtls><TxDtls><Refs><AcctSvcrRef>${reference}</AcctSvcrRef></Refs>
    <RltdPties><Dbtr><Nm>Stanok TOO</Nm><Id><OrgId><Othr><Id>${payer}</Id></Othr></OrgId></Id></Dbtr></RltdPties>
    <RmtInf><Ustrd>/BODY/55302/KBK/106105/KIND/ADVANCE</Ustrd><Ustrd>/BEN/6210/ thanks</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
}

export interface DocumentFields {
  readonly version?: string;
  readonly bic?: string;
  readonly messageId?: string;
  readonly prolog?: string;
}

export function camt054(entries: readonly string[], fields: DocumentFields = {}): string {
  const { version = '08', bic = 'HSBKKZKX', messageId = 'MSG-1', prolog = '' } = fields;
  const tag = Number(version) < 3 ? 'BIC' : 'BICFI';
  return `<?xml version="1.0" encoding="UTF-8"?>${prolog}
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.${version}"><BkToCstmrDbtCdtNtfctn>
    <GrpHdr><MsgId>${messageId}</MsgId><CreDtTm>2026-03-10T12:00:00+05:00</CreDtTm></GrpHdr>
    <Ntfctn><Id>N-1</Id><Acct><Id><IBAN>KZ24070105KSN0000000</IBAN></Id><Svcr><FinInstnId><${tag}>${bic}</${tag}></FinInstnId></Svcr></Acct>
    ${entries.join('\n')}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`;
}

export function camt053(entries: readonly string[], fields: DocumentFields = {}): string {
  return camt054(entries, fields)
    .replaceAll('camt.054', 'camt.053')
    .replaceAll('BkToCstmrDbtCdtNtfctn', 'BkToCstmrStmt')
    .replaceAll('Ntfctn>', 'Stmt>');
}
