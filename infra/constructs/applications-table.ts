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

const indexes = ['gsi1', 'gsi2'] as const;

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
      stream: StreamViewType.NEW_IMAGE,
      deletionProtection: props.keep,
      removalPolicy: props.removalPolicy,
    });
    for (const indexName of indexes)
      this.table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: text(`${indexName}pk`),
        sortKey: text(`${indexName}sk`),
        projectionType: ProjectionType.ALL,
      });
    if (this.table.tableStreamArn === undefined) throw new Error('the table has no stream');
    this.streamArn = this.table.tableStreamArn;
  }

  /** May read and write items one by one, in transactions and by query; never scans, never changes the table. */
  grantReadWrite(fn: HearbackFunction): void {
    fn.allow(
      [
        'dynamodb:ConditionCheckItem',
        'dynamodb:DeleteItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
      ],
      [this.table.tableArn],
    );
    fn.allow(
      ['dynamodb:Query'],
      indexes.map((name) => `${this.table.tableArn}/index/${name}`),
    );
    this.#tell(fn);
  }

  /** May read single items only. */
  grantRead(fn: HearbackFunction): void {
    fn.allow(['dynamodb:GetItem'], [this.table.tableArn]);
    this.#tell(fn);
  }

  #tell(fn: HearbackFunction): void {
    this.#dataKey.grantThrough('dynamodb', fn);
    fn.tell(variable.table, this.table.tableName);
  }
}
