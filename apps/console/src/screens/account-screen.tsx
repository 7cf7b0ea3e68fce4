import { type FormEvent, useState } from 'react';
import { useAccount } from '../api/queries.js';
import { FailureNotice } from '../components/failure-notice.js';
import { Field } from '../components/field.js';
import { Loading, Page } from '../components/page.js';
import { useI18n } from '../i18n/i18n.js';
import { useSession } from '../session/session.js';

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
      {account.data ? <Balances bin={bin} balances={account.data.body.balances} /> : null}
    </Page>
  );
}

function Balances(props: {
  readonly bin: string;
  readonly balances: readonly { readonly account: string; readonly amount: string }[];
}) {
  const { t, tenge } = useI18n();
  return (
    <section className="panel" aria-labelledby="balances-title">
      <h2 id="balances-title">{t('accountOf', { bin: props.bin })}</h2>
      {props.balances.length === 0 ? (
        <p className="empty">{t('noBalances')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('balanceKind')}</th>
              <th scope="col" className="amount">
                {t('balanceAmount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {props.balances.map(({ account, amount }) => (
              <tr key={account}>
                <th scope="row">{account}</th>
                <td className="amount">{tenge(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
