import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Clock } from '@shekara/kernel';
import { dataSourceOptions } from './database.js';
import { CLOCK } from './tokens.js';
import { UnitOfWork } from './unit-of-work.js';

@Module({})
export class PersistenceModule {
  /** The database of one service; entities come with the slices' `TypeOrmModule.forFeature`. */
  static register(options: { readonly databaseUrl: string; readonly clock: Clock }): DynamicModule {
    return {
      module: PersistenceModule,
      global: true,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(options.databaseUrl),
          autoLoadEntities: true,
          retryAttempts: 5,
          retryDelay: 500,
        }),
      ],
      providers: [{ provide: CLOCK, useValue: options.clock }, UnitOfWork],
      exports: [CLOCK, UnitOfWork, TypeOrmModule],
    };
  }
}
