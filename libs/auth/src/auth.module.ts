import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { type Clock, systemClock } from '@shekara/kernel';
import { AccessGuard } from './access.guard.js';
import { type AccessTokenOptions, AccessTokens } from './access-tokens.js';

export interface AuthOptions extends AccessTokenOptions {
  /** The clock that token times are checked against; the system's by default. */
  readonly clock?: Clock;
}

/** Closes every HTTP route of the application except those that say @Public() or @Roles(…). */
@Module({})
export class AuthModule {
  static register({ clock = systemClock, ...options }: AuthOptions): DynamicModule {
    return {
      module: AuthModule,
      global: true,
      providers: [
        { provide: AccessTokens, useFactory: () => new AccessTokens(options, clock) },
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
      exports: [AccessTokens],
    };
  }
}
