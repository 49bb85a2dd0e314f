// Runs before any module, whatever order the build puts them in: the library that checks what the API says would try
// whether it may compile code, and the page's policy would report that. Its own setting comes too late for schemas that
// are made while modules load.
globalThis.__zod_globalConfig = { jitless: true };
