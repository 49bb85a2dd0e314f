import { describe, expect, test } from 'vitest';
import { ConfigError, parseConfig, readConfig } from '../../infra/config.ts';
import { inRepository } from '../../infra/paths.ts';

const valid = {
  stage: 'prod',
  mail: {
    identity: 'example.com',
    from: 'Careers <careers@example.com>',
    marketingFrom: 'thanks@offers.example.com',
    replyTo: 'people@example.com',
  },
};
const refusal = (config: unknown): string => {
  try {
    parseConfig(typeof config === 'string' ? config : JSON.stringify(config), 'hearback.config.json');
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('accepted');
};

describe('A configuration', () => {
  test('of the sample company can be deployed', () => {
    expect(readConfig(inRepository('hearback.config.json')).stage).toBe('prod');
  });

  test('needs little: what is not said is safe', () => {
    expect(parseConfig(JSON.stringify(valid), 'here')).toMatchObject({
      waf: true,
      malwareProtection: true,
      retainData: true,
      careersOrigins: [],
    });
  });
});

describe('A mistake is told with what, where and how to mend it', () => {
  test.each([
    ['{ "stage": ', 'hearback.config.json is not JSON'],
    [{ ...valid, wafs: true }, '(whole file): no setting is called wafs; remove or rename it'],
    [{ ...valid, stage: 'Production!' }, 'stage: expected up to twelve small letters and digits, like prod'],
    [{ stage: 'prod' }, 'mail: is missing (object expected)'],
    [
      { ...valid, careersOrigins: ['http://careers.example.com/apply'] },
      'careersOrigins.0: expected an origin without a path, like https://careers.example.com',
    ],
    [
      { ...valid, mail: { ...valid.mail, from: 'careers@elsewhere.com' } },
      'mail.from: SES can only send from example.com, which this address is no part of',
    ],
    [
      { ...valid, mail: { ...valid.mail, identity: 'me@example.com' } },
      'mail.from: SES can only send from me@example.com',
    ],
    [
      { ...valid, careersOrigins: ['https://..'] },
      'careersOrigins.0: expected an origin without a path, like https://careers.example.com',
    ],
    [
      { ...valid, careersOrigins: ['https://careers.example.com:99999'] },
      'careersOrigins.0: expected an origin',
    ],
    [{ ...valid, waf: 'yes' }, 'waf: expected boolean, not "yes"'],
    [{ ...valid, alarmEmail: 'nobody' }, 'alarmEmail: expected an e-mail address'],
    [
      { ...valid, mail: { ...valid.mail, from: 'Careers careers@example.com' } },
      'mail.from: expected an address, like "Careers <careers@example.com>"',
    ],
    [
      { ...valid, mail: { ...valid.mail, from: 'Careers <careers@example.com' } },
      'mail.from: expected an address, like "Careers <careers@example.com>"',
    ],
    [
      { ...valid, mail: { ...valid.mail, from: 'Kariéra <careers@example.com>' } },
      'mail.from: expected an address whose name has plain letters only',
    ],
    [
      { ...valid, mail: { ...valid.mail, sandboxRecipients: ['a@example.com', 'a@example.com'] } },
      'mail.sandboxRecipients: each address once',
    ],
    [{ ...valid, siteDomain: 'jobs.example.com' }, 'siteDomain and certificateArn only work together'],
    [
      {
        ...valid,
        siteDomain: 'jobs.example.com',
        certificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/x',
      },
      'certificateArn: expected the ARN of a certificate in us-east-1',
    ],
  ])('%j', (config, message) => {
    expect(refusal(config)).toContain(message);
  });

  test('all of them at once', () => {
    const message = refusal({ ...valid, stage: '', extra: 1 });
    expect(message).toContain('stage:');
    expect(message).toContain('extra');
  });

  test('and a missing file says what to copy', () => {
    expect(() => readConfig('/nowhere/hearback.config.json')).toThrow(
      /is missing: copy hearback\.config\.json/,
    );
  });
});
