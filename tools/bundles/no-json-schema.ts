import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';

const sources = /[\\/]zod[\\/]v4[\\/]core[\\/](?:to-json-schema|json-schema-processors)\.js$/;

/**
 * Leaves zod's way to JSON Schema out of a bundle: it is used when the API's description and the workflows' lint are
 * built, never in a function. Should a function call it after all, it throws.
 */
export const noJsonSchema: Plugin = {
  name: 'no-json-schema',
  setup(build) {
    build.onLoad({ filter: sources }, async ({ path }) => {
      const exported: Record<string, unknown> = await import(pathToFileURL(path).href);
      const names = Object.keys(exported);
      // Each schema makes its own converter when it is made; only calling that is an error.
      const standIns = names.map(
        (name) => `export const ${name} = ${name.startsWith('create') ? 'make' : 'leftOut'};`,
      );
      return {
        contents: [
          `const leftOut = () => { throw new Error('JSON Schema is not part of this bundle (tools/bundles/no-json-schema.ts)'); };`,
          'const make = () => leftOut;',
          ...standIns,
        ].join('\n'),
      };
    });
  },
};
