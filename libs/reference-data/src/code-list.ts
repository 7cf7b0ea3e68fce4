/** A classifier: codes with their names and the days on which each may be used. */
import { requireCivilDate } from './civil-date.js';
import type { CivilDate } from './civil-date.js';
import { appliesOn, overlap } from './validity.js';
import type { Validity } from './validity.js';

export interface CodeListEntry extends Validity {
  readonly code: string;
  readonly name: string;
}

export class CodeList<Entry extends CodeListEntry> {
  private readonly byCode = new Map<string, Entry[]>();

  /** @throws RangeError when a code stands twice on one day. */
  constructor(private readonly entries: readonly Entry[]) {
    for (const entry of entries) {
      const dated = this.byCode.get(entry.code) ?? [];
      if (dated.some((earlier) => overlap(earlier, entry)))
        throw new RangeError(`code ${entry.code} stands twice`);
      dated.push(entry);
      this.byCode.set(entry.code, dated);
    }
  }

  /** The entry of the code that applies on the day, or undefined. */
  find(code: string, on: CivilDate): Entry | undefined {
    requireCivilDate(on);
    return this.byCode.get(code)?.find((entry) => appliesOn(entry, on));
  }

  has(code: string, on: CivilDate): boolean {
    return this.find(code, on) !== undefined;
  }

  /** The entries that apply on the day, in the order of the file. */
  all(on: CivilDate): readonly Entry[] {
    requireCivilDate(on);
    return this.entries.filter((entry) => appliesOn(entry, on));
  }
}
