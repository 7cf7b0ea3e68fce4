import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ArrearsConsumer } from './arrears.consumer.js';
import { ArrearsController } from './arrears.controller.js';
import { ArrearsService } from './arrears.service.js';
import { CertificateController } from './certificate.controller.js';
import { CertificateEntity } from './certificate.entity.js';
import { CertificateService } from './certificate.service.js';
import { PayerDebts } from './payer-debts.repository.js';
import { ReconciliationController } from './reconciliation.controller.js';
import { ReconciliationEntity } from './reconciliation.entity.js';
import { ReconciliationService } from './reconciliation.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([CertificateEntity, ReconciliationEntity])],
  controllers: [ArrearsController, ArrearsConsumer, CertificateController, ReconciliationController],
  providers: [ArrearsService, CertificateService, PayerDebts, ReconciliationService],
  exports: [PayerDebts],
})
export class CertificatesModule {}
