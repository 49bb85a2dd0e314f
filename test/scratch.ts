import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a run of the tests puts what it throws away at its end; processes that it kills cannot tidy up. */
export const scratch = join(tmpdir(), `hearback-tests-${process.pid}`);
