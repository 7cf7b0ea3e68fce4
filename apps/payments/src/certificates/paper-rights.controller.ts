/** Who may ask for papers of a payer, and whose papers a person sees: a payer its own, an officer those of its posts. */
import { listScope, mayActOn, type Principal } from '@shekara/auth';

const OF_CUSTOMS = ['ACCOUNT_OFFICER', 'HEAD_OF_POST', 'AUDITOR'] as const;

/** @throws NotYours 403 for another's payer, or another's customs body. */
export function mayApplyFor(
  principal: Principal,
  { payer, customsBody }: { readonly payer: string; readonly customsBody: string },
): void {
  mayActOn(principal, { organisation: payer, customsBody }, OF_CUSTOMS);
}

/** Whose papers a list shows. @throws NotYours 403 when a trader asks for another's. */
export function scopeOf(principal: Principal, payer: string | undefined) {
  const { organisation, customsBodies } = listScope(principal, payer, OF_CUSTOMS);
  return { payer: organisation, customsBodies };
}
