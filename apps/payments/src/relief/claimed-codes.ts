/** Box 36 of an item as written: which preferences and reliefs it claims (art. 279, 281.2.5). */
import type { RelievedKind } from '@shekara/reference-data';

export interface ClaimedCode {
  readonly code: string;
  /** What its place in the box claims relief from; absent for a code that stands by itself. */
  readonly place?: RelievedKind | 'CHARGE_DECLARATION';
}

/** Box 36 without relief: zeros, or the letter O of either alphabet, with any separators. */
const NO_RELIEF = /^[0OО\s,;./-]*$/u;
const SEPARATORS = /[\s,;./-]+/u;
/** Four codes of two characters: charge, duty, excise, VAT. */
const WHOLE_BOX = /^[\p{L}\d]{8}$/u;
const PLACES = ['CHARGE_DECLARATION', 'IMPORT_DUTY', 'IMPORT_EXCISE', 'IMPORT_VAT'] as const;

/** The codes that the box claims, each once, in its order; none for a box that claims nothing. */
export function claimedCodes(box: string): readonly ClaimedCode[] {
  if (NO_RELIEF.test(box)) return [];
  const claimed = box
    .split(SEPARATORS)
    .flatMap((part): readonly ClaimedCode[] =>
      WHOLE_BOX.test(part)
        ? PLACES.map((place, index) => ({ code: part.slice(2 * index, 2 * index + 2), place }))
        : [{ code: part }],
    );
  const named = claimed.filter(({ code }) => !NO_RELIEF.test(code));
  return [...new Map(named.map((one) => [`${one.code} ${one.place ?? ''}`, one])).values()];
}
