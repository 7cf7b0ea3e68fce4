/** What a route says about who may call it. A route that says nothing is closed. */
import {
  createParamDecorator,
  type CustomDecorator,
  type ExecutionContext,
  SetMetadata,
} from '@nestjs/common';
import type { Principal, Role } from './principal.js';

/** Metadata key of routes that need no token (health, metrics, published lists). */
export const PUBLIC_ROUTE = 'shekara:public';
/** Metadata key of the roles that a route is open to. */
export const ROUTE_ROLES = 'shekara:roles';

/** Opens a controller or a route to everybody, without a token. */
export function Public(): CustomDecorator {
  return SetMetadata(PUBLIC_ROUTE, true);
}

/** Opens a controller or a route to principals that hold at least one of the roles; the route's own list wins. */
export function Roles(...roles: readonly [Role, ...Role[]]): CustomDecorator {
  return SetMetadata(ROUTE_ROLES, roles);
}

/** A request as the guard leaves it. */
export interface AuthenticatedRequest {
  principal?: Principal;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** The principal of the request. @throws Error on a public route, which has none: a bug of the route. */
export const CurrentPrincipal = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Principal => {
    const { principal } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (!principal) throw new Error('a public route has no principal');
    return principal;
  },
);
