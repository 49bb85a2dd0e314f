import * as z from 'zod';
import { type Resource, resourcesOf } from '../resource.ts';

/** A configuration set: which events it publishes to EventBridge and what it suppresses. */
export interface ConfigurationSet {
  readonly name: string;
  /** Event types in the API's spelling, e.g. `BOUNCE`; empty without an EventBridge destination. */
  readonly published: ReadonlySet<string>;
  readonly suppressed: ReadonlySet<string>;
}

/** What the template says about sending: verified identities (addresses or domains) and configuration sets. */
export interface SesConfiguration {
  readonly identities: ReadonlySet<string>;
  readonly configurationSets: ReadonlyMap<string, ConfigurationSet>;
}

const identitySchema = z.looseObject({ EmailIdentity: z.string() });
const setSchema = z.looseObject({
  Name: z.string().optional(),
  SuppressionOptions: z.looseObject({ SuppressedReasons: z.array(z.string()).optional() }).optional(),
});
const destinationSchema = z.looseObject({
  ConfigurationSetName: z.string(),
  EventDestination: z.looseObject({
    Enabled: z.boolean().default(false),
    MatchingEventTypes: z.array(z.string()),
    EventBridgeDestination: z.looseObject({ EventBusArn: z.string() }).optional(),
  }),
});

/** CloudFormation takes `deliveryDelay` and `DELIVERY_DELAY` alike; the API knows only the second. */
const apiSpelling = (type: string): string => type.replaceAll(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();

/** Account-level suppression is on for both reasons in every account since 2019-11-25. */
const DEFAULT_SUPPRESSION = ['BOUNCE', 'COMPLAINT'];

/** Reads identities, configuration sets and their EventBridge destinations from the template's resources. */
export function sesConfiguration(resources: readonly Resource[]): SesConfiguration {
  const identities = resourcesOf(resources, 'AWS::SES::EmailIdentity', identitySchema);
  const destinations = resourcesOf(resources, 'AWS::SES::ConfigurationSetEventDestination', destinationSchema)
    .map(({ properties }) => properties)
    .filter(({ EventDestination: to }) => to.Enabled && to.EventBridgeDestination !== undefined);
  const sets = resourcesOf(resources, 'AWS::SES::ConfigurationSet', setSchema).map(
    ({ physicalId, properties }) => {
      const name = properties.Name ?? physicalId;
      const published = destinations
        .filter((destination) => destination.ConfigurationSetName === name)
        .flatMap((destination) => destination.EventDestination.MatchingEventTypes.map(apiSpelling));
      const suppressed = properties.SuppressionOptions?.SuppressedReasons ?? DEFAULT_SUPPRESSION;
      return { name, published: new Set(published), suppressed: new Set(suppressed) };
    },
  );
  return {
    identities: new Set(identities.map(({ properties }) => properties.EmailIdentity.toLowerCase())),
    configurationSets: new Map(sets.map((set) => [set.name, set])),
  };
}

/**
 * The verified identity that lets this bare address send: the address itself, its domain or a parent domain
 * (a verified domain covers its subdomains), or undefined.
 */
export function identityFor(configuration: SesConfiguration, address: string): string | undefined {
  if (configuration.identities.has(address)) {
    return address;
  }
  const labels = address.slice(address.lastIndexOf('@') + 1).split('.');
  return labels
    .map((_, index) => labels.slice(index).join('.'))
    .find((domain) => configuration.identities.has(domain));
}
