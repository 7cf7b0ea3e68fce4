/** What happened to an item of goods under the procedure before (box 37, digits 3 and 4), told apart by its kind. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  Matches,
  ValidateNested,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { Exact, Money, parseCommodityCode } from '@shekara/kernel';
import { PAYMENT_KINDS, type PaymentKind } from '../payment-kind.js';
import {
  EARLIER_KINDS,
  type EarlierKind,
  type EarlierProcedure,
  type PaidEarlier,
} from '../processing/earlier-procedure.js';

const DECIMAL = /^\d{1,16}(\.\d{1,10})?$/;
const TENGE = /^\d{1,15}(\.\d{1,2})?$/;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const KINDS = Object.keys(EARLIER_KINDS) as EarlierKind[];

function goodsCode(text: string) {
  const code = parseCommodityCode(text);
  if (!code) throw new TypeError(`${text} is no commodity code`);
  return code;
}

export class PaidEarlierDto {
  @IsIn(PAYMENT_KINDS)
  kind: PaymentKind;

  @JSONSchema({ description: 'Tenge, at most two decimals', example: '31200.00' })
  @Matches(TENGE)
  amount: string;
}

class PartPaidDto extends PaidEarlierDto {
  @JSONSchema({ description: 'BIN or IIN of the declarant who paid', example: '980540000397' })
  @Matches(/^\d{12}$/)
  by: string;
}

class PlacedGoodsDto {
  @JSONSchema({ example: '8483402100' })
  @Matches(/^\d{10}$/)
  commodityCode: string;

  @JSONSchema({ description: 'In the unit of the yield norm', example: '1000' })
  @Matches(DECIMAL)
  quantity: string;

  @JSONSchema({ description: 'UN/ECE Recommendation 20', example: 'KGM' })
  @Matches(/^[A-Z0-9]{2,3}$/)
  unit: string;

  @JSONSchema({ description: 'Tenge, as on the processing declaration', example: '5200000' })
  @Matches(DECIMAL)
  customsValue: string;

  @JSONSchema({ example: '1000' })
  @Matches(DECIMAL)
  netWeightKg: string;
}

class ProcessingInputDto {
  @JSONSchema({ example: '8483402100' })
  @Matches(/^\d{10}$/)
  commodityCode: string;

  @JSONSchema({ example: 'DE' })
  @Matches(/^[A-Z]{2}$/)
  origin: string;

  @JSONSchema({ description: 'Tenge', example: '900000' })
  @Matches(DECIMAL)
  value: string;
}

export class EarlierProcedureDto {
  @JSONSchema({ description: 'What the goods were under the procedure before, and are now' })
  @IsIn(KINDS)
  kind: EarlierKind;
}

/** Every kind has its facts; a kind that is none was refused by validation. */
export abstract class EarlierFactsDto extends EarlierProcedureDto {
  abstract facts(): EarlierProcedure;
}

abstract class OfRegistrationDayDto extends EarlierFactsDto {
  @JSONSchema({ description: 'Day on which the earlier declaration was registered', example: '2026-01-20' })
  @Matches(DAY)
  registeredOn: string;
}

export class WarehousedGoodsDto extends OfRegistrationDayDto {
  @JSONSchema({ description: 'Duties and taxes paid under the earlier procedures' })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => PaidEarlierDto)
  paid: PaidEarlierDto[] = [];

  facts(): EarlierProcedure {
    return { kind: 'CUSTOMS_WAREHOUSE', registeredOn: this.registeredOn, paid: this.paid.map(paidOf) };
  }
}

export class TemporarilyImportedDto extends OfRegistrationDayDto {
  @JSONSchema({ description: 'BIN or IIN of who declares now', example: '980540000397' })
  @Matches(/^\d{12}$/)
  declarant: string;

  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => PartPaidDto)
  partsPaid: PartPaidDto[] = [];

  facts(): EarlierProcedure {
    const partsPaid = this.partsPaid.map((part) => ({ ...paidOf(part), by: part.by }));
    const { registeredOn, declarant } = this;
    return { kind: 'TEMPORARY_IMPORT', registeredOn, declarant, partsPaid };
  }
}

export class InsideProcessingProductsDto extends OfRegistrationDayDto {
  @IsObject()
  @ValidateNested()
  @Type(() => PlacedGoodsDto)
  placed: PlacedGoodsDto;

  @JSONSchema({ example: '400' })
  @Matches(DECIMAL)
  productQuantity: string;

  @JSONSchema({ description: 'Products from one unit of the foreign goods', example: '0.8' })
  @Matches(DECIMAL)
  yieldNorm: string;

