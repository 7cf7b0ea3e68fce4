/** What every command on a case does alike: the case locked and its officer's body checked, days that no calendar has refused. */
import { Inject, Injectable, NotFoundException } from '@nestjs/common';
import { officerOf, type Principal } from '@shekara/auth';
import { isCivilDate } from '@shekara/calendar';
import { reason } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { type Answer, type CommandRequest, Commands, refusal, requestReasons } from '@shekara/service-kit';
import type { CaseHandled } from './collection-acts.service.js';
import type { CollectionCaseEntity } from '../case/collection-case.entity.js';
import type { CollectionDocumentEntity } from '../case/collection-document.entity.js';
import { CollectionCases } from '../case/collection-cases.repository.js';

/** What is shown of a case: what was done, not how it is kept. */
export function caseView(row: CollectionCaseEntity) {
  const {
    version: _version,
    interestAdded: _added,
    principalSettled: _settled,
    overdue: _overdue,
    ...shown
  } = row;
  return shown;
}

export function documentView({ version, ...shown }: CollectionDocumentEntity) {
  return { ...shown, version };
}

@Injectable()
export class CollectionCommands {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(CollectionCases) private readonly cases: CollectionCases,
  ) {}

  /**
   * Runs a task on a case, named by its id or by that of one of its documents, that the caller may act on: an officer of
   * its customs body, unless `mayAct` says otherwise. The answer is the case with the document that the task issued.
   * @throws NotFoundException for an unknown case or document.
   */
  run(
    command: CommandRequest,
    id: string,
    task: (work: Work, row: CollectionCaseEntity) => Promise<CaseHandled | undefined>,
    days: Readonly<Record<string, string | undefined>> = {},
    mayAct: (principal: Principal, row: CollectionCaseEntity) => void = (principal, row) =>
      officerOf(principal, row.customsBody),
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const row = (await this.cases.hold(work, id)) ?? (await this.cases.caseOfDocument(work, id));
      if (!row) throw new NotFoundException();
      mayAct(command.principal, row);
      const bad = Object.entries(days).find(([, day]) => day !== undefined && !isCivilDate(day));
      if (bad) return refusal([reason(requestReasons.FIELD_INVALID, { pointer: bad[0] })]);
      const handled = await task(work, row);
      if (!handled) throw new NotFoundException();
      if (!handled.accepted) return refusal(handled.reasons);
      const { document } = handled;
      return {
        status: 201,
        body: { ...caseView(handled.row), ...(document ? { document: documentView(document) } : {}) },
      };
    });
  }
}
