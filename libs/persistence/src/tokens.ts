/** Injection token of the Clock: the service's only source of time. */
export const CLOCK = Symbol('CLOCK');
