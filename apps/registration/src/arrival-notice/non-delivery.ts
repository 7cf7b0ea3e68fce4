/** The check for goods that are announced or crossed the border and do not come (art. 248.2, 253.3.1; R-ARR-062). */
import type { LegalCalendar, OfficeCalendar, TermEnd } from '@shekara/calendar';
import { art } from '@shekara/kernel';

export const NON_DELIVERY = 'NON_DELIVERY';
export const DELIVERY_ARTICLE = art(248, 2);

/**
 * When to look for the goods: `hours` by the clock after they crossed the border, or, where that moment is unknown, after
 * the notice was lodged. No term of the Code: the parameter NON_DELIVERY_ALERT_HOURS of the day.
 */
export function nonDeliveryTerm(
  awaited: { readonly crossedAt: Date | null; readonly lodgedAt: Date },
  hours: number,
  office: OfficeCalendar,
  calendar: LegalCalendar,
): TermEnd {
  return calendar.end(
    {
      id: 'NON_DELIVERY_ALERT',
      length: hours,
      unit: 'HOURS',
      hourMode: 'CLOCK',
      article: DELIVERY_ARTICLE.text,
    },
    awaited.crossedAt ?? awaited.lodgedAt,
    { office },
  );
}
