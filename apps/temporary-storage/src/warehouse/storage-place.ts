/** A place where goods may be stored (art. 260), as the registers publish it: who keeps it and whether it may take goods. */

/** Registers whose entries are storage places here (list REGISTER_KIND). */
export const STORAGE_PLACE_REGISTERS = ['TSW', 'OWN_GOODS_WH'] as const;
export type StoragePlaceRegister = (typeof STORAGE_PLACE_REGISTERS)[number];

export type StoragePlaceStatus = 'INCLUDED' | 'SUSPENDED' | 'EXCLUDED';

export interface StoragePlace {
  /** Registration number of the entry. */
  readonly number: string;
  readonly register: StoragePlaceRegister;
  readonly status: StoragePlaceStatus;
  /** Legal date of the order from which the status holds, `yyyy-mm-dd`; the day itself counts. */
  readonly statusFrom: string;
  /** BIN of the keeper. */
  readonly keeperNumber: string;
  /** Supervising customs body, five digits. */
  readonly customsBody: string;
  /** What the place is adapted to (cold, hazardous, …). The register does not publish it yet: then nothing. */
  readonly specialConditions: readonly string[];
}

export function isStoragePlaceRegister(register: string): register is StoragePlaceRegister {
  return STORAGE_PLACE_REGISTERS.some((kind) => kind === register);
}

/**
 * Whether the place may take goods on a legal date (art. 42.3, 43, 263, 264): it is in its register, and no order of
 * suspension or removal is in force that day (R-TST-016, R-TST-133). A place that no register names takes none.
 */
export function mayTakeGoods(place: StoragePlace | undefined, on: string): boolean {
  if (!place) return false;
  const inForce = place.statusFrom <= on;
  return place.status === 'INCLUDED' ? inForce : !inForce;
}
