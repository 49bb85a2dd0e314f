import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { BusEvent, Place } from '../bus-event.ts';
import type { AwsRequest, AwsResponse, AwsService, Clock, Permission } from '../service.ts';
import { bareAddress } from './address.ts';
import { identityFor, type SesConfiguration } from './configuration.ts';
import { badRequest, errorReply, jsonReply, notFound, SesError } from './errors.ts';
import { createMailStore, type MailStore } from './mail-store.ts';
import { sendEmail } from './send-email.ts';
import { parseSendEmail } from './send-email-request.ts';
import { createSuppressionList, type SuppressionList } from './suppression-list.ts';

export interface SesOptions {
  readonly database: DatabaseSync;
  readonly clock: Clock;
  readonly place: Place;
  readonly configuration: SesConfiguration;
  /** Puts an event on the default bus and returns at once: SES never waits for who listens. */
  readonly publish: (event: BusEvent) => void;
  /** Told why a call was refused: the caller's own log must keep the reason, which may hold an address, to itself. */
  readonly report?: (line: string) => void;
}

/** The SES v2 API as far as the product calls it, and the mails it accepted. */
export interface Ses extends AwsService {
  readonly mails: MailStore;
  readonly suppressions: SuppressionList;
}

interface Operation {
  readonly method: string;
  readonly path: RegExp;
  readonly permissions: (request: AwsRequest, parameter: string) => Permission[];
  readonly run: (request: AwsRequest, parameter: string) => unknown;
}

const IDENTITIES = /^\/v2\/email\/identities\/([^/]+)$/;
const SUPPRESSED = /^\/v2\/email\/suppression\/addresses\/([^/]+)$/;

const suppressedBody = z.strictObject({ EmailAddress: z.string(), Reason: z.enum(['BOUNCE', 'COMPLAINT']) });
const senderBody = z.looseObject({
  FromEmailAddress: z.string().optional(),
  ConfigurationSetName: z.string().optional(),
});

/** The body for the permission check, which comes before any reply: what is no JSON names no resource. */
function looseJson(request: AwsRequest): unknown {
  try {
    return json(request);
  } catch (error) {
    if (error instanceof SesError) {
      return {};
    }
    throw error;
  }
}

function json(request: AwsRequest): unknown {
  try {
    return JSON.parse(request.body.toString('utf8'));
  } catch {
    throw badRequest('The request body is not JSON');
  }
}

/** Operations by route; anything else the SES v2 API has is refused by its path. */
function operations(options: SesOptions, mails: MailStore, suppressions: SuppressionList): Operation[] {
  const { clock, configuration, place } = options;
  const arn = (kind: string, name: string): string =>
    `arn:aws:ses:${place.region}:${place.account}:${kind}/${name}`;
  const always = (action: string) => (): Permission[] => [{ action, resource: '*' }];
  return [
    {
      method: 'POST',
      path: /^\/v2\/email\/outbound-emails$/,
      permissions(request) {
        const { FromEmailAddress, ConfigurationSetName } = senderBody.catch({}).parse(looseJson(request));
        const from = bareAddress(FromEmailAddress ?? '');
        return [
          { action: 'ses:SendEmail', resource: arn('identity', identityFor(configuration, from) ?? from) },
          ...(ConfigurationSetName === undefined
            ? []
            : [{ action: 'ses:SendEmail', resource: arn('configuration-set', ConfigurationSetName) }]),
        ];
      },
      run: (request) => ({
        MessageId: sendEmail({ ...options, mails, suppressions }, parseSendEmail(json(request))),
      }),
    },
    {
      method: 'GET',
      path: IDENTITIES,
      permissions: (_, name) => [{ action: 'ses:GetEmailIdentity', resource: arn('identity', name) }],
      run(_, name) {
        if (!configuration.identities.has(name.toLowerCase())) {
          throw notFound(`Email identity <${name}> does not exist.`);
        }
        const type = name.includes('@') ? 'EMAIL_ADDRESS' : 'DOMAIN';
        return {
          IdentityType: type,
          VerifiedForSendingStatus: true,
          VerificationStatus: 'SUCCESS',
          FeedbackForwardingStatus: true,
        };
      },
    },
    {
      method: 'PUT',
      path: /^\/v2\/email\/suppression\/addresses$/,
      permissions: always('ses:PutSuppressedDestination'),
      run(request) {
        const parsed = suppressedBody.safeParse(json(request));
        if (!parsed.success) {
          throw badRequest(z.prettifyError(parsed.error));
        }
        const { EmailAddress, Reason } = parsed.data;
        suppressions.put({ address: bareAddress(EmailAddress), reason: Reason, at: clock.now() });
        return {};
      },
    },
    {
      method: 'GET',
      path: SUPPRESSED,
      permissions: always('ses:GetSuppressedDestination'),
      run(_, address) {
        const entry = suppressions.get(bareAddress(address));
        if (entry === undefined) {
          throw notFound(`Email address ${address} does not exist on your suppression list.`);
        }
        return {
          SuppressedDestination: {
            EmailAddress: entry.address,
            Reason: entry.reason,
            LastUpdateTime: entry.at / 1000,
          },
        };
      },
    },
    {
      method: 'DELETE',
      path: SUPPRESSED,
      permissions: always('ses:DeleteSuppressedDestination'),
      run(_, address) {
        if (!suppressions.remove(bareAddress(address))) {
          throw notFound(`Email address ${address} does not exist on your suppression list.`);
        }
        return {};
      },
    },
  ];
}

/** SES v2 on a laptop: takes mail, keeps it, and tells EventBridge what became of it. */
export function createSes(options: SesOptions): Ses {
  const mails = createMailStore(options.database);
  const suppressions = createSuppressionList(options.database);
  const table = operations(options, mails, suppressions);
  const find = ({ method, path }: AwsRequest): { operation: Operation; parameter: string } | undefined => {
    for (const operation of table) {
      const match = operation.method === method ? operation.path.exec(path) : null;
      if (match !== null) {
        return { operation, parameter: decodeURIComponent(match[1] ?? '') };
      }
    }
    return undefined;
  };
  const run = (request: AwsRequest): unknown => {
    const found = find(request);
    if (found === undefined) {
      const operation = `${request.method} ${request.path}`;
      throw new SesError('UnknownOperationException', 404, `SES on this laptop has no ${operation}`);
    }
    return found.operation.run(request, found.parameter);
  };
  return {
    signingName: 'ses',
    mails,
    suppressions,
    permissions(request) {
      const found = find(request);
      return found === undefined ? [] : found.operation.permissions(request, found.parameter);
    },
    async handle(request): Promise<AwsResponse> {
      try {
        return jsonReply(200, run(request));
      } catch (error) {
        if (!(error instanceof SesError)) {
          throw error;
        }
        if (error.name !== 'NotFoundException') {
          options.report?.(`SES refused ${request.caller.name}: ${error.name}: ${error.message}`);
        }
        return errorReply(error);
      }
    },
  };
}
