/** The users of the development issuer: one per role, each with the claims its role needs. Never real persons. */
import type { Role } from './principal.js';

export interface DevelopmentUser {
  /** The name to ask a token with; also the subject of the token. */
  readonly clientId: string;
  readonly roles: readonly [Role];
  readonly name: string;
  /** A valid BIN that is nobody's. */
  readonly organisation?: string;
  readonly posts?: readonly string[];
}

/** The secret of all of them: these users exist on a developer's machine only. */
export const DEVELOPMENT_SECRET = 'development';

const POSTS = ['55302', '55303', '55311', '55001'];

export const DEVELOPMENT_USERS: readonly DevelopmentUser[] = [
  {
    clientId: 'checkpoint-system',
    roles: ['CHECKPOINT_SYSTEM'],
    name: 'Checkpoint lane system',
    posts: POSTS,
  },
  { clientId: 'carrier', roles: ['CARRIER'], name: 'Carrier', organisation: '120540000110' },
  { clientId: 'declarant', roles: ['DECLARANT'], name: 'Declarant', organisation: '140340001224' },
  {
    clientId: 'customs-representative',
    roles: ['CUSTOMS_REPRESENTATIVE'],
    name: 'Customs representative',
    organisation: '150640002334',
  },
  {
    clientId: 'warehouse-keeper',
    roles: ['WAREHOUSE_KEEPER'],
    name: 'Warehouse keeper',
    organisation: '160940003444',
  },
  { clientId: 'bank', roles: ['BANK'], name: 'Bank', organisation: '981140004556' },
  { clientId: 'guarantor', roles: ['GUARANTOR'], name: 'Guarantor', organisation: '040240005669' },
  { clientId: 'checkpoint-officer', roles: ['CHECKPOINT_OFFICER'], name: 'Checkpoint officer', posts: POSTS },
  { clientId: 'release-officer', roles: ['RELEASE_OFFICER'], name: 'Release officer', posts: POSTS },
  { clientId: 'inspection-officer', roles: ['INSPECTION_OFFICER'], name: 'Inspection officer', posts: POSTS },
  { clientId: 'account-officer', roles: ['ACCOUNT_OFFICER'], name: 'Account officer', posts: POSTS },
  { clientId: 'registrar', roles: ['REGISTRAR'], name: 'Registrar', posts: POSTS },
  { clientId: 'risk-analyst', roles: ['RISK_ANALYST'], name: 'Risk analyst', posts: POSTS },
  { clientId: 'head-of-post', roles: ['HEAD_OF_POST'], name: 'Head of post', posts: POSTS },
  { clientId: 'auditor', roles: ['AUDITOR'], name: 'Auditor', posts: POSTS },
  { clientId: 'system', roles: ['SYSTEM'], name: 'Service account' },
];
