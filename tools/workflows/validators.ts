import languageService from 'amazon-states-language-service';
import aslValidator from 'asl-validator';
import * as z from 'zod';
import { readDocument } from '../../simulator/lint/definition/document.ts';
import type { Finding } from '../../simulator/lint/finding.ts';

const MEND = 'See docs/asl-support.md for what each type of state may say.';

/**
 * What AWS' language service for editors finds, without what is said of that line already.
 * https://github.com/aws/amazon-states-language-service
 */
export async function languageServiceFindings(text: string, known: readonly Finding[]): Promise<Finding[]> {
  const { TextDocument, getLanguageService } = languageService;
  const document = TextDocument.create('file:///machine.asl.json', 'asl', 1, text);
  const service = getLanguageService({});
  const found = await service.doValidation(document, service.parseJSONDocument(document));
  return found
    .map(({ message, range, severity }): Finding => ({
      rule: 'amazon-states-language-service',
      severity: severity === 1 ? 'error' : 'warning',
      line: range.start.line + 1,
      column: range.start.character + 1,
      message: typeof message === 'string' ? message : message.value,
      mend: MEND,
    }))
    .filter(({ line }) => !known.some((one) => one.line === line));
}

const complaint = z.object({
  Message: z.string(),
  schemaError: z.object({ instancePath: z.string() }).optional(),
});

/**
 * What asl-validator finds, without what is said of that state already. It names states, not lines.
 * https://github.com/ChristopheBougere/asl-validator
 */
export function aslValidatorFindings(text: string, known: readonly Finding[]): Finding[] {
  const { value, locate } = readDocument(text);
  if (value === undefined) return [];
  // It writes into what it looks at.
  const { errors } = aslValidator(JSON.parse(text), { checkArn: false });
  return z
    .array(complaint)
    .parse(errors)
    .flatMap(({ Message: message, schemaError }): Finding[] => {
      const path = (schemaError?.instancePath ?? '').split('/').slice(1).map(unescaped);
      const state = path[0] === 'States' ? path[1] : undefined;
      const said = known.some((one) => one.severity === 'error' && (!state || one.state === state));
      if (said) return [];
      const place = locate(path);
      return [
        { rule: 'asl-validator', severity: 'error', ...place, ...(state && { state }), message, mend: MEND },
      ];
    });
}

/** A part of a JSON pointer: https://www.rfc-editor.org/rfc/rfc6901#section-4 */
function unescaped(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}
