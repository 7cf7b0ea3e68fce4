/** What happens to lots: load, decide, save, publish, in the caller's transaction. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { LegalCalendar, type OfficeCalendar } from '@shekara/calendar';
import {
  GoodsPlacedInTemporaryStorageSchema,
  GoodsTakenOutSchema,
  TemporaryStorageTermExpiredSchema,
  timestampOf,
} from '@shekara/contracts';
import { Deadlines } from '@shekara/deadlines';
import { art, type Decision, Exact, type LegalRef } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import { officeCalendarOf, type ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import { WorkItems } from '@shekara/work-items';
import { EXPIRY_ARTICLE, STORAGE_TERM } from '../storage-term/storage-term.js';
import { mayTakeGoods } from '../warehouse/storage-place.js';
import { placeByNumber } from '../warehouse/warehouse.repository.js';
import { type GoodsReceived, type Receipt, receiveGoods } from './receipt.js';
import { appendMovement, balancesOf, keepDiscrepancy, ledgerOf } from './stock-movement.repository.js';
import { exceeds, NOTHING, plus, postMovement, type Quantity, type StockMovement } from './stock-ledger.js';
import { evolve, EXIT_GROUNDS, type ExitGround, type LotEvent, takeOut } from './storage-lot.js';
import { StorageLotEntity } from './storage-lot.entity.js';
import {
  EXTENSION_ITEM,
  EXTENSION_OVERDUE_ITEM,
  RECEIPT_DIFFERENCE_ITEM,
  STORAGE_OFFICER,
  TERM_EXPIRED_ITEM,
} from './storage-work.js';

const RECEIPT_ARTICLE = art(270, '1.2');
const RELEASE_ARTICLE = art(272, 3);
const STREAM = 'StorageLot';

@Injectable()
export class StorageLotService {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(WorkItems) private readonly workItems: WorkItems,
  ) {}

  /** The lot, locked for this work. */
  async byId(work: Work, id: string): Promise<StorageLotEntity | undefined> {
    const lot = await work.manager.findOne(StorageLotEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    return lot ?? undefined;
  }

  /** The lot of an arrival notice, locked for this work; undefined when its goods are not stored. */
  async byNotice(work: Work, arrivalNoticeNumber: string): Promise<StorageLotEntity | undefined> {
    const lot = await work.manager.findOne(StorageLotEntity, {
      where: { arrivalNoticeNumber },
      lock: { mode: 'pessimistic_write' },
    });
    return lot ?? undefined;
  }

  /** The calendar of a customs body on a legal date. @throws Error for a body that the reference data does not know. */
  officeOf(customsBody: string, on: string): OfficeCalendar {
    const body = this.reference.customsBodies.find(customsBody, on);
    if (!body) throw new Error(`no customs body ${customsBody} on ${on}`);
    return officeCalendarOf(body);
  }

  /** Art. 270.1.2: the keeper takes the goods in; differences are kept and go to an officer. */
  async receive(work: Work, lot: StorageLotEntity, receipt: Receipt): Promise<Decision<GoodsReceived>> {
    const { at, actor } = work.context;
    const place = await placeByNumber(work.manager, lot.placeNumber);
    const decision = receiveGoods(receipt, {
      lot,
      documented: quantitiesOf(lot),
      registrationNumber: lot.registrationNumber,
      placeTakesGoods: mayTakeGoods(place, this.calendar.civilDate(at)),
    });
    if (!decision.accepted) return decision;
    lot.placedAt = at;
    lot.placedBy = actor;
    if (lot.state === 'REGISTERED') lot.state = 'PLACED';
    await work.manager.save(lot);
    for (const { movements, discrepancies } of decision.events) {
      await this.post(work, lot, movements);
      for (const found of discrepancies) await keepDiscrepancy(work, lot.id, uuidv7(), found);
      if (discrepancies.length > 0) await this.openReceiptDifference(work, lot);
    }
    const stock = (await balancesOf(work.manager, lot.id)).reduce<Quantity>(
      (sum, line) => plus(sum, line),
      NOTHING,
    );
    this.outbox.publish(
      work,
      GoodsPlacedInTemporaryStorageSchema,
      {
        ...identity(lot),
        placeNumber: lot.placeNumber,
        packageCount: stock.packages,
        grossWeightKg: stock.grossWeightKg.toFixed(),
        placedAt: timestampOf(at),
      },
      { caseId: lot.caseId, ground: RECEIPT_ARTICLE },
    );
    this.record(work, lot, 'GoodsPlacedInTemporaryStorage', receipt, RECEIPT_ARTICLE);
    return decision;
  }

  private async openReceiptDifference(work: Work, lot: StorageLotEntity): Promise<void> {
    await this.workItems.open(work, {
      ...this.itemOf(lot),
      kind: RECEIPT_DIFFERENCE_ITEM,
      title: `Goods of ${lot.registrationNumber} differ from their documents`,
      article: art(270, 3),
      dueAt: this.endOfNextWorkingDay(lot, work.context.at),
    });
  }

  /** Changes the state of a lot by an event that was decided, with everything that follows from it. */
  async apply(work: Work, lot: StorageLotEntity, event: LotEvent): Promise<void> {
    const wasExpired = lot.state === 'EXPIRED';
    lot.state = evolve(event);
    switch (event.type) {
      case 'LotDeclared':
        if (wasExpired) await this.workItems.cancel(work, TERM_EXPIRED_ITEM, lot.id, 'DECLARED_IN_TIME');
        break;
      case 'LotBackInStorage':
        lot.declarationNumber = null;
        break;
      case 'TemporaryStorageTermExpired':
        await this.expire(work, lot);
        break;
      case 'GoodsTakenOut':
        await this.end(work, lot, event.ground, event.document);
        break;
    }
    await work.manager.save(lot);
    this.record(
      work,
      lot,
      event.type,
      event,
      event.type === 'GoodsTakenOut' ? RELEASE_ARTICLE : EXPIRY_ARTICLE,
    );
  }

  /** Art. 268.4: told once, and put before an officer, who alone may detain (R-TST-063). */
  private async expire(work: Work, lot: StorageLotEntity): Promise<void> {
    this.outbox.publish(
      work,
      TemporaryStorageTermExpiredSchema,
      { ...identity(lot), lastDay: lot.lastDay },
      { caseId: lot.caseId, ground: EXPIRY_ARTICLE },
    );
    await this.workItems.open(work, {
      ...this.itemOf(lot),
      kind: TERM_EXPIRED_ITEM,
      title: `Storage term of ${lot.registrationNumber} ended on ${lot.lastDay}`,
      article: EXPIRY_ARTICLE,
      dueAt: this.endOfNextWorkingDay(lot, work.context.at),
    });
  }

  /** Goods leave on a ground: every line is taken out of the stock with its movement, the term and its work end. */
  private async end(work: Work, lot: StorageLotEntity, ground: ExitGround, document: string): Promise<void> {
    const { at } = work.context;
    lot.endedAt = at;
    lot.exitGround = ground;
    lot.exitDocument = document;
    lot.extensionPending = false;
    const stock = await balancesOf(work.manager, lot.id);
    await this.post(
      work,
      lot,
      stock
        .filter((balance) => exceeds(balance, NOTHING))
        .map(({ line, ...quantity }) => ({
          line,
          quantity,
          kind: EXIT_GROUNDS[ground],
          basis: { kind: ground, number: document },
        })),
    );
    await this.deadlines.cancel(work, STORAGE_TERM, lot.id);
    for (const item of [TERM_EXPIRED_ITEM, EXTENSION_ITEM, EXTENSION_OVERDUE_ITEM] as const) {
      await this.workItems.cancel(work, item, lot.id, 'TAKEN_OUT');
    }
    this.outbox.publish(
      work,
      GoodsTakenOutSchema,
      {
        ...identity(lot),
        placeNumber: lot.placeNumber,
        ground,
        groundDocument: document,
        takenOutAt: timestampOf(at),
      },
      { caseId: lot.caseId, ground: RELEASE_ARTICLE },
    );
  }

  /** Art. 272.3: release of the whole consignment takes it out; nothing to do when it left already. */
  async release(work: Work, lot: StorageLotEntity, declarationNumber: string): Promise<void> {
    const decision = takeOut(lot, 'PLACED_UNDER_PROCEDURE', declarationNumber);
    if (!decision.accepted) return;
    for (const event of decision.events) await this.apply(work, lot, event);
  }

  /** Posts lines to the ledger of a lot. @throws Error when the ledger refuses one: what was decided before was wrong. */
  private async post(
    work: Work,
    lot: StorageLotEntity,
    lines: readonly Pick<StockMovement, 'line' | 'kind' | 'quantity' | 'basis'>[],
  ): Promise<void> {
    const ledger = await ledgerOf(work.manager, lot.id);
    const released = new Map(quantitiesOf(lot).map(({ line, ...quantity }) => [line, quantity]));
    for (const line of lines) {
      const movement = { ...line, id: uuidv7(), at: work.context.at, recordedBy: work.context.actor };
      const decision = postMovement(ledger, movement, released);
      if (!decision.accepted) {
        throw new Error(
          `ledger of ${lot.id} refuses ${line.kind}: ${decision.reasons.map(({ code }) => code).join()}`,
        );
      }
      await appendMovement(work, lot.id, ledger, movement);
      ledger.push(movement);
    }
  }

  private endOfNextWorkingDay(lot: StorageLotEntity, at: Date): Date {
    const office = this.officeOf(lot.customsBody, this.calendar.civilDate(at));
    const term = {
      length: 1,
      unit: 'WORKING_DAYS',
      actor: 'CUSTOMS_BODY',
      customsOperation: true,
      article: EXPIRY_ARTICLE.text,
    } as const;
    return this.calendar.end(term, at, { office }).endsAt;
  }

  private itemOf(lot: StorageLotEntity) {
    const { customsBody, caseId, id } = lot;
    return { role: STORAGE_OFFICER, customsBody, subject: STREAM, subjectId: id, caseId };
  }

  private record(work: Work, lot: StorageLotEntity, type: string, payload: unknown, ground: LegalRef): void {
    work.record({ stream: STREAM, streamId: lot.id, caseId: lot.caseId, type, payload, ground });
  }
}

/** The documented quantities of a lot; the release of its consignment covers exactly these. */
export function quantitiesOf(lot: StorageLotEntity) {
  return lot.lines.map(({ line, packages, grossWeightKg }) => ({
    line,
    packages,
    grossWeightKg: new Exact(grossWeightKg),
  }));
}

function identity({ id, caseId, arrivalNoticeNumber }: StorageLotEntity) {
  return { lotId: id, caseId, arrivalNoticeNumber };
}