  facts(): EarlierProcedure {
    const { commodityCode, quantity, unit, customsValue, netWeightKg } = this.placed;
    return {
      kind: 'INSIDE_PROCESSING_PRODUCTS',
      registeredOn: this.registeredOn,
      placed: {
        commodityCode: goodsCode(commodityCode),
        quantity: new Exact(quantity),
        unit,
        customsValue: new Exact(customsValue),
        netWeightKg: new Exact(netWeightKg),
      },
      productQuantity: new Exact(this.productQuantity),
      yieldNorm: new Exact(this.yieldNorm),
    };
  }
}

export class InsideProcessingUnprocessedDto extends OfRegistrationDayDto {
  facts(): EarlierProcedure {
    return { kind: 'INSIDE_PROCESSING_UNPROCESSED', registeredOn: this.registeredOn };
  }
}

export class OutsideProcessingGoodsDto extends OfRegistrationDayDto {
  facts(): EarlierProcedure {
    return { kind: 'OUTSIDE_PROCESSING_GOODS', registeredOn: this.registeredOn };
  }
}

export class ConsumptionProcessingUnprocessedDto extends OfRegistrationDayDto {
  facts(): EarlierProcedure {
    return { kind: 'CONSUMPTION_PROCESSING_UNPROCESSED', registeredOn: this.registeredOn };
  }
}

export class ConsumptionProcessingProductsDto extends EarlierFactsDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ProcessingInputDto)
  inputs: ProcessingInputDto[];

  @JSONSchema({ description: 'A proof of origin of the inputs is there', example: true })
  @IsBoolean()
  originProved = false;

  facts(): EarlierProcedure {
    const [first, ...rest] = this.inputs.map(({ commodityCode, origin, value }) => ({
      commodityCode: goodsCode(commodityCode),
      origin,
      value: new Exact(value),
    }));
    if (!first) throw new TypeError('no inputs');
    return {
      kind: 'CONSUMPTION_PROCESSING_PRODUCTS',
      inputs: [first, ...rest],
      originProved: this.originProved,
    };
  }
}

abstract class OnCostDto extends EarlierFactsDto {
  @JSONSchema({ description: 'Tenge; absent where it is not known', example: '6000000' })
  @IsOptional()
  @Matches(DECIMAL)
  costOfProcessing?: string;

  @JSONSchema({
    description: 'Value of the goods sent out, as if exported that day; tenge',
    example: '25000000',
  })
  @Matches(DECIMAL)
  valueSentOut: string;

  protected cost() {
    const { costOfProcessing, valueSentOut } = this;
    return {
      valueSentOut: new Exact(valueSentOut),
      ...(costOfProcessing !== undefined && { costOfProcessing: new Exact(costOfProcessing) }),
    };
  }
}

export class OutsideProcessingProductsDto extends OnCostDto {
  @JSONSchema({ description: 'The purpose was repair: no excise', example: false })
  @IsBoolean()
  repaired = false;

  facts(): EarlierProcedure {
    return { kind: 'OUTSIDE_PROCESSING_PRODUCTS', repaired: this.repaired, ...this.cost() };
  }
}

export class RepairedVehicleDto extends OnCostDto {
  @JSONSchema({ description: 'The repair is free of payments (art. 459.1)', example: false })
  @IsBoolean()
  onFreeList: boolean;

  facts(): EarlierProcedure {
    return { kind: 'REPAIRED_VEHICLE', onFreeList: this.onFreeList, ...this.cost() };
  }
}

function paidOf({ kind, amount }: PaidEarlierDto): PaidEarlier {
  return { kind, amount: Money.ofTenge(amount) };
}

/** The facts of each kind. */
export const EARLIER_DTOS = [
  { name: 'CUSTOMS_WAREHOUSE', value: WarehousedGoodsDto },
  { name: 'TEMPORARY_IMPORT', value: TemporarilyImportedDto },
  { name: 'INSIDE_PROCESSING_PRODUCTS', value: InsideProcessingProductsDto },
  { name: 'INSIDE_PROCESSING_UNPROCESSED', value: InsideProcessingUnprocessedDto },
  { name: 'OUTSIDE_PROCESSING_PRODUCTS', value: OutsideProcessingProductsDto },
  { name: 'OUTSIDE_PROCESSING_GOODS', value: OutsideProcessingGoodsDto },
  { name: 'CONSUMPTION_PROCESSING_PRODUCTS', value: ConsumptionProcessingProductsDto },
  { name: 'CONSUMPTION_PROCESSING_UNPROCESSED', value: ConsumptionProcessingUnprocessedDto },
  { name: 'REPAIRED_VEHICLE', value: RepairedVehicleDto },
] satisfies { name: EarlierKind; value: new () => EarlierFactsDto }[];
