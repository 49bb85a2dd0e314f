import { contextMember, contextObject } from './context.ts';
import type { Thread } from './execution.ts';
import type { Scope } from './expression.ts';
import type { Json, JsonObject } from './json.ts';
import type { Random } from './random.ts';
import type { Run } from './run.ts';

/** An item of a Map, while its ItemSelector is evaluated. */
export interface MapItem {
  readonly index: number;
  readonly value: Json;
}

/** What an expression in a thread's state can see. Only the interpreter is given all of it. */
export class ThreadScope implements Scope {
  readonly now: number;
  readonly random: Random;
  readonly #run: Run;
  readonly #thread: Thread;
  readonly #extra: JsonObject;
  readonly #item: MapItem | undefined;

  /** `extra`: `result` and `errorOutput` where the state has them. */
  constructor(run: Run, thread: Thread, extra: JsonObject, item: MapItem | undefined) {
    this.now = run.now();
    this.random = run.environment.random;
    this.#run = run;
    this.#thread = thread;
    this.#extra = extra;
    this.#item = item;
  }

  state(name: string): Json | undefined {
    if (name === 'input') return this.#thread.input;
    return Object.hasOwn(this.#extra, name) ? this.#extra[name] : undefined;
  }

  context(name: string): Json | undefined {
    return contextMember(this.#run, this.#thread, name, this.#item);
  }

  variable(name: string): Json | undefined {
    for (let at: Thread | undefined = this.#thread; at; at = this.#run.parentOf(at)) {
      if (Object.hasOwn(at.variables, name)) return at.variables[name];
    }
    return undefined;
  }

  states(): JsonObject {
    const contextOf = (): JsonObject => contextObject(this.#run, this.#thread, this.#item);
    let context: JsonObject | undefined;
    return {
      input: this.#thread.input,
      ...this.#extra,
      // Most expressions do not ask for it.
      get context(): JsonObject {
        return (context ??= contextOf());
      },
    };
  }
}
