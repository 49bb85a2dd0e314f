import type { DatabaseSync } from 'node:sqlite';

import type { JsonObject } from '../../../simulator/asl/json.ts';
import type { Random } from '../../../simulator/asl/random.ts';
import type { Clock } from '../../service.ts';
import type { Place } from '../arns.ts';
import type { Executions } from '../executions.ts';
import type { Executor } from '../executor.ts';
import type { Fields } from '../fields.ts';
import type { Machines } from '../machines.ts';

/** What the operations of the API work with. */
export interface Parts {
  readonly db: DatabaseSync;
  readonly clock: Clock;
  readonly random: Random;
  readonly place: Place;
  readonly machines: Machines;
  readonly executions: Executions;
  readonly executor: Executor;
}

/** One operation of the API: takes the request's fields, gives the response or throws ServiceError. */
export type Operation = (parts: Parts, fields: Fields) => JsonObject | Promise<JsonObject>;
