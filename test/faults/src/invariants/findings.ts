/** What one invariant found: how much it looked at, and where it does not hold. */

export class Findings {
  looked = 0;
  readonly broken: string[] = [];

  constructor(readonly invariant: string) {}

  checked(times = 1): void {
    this.looked += times;
  }

  add(what: string): void {
    this.broken.push(what);
  }
}
