/** Closing a payer's account at a customs body (art. 141.2): nothing may stand on it. */
import { art, type Decision, decide, defineReasons, type Money, when } from '@shekara/kernel';

export const accountClosingReasons = defineReasons({
  ACCOUNT_NOT_EMPTY: {
    article: { CODE_2010: art(141, 2) },
    text: {
      en: 'Money or debt still stands on the account.',
      ru: 'На лицевом счёте ещё есть деньги или задолженность.',
      kk: 'Жеке шотта әлі ақша немесе берешек бар.',
    },
    cure: {
      en: 'Return or set off the money and settle the debt first.',
      ru: 'Сначала верните или зачтите деньги и погасите задолженность.',
      kk: 'Алдымен ақшаны қайтарыңыз немесе есепке жатқызыңыз және берешекті өтеңіз.',
    },
  },
  ACCOUNT_CLOSED_ALREADY: {
    article: { CODE_2010: art(141, 2) },
    text: {
      en: 'The account is closed.',
      ru: 'Лицевой счёт закрыт.',
      kk: 'Жеке шот жабылған.',
    },
    cure: {
      en: 'The next movement opens it again.',
      ru: 'Следующая операция откроет его снова.',
      kk: 'Келесі операция оны қайта ашады.',
    },
  },
});

export interface AccountClosed {
  readonly type: 'AccountClosed';
}

/** Refuses ACCOUNT_CLOSED_ALREADY, and ACCOUNT_NOT_EMPTY naming each account with a balance (R-PAY-115). */
export function closeAccount(
  closed: boolean,
  balances: readonly { readonly name: string; readonly balance: Money }[],
): Decision<AccountClosed> {
  const standing = balances.filter(({ balance }) => !balance.isZero());
  return decide(
    [
      when(closed, accountClosingReasons.ACCOUNT_CLOSED_ALREADY),
      when(standing.length > 0, accountClosingReasons.ACCOUNT_NOT_EMPTY, {
        parameters: {
          standing: standing.map(({ name, balance }) => `${name} ${balance.toString()}`).join(', '),
        },
      }),
    ],
    () => [{ type: 'AccountClosed' }],
  );
}
