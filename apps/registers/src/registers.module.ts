import { Module } from '@nestjs/common';
import { LawModule } from '@shekara/service-kit';
import { RegisterEntryModule } from './register-entry/register-entry.module.js';

/** Who may do what: representatives, carriers, temporary storage warehouses. One line a slice. */
@Module({ imports: [LawModule, RegisterEntryModule] })
export class RegistersModule {}
