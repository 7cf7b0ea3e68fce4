import { Inject, Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { UpstreamDocuments } from '../upstream/upstream-documents.js';
import { mergeApis } from './merged-open-api.js';

@Injectable()
export class MergedOpenApi {
  constructor(@Inject(UpstreamDocuments) private readonly documents: UpstreamDocuments) {}

  /** The gateway's own document with what the reachable services say about their open paths. */
  async including(own: OpenAPIObject): Promise<OpenAPIObject> {
    return mergeApis(own, await this.documents.ofAll('/openapi.json'));
  }
}
