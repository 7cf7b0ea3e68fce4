/** A request to extend the storage term, and the customs body's decision on it (art. 268.2). */
import { type Decision, decide, when } from '@shekara/kernel';
import { extensionReasons } from './extension-reasons.js';

export interface ExtensionRequest {
  readonly form: 'WRITTEN' | 'ORAL';
  /** Legal date asked for, `yyyy-mm-dd`. */
  readonly requestedEnd: string;
  /** The requester agrees to less than asked: the longest term. */
  readonly acceptsLess: boolean;
}

export interface ExtensionFacts {
  /** Person with authority over the goods, or representative with its authority shown. */
  readonly entitled: boolean;
  /** Lodged, or handed to the post, before the term was over. */
  readonly inTime: boolean;
  /** Present last day and last day of the longest term, `yyyy-mm-dd`. */
  readonly lastDay: string;
  readonly longestDay: string;
  readonly undecidedRequest: boolean;
}

export interface ExtensionRequested {
  readonly type: 'ExtensionRequested';
  /** The day to decide on: as asked, or the longest term where less is agreed to. */
  readonly newEnd: string;
  readonly outcomeIfGranted: 'GRANTED' | 'PARTLY';
}

/**
 * Takes a request for the officer's decision, or refuses it with every EXTENSION_REFUSAL that holds (R-TST-046, R-TST-047,
 * R-TST-049). Any number of extensions may follow each other up to the longest term (R-TST-048). It extends nothing by
 * itself (R-TST-051).
 */
export function requestExtension(
  request: ExtensionRequest,
  facts: ExtensionFacts,
): Decision<ExtensionRequested> {
  const beyond = request.requestedEnd > facts.longestDay;
  const newEnd = beyond ? facts.longestDay : request.requestedEnd;
  return decide(
    [
      when(request.form !== 'WRITTEN', extensionReasons.STORAGE_EXTENSION_NOT_WRITTEN, { pointer: '/form' }),
      when(!facts.entitled, extensionReasons.STORAGE_EXTENSION_NOT_ENTITLED),
      when(!facts.inTime, extensionReasons.STORAGE_EXTENSION_LATE, {
        parameters: { lastDay: facts.lastDay },
      }),
      when(beyond && !request.acceptsLess, extensionReasons.STORAGE_EXTENSION_BEYOND_MAXIMUM, {
        pointer: '/requestedEnd',
        parameters: { longestDay: facts.longestDay },
      }),
      when(newEnd <= facts.lastDay, extensionReasons.STORAGE_EXTENSION_NOT_LONGER, {
        pointer: '/requestedEnd',
        parameters: { lastDay: facts.lastDay },
      }),
      when(facts.undecidedRequest, extensionReasons.STORAGE_EXTENSION_PENDING),
    ],
    () => [{ type: 'ExtensionRequested', newEnd, outcomeIfGranted: beyond ? 'PARTLY' : 'GRANTED' }],
  );
}
