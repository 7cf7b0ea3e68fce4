import { Module } from '@nestjs/common';
import { CertificatesModule } from '../certificates/certificates.module.js';
import { DebtorLists } from './debtor-lists.repository.js';
import { DebtorPublicationController } from './debtor-publication.controller.js';
import { DebtorPublicationService, PUBLISHING_BODY } from './debtor-publication.service.js';

@Module({
  imports: [CertificatesModule],
  controllers: [DebtorPublicationController],
  providers: [
    DebtorLists,
    DebtorPublicationService,
    { provide: PUBLISHING_BODY, useFactory: () => process.env.DEBTOR_LIST_BODY ?? '55000' },
  ],
})
export class DebtorPublicationModule {}
