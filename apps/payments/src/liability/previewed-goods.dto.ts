/** Goods and facts that a person states over HTTP, as the assessment takes them (art. 125, 386). */
import { isCivilDate } from '@shekara/calendar';
import { reason, type Reason } from '@shekara/kernel';
import { requestReasons } from '@shekara/service-kit';
import type { OtherCharge } from '../calculation/declaration-for-calculation.js';
import { monthsTouched } from '../obligation/special-sums.js';
import { earlierDayOf, type EarlierProcedure } from '../processing/earlier-procedure.js';
import type { CalculationDto, ItemDto } from './calculation.dto.js';
import type { DeclaredItem, FactsOfGoods, GoodsToAssess } from './declared-goods.js';
import type { FactsOfGoodsDto, TemporaryImportDto } from './earlier-facts.dto.js';

interface Refusals {
  readonly reasons: readonly [Reason, ...Reason[]];
}

/** The goods of a preview. Refuses FIELD_INVALID for days that no calendar has, or that lie before the registration day. */
export function previewedGoods(
  dto: CalculationDto,
  registeredOn: string,
): { readonly goods: GoodsToAssess } | Refusals {
  const items = dto.items.map(statedItem);
  const refusals = dayRefusals(
    registeredOn,
    dto.temporaryImport,
    items.map(({ earlier }) => earlier),
  );
  if (refusals) return refusals;
  const { procedure, shipment, destination, unionGoods, foundIn } = dto;
  const temporaryImport = stayOf(dto.temporaryImport, registeredOn);
  return {
    goods: {
      procedure,
      registeredOn,
      personalGoods: false,
      shipment,
      ...(destination !== undefined && { destination }),
      ...(unionGoods !== undefined && { unionGoods }),
      ...(foundIn && { foundIn }),
      otherCharges: otherChargesOf(dto),
      ...(temporaryImport && { temporaryImport }),
      items,
    },
  };
}

/** An item as a person states it over HTTP. */
export function statedItem({ earlier, ...item }: ItemDto): DeclaredItem {
  return { ...item, ...(earlier && { earlier: earlier.facts() }) };
}

/** What an officer found of declared goods. Refuses FIELD_INVALID as `previewedGoods`. */
export function statedFacts(
  { temporaryImport: stay, items }: FactsOfGoodsDto,
  registeredOn: string,
): { readonly facts: FactsOfGoods } | Refusals {
  const earlier = items.map((item) => item.earlier.facts());
  const refusals = dayRefusals(registeredOn, stay, earlier);
  if (refusals) return refusals;
  const temporaryImport = stayOf(stay, registeredOn);
  return {
    facts: {
      ...(temporaryImport && { temporaryImport }),
      earlier: new Map(items.map(({ number }, index) => [number, earlier[index]])),
    },
  };
}

function dayRefusals(
  registeredOn: string,
  stay: TemporaryImportDto | undefined,
  earlier: readonly (EarlierProcedure | undefined)[],
): Refusals | undefined {
  const days: readonly (readonly [string, string | undefined])[] = [
    ['/registeredOn', registeredOn],
    ['/temporaryImport/until', stay?.until],
    ...earlier.map(
      (facts, index) => [`/items/${index}/earlier/registeredOn`, facts && earlierDayOf(facts)] as const,
    ),
  ];
  const wrong = days.filter(([, day]) => day !== undefined && !isCivilDate(day)).map(([pointer]) => pointer);
  if (wrong.length === 0 && (stay?.until ?? registeredOn) < registeredOn)
    wrong.push('/temporaryImport/until');
  const [first, ...rest] = wrong.map((pointer) => reason(requestReasons.FIELD_INVALID, { pointer }));
  return first && { reasons: [first, ...rest] };
}

function otherChargesOf({
  escortedVehicles: vehicles,
  preliminaryDecision,
}: CalculationDto): readonly OtherCharge[] {
  const escort: readonly OtherCharge[] = vehicles === undefined ? [] : [{ kind: 'CHARGE_ESCORT', vehicles }];
  return preliminaryDecision ? [...escort, { kind: 'CHARGE_PRELIMINARY_DECISION' }] : escort;
}

/** The months as stated, or those that the period touches; absent when neither is (art. 386.3). */
function stayOf(
  stay: TemporaryImportDto | undefined,
  registeredOn: string,
): GoodsToAssess['temporaryImport'] {
  if (stay?.exemption === 'FULL') return { exemption: 'FULL' };
  const months =
    stay?.months ?? (stay?.until === undefined ? undefined : monthsTouched(registeredOn, stay.until));
  return months === undefined ? undefined : { exemption: 'PARTIAL', months };
}
