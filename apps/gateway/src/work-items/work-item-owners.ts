/** Which service owns a work item, as its messages said. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from '@shekara/persistence';
import { UPSTREAM_NAMES, type UpstreamName } from '../upstream/upstreams.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Injectable()
export class WorkItemOwners {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** The owner, or undefined for an item that no message spoke of. */
  async ownerOf(id: string): Promise<UpstreamName | undefined> {
    if (!UUID.test(id)) return undefined;
    const [item] = await this.dataSource.query<{ service: string }[]>(
      `SELECT service FROM queued_work_items WHERE id = $1`,
      [id],
    );
    return UPSTREAM_NAMES.find((name) => name === item?.service);
  }
}
