/** Who may ask for papers of a payer, and whose papers a person sees: a payer its own, an officer those of its posts. */
import { mayActFor, officerOf, type Principal } from '@shekara/auth';

const OF_CUSTOMS = new Set(['ACCOUNT_OFFICER', 'HEAD_OF_POST', 'AUDITOR']);

function isOfCustoms({ roles }: Principal): boolean {
  return roles.some((role) => OF_CUSTOMS.has(role));
}

/** @throws NotYours 403 for another's payer, or another's customs body. */
export function mayApplyFor(
  principal: Principal,
  { payer, customsBody }: { readonly payer: string; readonly customsBody: string },
): void {
  if (isOfCustoms(principal)) officerOf(principal, customsBody);
  else mayActFor(principal, payer);
}

/** @throws NotYours 403 when a trader asks for another's papers. */
export function scopeOf(
  principal: Principal,
  payer: string | undefined,
): { readonly payer?: string; readonly customsBodies?: readonly string[] } {
  if (isOfCustoms(principal))
    return { customsBodies: principal.posts, ...(payer === undefined ? {} : { payer }) };
  const own = payer ?? principal.organisation ?? '';
  mayActFor(principal, own);
  return { payer: own };
}
