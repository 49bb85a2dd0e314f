import type { ImportKind, Plugin } from 'esbuild';

/** Imported outright, or by the SDK on demand, where an endpoint has no TLS: as all have on the laptop. */
const imports: ReadonlySet<ImportKind> = new Set(['import-statement', 'dynamic-import']);

/**
 * Takes `node:http` as it is, not as a module: making a module of it reads each of its exports, and reading `WebSocket`
 * loads the whole of Node's fetch, a quarter of what a function takes to load (Node 24, lib/http.js, `lazyUndici`).
 */
export const bareHttp: Plugin = {
  name: 'bare-http',
  setup(build) {
    build.onResolve({ filter: /^(?:node:)?http$/ }, ({ path, kind }) =>
      imports.has(kind) ? { path, namespace: 'bare-http' } : undefined,
    );
    build.onLoad({ filter: /^/, namespace: 'bare-http' }, () => ({
      contents: "module.exports = process.getBuiltinModule('node:http');",
    }));
  },
};
