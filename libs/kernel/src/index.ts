export * from './clock.js';
export * from './decision.js';
export * from './identifiers.js';
export * from './legal-ref.js';
export * from './money.js';
export * from './reason.js';
