declare global {
  interface Window {
    /** Not in every browser yet. https://www.w3.org/TR/trusted-types/ */
    readonly trustedTypes?: {
      createPolicy(name: 'default', rules: { createScriptURL: (address: string) => string }): unknown;
    };
  }
}

/** Where built scripts are. */
const ours = '/console/assets/';

/**
 * The page's policy lets no text become markup or code. Only a worker's own address may pass: it is a script of this
 * build, from this site.
 */
window.trustedTypes?.createPolicy('default', {
  createScriptURL(address) {
    const { origin, pathname } = new URL(address, location.href);
    if (origin === location.origin && pathname.startsWith(ours)) return address;
    throw new TypeError(`${origin} is no place for scripts`);
  },
});

export {};
