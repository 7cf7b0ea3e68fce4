/** Publication of the official rates that the law computes with: of currencies by day, of the National Bank (art. 127, 158.2). */
import { type CivilDate, plusDays } from '@shekara/calendar';
import { art, decide, type Decision, defineReasons, Exact, type Reason, reason, when } from '@shekara/kernel';

export const officialRateReasons = defineReasons({
  RATE_OF_A_PAST_DAY: {
    article: { CODE_2010: art(127) },
    text: {
      en: 'The day of the rate is over: what was calculated on it would have been wrong.',
      ru: 'День, на который задан курс или ставка, прошёл: исчисленное в этот день оказалось бы неверным.',
      kk: 'Бағам немесе мөлшерлеме белгіленген күн өтіп кетті: сол күні есептелгендер қате болар еді.',
    },
    cure: {
      en: 'Publish a rate before the end of its day; a missed day keeps the rate before it.',
      ru: 'Публикуйте курс до окончания его дня; за пропущенный день действует предыдущий курс.',
      kk: 'Бағамды оның күні аяқталғанға дейін жариялаңыз; өткізіп алған күні алдыңғы бағам қолданылады.',
    },
  },
  RATE_TOO_EARLY: {
    article: { CODE_2010: art(127) },
    text: {
      en: 'A currency rate is set at most a week ahead of its day.',
      ru: 'Курс валюты устанавливается не ранее чем за неделю до его дня.',
      kk: 'Валюта бағамы оның күнінен бір аптадан ерте белгіленбейді.',
    },
    cure: { en: 'Check the day.', ru: 'Проверьте дату.', kk: 'Күнді тексеріңіз.' },
  },
  RATE_CURRENCY_UNKNOWN: {
    article: { CODE_2010: art(127) },
    text: {
      en: 'The currency is not on the list of currencies, or it is the tenge.',
      ru: 'Валюты нет в перечне валют, либо это тенге.',
      kk: 'Валюта тізбеде жоқ немесе ол теңге.',
    },
    cure: {
      en: 'Name a foreign currency by its ISO 4217 code.',
      ru: 'Укажите код иностранной валюты по ISO 4217.',
      kk: 'Шетел валютасының ISO 4217 кодын көрсетіңіз.',
    },
  },
  RATE_CURRENCY_TWICE: {
    article: { CODE_2010: art(127) },
    text: {
      en: 'The currency is named twice.',
      ru: 'Валюта указана дважды.',
      kk: 'Валюта екі рет көрсетілген.',
    },
    cure: {
      en: 'Name each currency once.',
      ru: 'Укажите каждую валюту один раз.',
      kk: 'Әр валютаны бір рет көрсетіңіз.',
    },
  },
  RATE_IN_FORCE: {
    article: { CODE_2010: art(127) },
    text: {
      en: 'Another figure was published for this day and is in force: declarations may have been calculated by it.',
      ru: 'На этот день опубликован и действует другой показатель: по нему могли исчислить платежи.',
      kk: 'Бұл күнге басқа көрсеткіш жарияланып, қолданыста: төлемдер ол бойынша есептелген болуы мүмкін.',
    },
    cure: {
      en: 'Publish the right figure for tomorrow; sums of today are corrected by amendment or overpayment.',
      ru: 'Опубликуйте верный показатель на завтра; суммы сегодняшнего дня исправляются корректировкой или возвратом.',
      kk: 'Дұрыс көрсеткішті ертеңге жариялаңыз; бүгінгі сомалар түзету немесе қайтару арқылы түзетіледі.',
    },
  },
});

/** A currency rate is set on the last working day before days off; no run of days off lasts longer. */
const AHEAD_DAYS = 7;

/** What is published, and from which legal date it holds. */
export interface OfficialFigure {
  readonly kind: 'CURRENCY' | 'REFINANCING';
  /** ISO 4217; empty for the refinancing rate. */
  readonly currency: string;
  readonly day: CivilDate;
  /** Tenge for one unit, or percent a year; decimal. */
  readonly figure: string;
}

export interface FigurePublished extends OfficialFigure {
  readonly type: 'FigurePublished';
}

/**
 * Publishes figures of one day; what is published already with the same figure is passed over. Refuses RATE_OF_A_PAST_DAY,
 * RATE_TOO_EARLY, RATE_CURRENCY_UNKNOWN, RATE_CURRENCY_TWICE, and RATE_IN_FORCE for another figure than the one of today;
 * a figure of a later day may still be corrected.
 */
export function publishFigures(
  figures: readonly OfficialFigure[],
  published: readonly OfficialFigure[],
  today: CivilDate,
  isCurrency: (code: string) => boolean,
): Decision<FigurePublished> {
  const named = new Set<string>();
  const known = new Map(published.map((one) => [keyOf(one), one.figure]));
  const refusals: (Reason | undefined)[] = figures.flatMap((one, index) => {
    const pointer = one.kind === 'CURRENCY' ? `/rates/${index}` : '/validFrom';
    const parameters = { currency: one.currency, date: one.day };
    const twice = named.has(keyOf(one));
    named.add(keyOf(one));
    const before = known.get(keyOf(one));
    return [
      when(one.day < today, officialRateReasons.RATE_OF_A_PAST_DAY, { pointer, parameters }),
      when(
        one.kind === 'CURRENCY' && one.day > plusDays(today, AHEAD_DAYS),
        officialRateReasons.RATE_TOO_EARLY,
        {
          pointer,
          parameters,
        },
      ),
      when(one.kind === 'CURRENCY' && !isCurrency(one.currency), officialRateReasons.RATE_CURRENCY_UNKNOWN, {
        pointer: `${pointer}/currency`,
        parameters,
      }),
      when(twice, officialRateReasons.RATE_CURRENCY_TWICE, { pointer: `${pointer}/currency`, parameters }),
      one.day === today && before !== undefined && !same(before, one.figure)
        ? reason(officialRateReasons.RATE_IN_FORCE, {
            pointer,
            parameters: { ...parameters, figure: before },
          })
        : undefined,
    ];
  });
  return decide(refusals, () =>
    figures
      .filter((one) => !same(known.get(keyOf(one)), one.figure))
      .map((one) => ({ type: 'FigurePublished', ...one })),
  );
}

function same(published: string | undefined, figure: string): boolean {
  return published !== undefined && new Exact(published).eq(new Exact(figure));
}

function keyOf({ kind, currency, day }: OfficialFigure): string {
  return `${kind} ${currency} ${day}`;
}
