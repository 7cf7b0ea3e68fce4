/** Reads the body of a filing: header and documents as a validated class, the many items by their table. */
import { Injectable, type PipeTransform } from '@nestjs/common';
import { ProblemException } from '@shekara/auth';
import { type Reason, reason } from '@shekara/kernel';
import { edgeValidation, requestReasons } from '@shekara/service-kit';
import type { ItemDraft } from './declaration-draft.js';
import { GoodsDeclarationDto } from './goods-declaration.dto.js';
import { itemShapeFaults } from './item-shape.js';

/** One answer names at most this many fields. */
const MOST_REASONS = 100;

/** A request as filed: shape and types are right, nothing more. */
export type DeclarationRequest = Omit<GoodsDeclarationDto, 'items'> & {
  readonly items: readonly ItemDraft[];
};

@Injectable()
export class ReadDeclaration implements PipeTransform<unknown, Promise<DeclarationRequest>> {
  private readonly header = edgeValidation();

  /** @throws ProblemException 400 naming every field that does not exist or has the wrong type. */
  async transform(body: unknown): Promise<DeclarationRequest> {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
      throw ProblemException.refused([reason(requestReasons.REQUEST_INVALID)], 400);
    }
    const { items, ...header } = body as { items?: unknown };
    const [headerReasons, request] = await this.readHeader(header);
    const [first, ...rest] = [...headerReasons, ...itemReasons(items)].slice(0, MOST_REASONS);
    if (first) throw ProblemException.refused([first, ...rest], 400);
    return { ...request, items: items as readonly ItemDraft[] };
  }

  private async readHeader(header: object): Promise<readonly [readonly Reason[], GoodsDeclarationDto]> {
    const dto = new GoodsDeclarationDto();
    try {
      const metadata = { type: 'body', metatype: GoodsDeclarationDto } as const;
      return [[], (await this.header.transform(header, metadata)) as GoodsDeclarationDto];
    } catch (error) {
      if (error instanceof ProblemException) return [error.problem.reasons, dto];
      throw error;
    }
  }
}

function itemReasons(items: unknown): readonly Reason[] {
  return itemShapeFaults(items).map(({ pointer, unknown, expected }) =>
    reason(unknown ? requestReasons.FIELD_UNKNOWN : requestReasons.FIELD_INVALID, {
      pointer,
      parameters: { constraint: expected },
    }),
  );
}
