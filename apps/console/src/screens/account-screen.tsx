import { type FormEvent, useMemo, useState } from 'react';
import type { AccountBalance, AccountEntry, AccountView } from '../api/contract.js';
import { useAccount } from '../api/queries.js';
import { columnsOf, DataTable } from '../components/data-table.js';
import { FailureNotice } from '../components/failure-notice.js';
import { Field } from '../components/field.js';
import { Loading, Page } from '../components/page.js';
import { useI18n } from '../i18n/i18n.js';
import { useSession } from '../session/session.js';

const balance = columnsOf<AccountBalance>();
const entry = columnsOf<AccountEntry>();
const BIN_OR_IIN = /^\d{12}$/;

/** Balances of a payer: a trader sees its own organisation's, an officer of accounts asks for one. */
export function AccountScreen() {
  const { t, time } = useI18n();
  const { person } = useSession();
  const [wanted, setWanted] = useState('');
  const [bin, setBin] = useState(person.organisation ?? '');
  const [wrong, setWrong] = useState(false);
  const account = useAccount(bin);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const number = wanted.trim();
    setWrong(!BIN_OR_IIN.test(number));
    if (BIN_OR_IIN.test(number)) setBin(number);
  };
  return (
    <Page
      title={t('navAccount')}
      intro={t('accountIntro')}
      aside={account.data ? <p className="read-at">{t('readAt', { time: time(account.data.at) })}</p> : null}
    >
      {person.organisation === undefined ? (
        <form className="filters" onSubmit={submit} noValidate>
          <Field label={t('accountBin')} wrong={wrong ? t('accountBinWrong') : undefined}>
            {(ids) => (
              <input
                {...ids}
                className="number"
                inputMode="numeric"
                maxLength={12}
                value={wanted}
                onChange={({ target }) => setWanted(target.value)}
              />
            )}
          </Field>
          <button type="submit">{t('search')}</button>
        </form>
      ) : null}
      <FailureNotice failure={account.error} />
      {account.isLoading ? <Loading /> : null}
      {account.data ? <Statement statement={account.data.body} /> : null}
    </Page>
  );
}

function Statement({ statement }: { readonly statement: AccountView }) {
  const { t, code, tenge, instant } = useI18n();
  const { payer, balances, entries } = statement;
  const columns = useMemo(
    () =>
      balance.columns([
        balance.accessor('account', {
          header: t('balanceKind'),
          cell: ({ getValue }) => code('account', getValue()),
        }),
        balance.accessor('purpose', { header: t('balancePurpose') }),
        balance.accessor('customsBody', {
          header: t('columnBody'),
          cell: ({ getValue }) => <span className="number">{getValue()}</span>,
        }),
        balance.accessor('balance', {
          header: t('balanceAmount'),
          enableSorting: false,
          cell: ({ getValue }) => <span className="amount">{tenge(getValue())}</span>,
        }),
      ]),
    [t, code, tenge],
  );
  const entryColumns = useMemo(
    () =>
      entry.columns([
        entry.accessor('postedAt', { header: t('entryPosted'), cell: ({ getValue }) => instant(getValue()) }),
        entry.accessor('type', { header: t('entryType') }),
        entry.accessor('document', { header: t('entryDocument') }),
        entry.accessor('ground', { header: t('ground') }),
      ]),
    [t, instant],
  );
  return (
    <>
      <h2 className="section-title">{t('accountOf', { bin: payer })}</h2>
      {balances.length === 0 ? (
        <p className="empty">{t('noBalances')}</p>
      ) : (
        <DataTable
          caption={t('accountOf', { bin: payer })}
          columns={columns}
          rows={balances}
          rowId={(row) => [row.account, row.customsBody, row.purpose].join('/')}
        />
      )}
      {entries.length > 0 ? (
        <>
          <h2 className="section-title">{t('entries')}</h2>
          <DataTable caption={t('entries')} columns={entryColumns} rows={entries} rowId={({ id }) => id} />
        </>
      ) : null}
    </>
  );
}
