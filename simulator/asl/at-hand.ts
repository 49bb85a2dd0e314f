/** A value, or the promise of one: only where JSONata's interpreter is needed does the engine have to wait. */
export type Soon<Value> = Value | Promise<Value>;

/** Goes on with a value: at once where it is at hand. */
export const onceKnown = <Value, Next>(value: Soon<Value>, next: (value: Value) => Soon<Next>): Soon<Next> =>
  value instanceof Promise ? afterwards(value, next) : next(value);

const afterwards = async <Value, Next>(
  value: Promise<Value>,
  next: (value: Value) => Soon<Next>,
): Promise<Next> => next(await value);
