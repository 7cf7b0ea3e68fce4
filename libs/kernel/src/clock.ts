/** The only source of time. Instants are UTC; legal dates come from `@shekara/calendar`. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved: for tests of legal terms. */
export class VirtualClock implements Clock {
  private current: number;

  constructor(start: Date | string) {
    this.current = new Date(start).getTime();
  }

  now(): Date {
    return new Date(this.current);
  }

  /** Moves to an instant. @throws Error when it lies before the present one: time does not run backwards. */
  moveTo(instant: Date | string): void {
    const next = new Date(instant).getTime();
    if (!(next >= this.current)) throw new Error(`clock cannot go back to ${String(instant)}`);
    this.current = next;
  }

  /** Moves on by milliseconds. */
  advance(milliseconds: number): void {
    this.moveTo(new Date(this.current + milliseconds));
  }
}
