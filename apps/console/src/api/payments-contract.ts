/** What payments answers, as far as the console reads it. Money is tenge as a decimal text, days are ISO dates. */

export interface AccountBalance {
  readonly account: string;
  readonly customsBody: string;
  /** The kind of payment that is owed, or what the money was sent for. */
  readonly kind: string;
  readonly balance: string;
}

export interface BalancesView {
  readonly payer: string;
  readonly on: string;
  readonly items: readonly AccountBalance[];
}

/** A line of an entry: a debit or a credit; the other one is empty. */
export interface AccountLine {
  readonly id: string;
  readonly line: number;
  readonly postedOn: string;
  readonly type: string;
  readonly document: string;
  readonly ground: string;
  readonly customsBody: string;
  readonly account: string;
  readonly kind: string;
  readonly debit: string;
  readonly credit: string;
}

export interface LinesPage {
  readonly items: readonly AccountLine[];
  readonly next: string | null;
}

/** What went over an account in a period, under one budget code. */
export interface Turnover {
  readonly purpose: string;
  readonly budgetCode: string | null;
  readonly calculated: string;
  readonly assessed: string;
  readonly reduced: string;
  readonly paid: string;
  readonly offset: string;
  readonly returned: string;
}

export interface TurnoverView {
  readonly from: string;
  readonly to: string;
  readonly accounts: readonly Turnover[];
}

export interface LateSum {
  readonly id: string;
  readonly kind: string;
  readonly document: string;
  readonly dueOn: string;
  readonly amount: string;
  readonly unpaid: string;
}

/** Penalty interest of consecutive days at one rate. */
export interface InterestPeriod {
  readonly first: string;
  readonly last: string;
  readonly days: number;
  readonly sum: string;
  readonly refinancingPercent: string;
  readonly multiplier: string;
}

export interface InterestOfKind {
  readonly kind: string;
  readonly amount: string;
  readonly days: readonly InterestPeriod[];
}

export interface DebtsView {
  readonly customsBody: string;
  readonly until: string;
  readonly sums: readonly LateSum[];
  readonly interest: readonly InterestOfKind[];
}

/** A paper of a payer: a notice, a certificate, an act, an application. */
export interface Paper {
  readonly id: string;
  readonly number?: string;
  readonly customsBody: string;
  readonly status: string;
  /** An application for deferral has the number of its declaration instead of its own. */
  readonly declarationNumber?: string | null;
  readonly registeredOn?: string | null;
  readonly sentOn?: string | null;
  readonly submittedOn?: string | null;
  readonly issuedOn?: string | null;
  readonly closedOn?: string | null;
}

export interface CalculationBody {
  readonly procedure: string;
  readonly registeredOn?: string;
  readonly items: readonly {
    readonly number: number;
    readonly commodityCode: string;
    readonly customsValue?: { readonly amount: string; readonly currency: string };
    readonly netWeightKg: string;
    readonly quantities?: readonly { readonly unit: string; readonly amount: string }[];
    readonly originCountry?: string;
    readonly preference?: string;
    readonly originProved?: boolean;
  }[];
}

export interface CalculationLine {
  /** 0 for a payment of the whole declaration. */
  readonly item: number;
  readonly kind: string;
  readonly base: string;
  readonly rate: string;
  readonly rateDate: string;
  readonly exchangeRates: readonly {
    readonly currency: string;
    readonly kzt: string;
    readonly date: string;
  }[];
  readonly article: string;
  readonly payable: string;
  /** What falls due when the conditions of the procedure break. */
  readonly contingent?: string;
  /** The preference that lowered the duty, with the share that it left. */
  readonly preference?: string;
  readonly relief?: { readonly article: string; readonly relieved: string };
}

export interface CalculationView {
  readonly rateDate: string;
  readonly customsValue: string;
  /** By kind. */
  readonly payable: Readonly<Record<string, string>>;
  readonly total: string;
  readonly lines: readonly CalculationLine[];
}
