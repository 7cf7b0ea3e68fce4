import { createLogger, type LogLevel } from './logger.js';
import { Tracing } from './tracing.js';

describe('a log line', () => {
  function written(write: (logger: ReturnType<typeof createLogger>) => void, level: LogLevel = 'trace') {
    const lines: string[] = [];
    write(createLogger('payments', level, { write: (line) => void lines.push(line) }));
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  it('is one JSON object with time, level, service, class and message', () => {
    const [line] = written((logger) => logger.log('started', 'Bootstrap'));
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      service: 'payments',
      context: 'Bootstrap',
      msg: 'started',
    });
  });

  it("maps Nest's levels and keeps those below the chosen one silent", () => {
    const all = (logger: ReturnType<typeof createLogger>) => {
      logger.verbose('a');
      logger.debug('b');
      logger.log('c');
      logger.warn('d');
      logger.error('e');
      logger.fatal('f');
    };
    expect(written(all).map(({ level }) => level)).toEqual([
      'trace',
      'debug',
      'info',
      'warn',
      'error',
      'fatal',
    ]);
    expect(written(all, 'warn').map(({ msg }) => msg)).toEqual(['d', 'e', 'f']);
    expect(written(all, 'silent')).toEqual([]);
  });

  it('carries the ids of the trace, and the service that the work belongs to', async () => {
    const registration = new Tracing({ service: 'registration', version: '1' });
    const lines: string[] = [];
    const logger = createLogger('payments', 'info', { write: (line) => void lines.push(line) });
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    await registration.runWithTraceparent(`00-${trace}-00f067aa0ba902b7-01`, 'consume', async () => {
      await Promise.resolve();
      logger.log('inside');
    });
    logger.log('outside');
    const [inside, outside] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(inside).toMatchObject({ service: 'registration', traceId: trace });
    expect(inside?.spanId).toMatch(/^[\da-f]{16}$/);
    expect(inside?.spanId).not.toBe('00f067aa0ba902b7');
    expect(outside?.service).toBe('payments');
    expect(outside).not.toHaveProperty('traceId');
    expect(lines[0]?.match(/"service"/g)).toHaveLength(1);
  });

  it('keeps the error with its cause, and the stack that Nest hands over as a text', () => {
    const failure = new Error('cannot save', { cause: new Error('connection lost') });
    const [first, second, third] = written((logger) => {
      logger.error('handler failed', failure, 'Relay');
      logger.error('handler failed', failure.stack, 'Relay');
      logger.error(failure);
    });
    expect(first).toMatchObject({
      context: 'Relay',
      error: { type: 'Error', message: 'cannot save', cause: { message: 'connection lost' } },
    });
    expect(second).toMatchObject({ context: 'Relay', stack: expect.stringContaining('at ') });
    expect(third).toMatchObject({ msg: 'cannot save', error: { message: 'cannot save' } });
  });

  it('holds no personal data, no credentials and no bodies, in texts, objects and errors', () => {
    const iin = '900101300017';
    const secrets = {
      headers: { authorization: 'Bearer abc.def.ghi', cookie: 'sid=1' },
      body: { note: 'private' },
    };
    const person = { declarant: { iin, full_name: 'Aigerim Private', phone: '+7 private' }, id: 'case-1' };
    const lines: string[] = [];
    const logger = createLogger('payments', 'info', { write: (line) => void lines.push(line) });
    logger.log(`paid by ${iin} with Bearer abc.def.ghi`);
    logger.log('request', secrets, 'Http');
    logger.log(person);
    logger.error(
      new Error(`duplicate key (iin)=(${iin})`, { cause: new Error('postgres://user:private@db/x') }),
    );
    const text = lines.join('');
    expect(lines).toHaveLength(4);
    for (const secret of [iin, 'abc.def.ghi', 'sid=1', 'private', 'Private'])
      expect(text).not.toContain(secret);
    expect(text).toContain('case-1');
  });
});
