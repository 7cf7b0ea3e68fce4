/** The closed list of a mode of transport (art. 251.1): the documents and data asked for it, and nothing beyond. */
import { type Reason, type ReasonDefinition, when } from '@shekara/kernel';
import type { ArrivalNotice, NoticeGoods, NoticeParty } from './notice-content.js';
import type { OnBoard } from './carriage.js';
import { noticeDefects } from './arrival-notice-reasons.js';

export type Defect = Reason | undefined;

/** A row of the list of documents. */
export interface ListedDocument {
  readonly kind: string;
  /** Always, unless said. */
  readonly requiredWhen?: (notice: ArrivalNotice) => boolean;
}

/** A row of the list of data; `Of` is the part of the notice that it stands in. */
export interface ListedDatum<Of> {
  readonly field: keyof Of & string;
  /** Always, unless said. */
  readonly requiredWhen?: (part: Of) => boolean;
  /** A list that is there but empty is no answer. */
  readonly atLeastOne?: true;
}

/** Papers that every mode lists alike: postal ones with mail (R-ARR-052), commercial ones if held (R-ARR-051). */
export const MAIL_AND_COMMERCIAL_DOCUMENTS: readonly ListedDocument[] = [
  {
    kind: 'UPU_MAIL_DOCUMENTS',
    requiredWhen: (notice) => notice.mailCarried || notice.onBoard?.mail === true,
  },
  { kind: 'COMMERCIAL_DOCUMENTS', requiredWhen: holdsCommercialDocuments },
];

export const NAME_AND_ADDRESS: readonly ListedDatum<NoticeParty>[] = [
  { field: 'name' },
  { field: 'address' },
];

export const PACKAGES: readonly ListedDatum<NoticeGoods>[] = [
  { field: 'packageCount' },
  { field: 'packageKind' },
  { field: 'packageMarks' },
];

/** The yes-or-no questions of vessel and aircraft; no answer is a defect (R-ARR-050). */
export const ON_BOARD: readonly ListedDatum<OnBoard>[] = [
  { field: 'mail' },
  { field: 'currency' },
  { field: 'medicines' },
  { field: 'weapons' },
];

export function holdsCommercialDocuments(notice: ArrivalNotice): boolean {
  return notice.commercialDocuments === 'HELD' || notice.commercialDocuments === 'HELD_WITHOUT_NAMES';
}

/** DOCUMENT_MISSING for each listed document that is asked and not there; the parameter names its kind. */
export function missingDocuments(notice: ArrivalNotice, list: readonly ListedDocument[]): Defect[] {
  return list.map(({ kind, requiredWhen = () => true }) =>
    when(
      requiredWhen(notice) && !notice.documents.some((document) => document.kind === kind),
      noticeDefects.DOCUMENT_MISSING,
      { pointer: '/documents', parameters: { kind } },
    ),
  );
}

/** DATA_MISSING for each listed datum that is asked and blank in this part of the notice; `pointer` names the part. */
export function missingData<Of extends object>(
  part: Of | undefined,
  pointer: string,
  list: readonly ListedDatum<Of>[],
): Defect[] {
  return list.map(({ field, requiredWhen, atLeastOne }) => {
    const asked = requiredWhen === undefined || (part !== undefined && requiredWhen(part));
    return missing(asked && isBlank(part?.[field], atLeastOne), `${pointer}/${field}`);
  });
}

/** The same for each entry of a list: goods, passengers, crew. */
export function missingDataOfEach<Of extends object>(
  parts: readonly Of[] | undefined,
  pointer: string,
  list: readonly ListedDatum<Of>[],
): Defect[] {
  return (parts ?? []).flatMap((part, index) => missingData(part, `${pointer}/${index}`, list));
}

/** DATA_MISSING when fewer persons are listed than counted; a count of none needs no list. */
export function missingPersons(
  count: number | undefined,
  listed: readonly object[] | undefined,
  pointer: string,
): Defect {
  return missing((count ?? 0) > (listed?.length ?? 0), pointer);
}

export function missing(
  absent: boolean,
  pointer: string,
  definition: ReasonDefinition = noticeDefects.DATA_MISSING,
): Defect {
  return when(absent, definition, { pointer, parameters: { field: pointer } });
}

/** Road and rail: a code of at least the first four digits (R-ARR-053). */
export function codeDefects(goods: NoticeGoods, pointer: string): Defect[] {
  const code = goods.commodityCode ?? '';
  return [
    missing(code === '', `${pointer}/commodityCode`),
    when(code !== '' && code.length < 4, noticeDefects.GOODS_CODE_TOO_SHORT, {
      pointer: `${pointer}/commodityCode`,
      parameters: { code },
    }),
  ];
}

function isBlank(value: unknown, atLeastOne: true | undefined): boolean {
  if (value === undefined || value === '') return true;
  return atLeastOne === true && Array.isArray(value) && value.length === 0;
}
