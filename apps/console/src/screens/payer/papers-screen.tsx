import { useMemo } from 'react';
import type { Paper } from '../../api/payments-contract.js';
import { PAPER_LISTS, type PaperList, usePapers } from '../../api/payments-queries.js';
import { columnsOf, DataTable } from '../../components/data-table.js';
import { DownloadButton } from '../../components/download-button.js';
import { FailureNotice } from '../../components/failure-notice.js';
import { Loading } from '../../components/page.js';
import { useI18n } from '../../i18n/i18n.js';
import { PayerPage } from './payer-page.js';

const column = columnsOf<Paper>();
const LISTS = Object.keys(PAPER_LISTS) as readonly PaperList[];
/** The lists whose papers are printed, and when there is something to print. */
const PRINTED: Readonly<Partial<Record<PaperList, (paper: Paper) => boolean>>> = {
  NOTICES: ({ sentOn }) => Boolean(sentOn),
  CERTIFICATES: ({ status }) => status === 'ISSUED',
  RECONCILIATIONS: ({ issuedOn }) => Boolean(issuedOn),
};

/** What customs sent to the payer and what the payer applied for. */
export function PapersScreen() {
  const { t } = useI18n();
  return (
    <PayerPage title={t('papersTitle')} intro={t('papersIntro')}>
      {(payer) => LISTS.map((list) => <Papers key={`${list}/${payer}`} list={list} payer={payer} />)}
    </PayerPage>
  );
}

function Papers({ list, payer }: { readonly list: PaperList; readonly payer: string }) {
  const { t, option, day, language } = useI18n();
  const papers = usePapers(list, payer);
  const isPrinted = PRINTED[list];
  const rows = useMemo(() => papers.data?.pages.flatMap(({ body }) => body.items) ?? [], [papers.data]);
  const columns = useMemo(
    () =>
      column.columns([
        column.display({
          id: 'number',
          header: t('columnNumber'),
          cell: ({ row }) => <span className="number">{numberOf(row.original)}</span>,
        }),
        column.accessor('status', { header: t('filterStatus'), cell: ({ getValue }) => option(getValue()) }),
        column.accessor('customsBody', {
          header: t('columnBody'),
          cell: ({ getValue }) => <span className="number">{getValue()}</span>,
        }),
        column.display({
          id: 'day',
          header: t('paperDay'),
          cell: ({ row }) => {
            const on = dayOf(row.original);
            return on ? day(on) : '—';
          },
        }),
        ...(isPrinted
          ? [
              column.display({
                id: 'pdf',
                header: t('paperFile'),
                cell: ({ row: { original: paper } }) =>
                  isPrinted(paper) ? (
                    <DownloadButton
                      path={`/v1/${PAPER_LISTS[list]}/${paper.id}/pdf?lang=${language}`}
                      fileName={`${numberOf(paper).replaceAll('/', '-')}.pdf`}
                      label="PDF"
                      named={t('paperPdf', { number: numberOf(paper) })}
                    />
                  ) : (
                    '—'
                  ),
              }),
            ]
          : []),
      ]),
    [t, option, day, language, list, isPrinted],
  );
  const title = t(`papers_${list}`);
  return (
    <section>
      <h2 className="section-title">{title}</h2>
      <FailureNotice failure={papers.error} />
      {papers.isPending ? <Loading /> : null}
      {papers.data && rows.length === 0 ? <p className="empty">{t('noPapers')}</p> : null}
      {rows.length > 0 ? (
        <DataTable caption={title} columns={columns} rows={rows} rowId={({ id }) => id} />
      ) : null}
      {papers.hasNextPage ? (
        <button
          type="button"
          className="quiet"
          disabled={papers.isFetchingNextPage}
          onClick={() => void papers.fetchNextPage()}
        >
          {t('loadMore')}
        </button>
      ) : null}
    </section>
  );
}

function numberOf({ number, declarationNumber, id }: Paper): string {
  return number ?? declarationNumber ?? id;
}

/** The day that names the paper: sent, issued, submitted or registered. */
function dayOf({ sentOn, issuedOn, closedOn, submittedOn, registeredOn }: Paper): string | undefined {
  return sentOn ?? issuedOn ?? closedOn ?? submittedOn ?? registeredOn ?? undefined;
}
