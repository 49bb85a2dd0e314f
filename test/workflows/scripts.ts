import type { CallReply } from '../../simulator/asl/integrations/call.ts';
import type { Json } from '../../simulator/asl/json.ts';
import type { StepName } from '../../domain/steps/contracts.ts';
import type { MachineName } from './machines.ts';
import type { Answered, Origin } from './world.ts';

interface Line {
  readonly answered: Answered;
  /** Nobody looks at what is asked: the call breaks its contract on purpose. */
  readonly unchecked?: true;
  /** The work is done all the same. */
  readonly works?: true;
  times: number;
}

/** A function that threw an error of this name. */
const threw = (name: string): CallReply => ({
  ok: true,
  value: {
    payload: JSON.stringify({ errorType: name, errorMessage: 'scripted' }),
    functionError: 'Unhandled',
    executedVersion: '$LATEST',
  },
});

const gave = (value: Json): CallReply => ({
  ok: true,
  value: { payload: JSON.stringify(value), executedVersion: '$LATEST' },
});

/** What can go wrong with one call that a second try heals. */
export type Fault = 'throws' | 'silent' | 'loses';

function lineOf(fault: Fault | undefined): Line | undefined {
  if (fault === undefined) return undefined;
  if (fault === 'throws') return { answered: threw('Contended'), times: 1 };
  return { answered: 'silence', times: 1, ...(fault === 'loses' && { works: true }) };
}

/** What services do at one state instead of their work, for so many calls. */
export class Scripts {
  readonly #lines = new Map<string, Line>();
  readonly #children = new Map<MachineName, Json[]>();
  #faultOf: (call: number) => Fault | undefined = () => undefined;
  #calls = 0;

  /** The function throws an error of this name. */
  throws(machine: MachineName, state: string, error: string, times = Infinity): this {
    return this.#add({ machine, state }, { answered: threw(error), times });
  }

  /** The call is never heard of again. */
  silent(machine: MachineName, state: string, times = Infinity): this {
    return this.#add({ machine, state }, { answered: 'silence', times });
  }

  /** The work is done, but the call's answer gets lost. */
  loses(machine: MachineName, state: string, times = 1): this {
    return this.#add({ machine, state }, { answered: 'silence', works: true, times });
  }

  /** What goes wrong with the calls of functions, whatever they are for: by their number, from 0. */
  faults(faultOf: (call: number) => Fault | undefined): this {
    this.#faultOf = faultOf;
    return this;
  }

  /** The service refuses the call with a code of its own. */
  refuses(machine: MachineName, state: string, code: string, times = Infinity): this {
    return this.#add(
      { machine, state },
      { answered: { ok: false, code, message: 'scripted', statusCode: 400 }, times },
    );
  }

  /** The function gives this, whether its contract allows it or not. */
  gives(machine: MachineName, state: string, value: Json): this {
    return this.#add({ machine, state }, { answered: gave(value), times: Infinity, unchecked: true });
  }

  /** The next executions of a machine that a parent starts give these, without being run. */
  children(machine: MachineName, ...outputs: Json[]): this {
    this.#children.set(machine, [...(this.#children.get(machine) ?? []), ...outputs]);
    return this;
  }

  #add({ machine, state }: Origin, line: Line): this {
    this.#lines.set(`${machine}: ${state}`, line);
    return this;
  }

  /** How the service behaves at this state now, or undefined when it does its work. */
  at({ machine, state }: Origin): Pick<Line, 'answered' | 'unchecked' | 'works'> | undefined {
    const line = this.#lines.get(`${machine}: ${state}`);
    if (!line || line.times <= 0) return undefined;
    line.times -= 1;
    return line;
  }

  /** How the function behaves that is called next at this state. */
  atFunction(origin: Origin, step: StepName): ReturnType<Scripts['at']> {
    const fault = this.#faultOf(this.#calls++);
    // A state that waits for a token has no time-out of its own for the call; Lambda's ends it.
    const hangs = step === 'open-gate' && fault === 'silent';
    return this.at(origin) ?? (hangs ? { answered: threw('Sandbox.Timedout') } : lineOf(fault));
  }

  childOf(machine: MachineName): Json | undefined {
    return this.#children.get(machine)?.shift();
  }
}
