import type { Plugin } from 'esbuild';

/**
 * Takes `node:http` as it is, not as a module: making a module of it reads each of its exports, and reading `WebSocket`
 * loads the whole of Node's fetch, a quarter of what a function takes to load (Node 24, lib/http.js, `lazyUndici`).
 */
export const bareHttp: Plugin = {
  name: 'bare-http',
  setup(build) {
    build.onResolve({ filter: /^(?:node:)?http$/ }, ({ path, kind }) =>
      kind === 'import-statement' ? { path, namespace: 'bare-http' } : undefined,
    );
    build.onLoad({ filter: /^/, namespace: 'bare-http' }, () => ({
      contents: "module.exports = process.getBuiltinModule('node:http');",
    }));
  },
};
