/** How a line of the table of sentences is written: what a message says to whom. */
import {
  type DescMessage,
  type Message,
  type MessageShape,
  type Money,
  moneyOf,
  type Reason,
} from '@shekara/contracts';
import { Money as Tenge } from '@shekara/kernel';

/**
 * Who is shown a step. TRANSPORT: every party of the case, carriers included. DECLARANT: the declarant and its
 * representative only, since payments and the content of a declaration are their secret from the carrier (art. 16).
 * OFFICIAL: officers and auditors only; what risk decided before it is told to anybody, and the queues (art. 219.4).
 */
export type Audience = 'TRANSPORT' | 'DECLARANT' | 'OFFICIAL';

/** Facts by name; a name with an empty text is not shown. */
export type Facts = Readonly<Record<string, string>>;

/** What became of the case with this step; steps that change nothing visible have none. */
export type CaseState =
  | 'ARRIVED'
  | 'ARRIVAL_RETURNED'
  | 'IN_STORAGE'
  | 'DECLARED'
  | 'DECLARATION_REFUSED'
  | 'DECLARATION_WITHDRAWN'
  | 'UNDER_CONTROL'
  | 'RELEASED'
  | 'RELEASE_REFUSED';

export interface StepSentence {
  readonly audience: Audience;
  /** Who acts when no machine does: shown to traders instead of the name. */
  readonly by: 'party' | 'officer';
  readonly state?: CaseState;
  sentence(message: Message): string;
  facts(message: Message): Facts;
  /** Facts that officers and auditors see besides. */
  officialFacts(message: Message): Facts;
}

interface Line<Desc extends DescMessage> {
  readonly audience: Audience;
  readonly by?: StepSentence['by'];
  readonly state?: CaseState;
  readonly says: (message: MessageShape<Desc>) => string;
  readonly facts?: (message: MessageShape<Desc>) => Facts;
  readonly officialFacts?: (message: MessageShape<Desc>) => Facts;
}

const nothing = (): Facts => ({});

/** A line of the table for one message type. */
export function line<Desc extends DescMessage>(
  schema: Desc,
  of: Line<Desc>,
): readonly [string, StepSentence] {
  const { says, facts = nothing, officialFacts = nothing, by = 'officer', audience, state } = of;
  return [
    schema.typeName,
    {
      audience,
      by,
      ...(state === undefined ? {} : { state }),
      sentence: (message) => says(message as MessageShape<Desc>),
      facts: (message) => shown(facts(message as MessageShape<Desc>)),
      officialFacts: (message) => shown(officialFacts(message as MessageShape<Desc>)),
    },
  ];
}

function shown(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, text]) => text !== ''));
}

/** Tenge with two decimals, e.g. "686400.00"; empty when a message has no amount. */
export function tenge(amount: Money | undefined): string {
  return amount ? moneyOf(amount).toString() : '';
}

/** What falls due of the lines when conditions break, in tenge; empty for nothing. */
export function contingentOf(lines: readonly { readonly contingent?: Money | undefined }[]): string {
  const tiyn = lines.reduce((sum, { contingent }) => sum + (contingent?.tiyn ?? 0n), 0n);
  return tiyn === 0n ? '' : Tenge.ofTiyn(tiyn).toString();
}

/** Codes of reasons, in their order. */
export function codes(reasons: readonly Reason[]): string {
  return reasons.map(({ code }) => code).join(', ');
}

/** A code of a list as words: `DOCUMENT_CHECK` reads "document check". */
export function words(code: string): string {
  return code.toLowerCase().replaceAll('_', ' ');
}

/** `count(items, 'item')`: "1 item", "2 items". */
export function count(of: readonly unknown[], noun: string): string {
  return `${of.length} ${noun}${of.length === 1 ? '' : 's'}`;
}
