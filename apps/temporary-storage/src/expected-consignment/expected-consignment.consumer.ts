/** Goods came to a place of arrival: storage documents or a declaration are expected (art. 252.4). */
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { type GoodsArrived, GoodsArrivedSchema, instantOf } from '@shekara/contracts';
import { type MessageContext, OnMessage } from '@shekara/messaging';
import { lockOrExpect } from './expected-consignment.repository.js';

@Controller()
export class ExpectedConsignmentConsumer {
  @OnMessage(GoodsArrivedSchema)
  async goodsArrived(@Payload() event: GoodsArrived, @Ctx() context: MessageContext): Promise<void> {
    const { work } = context;
    const consignment = await lockOrExpect(work, event.noticeNumber, event.caseId);
    consignment.arrived = true;
    consignment.caseId = event.caseId;
    consignment.customsBody = event.customsBody;
    consignment.carrierNumber = event.carrier?.identificationNumber ?? '';
    consignment.consigneeNumber = event.consignee?.identificationNumber ?? '';
    consignment.placementDeadline = instantOf(event.placementDeadline);
    consignment.goods = event.goods.map(({ line, commodityCode, name, packageCount, grossWeightKg }) => ({
      line,
      commodityCode,
      name,
      packageCount,
      grossWeightKg,
    }));
    await work.manager.save(consignment);
  }
}
