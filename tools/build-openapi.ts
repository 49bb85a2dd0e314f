/** Writes docs/openapi.json, the description of the API that the intake serves. */
import { writeFile } from 'node:fs/promises';
import { apiDocument } from '../domain/api/document.ts';

await writeFile(
  new URL('../docs/openapi.json', import.meta.url),
  `${JSON.stringify(apiDocument(), undefined, 2)}\n`,
);
