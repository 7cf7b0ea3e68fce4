/** What the screens of payers and account officers read and ask of payments. */
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { v4 as uuid } from 'uuid';
import { useSession } from '../session/session.js';
import { queryOf } from './gateway.js';
import type {
  BalancesView,
  CalculationBody,
  CalculationView,
  DebtsView,
  LinesPage,
  Paper,
  TurnoverView,
} from './payments-contract.js';

/** The papers of a payer, each with the list that it is read from. */
export const PAPER_LISTS = {
  NOTICES: 'debt-notices',
  CERTIFICATES: 'certificates',
  RECONCILIATIONS: 'reconciliation-acts',
  DEFERRALS: 'deferrals',
  REFUNDS: 'overpayment-applications',
} as const;
export type PaperList = keyof typeof PAPER_LISTS;

/** Days of posting; empty for no limit. */
export interface EntryFilter {
  readonly from: string;
  readonly to: string;
}

export function useBalances(payer: string) {
  const { gateway } = useSession();
  return useQuery({
    queryKey: ['balances', payer],
    enabled: payer !== '',
    queryFn: ({ signal }) => gateway.read<BalancesView>(`${accountOf(payer)}/balances`, signal),
  });
}

export function useEntries(payer: string, filter: EntryFilter) {
  const { gateway } = useSession();
  return useInfiniteQuery({
    queryKey: ['entries', payer, filter],
    enabled: payer !== '',
    queryFn: ({ pageParam, signal }) =>
      gateway.read<LinesPage>(
        `${accountOf(payer)}/entries${queryOf({ ...filter, before: pageParam })}`,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ body }) => body.next ?? undefined,
  });
}

/** Where all lines that a filter lets pass are, as CSV. */
export function entriesFile(payer: string, filter: EntryFilter): string {
  return `${accountOf(payer)}/entries.csv${queryOf({ ...filter })}`;
}

/** What went over an account at a customs body in the year of a day. */
export function useTurnover(payer: string, customsBody: string, day: string) {
  const { gateway } = useSession();
  const from = `${day.slice(0, 4)}-01-01`;
  return useQuery({
    queryKey: ['turnover', payer, customsBody, from, day],
    queryFn: ({ signal }) =>
      gateway.read<TurnoverView>(
        `${accountOf(payer)}/${encodeURIComponent(customsBody)}/turnover${queryOf({ from, to: day })}`,
        signal,
      ),
  });
}

export function useDebts(payer: string, customsBody: string) {
  const { gateway } = useSession();
  return useQuery({
    queryKey: ['debts', payer, customsBody],
    queryFn: ({ signal }) =>
      gateway.read<DebtsView>(
        `/v1/debts/${encodeURIComponent(payer)}/${encodeURIComponent(customsBody)}`,
        signal,
      ),
  });
}

export function usePapers(list: PaperList, payer: string) {
  const { gateway } = useSession();
  return useInfiniteQuery({
    queryKey: ['papers', list, payer],
    enabled: payer !== '',
    queryFn: ({ pageParam, signal }) =>
      gateway.read<{ readonly items: readonly Paper[]; readonly next?: string | null }>(
        `/v1/${PAPER_LISTS[list]}${queryOf({ payer, after: pageParam })}`,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ body }) => body.next ?? undefined,
  });
}

/** What would be payable; nothing is stored, so a repetition needs no key of its own. */
export function useCalculation() {
  const { gateway } = useSession();
  return useMutation({
    mutationFn: (body: CalculationBody) => gateway.send<CalculationView>('/v1/calculations', body, uuid()),
  });
}

function accountOf(payer: string): string {
  return `/v1/accounts/${encodeURIComponent(payer)}`;
}
