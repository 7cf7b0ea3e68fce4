/** The door of every route: a token, then a role. Deny by default. */
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { reason } from '@shekara/kernel';
import { AccessTokens, refusedToken } from './access-tokens.js';
import { authReasons } from './auth-reasons.js';
import type { Role } from './principal.js';
import { ProblemException } from './problem.js';
import { type AuthenticatedRequest, PUBLIC_ROUTE, ROUTE_ROLES } from './route-access.js';

type RoutePlace = Parameters<Reflector['get']>[1];

interface Reply {
  header(name: string, value: string): unknown;
}

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokens,
  ) {}

  /**
   * Lets public routes and messages pass (a message's sender is checked by the broker and by its signature).
   * @throws ProblemException 401 TOKEN_MISSING or TOKEN_INVALID, 403 ROLE_MISSING, 503 TOKEN_UNVERIFIABLE.
   */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const places = [context.getHandler(), context.getClass()];
    const roles = this.reflector.getAllAndOverride<readonly Role[] | undefined>(ROUTE_ROLES, places);
    if (this.isPublic(context, roles)) return true;

    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const principal = await this.authenticate(request, context.switchToHttp().getResponse<Reply>());
    if (!roles?.some((role) => principal.roles.includes(role))) throw roleMissing(roles ?? []);
    request.principal = principal;
    return true;
  }

  /** Roles close what lies inside a public controller; a public route is open inside a closed one. */
  private isPublic(context: ExecutionContext, roles: readonly Role[] | undefined): boolean {
    const marked = (place: RoutePlace) =>
      this.reflector.get<boolean | undefined>(PUBLIC_ROUTE, place) === true;
    return marked(context.getHandler()) || (marked(context.getClass()) && roles === undefined);
  }

  private async authenticate(request: AuthenticatedRequest, reply: Reply) {
    const header = request.headers.authorization;
    const token = typeof header === 'string' ? /^Bearer +([\w.~+/-]+=*) *$/i.exec(header)?.[1] : undefined;
    if (token === undefined) {
      reply.header('www-authenticate', 'Bearer realm="shekara"');
      throw refusedToken(authReasons.TOKEN_MISSING, 401);
    }
    try {
      return await this.tokens.verify(token);
    } catch (error) {
      if (error instanceof ProblemException && error.getStatus() === 401) {
        reply.header('www-authenticate', 'Bearer realm="shekara", error="invalid_token"');
      }
      throw error;
    }
  }
}

function roleMissing(roles: readonly Role[]): ProblemException {
  return new ProblemException({
    type: 'urn:shekara:problem:forbidden',
    title: 'Not allowed',
    status: 403,
    detail: authReasons.ROLE_MISSING.text.en,
    reasons: [reason(authReasons.ROLE_MISSING, { parameters: { needed: roles.join(', ') } })],
  });
}
