import { variable } from '../../domain/environment.ts';
import { readEnvironment } from '../runtime/environment.ts';
import type { Eraser } from './erasing.ts';
import { openFiles } from './files.ts';
import { openMailer } from './mailer.ts';
import { openMachines } from './stopping.ts';
import { openTable } from './store/table.ts';

/** Opens what an erasure works with, once per cold start. */
export function openEraser(): Eraser {
  const environment = readEnvironment(
    variable.table,
    variable.resumeBucket,
    variable.journeyAlias,
    variable.callbackAlias,
    variable.mailFrom,
    variable.replyTo,
    variable.configurationSet,
  );
  return {
    table: openTable(environment[variable.table]),
    files: openFiles(environment[variable.resumeBucket]),
    machines: openMachines(environment[variable.journeyAlias], environment[variable.callbackAlias]),
    post: {
      mailer: openMailer(environment[variable.configurationSet]),
      from: environment[variable.mailFrom],
      replyTo: environment[variable.replyTo],
    },
  };
}
