/** Schemas of request classes, read from the decorators that validate them: what is written once is said once. */
import type { Type } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { IS_ISO31661_ALPHA_2, IS_OBJECT, ValidationTypes } from 'class-validator';
import { targetConstructorToSchema } from 'class-validator-jsonschema';

type Components = NonNullable<OpenAPIObject['components']>;
export type Schema = NonNullable<Components['schemas']>[string];
export type ObjectSchema = Exclude<Schema, { $ref: string }>;

interface Kinds {
  readonly property: string;
  readonly subTypes: readonly { readonly name: string; readonly value: unknown }[];
}

/** What a validator of the house says, by the name that its `ValidateBy` gives it. */
const HOUSE_VALIDATORS = {
  isText: ({ constraints }: { constraints: readonly unknown[] }) => ({
    type: 'string' as const,
    maxLength: Number(constraints[0]),
  }),
};

export class DtoSchemas {
  private readonly names = new Map<Type, string>();
  /** Every schema asked for so far and those it refers to, by the name it is referred to with. */
  readonly components: Record<string, Schema> = {};

  /** A reference to the schema of a class. Two classes of one name are told apart by the class that contains them. */
  refTo(dto: Type, container?: string): { $ref: string } {
    const known = this.names.get(dto);
    if (known) return { $ref: `#/components/schemas/${known}` };
    const name = this.freeName(dto.name, container);
    this.names.set(dto, name);
    this.components[name] = {};
    this.components[name] = this.schemaOf(dto, name);
    return { $ref: `#/components/schemas/${name}` };
  }

  /** The schema of a class itself: its fields, those it must have, and that it has no others. */
  schemaOf(dto: Type, name = dto.name): ObjectSchema {
    const { properties = {}, required = [] } = targetConstructorToSchema(dto, {
      classTransformerMetadataStorage: defaultMetadataStorage as never,
      additionalConverters: {
        ...HOUSE_VALIDATORS,
        [IS_ISO31661_ALPHA_2]: { type: 'string', pattern: '^[A-Za-z]{2}$' },
        [IS_OBJECT]: { type: 'object' },
        [ValidationTypes.NESTED_VALIDATION]: ({ target, propertyName }) => {
          const found = defaultMetadataStorage.findTypeMetadata(target, propertyName);
          const nested = found?.typeFunction();
          if (typeof nested !== 'function')
            throw new Error(`${name}.${propertyName} is nested without @Type`);
          const kinds = found?.options?.discriminator;
          return kinds ? this.oneOf(kinds, name) : this.refTo(nested as Type, name);
        },
      },
    });
    const defaults = new dto() as Record<string, unknown>;
    const mandatory = required.filter((field) => defaults[field] === undefined);
    return {
      type: 'object',
      properties: Object.fromEntries(
        Object.entries(properties).map(([field, schema]) => [
          field,
          withDefault(tidy(schema as Schema), defaults[field]),
        ]),
      ),
      ...(mandatory.length > 0 && { required: mandatory }),
      additionalProperties: false,
    };
  }

  /** One of several classes, told apart by a field. */
  private oneOf(
    { property, subTypes }: Kinds,
    container: string,
  ): { oneOf: { $ref: string }[]; discriminator: { propertyName: string; mapping: Record<string, string> } } {
    const refs = subTypes.map(({ name, value }) => [name, this.refTo(value as Type, container)] as const);
    return {
      oneOf: refs.map(([, ref]) => ref),
      discriminator: {
        propertyName: property,
        mapping: Object.fromEntries(refs.map(([name, { $ref }]) => [name, $ref])),
      },
    };
  }

  private freeName(name: string, container: string | undefined): string {
    if (!(name in this.components)) return name;
    const contained = `${container ?? 'Other'}.${name}`;
    if (contained in this.components) throw new Error(`two schemas would be named ${contained}`);
    return contained;
  }
}

/** A reference stands alone in OpenAPI 3.0: what else validators say of a nested object is in its own schema. */
function tidy(schema: Schema): Schema {
  if ('$ref' in schema) return { $ref: schema.$ref };
  if (schema.oneOf && schema.discriminator) {
    return { oneOf: schema.oneOf, discriminator: schema.discriminator };
  }
  return schema.items ? { ...schema, items: tidy(schema.items) } : schema;
}

function withDefault(schema: Schema, value: unknown): Schema {
  return value === undefined || '$ref' in schema ? schema : { ...schema, default: value };
}
