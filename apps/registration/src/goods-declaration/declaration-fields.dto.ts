/** Forms of single fields at the edge: type and length only; whether a value is right is for the law to say. */
import { applyDecorators } from '@nestjs/common';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNumber,
  IsObject,
  ValidateBy,
  ValidateIf,
} from 'class-validator';
import { isKeepableText } from './item-shape.js';

/** May be absent; null is no way to leave a field out. */
export function Optional(): PropertyDecorator {
  return ValidateIf((_object, value) => value !== undefined);
}

/** A text of at most so many characters. */
export function IsText(most: number): PropertyDecorator {
  return ValidateBy({
    name: 'isText',
    constraints: [most],
    validator: {
      validate: (value) => isKeepableText(value, most),
      defaultMessage: () => `text of at most ${most} characters`,
    },
  });
}

/** An optional text. */
export function Text(most: number): PropertyDecorator {
  return applyDecorators(Optional(), IsText(most));
}

/** An optional code of a classifier, date or decimal. */
export function Code(): PropertyDecorator {
  return Text(40);
}

/** An optional number; that it is whole and not negative is the law's word. */
export function Count(): PropertyDecorator {
  return applyDecorators(Optional(), IsNumber());
}

/** An optional yes or no. */
export function Flag(): PropertyDecorator {
  return applyDecorators(Optional(), IsBoolean());
}

/** Optional, and one of a closed list. */
export function OneOf(values: readonly string[]): PropertyDecorator {
  return applyDecorators(Optional(), IsIn([...values]));
}

/** A list of so many objects at most. */
export function ListOf(most: number): PropertyDecorator {
  return applyDecorators(IsArray(), ArrayMaxSize(most), IsObject({ each: true }));
}
