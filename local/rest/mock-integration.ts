import type { ApiMethod } from './api.ts';
import type { LocalReply } from './exchange.ts';

const HEADER_PREFIX = 'method.response.header.';
const LITERAL = /^'(.*)'$/;

/** The whole template CDK writes for CORS with several origins; it echoes the Origin header when it is one of them. */
const CORS_TEMPLATE =
  /^#set\(\$origin = \$input\.params\(\)\.header\.get\("Origin"\)\)\n#if\(\$origin == ""\)\n {2}#set\(\$origin = \$input\.params\(\)\.header\.get\("origin"\)\)\n#end\n#if\((?<condition>\$origin == "[^"]+"(?: \|\| \$origin == "[^"]+")*)\)\n {2}#set\(\$context\.responseOverride\.header\.Access-Control-Allow-Origin = \$origin\)\n#end$/;

/** Answers a request by its Origin header. */
export type MockIntegration = (origin: string | undefined) => LocalReply;

function allowedOrigins(place: string, templates: Readonly<Record<string, string>>): string[] {
  return Object.values(templates).flatMap((template) => {
    if (template.trim() === '') {
      return [];
    }
    const condition = CORS_TEMPLATE.exec(template.trim())?.groups?.['condition'];
    if (condition === undefined) {
      throw new Error(
        `${place}: of response templates the laptop understands only CDK's for CORS, not: ${template}`,
      );
    }
    return [...condition.matchAll(/"([^"]+)"/g)].flatMap(([, origin]) =>
      origin === undefined ? [] : [origin],
    );
  });
}

/**
 * A MOCK integration as CDK's `addCorsPreflight` makes it: fixed status and headers, several origins.
 * Throws an `Error` naming the method for anything else.
 */
export function createMockIntegration({ logicalId, properties }: ApiMethod): MockIntegration {
  const response = properties.Integration.IntegrationResponses.find(
    (one) => one.SelectionPattern === undefined,
  );
  if (response === undefined) {
    throw new Error(`${logicalId}: a MOCK integration needs a default integration response`);
  }
  const headers: Record<string, string> = {};
  for (const [target, source] of Object.entries(response.ResponseParameters)) {
    const literal = LITERAL.exec(source)?.[1];
    if (!target.startsWith(HEADER_PREFIX) || literal === undefined) {
      throw new Error(
        `${logicalId}: response parameter ${target} = ${source} is not supported on the laptop`,
      );
    }
    headers[target.slice(HEADER_PREFIX.length).toLowerCase()] = literal;
  }
  const origins = new Set(allowedOrigins(logicalId, response.ResponseTemplates));
  return (origin) => ({
    status: Number(response.StatusCode),
    headers:
      origin !== undefined && origins.has(origin)
        ? { ...headers, 'access-control-allow-origin': origin }
        : headers,
    body: '',
  });
}
