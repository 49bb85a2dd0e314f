import type { TableModel } from '../assembly/model.ts';
import { parseJson } from '../assembly/json.ts';
import { errorReply } from '../endpoint/replies.ts';
import type { AwsRequest, AwsResponse, AwsService, Permission } from '../service.ts';
import type { DynamoDbClient } from './client.ts';
import { dynamoDbPermissions } from './permissions.ts';

export interface DynamoDbOptions {
  readonly client: DynamoDbClient;
  readonly tables: readonly TableModel[];
  /** Told after each write, before the caller hears of it: its stream records are there. */
  readonly written: () => void;
}

const PREFIX = 'DynamoDB_20120810.';
const READS = new Set(['GetItem', 'BatchGetItem', 'Query', 'Scan', 'TransactGetItems', 'DescribeTable']);
const WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems']);

const operationOf = ({ headers }: AwsRequest): string => {
  const target = headers['x-amz-target'] ?? '';
  return target.startsWith(PREFIX) ? target.slice(PREFIX.length) : target;
};

/** DynamoDB's data plane, passed on to the local program; tables themselves come from the stack only. */
export class DynamoDbService implements AwsService {
  readonly signingName = 'dynamodb';
  readonly #options: DynamoDbOptions;

  constructor(options: DynamoDbOptions) {
    this.#options = options;
  }

  permissions(request: AwsRequest): Permission[] {
    const operation = operationOf(request);
    if (!READS.has(operation) && !WRITES.has(operation)) return [];
    return dynamoDbPermissions(operation, parseJson(request.body.toString('utf8')), this.#options.tables);
  }

  async handle(request: AwsRequest): Promise<AwsResponse> {
    const operation = operationOf(request);
    const writes = WRITES.has(operation);
    if (!writes && !READS.has(operation)) {
      return errorReply(
        this.signingName,
        400,
        'UnknownOperationException',
        `the laptop's DynamoDB has no ${operation}`,
      );
    }
    const { status, headers, body } = await this.#options.client.forward(PREFIX + operation, request.body);
    if (writes && status === 200) this.#options.written();
    const { 'content-type': type = 'application/x-amz-json-1.0', 'x-amzn-requestid': requestId } = headers;
    const passedOn = {
      'content-type': type,
      ...(typeof requestId === 'string' && { 'x-amzn-requestid': requestId }),
    };
    return { status, headers: passedOn, body };
  }
}
