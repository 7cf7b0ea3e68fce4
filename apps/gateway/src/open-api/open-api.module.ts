import { Module } from '@nestjs/common';
import { MergedOpenApi } from './merged-open-api.service.js';

@Module({ providers: [MergedOpenApi] })
export class OpenApiModule {}
