/** Writes a new version of a declaration and answers what others are told of it; reads what a change would make of it. */
import { Inject, Injectable } from '@nestjs/common';
import { ProblemException } from '@shekara/auth';
import { LegalCalendar } from '@shekara/calendar';
import { type LegalRef, type Reason, reason } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { requestReasons } from '@shekara/service-kit';
import type { DeclarationDraft } from '../goods-declaration/declaration-draft.js';
import { ReadDeclaration } from '../goods-declaration/declaration-request.service.js';
import { declarationAsItStands } from '../goods-declaration/goods-declaration.events.js';
import {
  changeDeclaration,
  contentOf,
  type RegisteredDeclaration,
} from '../goods-declaration/goods-declaration.repository.js';
import {
  DECLARATION_STREAM,
  digestOf,
  GoodsDeclarationService,
} from '../goods-declaration/goods-declaration.service.js';
import { keepVersion, type NewVersion } from './declaration-versions.repository.js';
import { type ChangedField, changedFields, type WantedChange, withChanges } from './field-changes.js';

/** What a declaration would be with the changes that somebody wants. */
export interface ProspectiveVersion {
  readonly draft: DeclarationDraft;
  readonly changes: readonly ChangedField[];
  /** Why the declaration could not be registered like that. */
  readonly defects: readonly Reason[];
}

@Injectable()
export class DeclarationVersions {
  private readonly shape = new ReadDeclaration();

  constructor(
    @Inject(GoodsDeclarationService) private readonly declarations: GoodsDeclarationService,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
  ) {}

  /**
   * Applies the changes to the declaration as it stands, and looks at the result as at a filing. @throws ProblemException
   * 400 for a pointer that leads nowhere and for a value that the field cannot have.
   */
  async prospect(
    work: Work,
    declaration: RegisteredDeclaration,
    wanted: readonly WantedChange[],
  ): Promise<ProspectiveVersion> {
    const { draft: standing } = await contentOf(work.manager, declaration.id);
    const { draft, unreachable } = withChanges(standing, wanted);
    const [first, ...rest] = unreachable.map((position) =>
      reason(requestReasons.FIELD_UNKNOWN, { pointer: `/changes/${position}/field` }),
    );
    if (first) throw ProblemException.refused([first, ...rest], 400);
    const { declarationId: _declarationId, ...said } = draft;
    await this.shape.transform(said);
    const defects = this.declarations.defectsOfChange(declaration, draft);
    return { draft, changes: changedFields(standing, draft), defects };
  }

  /** Writes the version (R-DEC-109). Answers its number and the declaration as it stands now, for the message of it. */
  async write(work: Work, declaration: RegisteredDeclaration, made: NewVersion, ground: LegalRef) {
    const version = declaration.contentVersion + 1;
    await keepVersion(work, declaration.id, version, made);
    await changeDeclaration(work, declaration, { draft: made.draft, contentVersion: version });
    const { id, caseId } = declaration;
    const { documentId, changes, draft } = made;
    work.record({
      stream: DECLARATION_STREAM,
      streamId: id,
      caseId,
      type: 'DeclarationChanged',
      payload: { version, ground: made.ground, documentId, changes, draft: digestOf(draft) },
      ground,
    });
    return { version, declaration: declarationAsItStands(declaration, draft, this.calendar) };
  }
}
