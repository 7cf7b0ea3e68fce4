/** The charge for customs escort of several vehicles (art. 118; F-06, R-PAY-010). */
import { Money } from '@shekara/kernel';

/**
 * One charge split equally over the vehicles; the first vehicles bear the tiyn that does not divide, so the parts add
 * up to the charge. @throws RangeError without a vehicle or for a negative charge.
 */
export function splitEscortCharge(charge: Money, vehicles: number): readonly Money[] {
  if (!Number.isInteger(vehicles) || vehicles < 1) throw new RangeError(`an escort of ${vehicles} vehicles`);
  if (charge.isNegative()) throw new RangeError(`a charge of ${charge.toString()}`);
  const share = charge.tiyn / BigInt(vehicles);
  const rest = Number(charge.tiyn % BigInt(vehicles));
  return Array.from({ length: vehicles }, (_, index) => Money.ofTiyn(index < rest ? share + 1n : share));
}
