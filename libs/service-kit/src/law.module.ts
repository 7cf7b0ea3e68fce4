import { Global, Module } from '@nestjs/common';
import { LegalCalendar, standardCalendar } from '@shekara/calendar';
import { loadReferenceData, type ReferenceData } from '@shekara/reference-data';

/** Injection token of the reference data: tariff, code lists, rates and parameters, all dated. */
export const REFERENCE_DATA = Symbol('REFERENCE_DATA');

let loaded: ReferenceData | undefined;

/** What the law is computed with: the calendar and the reference data. Loaded once a process; both never change. */
@Global()
@Module({
  providers: [
    { provide: LegalCalendar, useFactory: standardCalendar },
    { provide: REFERENCE_DATA, useFactory: (): ReferenceData => (loaded ??= loadReferenceData()) },
  ],
  exports: [LegalCalendar, REFERENCE_DATA],
})
export class LawModule {}
