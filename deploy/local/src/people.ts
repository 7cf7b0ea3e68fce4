/** Who takes part in the demonstration: organisations that are nobody's, officers and systems, each with its token. */
import type { DevelopmentIssuer, Role } from '@shekara/auth';
import { identificationCheckDigit } from '@shekara/kernel';
import { GatewayClient, type Patience } from './gateway-client.js';

export interface Importer {
  readonly name: string;
  readonly address: string;
  readonly identification: string;
}

export const CARRIER_BIN = '050640001236';
export const KEEPER_BIN = '191040012345';

const POSTS = ['55302', '55311'];

/** The n-th importer of the demonstration: a BIN with a valid check digit that is nobody's. */
export function importer(n: number): Importer {
  for (let serial = n * 11; ; serial += 1) {
    const digits = `260140${serial.toString().padStart(5, '0')}`;
    const check = identificationCheckDigit(digits);
    if (check !== undefined) {
      return { name: `Importer ${n} TOO`, address: 'Almaty, Abay 3', identification: `${digits}${check}` };
    }
  }
}

/** The cast, each speaking through the gateway. */
export interface People {
  readonly lane: GatewayClient;
  readonly carrier: GatewayClient;
  readonly keeper: GatewayClient;
  readonly registrar: GatewayClient;
  readonly analyst: GatewayClient;
  readonly inspector: GatewayClient;
  readonly releaseOfficer: GatewayClient;
  readonly accountOfficer: GatewayClient;
  readonly auditor: GatewayClient;
  declarant(importer: Importer): Promise<GatewayClient>;
  /** One more officer at the posts of the demonstration. */
  officer(subject: string, role: Role): Promise<GatewayClient>;
}

const TOKEN_SECONDS = 12 * 3_600;

/** @param patience how they bear a gateway that does not answer; undefined: not at all. */
export async function gather(
  gatewayUrl: string,
  issuer: DevelopmentIssuer,
  patience?: Patience,
): Promise<People> {
  const as = async (subject: string, role: Role, organisation?: string): Promise<GatewayClient> =>
    new GatewayClient(
      gatewayUrl,
      await issuer.issueToken(
        { subject, roles: [role], ...(organisation === undefined ? { posts: POSTS } : { organisation }) },
        { ttlSeconds: TOKEN_SECONDS },
      ),
      patience,
    );
  return {
    lane: await as('khorgos-lane-7', 'CHECKPOINT_SYSTEM'),
    carrier: await as('carrier-altyn-zhol', 'CARRIER', CARRIER_BIN),
    keeper: await as('keeper-khorgos-1', 'WAREHOUSE_KEEPER', KEEPER_BIN),
    registrar: await as('registrar-1', 'REGISTRAR'),
    analyst: await as('analyst-1', 'RISK_ANALYST'),
    inspector: await as('inspector-1', 'INSPECTION_OFFICER'),
    releaseOfficer: await as('release-officer-1', 'RELEASE_OFFICER'),
    accountOfficer: await as('account-officer-1', 'ACCOUNT_OFFICER'),
    auditor: await as('auditor-1', 'AUDITOR'),
    declarant: (of) => as(`declarant-${of.identification}`, 'DECLARANT', of.identification),
    officer: (subject, role) => as(subject, role),
  };
}
