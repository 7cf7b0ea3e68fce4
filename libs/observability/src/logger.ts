/** Structured logs: one JSON object a line, with the service and the trace, without personal data. */
import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger as PinoLogger, pino, stdTimeFunctions } from 'pino';
import { textWithoutPersonalData, withoutPersonalData } from './personal-data.js';
import { activeTraceFields } from './tracing.js';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
export type LogDestination = DestinationStream;

/**
 * A logger for `NestFactory.create(…, { logger })`. Standard output by default. Nest keeps one logger for the process;
 * a line written inside a service's context names that service, whoever made the logger.
 */
export function createLogger(
  service: string,
  level: LogLevel,
  destination?: LogDestination,
): StructuredLogger {
  const options = {
    level,
    base: undefined,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    mixin: () => ({ service, ...activeTraceFields() }),
  };
  return new StructuredLogger(destination ? pino(options, destination) : pino(options));
}

/** Nest hands over the message, then details, the stack of an error and, last, the name of the class that logs. */
export class StructuredLogger implements LoggerService {
  constructor(private readonly lines: PinoLogger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  private write(level: Exclude<LogLevel, 'silent'>, message: unknown, rest: readonly unknown[]): void {
    if (!this.lines.isLevelEnabled(level)) return;
    const last = rest.at(-1);
    const context = typeof last === 'string' && !isStack(last) ? last : undefined;
    const details = context === undefined ? rest : rest.slice(0, -1);
    const fields: Record<string, unknown> = context === undefined ? {} : { context };
    const others: unknown[] = [];
    for (const detail of details) {
      if (detail === undefined) continue;
      if (detail instanceof Error) fields.error = withoutPersonalData(detail);
      else if (typeof detail === 'string' && isStack(detail)) fields.stack = textWithoutPersonalData(detail);
      else others.push(withoutPersonalData(detail));
    }
    if (others.length > 0) fields.details = others.length === 1 ? others[0] : others;
    if (typeof message === 'string') this.lines[level](fields, textWithoutPersonalData(message));
    else if (message instanceof Error) {
      this.lines[level](
        { ...fields, error: withoutPersonalData(message) },
        textWithoutPersonalData(message.message),
      );
    } else this.lines[level]({ ...fields, data: withoutPersonalData(message) });
  }
}

function isStack(text: string): boolean {
  return /\n\s+at /.test(text);
}
