/** What officers and payers say of receipt vouchers. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { PageQuery } from '@shekara/service-kit';
import type { VoucherGoods, VoucherRate } from './receipt-voucher.js';
import { VOUCHER_STATUSES, type VoucherStatus } from './receipt-voucher.entity.js';

const TENGE = /^\d{1,13}(\.\d{1,2})?$/;
const PERCENT = /^\d{1,3}(\.\d{1,4})?$/;
const GOODS_KINDS: readonly VoucherGoods['kind'][] = ['PERSONAL', 'POSTAL'];
const MODES: readonly VoucherRate['mode'][] = ['UNIFORM', 'AGGREGATE'];

export class VoucherItemDto {
  @JSONSchema({ example: 'Television set' })
  @IsString()
  @Length(1, 300)
  description: string;

  @JSONSchema({ example: '1 pc' })
  @IsString()
  @Length(1, 50)
  quantity: string;
}

export class VoucherGoodsDto {
  @JSONSchema({ description: 'Personal goods declared in writing, or post', example: 'PERSONAL' })
  @IsIn(GOODS_KINDS)
  kind: VoucherGoods['kind'];

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => VoucherItemDto)
  items: VoucherItemDto[];

  @JSONSchema({ description: "The passenger's declaration, or the papers of the post", example: 'PTD-7' })
  @IsString()
  @Length(1, 100)
  document: string;

  @JSONSchema({ description: 'Tenge: of post the value in the postal papers', example: '1000000.00' })
  @Matches(TENGE)
  value: string;

  @JSONSchema({ description: 'Tenge: of post what the sender declared', example: '95000.00' })
  @IsOptional()
  @Matches(TENGE)
  declaredValue?: string;

  @JSONSchema({
    description: 'Personal goods were declared in writing; post needs no goods declaration',
    example: true,
  })
  @IsBoolean()
  withoutGoodsDeclaration: boolean;
}

export class VoucherRateDto {
  @JSONSchema({
    description: 'Uniform rate, or aggregate payment by the ordinary rates',
    example: 'AGGREGATE',
  })
  @IsIn(MODES)
  mode: VoucherRate['mode'];

  @JSONSchema({ description: 'UNIFORM: percent of the value', example: '30' })
  @ValidateIf(({ mode }: VoucherRateDto) => mode === 'UNIFORM')
  @Matches(PERCENT)
  percent?: string;

  @JSONSchema({ description: 'AGGREGATE: import duty, percent of the value', example: '20' })
  @ValidateIf(({ mode }: VoucherRateDto) => mode === 'AGGREGATE')
  @Matches(PERCENT)
  dutyPercent?: string;

  @JSONSchema({ description: 'AGGREGATE: excise, tenge', example: '0' })
  @IsOptional()
  @Matches(TENGE)
  excise?: string;
}

export class ReceiptVoucherDto {
  @JSONSchema({ description: 'The body whose officer fills it', example: '55302' })
  @Matches(/^\d{5}$/)
  customsBody: string;

  @JSONSchema({ description: 'IIN of the person; of post also a BIN', example: '870301300452' })
  @Matches(/^\d{12}$/)
  payer: string;

  @JSONSchema({ example: 'Aliya Utegenova' })
  @IsString()
  @Length(1, 300)
  payerName: string;

  @JSONSchema({ example: 'Almaty, Abay avenue 10' })
  @IsString()
  @Length(1, 500)
  payerAddress: string;

  @ValidateNested()
  @Type(() => VoucherGoodsDto)
  goods: VoucherGoodsDto;

  @ValidateNested()
  @Type(() => VoucherRateDto)
  rate: VoucherRateDto;
}

export class VoucherPaymentDto {
  @JSONSchema({ description: 'Money sent for this kind, or advance', example: 'KIND' })
  @IsIn(['KIND', 'ADVANCE'])
  from: 'KIND' | 'ADVANCE';
}

export class VoucherWithdrawalDto {
  @JSONSchema({ example: 'The person took the goods back across the border' })
  @IsString()
  @Length(3, 500)
  reason: string;
}

export class VouchersQuery extends PageQuery {
  @IsOptional()
  @Matches(/^\d{12}$/)
  payer?: string;

  @JSONSchema({ example: 'ISSUED' })
  @IsOptional()
  @IsIn(VOUCHER_STATUSES)
  status?: VoucherStatus;
}
