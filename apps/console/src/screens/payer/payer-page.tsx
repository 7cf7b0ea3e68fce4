import { type FormEvent, type ReactNode, useState } from 'react';
import { NavLink, useSearchParams } from 'react-router';
import { Field } from '../../components/field.js';
import { Page } from '../../components/page.js';
import { useI18n } from '../../i18n/i18n.js';
import { useSession } from '../../session/session.js';

const BIN_OR_IIN = /^\d{12}$/;

/** A page about one payer: a trader is its own, an officer of accounts names one. The pages of a payer are side by side. */
export function PayerPage(props: {
  readonly title: string;
  readonly intro: string;
  readonly children: (payer: string) => ReactNode;
}) {
  const { t } = useI18n();
  const { person } = useSession();
  const [query, setQuery] = useSearchParams();
  const payer = person.organisation ?? query.get('payer') ?? '';
  const search = person.organisation === undefined && payer !== '' ? `?payer=${payer}` : '';
  return (
    <Page title={props.title} intro={props.intro}>
      {person.organisation === undefined ? (
        <PayerChoice chosen={payer} onChoose={(number) => setQuery({ payer: number })} />
      ) : null}
      <nav className="tabs" aria-label={t('payerPages')}>
        <ul>
          <li>
            <NavLink end to={`/account${search}`}>
              {t('tabAccount')}
            </NavLink>
          </li>
          <li>
            <NavLink to={`/account/debts${search}`}>{t('tabDebts')}</NavLink>
          </li>
          <li>
            <NavLink to={`/account/papers${search}`}>{t('tabPapers')}</NavLink>
          </li>
        </ul>
      </nav>
      {payer === '' ? <p className="empty">{t('payerMissing')}</p> : props.children(payer)}
    </Page>
  );
}

function PayerChoice(props: { readonly chosen: string; readonly onChoose: (payer: string) => void }) {
  const { t } = useI18n();
  const [wanted, setWanted] = useState(props.chosen);
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const number = wanted.trim();
    setWrong(!BIN_OR_IIN.test(number));
    if (BIN_OR_IIN.test(number)) props.onChoose(number);
  };
  return (
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
  );
}
