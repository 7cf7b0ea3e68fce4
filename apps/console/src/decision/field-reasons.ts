/** The reasons of a refusal at the fields that they point to. */
import type { Reason } from '../api/contract.js';

/** A tree like the body: at each field the sentences that refuse it. */
export interface FieldReasons {
  readonly [field: string]: FieldReasons | readonly string[];
}

interface Growing {
  [field: string]: Growing | string[];
}

/** Reasons without a pointer belong to no field and are left to the list above the form. */
export function fieldReasons(
  reasons: readonly Reason[],
  sentenceOf: (reason: Reason) => string,
): FieldReasons {
  const root: Growing = {};
  for (const reason of reasons) {
    const parts = partsOf(reason.pointer);
    if (parts.length === 0) continue;
    let at = root;
    for (const part of parts) {
      const next = at[part];
      at = at[part] = next === undefined || Array.isArray(next) ? {} : next;
    }
    const said = at['__errors'];
    at['__errors'] = [...(Array.isArray(said) ? said : []), sentenceOf(reason)];
  }
  return root;
}

function partsOf(pointer: string | undefined): readonly string[] {
  return (pointer ?? '')
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}
