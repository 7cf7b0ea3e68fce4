/** The conditions of inclusion (art. 26, 34, 40), tested as of the day of the application. */
import type { CivilDate, LegalCalendar } from '@shekara/calendar';
import {
  type Exact,
  type LegalRef,
  parseBin,
  type Reason,
  type ReasonDetails,
  type ReasonDefinition,
  when,
} from '@shekara/kernel';
import { inclusionRefusals } from './inclusion-reasons.js';
import { type Premises, premisesDefects } from './premises.js';
import { isListedOffence, REGISTER_KIND, type Register } from './register-kind.js';
import { minimumSecurityMet, type SecurityPart } from './register-security.js';

export interface Applicant {
  readonly name: string;
  readonly address: string;
  /** ISO 3166-1 alpha-2: where the entity was created. */
  readonly country: string;
  readonly bin: string;
}

/** A declaring specialist: certificate and employment, as dates of which both ends count. */
export interface Specialist {
  readonly certificateNumber: string;
  readonly certificateValidTo: CivilDate;
  readonly employedFrom: CivilDate;
  readonly employedTo?: CivilDate;
}

export interface Vehicle {
  readonly plate: string;
  readonly heldByRight: boolean;
  readonly sealable: boolean;
  /** Last day of the certificate of approval for carriage under seals (art. 325.3). */
  readonly approvalValidTo?: CivilDate;
  readonly tracker?: string;
}

/** What the applicant declares and the officer found, by the sources named in the file. */
export interface ConditionFacts {
  readonly applicant: Applicant;
  readonly securities: readonly SecurityPart[];
  readonly insurance?: {
    readonly contract: string;
    readonly validFrom: CivilDate;
    readonly validTo: CivilDate;
  };
  readonly specialists: readonly Specialist[];
  /** Day of the first carriage of goods. */
  readonly carriageSince?: CivilDate;
  readonly carriagePermit?: { readonly required: boolean; readonly number?: string };
  readonly vehicles: readonly Vehicle[];
  readonly unpaidCustomsDebt: boolean;
  /** Rulings against the applicant: article of the Administrative Code and the day of coming into force. */
  readonly offences: readonly { readonly article: number; readonly inForceOn: CivilDate }[];
  readonly premises?: Premises;
}

/** What is looked up: the legal minimum of the day, and tenge per euro on the day of each part of the security. */
export interface SecurityRates {
  readonly minimumEuro: Exact;
  /** In the order of the parts; undefined where no rate is known. */
  readonly kztPerEuro: readonly (Exact | undefined)[];
}

const LEAST_ACTIVITY = { length: 2, unit: 'YEARS' } as const;
const OFFENCE_WINDOW = { length: 1, unit: 'YEARS' } as const;
const LEAST_SPECIALISTS = 2;

/** Every condition of the register that is not met on `day`, each with the article of that register. */
export function unmetConditions(
  register: Register,
  facts: ConditionFacts,
  day: CivilDate,
  rates: SecurityRates | undefined,
  calendar: LegalCalendar,
): (Reason | undefined)[] {
  const kind = REGISTER_KIND[register];
  const { applicant } = facts;
  return [
    unmet(
      parseBin(applicant.bin) === undefined || applicant.country !== 'KZ',
      inclusionRefusals.COND_LEGAL_FORM,
      kind.legalFormArticle,
      { pointer: '/applicant/bin' },
    ),
    kind.insurance &&
      unmet(!insuredOn(facts, day), inclusionRefusals.COND_LIABILITY_INSURANCE, kind.insurance, {
        pointer: '/insurance',
      }),
    kind.security &&
      rates &&
      unmet(
        !securityMet(facts.securities, rates),
        inclusionRefusals.COND_SECURITY_AMOUNT,
        kind.security.article,
        { pointer: '/securities', parameters: { minimumEuro: rates.minimumEuro.toFixed() } },
      ),
    kind.customsDebt &&
      unmet(facts.unpaidCustomsDebt, inclusionRefusals.COND_CUSTOMS_DEBT, kind.customsDebt, {
        pointer: '/unpaidCustomsDebt',
      }),
    kind.offences &&
      unmet(
        offendedBefore(register, facts, day, calendar),
        inclusionRefusals.COND_ADMIN_OFFENCE,
        kind.offences.article,
        { pointer: '/offences' },
      ),
    ...(register === 'REP' ? [tooFewSpecialists(facts.specialists, day)] : []),
    ...(register === 'CARRIER' ? carrierConditions(facts, day, calendar) : []),
    ...(facts.premises && kind.perPremises ? premisesDefects(facts.premises, day, calendar) : []),
  ];
}

