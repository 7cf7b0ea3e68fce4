/** An officer's own assessment of what a machine cannot calculate (art. 125.2, 141.5): lines as the machine writes them. */
import { decide, type Decision, type Exact, Money, type Reason, reason, when } from '@shekara/kernel';
import type { CivilDate } from '@shekara/reference-data';
import type { PaymentLineView } from '../calculation/line-view.js';
import { type MatrixRow } from '../obligation/trigger-matrix.js';
import { isCharge, type PaymentKind } from '../payment-kind.js';
import type { LiabilityStatus } from './liability.js';
import { officerAssessmentReasons as reasons } from './officer-assessment-reasons.js';

/** A line that the officer states: one item and kind, the base and the rate it was found by, and the sum. */
export interface StatedLine {
  /** 0 for a payment of the whole declaration. */
  readonly item: number;
  readonly kind: PaymentKind;
  /** KZT, unrounded. */
  readonly base: Exact;
  /** Percent of the base; absent for a rate in words, e.g. an amount for a unit. */
  readonly ratePercent?: Exact;
  /** The rate as it was applied, where it is no plain percent. */
  readonly rate?: string;
  readonly payable: Money;
  /** The article of a relief or preference that was granted. */
  readonly relief?: string;
}

export interface OfficerAssessed {
  readonly type: 'OfficerAssessed';
  readonly lines: readonly PaymentLineView[];
  readonly payable: ReadonlyMap<PaymentKind, Money>;
}

/**
 * Takes an officer's lines. Refuses LIABILITY_ASSESSED_ALREADY, ASSESSMENT_LINE_TWICE for an item and kind stated twice,
 * ASSESSMENT_RATE_MISSING for a line with neither percent nor words, and ASSESSMENT_SUM_DIFFERS where the percent of the
 * base, rounded half up to the tiyn, is another sum and no relief is named.
 */
export function assessByOfficer(
  status: LiabilityStatus,
  row: MatrixRow,
  stated: readonly StatedLine[],
  rateDate: CivilDate,
): Decision<OfficerAssessed> {
  return decide(
    [
      when(status !== 'NOT_ASSESSED', reasons.LIABILITY_ASSESSED_ALREADY),
      ...stated.flatMap((line, index) => unfit(stated, line, index)),
    ],
    () => [
      {
        type: 'OfficerAssessed',
        lines: stated.map((line) => lineOf(line, row, rateDate)),
        payable: sumsOf(stated),
      },
    ],
  );
}

function unfit(stated: readonly StatedLine[], line: StatedLine, index: number): (Reason | undefined)[] {
  const first = stated.findIndex(({ item, kind }) => item === line.item && kind === line.kind);
  const calculated = calculatedOf(line);
  const differs = calculated !== undefined && calculated.compare(line.payable) !== 0 && !line.relief;
  const pointer = `/lines/${index}`;
  return [
    when(first !== index, reasons.ASSESSMENT_LINE_TWICE, { pointer }),
    when(line.ratePercent === undefined && !line.rate?.trim(), reasons.ASSESSMENT_RATE_MISSING, {
      pointer: `${pointer}/rate`,
    }),
    differs
      ? reason(reasons.ASSESSMENT_SUM_DIFFERS, {
          pointer: `${pointer}/payable`,
          parameters: { calculated: calculated.toString() },
        })
      : undefined,
  ];
}

function calculatedOf({ base, ratePercent }: StatedLine): Money | undefined {
  return ratePercent && Money.round(base.times(ratePercent).dividedBy(100));
}

function lineOf(line: StatedLine, row: MatrixRow, rateDate: CivilDate): PaymentLineView {
  const percent = line.ratePercent && `${line.ratePercent.toFixed()} %`;
  return {
    item: line.item,
    kind: line.kind,
    base: isCharge(line.kind) && line.base.isZero() ? '' : `${line.base.toFixed()} KZT`,
    rate: percent ?? line.rate ?? '',
    rateDate,
    exchangeRates: [],
    article: line.relief ?? row.article,
    rule: 'OFFICER',
    calculated: (calculatedOf(line) ?? line.payable).toString(),
    payable: line.payable.toString(),
  };
}

function sumsOf(stated: readonly StatedLine[]): ReadonlyMap<PaymentKind, Money> {
  const sums = new Map<PaymentKind, Money>();
  for (const { kind, payable } of stated) sums.set(kind, (sums.get(kind) ?? Money.ZERO).plus(payable));
  return sums;
}
