/** What the law of a day says beside the notice: places, languages, goods tied to places. Dated, each (R-ARR-024). */
import type { CivilDate } from '@shekara/calendar';
import type { ReferenceData } from '@shekara/reference-data';
import type { NoticeFacts, TiedGoods } from './arrival-notice.js';

/** Official languages of the member states (art. 250.4), ISO 639-1, from the day of membership. */
const OFFICIAL_LANGUAGES: readonly { readonly language: string; readonly since: CivilDate }[] = [
  { language: 'kk', since: '2010-07-01' },
  { language: 'ru', since: '2010-07-01' },
  { language: 'be', since: '2010-07-06' },
  { language: 'hy', since: '2015-01-02' },
  { language: 'ky', since: '2015-08-12' },
];

/** Categories that an act of the Government ties to places (art. 248.1), with the days of the act. No such act is loaded. */
const TIED_GOODS: readonly (TiedGoods & { readonly since: CivilDate; readonly until?: CivilDate })[] = [];

/** The facts of the day of lodging, in civil dates of the place, so that a past notice is judged by the law of its own day. */
export function noticeFactsOn(
  day: CivilDate,
  customsBody: string,
  reference: Pick<ReferenceData, 'customsBodies'>,
): NoticeFacts {
  return {
    modesOfPlace: reference.customsBodies.find(customsBody, day)?.modes ?? [],
    officialLanguages: OFFICIAL_LANGUAGES.filter(({ since }) => since <= day).map(({ language }) => language),
    tiedGoods: TIED_GOODS.filter(({ since, until }) => since <= day && (until === undefined || day <= until)),
  };
}
