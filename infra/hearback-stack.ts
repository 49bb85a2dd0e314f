import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Bundles } from '../tools/bundle-functions.ts';
import type { Config } from './config.ts';
import { AccessLogs } from './constructs/access-logs.ts';
import { alarmName } from './constructs/alarms.ts';
import { ApiRoutes } from './constructs/api-routes.ts';
import { ApplicationsTable } from './constructs/applications-table.ts';
import { Attention } from './constructs/attention.ts';
import { Audiences } from './constructs/audiences.ts';
import { DataKey } from './constructs/data-key.ts';
import { Erasure } from './constructs/erasure.ts';
import type { FunctionDefaults } from './constructs/hearback-function.ts';
import { JourneyEnd } from './constructs/journey-end.ts';
import { JourneyStart } from './constructs/journey-start.ts';
import { LinkKey } from './constructs/link-key.ts';
import { Mail } from './constructs/mail.ts';
import { MailFeedback } from './constructs/mail-feedback.ts';
import { MalwareScan } from './constructs/malware-scan.ts';
import { Operations } from './constructs/operations.ts';
import { filesOf, Pages } from './constructs/pages.ts';
import { Proving } from './constructs/proving.ts';
import { PublishedDefaults } from './constructs/published-defaults.ts';
import { Firewall } from './constructs/firewall.ts';
import { ReferralThanks } from './constructs/referral-thanks.ts';
import { ReleaseTending } from './constructs/release-tending.ts';
import { RestApi } from './constructs/rest-api.ts';
import { Resumes, resumeBucketName } from './constructs/resumes.ts';
import { Site } from './constructs/site.ts';
import { ServiceRecord } from './constructs/service-record.ts';
import { signInOrigin, Staff } from './constructs/staff.ts';
import { Steps } from './constructs/steps.ts';
import { Sweep } from './constructs/sweep.ts';
import { Workflows } from './constructs/workflows.ts';

export interface HearbackStackProps extends StackProps {
  readonly config: Config;
  /** Folder of the built pages; without it the site stays as it is. */
  readonly pages?: string;
  /** The code of the functions; may only be missing where the stack is composed without bundling. */
  readonly bundles?: Bundles;
}

