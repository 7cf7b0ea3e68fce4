/** Schemas of problem documents (RFC 9457) with their reasons, the same in every service. */
import type { ObjectSchema, Schema } from './dto-schemas.js';

const SENTENCE: ObjectSchema = {
  type: 'object',
  description: 'One sentence in the three languages',
  required: ['en', 'ru', 'kk'],
  properties: { en: { type: 'string' }, ru: { type: 'string' }, kk: { type: 'string' } },
};

const REASON: ObjectSchema = {
  type: 'object',
  description: 'Why the law or the form of the request refuses; GET /v1/reasons lists them all',
  required: ['code', 'article', 'text', 'cure', 'parameters'],
  properties: {
    code: { type: 'string', description: 'Stays the same for ever; for machines' },
    article: { type: 'string', description: 'The article of the law that refuses' },
    text: { $ref: '#/components/schemas/Sentence' },
    cure: { $ref: '#/components/schemas/Sentence' },
    pointer: { type: 'string', description: 'JSON pointer of the field of the request' },
    parameters: { type: 'object', additionalProperties: { type: 'string' } },
  },
};

const PROBLEM: ObjectSchema = {
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'title', 'status', 'detail', 'reasons'],
  properties: {
    type: { type: 'string', description: 'A URI that names the kind of problem' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string', description: 'Path of the request' },
    reasons: { type: 'array', items: { $ref: '#/components/schemas/Reason' } },
  },
};

export const PROBLEM_SCHEMAS: Readonly<Record<string, Schema>> = {
  Problem: PROBLEM,
  Reason: REASON,
  Sentence: SENTENCE,
};

/** A response that is a problem document. */
export function problemResponse(description: string) {
  return {
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}
