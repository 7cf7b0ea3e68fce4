import type { ServiceDefinition } from '@shekara/service-kit';
import { InspectionsModule } from './inspections.module.js';
import { CreateControls1764000006000 } from './migrations/1764000006000-controls.js';
import { CreateControlledDocuments1764000006100 } from './migrations/1764000006100-controlled-documents.js';

export const inspectionsService: ServiceDefinition = {
  name: 'inspections',
  title: 'Customs control carried out by officers, and what was found',
  module: InspectionsModule,
  migrations: [CreateControls1764000006000, CreateControlledDocuments1764000006100],
};
