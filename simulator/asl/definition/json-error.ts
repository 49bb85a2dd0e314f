import type { Diagnostic } from './diagnostic.ts';

const LITERAL = /[A-Za-z0-9_$]+/y;
const EXPECTED = "was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

/** What the service's parser says about text that is no JSON. */
export function describeJsonText(text: string): { readonly message: string; readonly column: number } {
  const start = text.search(/\S/);
  const first = text.charAt(Math.max(start, 0));
  if (/[A-Za-z_$]/.test(first)) {
    LITERAL.lastIndex = start;
    const token = LITERAL.exec(text)?.[0] ?? first;
    return { message: `Unrecognized token '${token}': ${EXPECTED}`, column: start + token.length + 1 };
  }
  const name = /^\s*\{\s*([^"}\s])/.exec(text);
  if (name?.[1] !== undefined) {
    const code = name[1].codePointAt(0) ?? 0;
    return {
      message: `Unexpected character ('${name[1]}' (code ${code})): was expecting double-quote to start field name`,
      column: name[0].length,
    };
  }
  return { message: 'Unexpected end-of-input or character in JSON text', column: text.length };
}

/** The finding for a definition that is no JSON. */
export function describeJsonError(text: string): Diagnostic {
  const { message, column } = describeJsonText(text);
  const location = `[Source: (String)"${text}"; line: 1, column: ${column}]`;
  return {
    severity: 'ERROR',
    code: 'INVALID_JSON_DESCRIPTION',
    message: `${message}\n at ${location}`,
    location,
  };
}
