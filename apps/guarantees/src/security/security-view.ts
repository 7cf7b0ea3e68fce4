/** What is shown of a security, and to whom it belongs. */
import type { Money } from '@shekara/kernel';
import { available } from './balance.js';
import { isInForce, type SecurityStatus } from './security.js';

interface ShownSecurity {
  readonly number: string;
  readonly method: string;
  readonly kind: string;
  readonly status: SecurityStatus;
  readonly principal: string;
  readonly guarantor: string;
  readonly acceptingBody: string;
  readonly bodyScope: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly amount: Money;
  readonly reserved: Money;
  readonly called: Money;
  readonly registeredAt: Date;
}

/** The card of a security (art. 152.4) with its balance in tenge; nothing is granted before it is accepted. */
export function securityView(security: ShownSecurity) {
  const { amount, reserved, called, status } = security;
  return {
    number: security.number,
    method: security.method,
    kind: security.kind,
    status,
    principal: security.principal,
    guarantor: security.guarantor,
    acceptingBody: security.acceptingBody,
    bodyScope: security.bodyScope,
    validFrom: security.validFrom,
    validTo: security.validTo,
    registeredAt: security.registeredAt,
    balance: {
      amount: String(amount),
      reserved: String(reserved),
      called: String(called),
      available: isInForce(status) ? String(available({ granted: amount, reserved, called })) : '0.00',
    },
  };
}

/** Principal, guarantor and the accepting body. */
export function scopeOf({ principal, guarantor, acceptingBody }: ShownSecurity) {
  return {
    organisations: [principal, guarantor].filter((number) => number !== ''),
    customsBody: acceptingBody,
  };
}
