export { AuthModule, type AuthOptions } from './auth.module.js';
export { AccessTokens, type AccessTokenOptions } from './access-tokens.js';
export { CurrentPrincipal, Public, PUBLIC_ROUTE, Roles, ROUTE_ROLES } from './route-access.js';
export {
  type DocumentScope,
  listScope,
  type ListScope,
  mayActFor,
  mayActOn,
  mayRead,
  NotYours,
  officerOf,
} from './ownership.js';
export { type Principal, type Role, ROLES, isRole } from './principal.js';
export { type Problem, ProblemException } from './problem.js';
export { authReasons } from './auth-reasons.js';
export {
  DEVELOPMENT_SECRET,
  DEVELOPMENT_USERS,
  type DevelopmentClaims,
  type DevelopmentIssuer,
  type DevelopmentIssuerOptions,
  type DevelopmentUser,
  startDevelopmentIssuer,
} from './development-issuer.js';
