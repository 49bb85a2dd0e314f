import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { variable } from '../../domain/environment.ts';
import type { ApplicationsTable } from './applications-table.ts';
import type { Handlers } from './api-routes.ts';
import { HearbackFunction, type FunctionDefaults, type HearbackFunctionProps } from './hearback-function.ts';
import type { LinkKey } from './link-key.ts';
import type { Proving } from './proving.ts';
import type { Resumes } from './resumes.ts';
import type { Site } from './site.ts';
import type { Workflows } from './workflows.ts';

export interface AudiencesProps {
  readonly defaults: FunctionDefaults;
  readonly table: ApplicationsTable;
  readonly linkKey: LinkKey;
  readonly resumes: Resumes;
  readonly site: Site;
  readonly workflows: Workflows;
  readonly proving: Proving;
  readonly careersOrigins: readonly string[];
}

/** One handler for each audience of the API, with what that audience may cause. */
export class Audiences extends Construct implements Handlers {
  readonly intake: HearbackFunction;
  readonly candidate: HearbackFunction;
  readonly recruiter: HearbackFunction;
  readonly resumes: HearbackFunction;
  readonly interviewer: HearbackFunction;
  readonly shop: HearbackFunction;
  readonly figures: HearbackFunction;
  readonly admin: HearbackFunction;

  constructor(scope: Construct, id: string, props: AudiencesProps) {
    super(scope, id);
    const { table, linkKey, resumes, site, workflows, proving } = props;
    const handler = (
      name: keyof Handlers,
      description: string,
      grantTable = (fn: HearbackFunction) => table.grantReadWrite(fn),
      sizes: Pick<HearbackFunctionProps, 'memorySize' | 'timeout'> = {},
    ): HearbackFunction => {
      const fn = new HearbackFunction(this, `${name.charAt(0).toUpperCase()}${name.slice(1)}`, {
        defaults: props.defaults,
        entry: `functions/api/${name}/handler.ts`,
        description,
        ...sizes,
      });
      grantTable(fn);
      return fn;
    };

    this.intake = handler('intake', 'Jobs, uploads and applications, for careers pages');
    table.grantQueryWork(this.intake);
    linkKey.grantGenerate(this.intake);
    resumes.grantUpload(this.intake);
    site.grantLinks(this.intake);
    this.intake.tell(variable.careersOrigins, [site.url, ...props.careersOrigins].join(','));

    this.candidate = handler('candidate', 'A candidate follows, asks, withdraws, sets preferences');
    linkKey.grantVerify(this.candidate);
    linkKey.grantGenerate(this.candidate);
    table.grantQueryPerson(this.candidate);
    workflows.grantAnswer(this.candidate);

    this.recruiter = handler('recruiter', 'Staff decide, schedule, approve and answer');
    table.grantQueryWork(this.recruiter);
    workflows.grantAnswer(this.recruiter);
    workflows.grantTellVersion(this.recruiter);
    site.grantLinks(this.recruiter);

    // The only function that may read what applicants uploaded.
    this.resumes = handler('resumes', 'Staff open a résumé once it was scanned', (fn) => table.grantRead(fn));
    resumes.grantRead(this.resumes);

    this.interviewer = handler('interviewer', 'An interviewer gives feedback');
    linkKey.grantVerify(this.interviewer);
    workflows.grantAnswer(this.interviewer);

    this.shop = handler('shop', 'A shop verifies, reserves, redeems and rolls back codes');
    table.grantDelete(this.shop);

    const reads = (fn: HearbackFunction) => table.grantRead(fn);
    this.figures = handler('figures', 'How candidates are served, for staff and for everybody', reads);
    table.grantReadMany(this.figures);
    table.grantQueryWork(this.figures);

    // Lint and simulation compute: a whole processor, and as long as API Gateway waits.
    const computes = { memorySize: 1769, timeout: Duration.seconds(29) };
    const tries = 'Admins try and publish workflows, messages and settings';
    this.admin = handler('admin', tries, undefined, computes);
    table.grantQueryWork(this.admin);
    workflows.grantPublish(this.admin);
    workflows.grantObserve(this.admin);
    proving.grantRequest(this.admin);
  }
}
