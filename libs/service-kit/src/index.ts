export { Answers } from './answer.interceptor.js';
export {
  bootstrap,
  migrationsOf,
  type RunningService,
  type ServiceDefinition,
  type SpineRoutes,
} from './bootstrap.js';
export { type Answer, answerOf, fieldInvalid, refusal } from './answer.js';
export { Command, type CommandRequest, Commands } from './commands.js';
export { Decides, DECIDES, SUBJECT_AT } from './deciding-operation.js';
export type { Schema } from './dto-schemas.js';
export { openApiOf, type OpenApiOfService } from './open-api.js';
export { nextAfter, PageQuery } from './page-query.js';
export { BodyReadAs } from './route-description.js';
export { COME_AGAIN_AFTER_SECONDS } from './problem.filter.js';
export { requestReasons } from './request-reasons.js';
export { edgeValidation } from './validation.js';
export { type ServiceSettings, settingsFromEnvironment } from './settings.js';
export { LawModule, REFERENCE_DATA } from './law.module.js';
export { CreateOfficialRates1764000000460 } from './migrations/1764000000460-official-rates.js';
export { OfficialRates } from './official-rates/official-rates.js';
export { OfficialRatesModule } from './official-rates/official-rates.module.js';
