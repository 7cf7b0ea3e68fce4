import type { Dictionary } from './en.js';
import { account } from './kk/account.js';
import { calculation } from './kk/calculation.js';
import { cases } from './kk/cases.js';
import { controlResult } from './kk/control-result.js';
import { debts } from './kk/debts.js';
import { declarations } from './kk/declarations.js';
import { fields } from './kk/fields.js';
import { notifications } from './kk/notifications.js';
import { problems } from './kk/problems.js';
import { releaseDecision } from './kk/release-decision.js';
import { shell } from './kk/shell.js';
import { signIn } from './kk/sign-in.js';
import { workItem } from './kk/work-item.js';
import { workKinds } from './kk/work-kinds.js';
import { workQueue } from './kk/work-queue.js';

export const kk: Dictionary = {
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
