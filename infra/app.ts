import { existsSync } from 'node:fs';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { ConfigError, readConfig } from './config.ts';
import { HearbackStack } from './hearback-stack.ts';
import { build } from '../tools/build.ts';
import { bundleFunctions } from '../tools/bundle-functions.ts';
import { inRepository } from './paths.ts';

try {
  // What a deployment publishes is part of its bundles, so it is built before they are.
  await build(inRepository('.'));
  const bundles = await bundleFunctions(inRepository('.'));
  const config = readConfig(inRepository('hearback.config.json'));
  const app = new App();
  const pages = inRepository('web/dist');
  new HearbackStack(app, 'Hearback', { config, bundles, ...(existsSync(pages) && { pages }) });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
} catch (error) {
  // A mistake in the configuration is for a person to mend: no stack trace.
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
