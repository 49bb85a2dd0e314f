import { type Json, type JsonObject, isJsonObject } from '../../asl/json.ts';
import type { Supply } from '../context.ts';
import { type StateView, textOf } from './view.ts';

/** What a Task does. */
export interface Call {
  readonly action: 'invoke' | 'startExecution' | 'putEvents' | 'other';
  /** Whether it waits for an answer to its task token. */
  readonly waitsForToken: boolean;
  /** Whether it waits for the end of the machine it starts. */
  readonly waitsForEnd: boolean;
  readonly arguments: JsonObject;
  /** The name of the step it invokes or of the machine it starts; undefined when that is not said plainly. */
  readonly step: string | undefined;
  readonly machine: string | undefined;
  /** What the step is given; undefined when it is not written out. */
  readonly payload: JsonObject | undefined;
}

const RESOURCE = /:states:[^:]*:[^:]*:([a-z]+:[A-Za-z]+)(.*)$/;
const ACTIONS: Readonly<Record<string, Call['action']>> = {
  'lambda:invoke': 'invoke',
  'states:startExecution': 'startExecution',
  'events:putEvents': 'putEvents',
};

/** What a Task calls, as far as it says so plainly. */
export function callOf({ fields }: StateView, supplies: ReadonlyMap<string, Supply>): Call {
  const [, service = '', form = ''] = RESOURCE.exec(textOf(fields['Resource'])) ?? [];
  const given = isJsonObject(fields['Arguments']) ? fields['Arguments'] : {};
  const target = (field: string, kind: Supply['kind']): string | undefined => {
    const supply = supplies.get(placeholderIn(given[field]) ?? '');
    return supply?.kind === kind ? supply.name : undefined;
  };
  const payload = given['Payload'];
  return {
    action: ACTIONS[service] ?? 'other',
    waitsForToken: form === '.waitForTaskToken',
    waitsForEnd: form.startsWith('.sync'),
    arguments: given,
    step: target('FunctionName', 'step'),
    machine: target('StateMachineArn', 'machine'),
    payload: isJsonObject(payload) ? payload : undefined,
  };
}

/** The name in a value that is a placeholder and nothing else. */
export function placeholderIn(value: Json | undefined): string | undefined {
  return /^\$\{(\w+)\}$/.exec(textOf(value))?.[1];
}
