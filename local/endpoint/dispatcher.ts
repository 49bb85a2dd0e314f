import type { AwsRequest, AwsResponse, AwsService, Caller } from '../service.ts';
import type { Iam } from './iam.ts';
import { accessDenied, errorReply } from './replies.ts';
import { readCredential } from './signature.ts';

/** A request before it is known who makes it. */
export type UnsignedRequest = Omit<AwsRequest, 'caller'>;

export interface DispatcherOptions {
  readonly iam: Iam;
  readonly services: readonly AwsService[];
  /** Finds the caller by access key; undefined for a key nobody was given. */
  readonly callerOf: (accessKey: string) => Caller | undefined;
  readonly report: (fault: string) => void;
}

const anonymous: Caller = { name: 'anonymous', roleArn: undefined };

/** Leads each call to its service, if the caller's policies allow it. */
export class Dispatcher {
  readonly #options: DispatcherOptions;
  readonly #services: ReadonlyMap<string, AwsService>;

  constructor(options: DispatcherOptions) {
    this.#options = options;
    this.#services = new Map(options.services.map((service) => [service.signingName, service]));
  }

  async answer(request: UnsignedRequest): Promise<AwsResponse> {
    const { authorization } = request.headers;
    if (authorization === undefined) return this.#withoutSignature(request);
    const credential = readCredential(authorization);
    if (credential === undefined) {
      return errorReply(
        '',
        403,
        'IncompleteSignature',
        'Authorization is not in the form of AWS Signature Version 4.',
      );
    }
    const { accessKey, signingName } = credential;
    const caller = this.#options.callerOf(accessKey);
    if (caller === undefined) {
      const message = `The security token included in the request is invalid: ${accessKey} belongs to nobody here.`;
      return errorReply(signingName, 403, 'UnrecognizedClientException', message);
    }
    const service = this.#services.get(signingName);
    if (service === undefined) {
      const message = `the laptop has no service "${signingName}" (${caller.name}: ${request.method} ${request.path})`;
      this.#options.report(message);
      return errorReply(signingName, 501, 'NotImplementedException', message);
    }
    const call = { ...request, caller };
    const denial = await this.#options.iam.refuse(caller, service.permissions(call));
    return denial === undefined ? service.handle(call) : accessDenied(signingName, denial.message);
  }

  /** Browsers upload and download with a presigned form or URL, which S3 verifies itself. */
  async #withoutSignature(request: UnsignedRequest): Promise<AwsResponse> {
    const s3 = this.#services.get('s3');
    if (s3 === undefined)
      return errorReply('', 403, 'MissingAuthenticationToken', 'Missing Authentication Token');
    return s3.handle({ ...request, caller: anonymous });
  }
}
