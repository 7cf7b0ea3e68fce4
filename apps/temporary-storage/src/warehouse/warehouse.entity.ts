import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StoragePlaceRegister, StoragePlaceStatus } from './storage-place.js';

/** Projection of one entry of the registers of storage places: its newest version. */
@Entity('warehouses')
export class WarehouseEntity {
  @PrimaryColumn('text')
  number: string;

  @Column('text')
  register: StoragePlaceRegister;

  @Column('text')
  status: StoragePlaceStatus;

  @Column('text', { name: 'status_from' })
  statusFrom: string;

  @Column('text', { name: 'keeper_number' })
  keeperNumber: string;

  @Column('text', { name: 'customs_body' })
  customsBody: string;

  /** Version of the entry in its register; `bigint`, so text here. */
  @Column('bigint', { name: 'entry_version' })
  entryVersion: string;
}
