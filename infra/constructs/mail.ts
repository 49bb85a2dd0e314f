import { ArnFormat, Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { variable } from '../../domain/environment.ts';
import type { Config } from '../config.ts';
import type { HearbackFunction } from './hearback-function.ts';

/** Who mail comes from, and what is heard of it afterwards. */
export class Mail extends Construct {
  readonly configurationSetName: string;
  /** DNS records that prove the domain is the company's; none for a single address. */
  readonly dkimRecords: readonly { name: string; value: string }[];
  readonly #settings: Config['mail'];

  constructor(scope: Construct, id: string, settings: Config['mail']) {
    super(scope, id);
    this.#settings = settings;
    const set = new ConfigurationSet(this, 'ConfigurationSet', {
      configurationSetName: Stack.of(this).stackName,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      // Whom a complaint keeps what from is our own to say: one about an offer must not stop the answer.
      suppressionReasons: SuppressionReasons.BOUNCES_ONLY,
    });
    this.configurationSetName = set.configurationSetName;
    set.addEventDestination('Events', {
      // SES publishes to the default bus only.
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.DELIVERY_DELAY,
      ],
    });
    const ofDomain = !settings.identity.includes('@');
    const identity = settings.identityExists
      ? undefined
      : new EmailIdentity(this, 'Identity', {
          identity: ofDomain ? Identity.domain(settings.identity) : Identity.email(settings.identity),
          configurationSet: set,
        });
    this.dkimRecords = (ofDomain && identity?.dkimRecords) || [];
    for (const address of settings.sandboxRecipients)
      new EmailIdentity(this, `Sandbox-${address}`, { identity: Identity.email(address) });
  }

  /** May send transactional mail, and nothing else. */
  grantSendTransactional(fn: HearbackFunction): void {
    this.#grant(fn);
  }

  /** May send mail from the company's identity through its configuration set. */
  grantSend(fn: HearbackFunction): void {
    this.#grant(fn);
    fn.tell(variable.marketingFrom, this.#settings.marketingFrom);
  }

  #grant(fn: HearbackFunction): void {
    const { identity, sandboxRecipients, from, replyTo } = this.#settings;
    fn.allow(
      ['ses:SendEmail'],
      [
        // In the sandbox SES also asks for permission on the recipient's identity.
        ...[identity, ...sandboxRecipients].map((name) => this.#arn('identity', name)),
        this.#arn('configuration-set', this.configurationSetName),
      ],
    );
    fn.tell(variable.mailFrom, from);
    fn.tell(variable.replyTo, replyTo);
    fn.tell(variable.configurationSet, this.configurationSetName);
  }

  /** The ARN under which SES events name the configuration set. */
  get configurationSetArn(): string {
    return this.#arn('configuration-set', this.configurationSetName);
  }

  #arn(resource: string, resourceName: string): string {
    return Stack.of(this).formatArn({
      service: 'ses',
      resource,
      resourceName,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
  }
}
