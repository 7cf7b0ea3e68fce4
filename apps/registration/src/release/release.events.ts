/** The messages that tell others how release was decided. */
import {
  type GoodsReleasedSchema,
  type GoodsReleaseRefusedSchema,
  type MessageInitShape,
  reasonMessage,
  timestampOf,
} from '@shekara/contracts';
import type { RegisteredDeclaration } from '../goods-declaration/goods-declaration.repository.js';
import type { GoodsReleaseRefused } from './refuse-release.js';
import type { GoodsReleased } from './release.js';

function identity(declaration: RegisteredDeclaration) {
  return {
    declarationId: declaration.id,
    number: declaration.number,
    caseId: declaration.caseId,
    customsBody: declaration.customsBody,
    declarant: declaration.declarantNumber,
  };
}

/** An automatic release names the information system with its rule set, any other the officer (R-DEC-027, R-DEC-196). */
export function goodsReleased(
  declaration: RegisteredDeclaration,
  event: GoodsReleased,
): MessageInitShape<typeof GoodsReleasedSchema> {
  const { decidedBy } = event;
  return {
    ...identity(declaration),
    kind: event.kind,
    mode: event.mode,
    arrivalNoticeNumber: declaration.arrivalNoticeNumber,
    filedAt: timestampOf(declaration.filedAt),
    decidedAt: timestampOf(event.decidedAt),
    decidedBy: 'officer' in decidedBy ? decidedBy.officer : `Shekara ${decidedBy.ruleSet}`,
  };
}

export function goodsReleaseRefused(
  declaration: RegisteredDeclaration,
  event: GoodsReleaseRefused,
): MessageInitShape<typeof GoodsReleaseRefusedSchema> {
  return {
    ...identity(declaration),
    reasons: event.reasons.map(reasonMessage),
    decidedAt: timestampOf(event.decidedAt),
    decidedBy: event.decidedBy.officer,
    recommendations: [...event.recommendations],
  };
}
