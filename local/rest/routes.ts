/** A node of the resource tree: children by path part, and the resource that ends here. */
interface Node<T> {
  readonly children: Map<string, Node<T>>;
  resource: T | undefined;
}

interface Route<T> {
  readonly resource: T;
  /** Path variables, percent-decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** Finds the resource of a request path. */
export interface Routes<T> {
  match(path: string): Route<T> | undefined;
}

const isGreedy = (part: string): boolean => part.startsWith('{') && part.endsWith('+}');
const isVariable = (part: string): boolean => part.startsWith('{') && !isGreedy(part);
const variableName = (part: string): string => part.replace(/^\{/, '').replace(/\+?\}$/, '');
const segments = (path: string): string[] => path.split('/').filter((segment) => segment !== '');

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A stray percent sign is passed on as it came.
    return segment;
  }
}

/**
 * API Gateway's choice among resource paths: a fixed part before `{variable}` before `{greedy+}`, at every level.
 * A trailing slash makes no difference. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-set-up-simple-proxy.html
 */
export function createRoutes<T>(resources: Iterable<readonly [path: string, resource: T]>): Routes<T> {
  const root: Node<T> = { children: new Map(), resource: undefined };
  for (const [path, resource] of resources) {
    let node = root;
    for (const part of segments(path)) {
      const child: Node<T> = node.children.get(part) ?? { children: new Map(), resource: undefined };
      node.children.set(part, child);
      node = child;
    }
    node.resource = resource;
  }

  const find = (
    node: Node<T>,
    rest: readonly string[],
    parameters: Record<string, string>,
  ): Route<T> | undefined => {
    const [segment, ...after] = rest;
    if (segment === undefined) {
      return node.resource === undefined ? undefined : { resource: node.resource, parameters };
    }
    const fixed = node.children.get(segment);
    const exact = fixed === undefined ? undefined : find(fixed, after, parameters);
    if (exact !== undefined) {
      return exact;
    }
    for (const [part, child] of node.children) {
      const found = isVariable(part)
        ? find(child, after, { ...parameters, [variableName(part)]: decode(segment) })
        : undefined;
      if (found !== undefined) {
        return found;
      }
    }
    for (const [part, child] of node.children) {
      if (isGreedy(part)) {
        return find(child, [], { ...parameters, [variableName(part)]: rest.map(decode).join('/') });
      }
    }
    return undefined;
  };
  return { match: (path) => find(root, segments(path), {}) };
}
