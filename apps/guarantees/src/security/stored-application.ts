/** The application as kept in the file: the same words, amounts in tenge as text; read back without loss. */
import { Money } from '@shekara/kernel';
import type { Pledge, SecurityApplication } from './security-application.js';

type Stored<T> = { [K in keyof T]: T[K] extends Money ? string : T[K] };
type StoredApplication = Omit<Stored<SecurityApplication>, 'obligation' | 'pledge'> & {
  readonly obligation?: Stored<NonNullable<SecurityApplication['obligation']>>;
  readonly pledge?: Stored<Pledge>;
};

export function storedApplication(
  application: SecurityApplication,
): Record<keyof SecurityApplication, unknown> {
  return JSON.parse(JSON.stringify(application)) as Record<keyof SecurityApplication, unknown>;
}

/** The application of a file that `storedApplication` wrote. */
export function applicationOf(file: Record<keyof SecurityApplication, unknown>): SecurityApplication {
  const { amount, obligation, pledge, ...rest } = file as unknown as StoredApplication;
  return {
    ...rest,
    amount: Money.ofTenge(amount),
    ...(obligation && {
      obligation: { ...obligation, dutiesAndTaxes: Money.ofTenge(obligation.dutiesAndTaxes) },
    }),
    ...(pledge && {
      pledge: {
        ...pledge,
        marketValue: Money.ofTenge(pledge.marketValue),
        saleExpenses: Money.ofTenge(pledge.saleExpenses),
      },
    }),
  };
}
