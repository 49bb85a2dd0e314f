import type { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { variable } from '../../domain/environment.ts';
import type { DataKey } from './data-key.ts';
import type { HearbackFunction } from './hearback-function.ts';

/** Indexes by what they answer: what waits for somebody, and what belongs to a person. */
const index = { work: 'gsi1', person: 'gsi2' } as const;

/** The one table; docs/architecture.md tells what its items are. */
export class ApplicationsTable extends Construct {
  readonly table: Table;
  readonly streamArn: string;
  readonly #dataKey: DataKey;

  constructor(
    scope: Construct,
    id: string,
    props: { dataKey: DataKey; removalPolicy: RemovalPolicy; keep: boolean },
  ) {
    super(scope, id);
    this.#dataKey = props.dataKey;
    const text = (name: string) => ({ name, type: AttributeType.STRING });
    this.table = new Table(this, 'Table', {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: props.dataKey.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: 'expiresAt',
      // Ids are all a journey needs to begin: nothing personal leaves the table.
      stream: StreamViewType.KEYS_ONLY,
      deletionProtection: props.keep,
      removalPolicy: props.removalPolicy,
    });
    for (const indexName of Object.values(index))
      this.table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: text(`${indexName}pk`),
        sortKey: text(`${indexName}sk`),
        projectionType: ProjectionType.ALL,
      });
    if (this.table.tableStreamArn === undefined) throw new Error('the table has no stream');
    this.streamArn = this.table.tableStreamArn;
  }

  /** May read single items. */
  grantRead(fn: HearbackFunction): void {
    fn.allow(['dynamodb:GetItem'], [this.table.tableArn]);
    this.#dataKey.grantThrough('dynamodb', fn);
    fn.tell(variable.table, this.table.tableName);
  }

  /**
   * May read and write single items, also in transactions that hang on one they do not write, and list those of one
   * partition; never deletes or scans.
   */
  grantReadWrite(fn: HearbackFunction): void {
    fn.allow(
      [
        'dynamodb:ConditionCheckItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
      ],
      [this.table.tableArn],
    );
    this.#dataKey.grantThrough('dynamodb', fn);
    fn.tell(variable.table, this.table.tableName);
  }

  /** May read single items, mark them and add to others. */
  grantCount(fn: HearbackFunction): void {
    fn.allow(['dynamodb:GetItem', 'dynamodb:UpdateItem'], [this.table.tableArn]);
    this.#dataKey.grantThrough('dynamodb', fn);
    fn.tell(variable.table, this.table.tableName);
  }

  /** May also read many items at a time, or those of one partition. */
  grantReadMany(fn: HearbackFunction): void {
    fn.allow(['dynamodb:BatchGetItem', 'dynamodb:Query'], [this.table.tableArn]);
  }

  /** May also delete single items. */
  grantDelete(fn: HearbackFunction): void {
    fn.allow(['dynamodb:DeleteItem'], [this.table.tableArn]);
  }

  /** May also list what waits for somebody, by when it is due. */
  grantQueryWork(fn: HearbackFunction): void {
    fn.allow(['dynamodb:Query'], [`${this.table.tableArn}/index/${index.work}`]);
  }

  /** May also list what belongs to a person. */
  grantQueryPerson(fn: HearbackFunction): void {
    fn.allow(['dynamodb:Query'], [`${this.table.tableArn}/index/${index.person}`]);
  }

  /** May read the stream of changes. */
  grantStream(fn: HearbackFunction): void {
    fn.allow(
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      [this.streamArn],
    );
    this.#dataKey.grantThrough('dynamodb', fn);
  }
}
