/** Says in the OpenAPI document which decisions of work queues an operation takes, so that a form can be made of it. */
import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { WorkItemKind } from '@shekara/work-items';

/** The kinds of work items that an operation decides, or brings nearer to their decision. */
export const DECIDES = 'x-decides-work-item';
/** Where an operation wants the subject of the item: names of path parameters, pointers ("/documentId") of the body. */
export const SUBJECT_AT = 'x-subject-of-work-item';

/**
 * An officer who holds an item of one of these kinds decides it by this operation. The id of the item's subject goes to
 * `subjectAt`: by default the path parameter `id`; none where the path names its document by number.
 */
export function Decides(
  kinds: WorkItemKind | readonly WorkItemKind[],
  subjectAt: readonly string[] = ['id'],
): MethodDecorator {
  return applyDecorators(
    ApiExtension(DECIDES, typeof kinds === 'string' ? [kinds] : kinds),
    ApiExtension(SUBJECT_AT, subjectAt),
  );
}
