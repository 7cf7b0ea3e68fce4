/** Goods whose operations go ahead of others (list PRIORITY_GOODS; art. 242.4, 276). */

/** Before declaration (art. 242.4) and at placement under a procedure (art. 276). */
export const PRIORITY_GOODS = [
  'DISASTER_RELIEF',
  'PEACEKEEPING_MILITARY',
  'PERISHABLE',
  'LIVE_ANIMALS',
  'RADIOACTIVE',
  'EXPLOSIVES',
  'INTERNATIONAL_MAIL',
  'EXPRESS_CARGO',
  'HUMANITARIAN_TECHNICAL_AID',
  'MEDIA_MATERIALS',
  'VEHICLE_REPAIR_PARTS',
  'SIMILAR',
] as const;

export type PriorityGoods = (typeof PRIORITY_GOODS)[number];

/**
 * Whether the code puts goods ahead at this stage. Parts to repair vehicles go ahead only when they are placed under a
 * procedure, not on arrival (R-ARR-006); no code, no priority.
 */
export function goesAhead(code: PriorityGoods | undefined, stage: 'ARRIVAL' | 'PLACEMENT'): boolean {
  return code !== undefined && (stage === 'PLACEMENT' || code !== 'VEHICLE_REPAIR_PARTS');
}
