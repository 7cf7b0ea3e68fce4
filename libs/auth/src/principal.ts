/** Who asks: the person or system that an access token speaks for, and what it may do where. */
import {
  type Bin,
  type CustomsBodyCode,
  type Iin,
  parseBinOrIin,
  parseCustomsBodyCode,
} from '@shekara/kernel';

/** The closed set of roles. A role of the token that is not in it (an issuer's own, say) gives nothing. */
export const ROLES = [
  'CHECKPOINT_SYSTEM',
  'CARRIER',
  'DECLARANT',
  'CUSTOMS_REPRESENTATIVE',
  'WAREHOUSE_KEEPER',
  'BANK',
  'GUARANTOR',
  'CHECKPOINT_OFFICER',
  'RELEASE_OFFICER',
  'INSPECTION_OFFICER',
  'ACCOUNT_OFFICER',
  'REGISTRAR',
  'RISK_ANALYST',
  'HEAD_OF_POST',
  'AUDITOR',
  'SYSTEM',
] as const;

export type Role = (typeof ROLES)[number];

const KNOWN_ROLES: ReadonlySet<string> = new Set(ROLES);

export function isRole(text: unknown): text is Role {
  return typeof text === 'string' && KNOWN_ROLES.has(text);
}

export interface Principal {
  /** The issuer's stable id of the person or client (`sub`). */
  readonly subject: string;
  readonly roles: readonly Role[];
  /** BIN or IIN of the organisation it acts for; officers have none. */
  readonly organisation?: Bin | Iin;
  /** Codes of the customs bodies in whose scope it acts; traders have none. */
  readonly posts: readonly CustomsBodyCode[];
  readonly name?: string;
}

/**
 * Reads the verified claims `sub`, `roles`, `organisation`, `posts` and `name`. Answers a sentence instead when a claim
 * is malformed: a token that says something unreadable about a person is not trusted in part.
 */
export function principalOf(claims: Readonly<Record<string, unknown>>): Principal | string {
  const { sub, roles = [], organisation, posts = [], name } = claims;
  if (typeof sub !== 'string' || sub === '') return 'claim sub is not a text';
  if (!Array.isArray(roles)) return 'claim roles is not a list';
  if (!Array.isArray(posts)) return 'claim posts is not a list';
  if (name !== undefined && typeof name !== 'string') return 'claim name is not a text';
  const customsBodies: CustomsBodyCode[] = [];
  for (const post of posts) {
    const customsBody = typeof post === 'string' ? parseCustomsBodyCode(post) : undefined;
    if (customsBody === undefined) return 'claim posts holds something else than codes of customs bodies';
    customsBodies.push(customsBody);
  }
  const number = typeof organisation === 'string' ? parseBinOrIin(organisation) : undefined;
  if (organisation !== undefined && number === undefined)
    return 'claim organisation is neither a BIN nor an IIN';
  return {
    subject: sub,
    roles: roles.filter(isRole),
    posts: customsBodies,
    ...(number === undefined ? {} : { organisation: number }),
    ...(name === undefined ? {} : { name }),
  };
}