/** The whole product: composition only. Each capability is a construct that grants its use. */
export class HearbackStack extends Stack {
  constructor(scope: Construct, id: string, { config, pages, bundles, ...props }: HearbackStackProps) {
    // CloudFormation hands the tags on to every resource that takes some.
    super(scope, id, { stackName: `hearback-${config.stage}`, tags: { application: 'hearback' }, ...props });
    const keep = config.retainData;
    // Kept when the stack goes, but not when its first deployment fails: a second one could not take the same name. What
    // is protected from deletion has to be let go by hand then (docs/runbook.md, Deploying).
    const removalPolicy = keep ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
    const { careersOrigins, tracing } = config;

    const dataKey = new DataKey(this, 'DataKey', { removalPolicy });
    const linkKey = new LinkKey(this, 'LinkKey', { removalPolicy });
    const table = new ApplicationsTable(this, 'Applications', { dataKey, removalPolicy, keep });
    const defaults: FunctionDefaults = { logKey: dataKey.key, tracing, bundles };

    const restApi = new RestApi(this, 'Api', { defaults, openToCareersSites: careersOrigins.length > 0 });
    const bucketName = resumeBucketName(this);
    const site = new Site(this, 'Site', {
      api: restApi.origin,
      domain: domainOf(config),
      connectTo: [signInOrigin(this), `https://${bucketName}.s3.${this.region}.${this.urlSuffix}`],
      files: pages === undefined ? [] : filesOf(pages),
    });
    const staff = new Staff(this, 'Staff', { siteUrl: site.url, removalPolicy, keep });
    if (pages !== undefined)
      new Pages(this, 'Pages', {
        site,
        folder: pages,
        console: { clientId: staff.consoleClientId, signIn: signInOrigin(this) },
        defaults,
      });
    const scan = config.malwareProtection
      ? new MalwareScan(this, 'MalwareScan', { bucketName, dataKey })
      : undefined;
    const resumes = new Resumes(this, 'Resumes', {
      bucketName,
      dataKey,
      accessLogs: new AccessLogs(this, 'AccessLogs').bucket,
      origins: [site.url, ...careersOrigins],
      scanner: scan?.role,
      removalPolicy,
    });
    scan?.protect(resumes);
    const mail = new Mail(this, 'Mail', config.mail);
    const attention = new Attention(this, 'Attention', { dataKey });

    const steps = new Steps(this, 'Steps', { defaults, table });
    const workflows = new Workflows(this, 'Workflows', { steps, bus: attention.bus, dataKey, tracing });
    const sendMessage = steps.named('send-message');
    mail.grantSend(sendMessage);
    site.grantLinks(sendMessage);
    linkKey.grantGenerate(sendMessage);
    workflows.grantAnswer(steps.named('open-gate'));

    const journeyStart = new JourneyStart(this, 'JourneyStart', { defaults, table, workflows });
    const journeyEnd = new JourneyEnd(this, 'JourneyEnd', { defaults, table, workflows });
    const mailFeedback = new MailFeedback(this, 'MailFeedback', { defaults, table, mail, site });
    const serviceRecord = new ServiceRecord(this, 'ServiceRecord', { defaults, table });
    const referralThanks = new ReferralThanks(this, 'ReferralThanks', {
      defaults,
      table,
      mail,
      site,
      linkKey,
    });
    const sweep = new Sweep(this, 'Sweep', { defaults, table, workflows });
    const erasure = new Erasure(this, 'Erasure', {
      defaults,
      table,
      resumes,
      linkKey,
      mail,
      site,
      workflows,
    });
    new PublishedDefaults(this, 'PublishedDefaults', { defaults, table, workflows });

    const tending = new ReleaseTending(this, 'ReleaseTending', {
      defaults,
      table,
      workflows,
      alarmName: alarmName(this, 'needs-attention'),
    });
    const proving = new Proving(this, 'Proving', { defaults, table, dataKey });
    const handlers = new Audiences(this, 'Audiences', {
      defaults,
      table,
      linkKey,
      resumes,
      site,
      workflows,
      proving,
      careersOrigins,
    });
    new ApiRoutes(this, 'Routes', { api: restApi.api, handlers, userPool: staff.userPool });
    if (config.waf) new Firewall(this, 'Firewall', { stage: restApi.api.deploymentStage });

    new Operations(this, 'Operations', {
      dataKey,
      alarmEmail: config.alarmEmail,
      watched: {
        api: restApi.api,
        attention,
        erasure,
        journeyEnd,
        journeyStart,
        mail,
        mailFeedback,
        referralThanks,
        serviceRecord,
        steps,
        sweep,
        table,
        workflows,
        proving,
        tending,
      },
    });
    this.#tell({ site, staff, mail, ownDomain: config.siteDomain !== undefined });
  }

  /** What people need after a deployment: addresses, sign-in, DNS records. */
  #tell({
    site,
    staff,
    mail,
    ownDomain,
  }: {
    site: Site;
    staff: Staff;
    mail: Mail;
    ownDomain: boolean;
  }): void {
    const output = (id: string, description: string, value: string) =>
      new CfnOutput(this, id, { description, value });
    output('SiteUrl', 'Where the pages live; point careers forms at /api/applications below it', site.url);
    output('SiteBucket', 'Where the files of the pages lie', site.bucket.bucketName);
    output('SignIn', 'Where staff sign in', signInOrigin(this));
    output('UserPoolId', 'Where staff are invited', staff.userPool.userPoolId);
    output('ConsoleClientId', 'The console, to the user pool', staff.consoleClientId);
    if (ownDomain)
      output(
        'DistributionDomain',
        'What the CNAME of your own domain points at',
        site.distribution.domainName,
      );
    for (const [index, { name, value }] of mail.dkimRecords.entries())
      output(`Dkim${index + 1}`, 'CNAME that proves the mail domain is yours', `${name} CNAME ${value}`);
  }
}

function domainOf({ siteDomain, certificateArn }: Config) {
  return siteDomain !== undefined && certificateArn !== undefined
    ? { name: siteDomain, certificateArn }
    : undefined;
}
