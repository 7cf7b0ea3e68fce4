/** Object-level checks: a trader sees only its own documents, an officer only those of the posts in scope. */
import { reason, type ReasonDefinition } from '@shekara/kernel';
import { authReasons } from './auth-reasons.js';
import type { Principal, Role } from './principal.js';
import { ProblemException } from './problem.js';

/** Roles that act for a customs body; all others act for their organisation only. */
const ROLES_OF_CUSTOMS_BODIES: ReadonlySet<Role> = new Set<Role>([
  'CHECKPOINT_SYSTEM',
  'CHECKPOINT_OFFICER',
  'RELEASE_OFFICER',
  'INSPECTION_OFFICER',
  'ACCOUNT_OFFICER',
  'REGISTRAR',
  'RISK_ANALYST',
  'HEAD_OF_POST',
  'AUDITOR',
]);

/** 403, or 404 where even the existence of the document is not the caller's to know. */
export class NotYours extends ProblemException {
  constructor(
    definition: ReasonDefinition,
    status: 403 | 404,
    parameters: Readonly<Record<string, string>> = {},
  ) {
    super({
      type: status === 404 ? 'urn:shekara:problem:not-found' : 'urn:shekara:problem:not-yours',
      title: status === 404 ? 'Not found' : 'Not yours',
      status,
      detail: definition.text.en,
      reasons: [reason(definition, { parameters })],
    });
  }
}

/** To whom a document belongs: the persons named in it and the customs body that handles it. */
export interface DocumentScope {
  /** BINs and IINs of its parties: declarant, representative, carrier, warehouse keeper. */
  readonly organisations: readonly string[];
  /** Code of the customs body, when one handles it. */
  readonly customsBody?: string;
}

function actsFor(principal: Principal, organisations: readonly string[]): boolean {
  return principal.organisation !== undefined && organisations.includes(principal.organisation);
}

function servesAt(principal: Principal, customsBody: string): boolean {
  return (
    principal.roles.some((role) => ROLES_OF_CUSTOMS_BODIES.has(role)) &&
    principal.posts.some((post) => post === customsBody)
  );
}

/**
 * Passes when the principal acts for the organisation, or for one of several (BIN or IIN, 12 digits).
 * @throws NotYours NOT_YOUR_DOCUMENT, 403; use `mayRead` where the refusal must not tell that the document exists.
 */
export function mayActFor(principal: Principal, organisation: string | readonly string[]): void {
  const organisations = typeof organisation === 'string' ? [organisation] : organisation;
  if (!actsFor(principal, organisations)) throw new NotYours(authReasons.NOT_YOUR_DOCUMENT, 403);
}

/**
 * Passes when the principal is an officer or a system of a customs body and that body (code of five digits) is in scope.
 * @throws NotYours NOT_YOUR_POST, 403.
 */
export function officerOf(principal: Principal, customsBody: string): void {
  if (!servesAt(principal, customsBody)) throw new NotYours(authReasons.NOT_YOUR_POST, 403, { customsBody });
}

/**
 * Passes for a party of the document, for an officer of its customs body and for SYSTEM.
 * @throws NotYours NOT_YOUR_DOCUMENT, 404: to anybody else the document does not exist.
 */
export function mayRead(principal: Principal, document: DocumentScope): void {
  const allowed =
    principal.roles.includes('SYSTEM') ||
    actsFor(principal, document.organisations) ||
    (document.customsBody !== undefined && servesAt(principal, document.customsBody));
  if (!allowed) throw new NotYours(authReasons.NOT_YOUR_DOCUMENT, 404);
}

/**
 * Whoever has one of these roles acts at the customs body of the document, everybody else for the party.
 * @throws NotYours as `officerOf` or `mayActFor`, 403.
 */
export function mayActOn(
  principal: Principal,
  { organisation, customsBody }: { readonly organisation: string; readonly customsBody: string },
  official: readonly Role[],
): void {
  if (hasOneOf(principal, official)) officerOf(principal, customsBody);
  else mayActFor(principal, organisation);
}

/** Which documents of a list a person sees. */
export interface ListScope<Id extends string> {
  /** BIN or IIN of the party, when one is asked for or nobody else's are shown. */
  readonly organisation: Id | Principal['organisation'];
  /** Codes of customs bodies; absent for those who see what is their organisation's. */
  readonly customsBodies?: Principal['posts'];
}

/**
 * Whoever has one of these roles sees the documents of its posts, of all parties or of the one asked for; everybody else
 * those of its own organisation. @throws NotYours NOT_YOUR_DOCUMENT, 403, for another's.
 */
export function listScope<Id extends string>(
  principal: Principal,
  organisation: Id | undefined,
  official: readonly Role[],
): ListScope<Id> {
  if (hasOneOf(principal, official)) return { organisation, customsBodies: principal.posts };
  mayActFor(principal, organisation ?? principal.organisation ?? '');
  return { organisation: principal.organisation };
}

function hasOneOf({ roles }: Principal, official: readonly Role[]): boolean {
  return official.some((role) => roles.includes(role));
}
