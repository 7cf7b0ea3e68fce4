import { Module } from '@nestjs/common';
import { LawModule } from '@shekara/service-kit';
import { ControlModule } from './control/control.module.js';

/** What was found. One line a slice. */
@Module({ imports: [LawModule, ControlModule] })
export class InspectionsModule {}
