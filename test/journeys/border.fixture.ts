/** All eight services in this process behind the gateway, on one clock, and the people and systems that speak to them. */
import { randomUUID } from 'node:crypto';
import type { DevelopmentClaims, Role } from '@shekara/auth';
import { type ServiceName, WorkItemChangedSchema } from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { DataSource, verifyHistory } from '@shekara/persistence';
import { gatewayService, setUpstreams } from '@shekara/service-gateway';
import { guaranteesService } from '@shekara/service-guarantees';
import { inspectionsService } from '@shekara/service-inspections';
import { paymentsService } from '@shekara/service-payments';
import { registersService } from '@shekara/service-registers';
import { registrationService } from '@shekara/service-registration';
import { riskService } from '@shekara/service-risk';
import { temporaryStorageService } from '@shekara/service-temporary-storage';
import { eventually } from '@shekara/testing';
import { CARRIER, CHECKPOINT, CLEARANCE_POST } from '@shekara/testing/documents';
import { type HttpAnswer, ServicesUnderTest } from '@shekara/testing/services';

/** Wednesday 11 March 2026, 10:20 in Almaty; the term of release of one working day ends on Thursday at 20:00. */
export const WEDNESDAY_1020 = '2026-03-11T05:20:00Z';

export const KEEPER = '191040012345';

const UPSTREAMS = [
  registrationService,
  riskService,
  paymentsService,
  guaranteesService,
  temporaryStorageService,
  inspectionsService,
  registersService,
];

/** Every message has had its effect, and the effects of its effects, when nothing was sent for so long. */
const QUIET_MS = 700;
const LONG_MS = 20_000;

export interface Reason {
  readonly code: string;
  readonly article: string;
  readonly pointer?: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface Refusal {
  readonly status: number;
  readonly reasons: readonly Reason[];
}

export interface WorkItem {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly caseId: string;
  readonly dueAt: string | null;
  readonly status: string;
}

export interface TimelineStep {
  readonly type: string;
  readonly at: string;
  readonly service: string;
  readonly actor: string;
  readonly ground: string;
}

/** One person or system, speaking through the gateway with a token of that moment. */
export class Person {
  constructor(
    private readonly border: Border,
    private readonly claims: DevelopmentClaims,
  ) {}

  async get<Body = Record<string, unknown>>(path: string): Promise<HttpAnswer<Body>> {
    return this.border.place.get<Body>('gateway', path, await this.border.place.token(this.claims));
  }

  /** POST a second after whatever was before, so that steps have their order in time. */
  async post<Body = Record<string, unknown>>(
    path: string,
    body: unknown,
    key: string = randomUUID(),
  ): Promise<HttpAnswer<Body>> {
    this.border.clock.advance(1_000);
    return this.border.place.post<Body>(
      'gateway',
      path,
      body,
      await this.border.place.token(this.claims),
      key,
    );
  }

