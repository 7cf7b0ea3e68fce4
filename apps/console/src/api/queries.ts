/** Everything the screens read and send, with how often it is read again. Polling, caching, retrying: TanStack Query. */
import {
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { v4 as uuid } from 'uuid';
import type { ApiDocument } from '../decision/deciding-operations.js';
import { useSession } from '../session/session.js';
import type {
  CaseSummary,
  CaseTimeline,
  ConsoleConfig,
  ControlView,
  DeclarationRow,
  DeclarationView,
  QueuePage,
  ReasonCatalogue,
  StatusNotification,
  WorkItem,
} from './contract.js';
import { mayHaveCounted } from './failure.js';
import { pathOfNumber, queryOf } from './gateway.js';

const QUEUE_EVERY_MS = 10_000;
const REASONS_EVERY_MS = 30_000;
const TIMELINE_EVERY_MS = 5_000;
const API_FOR_MS = 5 * 60_000;
/** What a command cannot change. */
const KEPT: ReadonlySet<unknown> = new Set(['reasons', 'console-config', 'newest-work-item', 'api']);

export function useQueue(filter: { readonly customsBody: string; readonly kind: string }) {
  const { gateway } = useSession();
  const queries = useQueryClient();
  return useInfiniteQuery({
    queryKey: ['work-items', filter],
    queryFn: async ({ pageParam, signal }) => {
      const { body, at } = await gateway.read<QueuePage>(
        `/v1/work-items${queryOf({ ...filter, after: pageParam })}`,
        signal,
      );
      return { body: { ...body, items: body.items.map((item) => newestOf(queries, item)) }, at };
    },
    initialPageParam: '',
    getNextPageParam: ({ body }) => body.next ?? undefined,
    refetchInterval: QUEUE_EVERY_MS,
  });
}

/** One item of the person's queue; `item` is undefined when it is not (or no longer) in it. */
export function useWorkItem(id: string) {
  const { gateway } = useSession();
  const queries = useQueryClient();
  return useQuery({
    queryKey: ['work-items', 'one', id],
    queryFn: async ({ signal }) => {
      let after: string | null | undefined;
      do {
        const page: { readonly body: QueuePage; readonly at: Date } = await gateway.read<QueuePage>(
          `/v1/work-items${queryOf({ limit: '200', after: after ?? undefined })}`,
          signal,
        );
        const item = page.body.items.find((candidate) => candidate.id === id);
        if (item) return { item: newestOf(queries, item), at: page.at };
        after = page.body.next;
      } while (after);
      return { item: undefined, at: undefined };
    },
    refetchInterval: QUEUE_EVERY_MS,
  });
}

/**
 * Sends a POST. A repetition after no answer goes out with the same Idempotency-Key, so it counts once. What was read
 * before is read again afterwards.
 */
export function useCommand<Body>() {
  const { gateway } = useSession();
  const queries = useQueryClient();
  const attempt = useRef({ request: '', key: '' });
  return useMutation({
    mutationFn: ({ path, body }: { readonly path: string; readonly body?: unknown }) => {
      const request = JSON.stringify([path, body]);
      if (attempt.current.request !== request) attempt.current = { request, key: uuid() };
      return gateway.send<Body>(path, body, attempt.current.key);
    },
    onSettled: (_answer, failure) => {
      if (!mayHaveCounted(failure)) attempt.current = { request: '', key: '' };
      void queries.invalidateQueries({ predicate: ({ queryKey }) => !KEPT.has(queryKey[0]) });
    },
  });
}

/** Takes a work item or puts it back. The answer is newer than the queue, which learns of it by message a moment later. */
export function useClaim() {
  const queries = useQueryClient();
  const { mutate, error, isPending } = useCommand<WorkItem>();
  const act = (action: 'claim' | 'release', item: WorkItem, done?: () => void): void => {
    mutate(
      { path: `/v1/work-items/${encodeURIComponent(item.id)}/${action}` },
      {
        onSuccess: ({ body }) => {
          const { status, claimedBy, version } = body;
          keepNewest(queries, { ...item, status, claimedBy, version });
          done?.();
        },
      },
    );
  };
  return {
    error,
    isPending,
    claim: (item: WorkItem, done?: () => void) => act('claim', item, done),
    putBack: (item: WorkItem, done?: () => void) => act('release', item, done),
  };
}

/** The newest version of an item that this tab has seen; a queue that lags behind does not take it back. */
function newestOf(queries: QueryClient, item: WorkItem): WorkItem {
  const seen = queries.getQueryData<WorkItem>(['newest-work-item', item.id]);
  return seen && seen.version > item.version ? seen : item;
}

function keepNewest(queries: QueryClient, item: WorkItem): void {
  queries.setQueryData(['newest-work-item', item.id], item);
}

export function useControl(id: string) {
  const { gateway } = useSession();
  return useQuery({
    queryKey: ['control', id],
    queryFn: ({ signal }) => gateway.read<ControlView>(`/v1/controls/${encodeURIComponent(id)}`, signal),
  });
}

export function useTimeline(caseId: string | undefined) {
  const { gateway } = useSession();
  return useQuery({
    queryKey: ['timeline', caseId],
    enabled: caseId !== undefined,
    queryFn: ({ signal }) =>
      gateway.read<CaseTimeline>(`/v1/cases/${encodeURIComponent(caseId ?? '')}/timeline`, signal),
    refetchInterval: TIMELINE_EVERY_MS,
  });
}

export function useCaseSearch(number: string) {
  const { gateway } = useSession();
  return useQuery({
    queryKey: ['cases', number],
    enabled: number !== '',
    queryFn: ({ signal }) =>
      gateway.read<{ readonly cases: readonly CaseSummary[] }>(`/v1/cases${queryOf({ number })}`, signal),
  });
}

export function useDeclarations(status: string) {
  const { gateway } = useSession();
  return useQuery({
    queryKey: ['declarations', status],
    queryFn: ({ signal }) =>
      gateway.read<{ readonly items: readonly DeclarationRow[] }>(
        `/v1/goods-declarations${queryOf({ status })}`,
        signal,
      ),
    refetchInterval: QUEUE_EVERY_MS,
  });
}

export function useDeclaration(number: string | undefined) {
  const { gateway } = useSession();
  return useQuery({
    queryKey: ['declaration', number],
    enabled: number !== undefined,
    queryFn: ({ signal }) =>
      gateway.read<DeclarationView>(`/v1/goods-declarations/${pathOfNumber(number ?? '')}`, signal),
  });
}

/** What the services publish of their operations; read again now and then, since one of them may have been silent. */
export function useApiDocument() {
  const { gateway } = useSession();
  return useQuery({
    queryKey: ['api'],
    queryFn: ({ signal }) => gateway.read<ApiDocument>('/openapi.json', signal),
    staleTime: API_FOR_MS,
    structuralSharing: false,
  });
}

/** A document as its service shows it. */
export function useSubject(path: string) {
  const { gateway } = useSession();
  return useQuery({
    queryKey: ['subject', path],
    queryFn: ({ signal }) => gateway.read<unknown>(path, signal),
  });
}

export function useNotifications() {
  const { gateway } = useSession();
  return useQuery({
    queryKey: ['notifications'],
    queryFn: ({ signal }) =>
      gateway.read<{ readonly notifications: readonly StatusNotification[] }>('/v1/notifications', signal),
    refetchInterval: QUEUE_EVERY_MS,
  });
}

/** The catalogue of reasons: read once, and again while a service that did not answer may be missing from it. */
export function useReasons() {
  const { gateway } = useSession();
  const { data, error } = useQuery({
    queryKey: ['reasons'],
    queryFn: async ({ signal }) => {
      const { body } = await gateway.read<ReasonCatalogue>('/v1/reasons', signal);
      const byCode = new Map(body.reasons.map((definition) => [definition.code, definition]));
      return { byCode, complete: (body.missing ?? []).length === 0 };
    },
    staleTime: Infinity,
    structuralSharing: false,
    refetchInterval: ({ state }) => (state.data?.complete === false ? REASONS_EVERY_MS : false),
  });
  return { data: data?.byCode, error };
}

/** What the place that serves the console says about itself; nothing where it says nothing. */
export function useConsoleConfig() {
  return useQuery({
    queryKey: ['console-config'],
    queryFn: async ({ signal }): Promise<ConsoleConfig> => {
      const response = await fetch(`${import.meta.env.BASE_URL}config.json`, { signal, credentials: 'omit' });
      const isJson = response.headers.get('content-type')?.includes('json') ?? false;
      return response.ok && isJson ? ((await response.json()) as ConsoleConfig) : {};
    },
    staleTime: Infinity,
  });
}
