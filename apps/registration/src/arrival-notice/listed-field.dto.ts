/** Fields of the closed lists as they come over HTTP: any may be missing, what is there has its form. */
import { applyDecorators, type Type as ClassType } from '@nestjs/common';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

export const DECIMAL = /^\d{1,12}(\.\d{1,6})?$/;
export const DATE = /^\d{4}-\d\d-\d\d$/;
/** UN/LOCODE of a port. */
export const PORT = /^[A-Z]{2}[A-Z2-9]{3}$/;
/** IATA code of an airport. */
export const POINT = /^[A-Z]{3}$/;

export function ListedText(most: number): PropertyDecorator {
  return applyDecorators(IsOptional(), IsString(), MaxLength(most));
}

export function ListedForm(form: RegExp): PropertyDecorator {
  return applyDecorators(IsOptional(), Matches(form));
}

export function ListedCount(most: number): PropertyDecorator {
  return applyDecorators(IsOptional(), IsInt(), Min(0), Max(most));
}

export function ListedYesOrNo(): PropertyDecorator {
  return applyDecorators(IsOptional(), IsBoolean());
}

export function ListedTexts(most: number): PropertyDecorator {
  return applyDecorators(
    IsOptional(),
    IsArray(),
    ArrayMaxSize(most),
    IsString({ each: true }),
    MaxLength(100, { each: true }),
  );
}

export function ListedPart(part: () => ClassType): PropertyDecorator {
  return applyDecorators(IsOptional(), IsObject(), ValidateNested(), Type(part));
}

export function ListedParts(part: () => ClassType, most: number): PropertyDecorator {
  return applyDecorators(
    IsOptional(),
    IsArray(),
    ArrayMaxSize(most),
    ValidateNested({ each: true }),
    Type(part),
  );
}
