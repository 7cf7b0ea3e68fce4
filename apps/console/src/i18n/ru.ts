import type { Dictionary } from './en.js';
import { account } from './ru/account.js';
import { calculation } from './ru/calculation.js';
import { cases } from './ru/cases.js';
import { controlResult } from './ru/control-result.js';
import { debts } from './ru/debts.js';
import { declarations } from './ru/declarations.js';
import { fields } from './ru/fields.js';
import { notifications } from './ru/notifications.js';
import { problems } from './ru/problems.js';
import { releaseDecision } from './ru/release-decision.js';
import { shell } from './ru/shell.js';
import { signIn } from './ru/sign-in.js';
import { workItem } from './ru/work-item.js';
import { workKinds } from './ru/work-kinds.js';
import { workQueue } from './ru/work-queue.js';

export const ru: Dictionary = {
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
