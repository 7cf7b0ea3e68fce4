import { Module } from '@nestjs/common';
import { LawModule, OfficialRatesModule } from '@shekara/service-kit';
import { OfficialRatesPublicationModule } from './official-rates/official-rates.module.js';
import { RegisterEntryModule } from './register-entry/register-entry.module.js';

/** Who may do what: representatives, carriers, temporary storage warehouses. One line a slice. */
@Module({ imports: [LawModule, OfficialRatesModule, RegisterEntryModule, OfficialRatesPublicationModule] })
export class RegistersModule {}
