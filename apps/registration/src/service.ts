import { CreateOfficialRates1764000000460, type ServiceDefinition } from '@shekara/service-kit';
import { CreateDocumentSerials1764000001000 } from './migrations/1764000001000-document-serials.js';
import { CreateArrivalNotices1764000001100 } from './migrations/1764000001100-arrival-notices.js';
import { CreateGoodsDeclarations1764000001200 } from './migrations/1764000001200-goods-declarations.js';
import { CreateRegisterEntries1764000001300 } from './migrations/1764000001300-register-entries.js';
import { CreateDeclarationChanges1764000001310 } from './migrations/1764000001310-declaration-changes.js';
import { AddArrivalPresentations1764000001900 } from './migrations/1764000001900-arrival-presentations.js';
import { RegistrationModule } from './registration.module.js';

export const registrationService: ServiceDefinition = {
  name: 'registration',
  title: 'Arrival, declaration and release of goods',
  module: RegistrationModule,
  migrations: [
    CreateOfficialRates1764000000460,
    CreateDocumentSerials1764000001000,
    CreateArrivalNotices1764000001100,
    CreateGoodsDeclarations1764000001200,
    CreateRegisterEntries1764000001300,
    CreateDeclarationChanges1764000001310,
    AddArrivalPresentations1764000001900,
  ],
};
