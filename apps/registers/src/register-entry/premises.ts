/** The place of a temporary storage warehouse, as its inspection found it, against art. 40.1.1 and 40.2. */
import type { CivilDate, LegalCalendar } from '@shekara/calendar';
import { type Reason, when } from '@shekara/kernel';
import { premisesRefusals } from './premises-reasons.js';

export type TitleKind = 'OWNERSHIP' | 'ECONOMIC_MANAGEMENT' | 'OPERATIONAL_MANAGEMENT' | 'LEASE' | 'NONE';

export interface Premises {
  /** One place, one address: with the owner's BIN it tells entries apart. */
  readonly address: string;
  readonly titleKind: TitleKind;
  /** Last day of the lease, when the title is a lease. */
  readonly leaseTo?: CivilDate;
  readonly vehicleGateControl: boolean;
  readonly personGateControl: boolean;
  readonly gatesFilmedRoundTheClock: boolean;
  /** Calendar days that recordings of the gates are kept. */
  readonly gateVideoRetentionDays: number;
  readonly handlingEquipment: boolean;
  readonly certifiedScales: boolean;
  readonly gasStored: boolean;
  readonly gasMeters: boolean;
  readonly accessRoadsServiceable: boolean;
  readonly inspectionSite: {
    readonly coveredPart: boolean;
    readonly light: boolean;
    readonly filmedRoundTheClock: boolean;
    readonly videoRetentionDays: number;
  };
  readonly zoneSigns: boolean;
  readonly asphalt: boolean;
  readonly foreignBuildings: boolean;
  readonly singleComplexOneFence: boolean;
  /** Number of the report of the inspection (art. 41.4); absent until it is filed. */
  readonly inspectionReport?: string;
}

/** Art. 40.1.1: recordings of gates and inspection site are kept at least so many calendar days (D-REG-34). */
const LEAST_VIDEO_RETENTION_DAYS = 30;
const LEAST_LEASE = { length: 1, unit: 'YEARS' } as const;

/** Every requirement that the place does not meet, each with its own code (R-REG-111, R-REG-112); none when it is fit. */
export function premisesDefects(
  premises: Premises,
  applicationDate: CivilDate,
  calendar: LegalCalendar,
): (Reason | undefined)[] {
  const { leaseTo, inspectionSite: site } = premises;
  const leased = premises.titleKind === 'LEASE';
  return [
    when(premises.titleKind === 'NONE', premisesRefusals.COND_PREMISES_TITLE),
    when(
      leased && (leaseTo === undefined || !calendar.minimumLengthMet(applicationDate, leaseTo, LEAST_LEASE)),
      premisesRefusals.COND_LEASE_TERM,
      { pointer: '/premises/leaseTo', parameters: { leaseTo: leaseTo ?? '' } },
    ),
    when(
      !premises.vehicleGateControl ||
        !premises.personGateControl ||
        !premises.gatesFilmedRoundTheClock ||
        premises.gateVideoRetentionDays < LEAST_VIDEO_RETENTION_DAYS,
      premisesRefusals.COND_GATE_CONTROL_VIDEO,
      { parameters: { retentionDays: String(premises.gateVideoRetentionDays) } },
    ),
    when(!premises.handlingEquipment || !premises.certifiedScales, premisesRefusals.COND_HANDLING_WEIGHING),
    when(premises.gasStored && !premises.gasMeters, premisesRefusals.COND_GAS_METERING),
    when(!premises.accessRoadsServiceable, premisesRefusals.COND_ACCESS_ROADS),
    when(
      !site.coveredPart ||
        !site.light ||
        !site.filmedRoundTheClock ||
        site.videoRetentionDays < LEAST_VIDEO_RETENTION_DAYS,
      premisesRefusals.COND_INSPECTION_SITE,
    ),
    when(!premises.zoneSigns || !premises.asphalt, premisesRefusals.COND_MARKING_SURFACE),
    when(premises.foreignBuildings, premisesRefusals.COND_FOREIGN_BUILDINGS),
    when(!premises.singleComplexOneFence, premisesRefusals.COND_SINGLE_COMPLEX),
  ];
}