/** The reason with the article that the register itself gives for it. */
function unmet(
  condition: boolean,
  definition: ReasonDefinition,
  article: LegalRef,
  details: ReasonDetails,
): Reason | undefined {
  return when(condition, definition, { ...details, article });
}

function insuredOn({ insurance }: ConditionFacts, day: CivilDate): boolean {
  return insurance !== undefined && insurance.validFrom <= day && day <= insurance.validTo;
}

function securityMet(parts: readonly SecurityPart[], { minimumEuro, kztPerEuro }: SecurityRates): boolean {
  const known = kztPerEuro.filter((rate) => rate !== undefined);
  return known.length === parts.length && minimumSecurityMet(parts, known, minimumEuro);
}

/** F2: a ruling in force from one year before the application to its day, under an article of the register's list. */
function offendedBefore(
  register: Register,
  { offences }: ConditionFacts,
  day: CivilDate,
  calendar: LegalCalendar,
): boolean {
  const window = calendar.lookBackWindow(day, OFFENCE_WINDOW);
  return offences.some(
    ({ article, inForceOn }) =>
      isListedOffence(register, article) && window.from <= inForceOn && inForceOn <= window.to,
  );
}

/** Art. 26.1: at least two specialists, employed and with a valid certificate on the day (R-REG-067). */
function tooFewSpecialists(specialists: readonly Specialist[], day: CivilDate): Reason | undefined {
  const certified = specialists.filter(
    ({ certificateValidTo, employedFrom, employedTo }) =>
      employedFrom <= day && (employedTo === undefined || day <= employedTo) && day <= certificateValidTo,
  );
  const distinct = new Set(certified.map(({ certificateNumber }) => certificateNumber)).size;
  return when(distinct < LEAST_SPECIALISTS, inclusionRefusals.COND_STAFF_SPECIALISTS, {
    pointer: '/specialists',
    parameters: { certified: String(distinct) },
  });
}

/** Art. 34.1, 34.3, 34.4, 34.7: two years of carriage, the permit where one is asked, vehicles and their trackers. */
function carrierConditions(
  { carriageSince, carriagePermit, vehicles }: ConditionFacts,
  day: CivilDate,
  calendar: LegalCalendar,
): (Reason | undefined)[] {
  const untracked = vehicles.filter(({ tracker }) => !tracker).map(({ plate }) => plate);
  const sealable = vehicles.some(
    (vehicle) => vehicle.sealable && vehicle.approvalValidTo !== undefined && day <= vehicle.approvalValidTo,
  );
  return [
    when(
      carriageSince === undefined || !calendar.atLeastAgo(carriageSince, day, LEAST_ACTIVITY),
      inclusionRefusals.COND_ACTIVITY_PERIOD,
      { pointer: '/carriageSince', parameters: { since: carriageSince ?? '' } },
    ),
    when(
      carriagePermit?.required === true && !carriagePermit.number,
      inclusionRefusals.COND_CARRIAGE_PERMIT,
      { pointer: '/carriagePermit' },
    ),
    when(
      vehicles.length === 0 || vehicles.some(({ heldByRight }) => !heldByRight),
      inclusionRefusals.COND_VEHICLE_TITLE,
      { pointer: '/vehicles' },
    ),
    when(!sealable, inclusionRefusals.COND_VEHICLE_SEALABLE, { pointer: '/vehicles' }),
    when(untracked.length > 0, inclusionRefusals.COND_VEHICLE_TRACKING, {
      pointer: '/vehicles',
      parameters: { plates: untracked.join(' ') },
    }),
  ];
}
