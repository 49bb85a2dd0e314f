import { readFileSync } from 'node:fs';
import * as z from 'zod';

const domain = z
  .string()
  .regex(
    /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    'a domain name in small letters, like jobs.example.com',
  );
const address = z.email('an e-mail address');
/** An address, with or without a name before it. Letters beyond ASCII would have to be encoded for a header. */
const mailbox = z
  .string()
  .regex(
    /^(?:[^<>@",;:\\]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
    'an address, like "Careers <careers@example.com>"',
  )
  .regex(
    /^[\x20-\x7e]*$/,
    'an address whose name has plain letters only, like "Careers <careers@example.com>"',
  )
  .refine((text) => address.safeParse(addressOf(text)).success, {
    error: 'expected an address, like "Careers <careers@example.com>"',
  });
const origin = z
  .string()
  .refine((text) => /^https:\/\/[a-z0-9]/.test(text) && URL.canParse(text) && new URL(text).origin === text, {
    error: 'expected an origin without a path, like https://careers.example.com',
  });

const distinct = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;

const mail = z.strictObject({
  /** Domain (or, while trying out, a single address) that SES verifies and everything is sent from. */
  identity: z.union([domain, address], { error: 'a domain name or an e-mail address in small letters' }),
  /** That identity is in the account's SES already, as another product's or stage's: it is used as it stands. */
  identityExists: z.boolean().default(false),
  from: mailbox,
  /** Another address than `from`, so that marketing has a reputation of its own. */
  marketingFrom: mailbox,
  replyTo: mailbox,
  /** While the account is in the SES sandbox: the only addresses that get mail. Each is asked to verify itself. */
  sandboxRecipients: z.array(address).refine(distinct, { error: 'each address once' }).default([]),
});

const config = z
  .strictObject({
    /** Tells apart two deployments in one account; part of every name. */
    stage: z.string().regex(/^[a-z][a-z0-9]{0,11}$/, 'up to twelve small letters and digits, like prod'),
    /** Own domain of the pages; without it they live on the distribution's generated one. */
    siteDomain: domain.optional(),
    certificateArn: z
      .string()
      .regex(
        /^arn:aws:acm:us-east-1:\d{12}:certificate\/.+$/,
        'the ARN of a certificate in us-east-1, the only region CloudFront reads',
      )
      .optional(),
    mail,
    /** Careers sites whose pages may call the API from a browser. */
    careersOrigins: z.array(origin).default([]),
    /** Web application firewall: about 10 USD a month, and the limit of requests per address. */
    waf: z.boolean().default(true),
    /** GuardDuty scans each résumé. Without it nobody can read one until a scanner of your own tags it. */
    malwareProtection: z.boolean().default(true),
    /** Gets a message when an alarm begins and when it ends. */
    alarmEmail: address.optional(),
    /** Keeps table, résumés and staff accounts when the stack is deleted. Turn off only where data is for show. */
    retainData: z.boolean().default(true),
    tracing: z.boolean().default(true),
  })
  .superRefine((value, context) => {
    const refuse = (path: string[], message: string) =>
      context.addIssue({ code: 'custom', path, message, input: value });
    if ((value.siteDomain === undefined) !== (value.certificateArn === undefined))
      refuse(['siteDomain'], 'siteDomain and certificateArn only work together: give both or neither');
    for (const name of ['from', 'marketingFrom'] as const)
      if (!belongsTo(value.mail[name], value.mail.identity))
        refuse(
          ['mail', name],
          `SES can only send from ${value.mail.identity}, which this address is no part of`,
        );
  });

export type Config = z.output<typeof config>;

/** The bare address of `Name <address>`. */
function addressOf(mailboxText: string): string {
  return /<(.+)>/.exec(mailboxText)?.[1] ?? mailboxText;
}

/** Whether SES lets an identity send from a mailbox: a domain also covers its subdomains. */
function belongsTo(mailboxText: string, identity: string): boolean {
  const address = addressOf(mailboxText);
  if (identity.includes('@')) return address === identity;
  const host = address.slice(address.lastIndexOf('@') + 1);
  return host === identity || host.endsWith(`.${identity}`);
}

/** The configuration cannot be used; the message says what is wrong, where, and how to mend it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Parses the text of a configuration file; `place` names the file in messages.
 * @throws ConfigError listing every mistake
 */
export function parseConfig(text: string, place: string): Config {
  const parsed = config.safeParse(jsonOf(text, place), { reportInput: true });
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(
    (issue) => `  ${issue.path.join('.') || '(whole file)'}: ${told(issue)}`,
  );
  throw new ConfigError(
    `${place} cannot be used:\n${lines.join('\n')}\nEvery setting is described in infra/config.ts.`,
  );
}

/** Reads and parses a configuration file. @throws ConfigError */
export function readConfig(path: string): Config {
  try {
    return parseConfig(readFileSync(path, 'utf8'), path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new ConfigError(
        `${path} is missing: copy hearback.config.json of the repository and put in your company.`,
      );
    throw error;
  }
}

function told(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `no setting is called ${issue.keys.join(', ')}; remove or rename it`;
  if (issue.code === 'invalid_format') return `expected ${issue.message}`;
  if (issue.code === 'invalid_type')
    return issue.input === undefined
      ? `is missing (${issue.expected} expected)`
      : `expected ${issue.expected}, not ${JSON.stringify(issue.input)}`;
  return issue.message;
}

function jsonOf(text: string, place: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ConfigError(`${place} is not JSON: ${error.message}`);
  }
}
