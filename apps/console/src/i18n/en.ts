import { account } from './en/account.js';
import { calculation } from './en/calculation.js';
import { cases } from './en/cases.js';
import { controlResult } from './en/control-result.js';
import { debts } from './en/debts.js';
import { declarations } from './en/declarations.js';
import { fields } from './en/fields.js';
import { notifications } from './en/notifications.js';
import { problems } from './en/problems.js';
import { releaseDecision } from './en/release-decision.js';
import { shell } from './en/shell.js';
import { signIn } from './en/sign-in.js';
import { workItem } from './en/work-item.js';
import { workKinds } from './en/work-kinds.js';
import { workQueue } from './en/work-queue.js';
import type { Words } from './words.js';

export const en = {
  ...account,
  ...calculation,
  ...cases,
  ...controlResult,
  ...debts,
  ...declarations,
  ...fields,
  ...notifications,
  ...problems,
  ...releaseDecision,
  ...shell,
  ...signIn,
  ...workItem,
  ...workKinds,
  ...workQueue,
};

/** Every language has exactly these keys; a missing one does not compile. */
export type Dictionary = Words<typeof en>;
