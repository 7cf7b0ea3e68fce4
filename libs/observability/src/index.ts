export { ObservabilityModule, type ObservabilityOptions } from './observability.module.js';
export { createLogger, type LogLevel, type LogDestination, StructuredLogger } from './logger.js';
export { withoutPersonalData } from './personal-data.js';
export { HealthChecks, type Readiness } from './health-checks.js';
export { Metrics } from './metrics.js';
export {
  type Attributes,
  currentTraceparent,
  runWithTraceparent,
  SpanKind,
  type SpanOptions,
  Tracing,
  type TracingOptions,
  withSpan,
} from './tracing.js';
