import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kafkaAccess, kafkaSettings } from './kafka-settings.js';

describe('the settings of Kafka', () => {
  const sasl = {
    KAFKA_SASL_MECHANISM: 'SCRAM-SHA-512',
    KAFKA_SASL_USERNAME: 'risk',
    KAFKA_SASL_PASSWORD: 'p',
  };

  it('are brokers in plaintext unless the environment says more', () => {
    expect(kafkaSettings({ KAFKA_BROKERS: 'a:1,b:2', KAFKA_SSL: '' })).toEqual({
      brokers: ['a:1', 'b:2'],
      topicPrefix: '',
      replicationFactor: 1,
    });
    expect(() => kafkaSettings({})).toThrow('KAFKA_BROKERS');
  });

  it('are TLS with an authority of its own, SASL, and replicas', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kafka-'));
    try {
      const file = join(folder, 'ca.pem');
      writeFileSync(file, 'authority');
      const access = { KAFKA_SSL: 'true', KAFKA_SSL_CA_FILE: file, KAFKA_REPLICATION_FACTOR: '3', ...sasl };
      expect(kafkaAccess(access)).toEqual({
        replicationFactor: 3,
        tls: { authority: 'authority' },
        sasl: { mechanism: 'scram-sha-512', username: 'risk', password: 'p' },
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(kafkaAccess({ KAFKA_SSL: 'true' })).toEqual({ replicationFactor: 1, tls: {} });
  });

  it.each([
    ['KAFKA_REPLICATION_FACTOR', { KAFKA_REPLICATION_FACTOR: '0' }],
    ['KAFKA_SSL', { KAFKA_SSL: 'yes' }],
    ['KAFKA_SSL_CA_FILE', { KAFKA_SSL_CA_FILE: '/ca.pem' }],
    ['KAFKA_SASL_MECHANISM', { ...sasl, KAFKA_SASL_MECHANISM: 'gssapi' }],
    ['KAFKA_SASL_MECHANISM', { KAFKA_SASL_USERNAME: 'risk' }],
    ['KAFKA_SASL_USERNAME', { KAFKA_SASL_MECHANISM: 'scram-sha-256' }],
    ['KAFKA_SASL_PASSWORD', { ...sasl, KAFKA_SASL_PASSWORD: '' }],
    ['KAFKA_SSL', { ...sasl, KAFKA_SASL_MECHANISM: 'plain' }],
  ])('name %s when it is missing or wrong', (variable, environment) => {
    expect(() => kafkaAccess(environment)).toThrow(variable);
  });
});
