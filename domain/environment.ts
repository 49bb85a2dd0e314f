/**
 * Names of the environment variables a construct sets and a handler reads: one constant for both sides,
 * so that a missing one fails by its name at deployment or at the first call, never as `undefined` in a key.
 */
export const variable = {
  /** The one table. */
  table: 'TABLE_NAME',
  /** KMS HMAC key for links and for the hash of an address. */
  linkKey: 'LINK_KEY_ID',
  resumeBucket: 'RESUME_BUCKET',
  /** Where pages live, without a trailing slash; links in mail begin with it. */
  siteUrl: 'SITE_URL',
  /** Alias `live` of `candidate-journey`. */
  journeyAlias: 'JOURNEY_ALIAS_ARN',
  /** Alias `live` of `callback-request`. */
  callbackAlias: 'CALLBACK_ALIAS_ARN',
  /** From address of transactional and internal mail, and of marketing: two streams, two reputations. */
  mailFrom: 'MAIL_FROM',
  marketingFrom: 'MARKETING_FROM',
  replyTo: 'MAIL_REPLY_TO',
  configurationSet: 'CONFIGURATION_SET',
  /** Comma-separated origins of careers sites that may call the intake from a browser. */
  careersOrigins: 'CAREERS_ORIGINS',
  /** The machine that carries out proofs, and the hash of the code it does so with. */
  proofMachine: 'PROOF_MACHINE_ARN',
  prover: 'PROVER',
} as const;

export type VariableName = (typeof variable)[keyof typeof variable];
