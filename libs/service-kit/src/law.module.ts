import { pathToFileURL } from 'node:url';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { LegalCalendar, standardCalendar } from '@shekara/calendar';
import { loadReferenceData, type ReferenceData } from '@shekara/reference-data';

/** Injection token of the reference data: tariff, code lists, rates and parameters, all dated. */
export const REFERENCE_DATA = Symbol('REFERENCE_DATA');

const TARIFF_AT_START = Symbol('TARIFF_AT_START');

let loaded: ReferenceData | undefined;

function folderOfData(): URL | undefined {
  const folder = process.env.SHEKARA_REFERENCE_DATA;
  return folder ? pathToFileURL(`${folder.replace(/\/$/, '')}/`) : undefined;
}

/**
 * What the law is computed with: the calendar and the reference data, read once a process; from the folder that
 * SHEKARA_REFERENCE_DATA names, else what ships. Nothing of it changes afterwards but by `OfficialRatesModule`.
 */
@Global()
@Module({
  providers: [
    { provide: LegalCalendar, useFactory: standardCalendar },
    {
      provide: REFERENCE_DATA,
      useFactory: (): ReferenceData => (loaded ??= loadReferenceData(folderOfData())),
    },
  ],
  exports: [LegalCalendar, REFERENCE_DATA],
})
export class LawModule {
  /** With the tariff read at start, for services that look up codes and rates: none starts on half of the law. */
  static withTariff(): DynamicModule {
    return {
      module: LawModule,
      providers: [
        {
          provide: TARIFF_AT_START,
          useFactory: ({ tariff }: ReferenceData) => tariff,
          inject: [REFERENCE_DATA],
        },
      ],
    };
  }
}
