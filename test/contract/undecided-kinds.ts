/** The queues whose items no operation decides, each with what ends its item instead. */
import type { WorkItemKind } from '@shekara/work-items';

export const UNDECIDED_KINDS: Readonly<Partial<Record<WorkItemKind, string>>> = {
  INCIDENT: 'a forced stop is looked into on the spot; the service keeps no decision on it yet',
  PLACEMENT_OVERDUE: 'ends when the goods are placed or declared',
  CONTROL_ORDER_REFUSED:
    'the head of the post agrees another measure with risk; nothing is recorded here yet',
  CONTROL_OVERDUE: 'ends with the result or the cancellation of the control',
  RECEIPT_DIFFERENCE: 'inspection and loss cases are not built yet',
  STORAGE_EXTENSION_OVERDUE: 'ends with the decision on STORAGE_EXTENSION',
  STORAGE_TERM_EXPIRED: 'ends when goods leave or are declared; detention is not built yet',
  SECURITY_COVER_LOST: 'ends when the obligations end or another security covers them',
  APPEAL_UNDER_CODE_2017: 'Chapter 55 of Code 2017 is outside of the platform; the papers are handed on',
  BANK_ORDER_LATE: "ends with the bank's answer",
  SALE_REST_TO_RETURN: 'the Treasury returns the rest on paper; nothing of it is posted yet',
};
