/** The resolution to foreclose on restricted property (art. 167.2). */
import type { CivilDate } from '@shekara/calendar';

/** To the authorized legal entity that sells (art. 167.2). */
export interface ForeclosureResolution {
  readonly number: string;
  readonly authorizedLegalEntity: string;
  readonly copies: number;
  /** Copies of the restriction decision and of the inventory. */
  readonly restrictionAttached: boolean;
  readonly inventoryAttached: boolean;
  readonly on: CivilDate;
}