  /** POST that has to succeed. @throws Error with the answer otherwise. */
  async must<Body = Record<string, unknown>>(path: string, body: unknown): Promise<Body> {
    const answer = await this.post<Body>(path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Open items of this person's queues that belong to a case. */
  async items(caseId: string, kind?: string): Promise<WorkItem[]> {
    const { status, body } = await this.get<{ items: WorkItem[] }>('/v1/work-items?limit=200');
    if (status !== 200) throw new Error(`the queues answered ${status} ${JSON.stringify(body)}`);
    return body.items.filter((item) => item.caseId === caseId && (kind === undefined || item.kind === kind));
  }

  /** Waits for the item in the queue and claims it. */
  async claim(caseId: string, kind: string): Promise<WorkItem> {
    const item = await eventually(
      async () => {
        const [found] = await this.items(caseId, kind);
        if (!found) throw new Error(`no item ${kind} of case ${caseId}`);
        return found;
      },
      { timeoutMs: LONG_MS },
    );
    await this.must(`/v1/work-items/${item.id}/claim`, {});
    return item;
  }
}

export class Border {
  private constructor(
    readonly place: ServicesUnderTest,
    readonly clock: VirtualClock,
  ) {}

  readonly lane = this.officer('khorgos-lane-7', 'CHECKPOINT_SYSTEM');
  readonly checkpointOfficer = this.officer('checkpoint-1', 'CHECKPOINT_OFFICER');
  readonly inspector = this.officer('inspector-1', 'INSPECTION_OFFICER');
  readonly releaseOfficer = this.officer('release-1', 'RELEASE_OFFICER');
  readonly accountOfficer = this.officer('account-1', 'ACCOUNT_OFFICER');
  readonly registrar = this.officer('registrar-1', 'REGISTRAR');
  readonly analyst = this.officer('analyst-1', 'RISK_ANALYST');
  readonly head = this.officer('head-1', 'HEAD_OF_POST');
  readonly auditor = this.officer('auditor-1', 'AUDITOR');
  readonly carrier = this.trader('CARRIER', CARRIER);
  readonly keeper = this.trader('WAREHOUSE_KEEPER', KEEPER);

  /** Starts everything; nothing is selected for control at random, so that each journey knows what happens to it. */
  static async open(at: string = WEDNESDAY_1020): Promise<Border> {
    const clock = new VirtualClock(at);
    const place = await ServicesUnderTest.start({ services: [...UPSTREAMS, gatewayService], clock });
    setUpstreams(
      place.service('gateway').app,
      Object.fromEntries(UPSTREAMS.map(({ name }) => [name, place.service(name).url])),
    );
    const border = new Border(place, clock);
    await border.analyst.must('/v1/risk-profiles/random-selection', { perMille: 0 });
    return border;
  }

  officer(subject: string, role: Role): Person {
    return new Person(this, { subject, roles: [role], posts: [CHECKPOINT, CLEARANCE_POST, '55001'] });
  }

  trader(role: Role, organisation: string): Person {
    return new Person(this, { subject: `${role}-${organisation}`, roles: [role], organisation });
  }

  /** The bank tells of money as any Kafka client does: canonical JSON, no headers. Khorgos' terminal counts at once. */
  async confirm(payer: { name: string; identification: string }, amount: string, changes: object = {}) {
    const confirmation = {
      bankId: 'HALYKKZ',
      bankReference: randomUUID(),
      payerName: payer.name,
      payerIdentificationNumber: payer.identification,
      customsBody: CLEARANCE_POST,
      budgetCode: '106105',
      advance: true,
      amount,
      currency: 'KZT',
      channel: 'ONSITE_TERMINAL',
      onSiteContract: 'TERMINAL-55311-1',
      paidOn: this.today(),
      taxBeneficiaryId: '6210',
      purpose: 'Advance on customs payments',
      ...changes,
    };
    await this.place.sendRaw('bank.payment-confirmations.v1', Buffer.from(JSON.stringify(confirmation)));
    return confirmation;
  }

  /** The civil date in Almaty (UTC+5). */
  today(): string {
    return this.clock.now().toLocaleDateString('sv-SE', { timeZone: 'Asia/Almaty' });
  }

  /** Money on an account of a payer at Khorgos clearance post, tenge. */
  async balance(payer: string, account: string, purpose = 'ADVANCE'): Promise<string> {
    const { body } = await this.accountOfficer.get<{
      balances?: { account: string; purpose: string; balance: string }[];
    }>(`/v1/accounts/${payer}?customsBody=${CLEARANCE_POST}`);
    return (
      body.balances?.find((row) => row.account === account && row.purpose === purpose)?.balance ?? '0.00'
    );
  }

  async trialBalance() {
    const { body } = await this.auditor.get<{ balanced: boolean; balancesAgree: boolean }>(
      '/v1/accounts/trial-balance',
    );
    return body;
  }

  async timeline(caseId: string): Promise<readonly TimelineStep[]> {
    const { body } = await this.auditor.get<{ steps: TimelineStep[] }>(`/v1/cases/${caseId}/timeline`);
    return body.steps.map((step) => ({ ...step, type: step.type.split('.').at(-1) ?? '' }));
  }

  /** Items that were ever opened for a case. */
  itemsEverOf(caseId: string) {
    return this.place.messages(WorkItemChangedSchema).filter((item) => item.caseId === caseId);
  }

  manager(name: ServiceName) {
    return this.place.service(name).app.get(DataSource).manager;
  }

  /** Entries of the history of each database; every chain of each is checked. @throws Error naming a broken one. */
  async histories(): Promise<Readonly<Record<string, number>>> {
    const counts: Record<string, number> = {};
    for (const { name } of UPSTREAMS) {
      const { entries, broken } = await verifyHistory(this.manager(name));
      if (broken.length > 0) throw new Error(`history of ${name} is broken: ${JSON.stringify(broken)}`);
      counts[name] = entries;
    }
    return counts;
  }

  /** Waits until no service has anything to send and no message has come for a while. */
  async quiet(): Promise<void> {
    let seen = -1;
    let since = performance.now();
    await eventually(
      () => {
        const now = this.place.allMessages().length;
        if (now !== seen) {
          seen = now;
          since = performance.now();
        }
        if (performance.now() - since < QUIET_MS) throw new Error('messages still come');
      },
      { timeoutMs: LONG_MS },
    );
  }
}

/** `eventually` with the patience of a way through eight services on a busy machine. */
export function inTheEnd<T>(check: () => T | Promise<T>): Promise<T> {
  return eventually(check, { timeoutMs: LONG_MS });
}
