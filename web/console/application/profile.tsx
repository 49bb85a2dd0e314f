import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import { Telephone } from '../shell/telephone.tsx';
import { date } from '../time/words.ts';
import { stageWords } from '../words/gates.ts';
import { languageNames } from '../words/languages.ts';
import type { ApplicationData } from './data.ts';
import { Resume } from './resume.tsx';

/** Who applied, for what, and how to reach them. */
export function Profile({
  application,
  columns,
}: Pick<ApplicationData, 'application'> & { columns: number }) {
  const { candidate, jobTitle, stage, outcome, submittedAt, locale, zone, reference, interests, hasResume } =
    application;
  return (
    <KeyValuePairs
      columns={columns}
      items={[
        { label: 'Job', value: jobTitle },
        { label: 'Stage', value: stageWords[outcome ?? stage] },
        { label: 'E-mail', value: <Link href={`mailto:${candidate.email}`}>{candidate.email}</Link> },
        {
          label: 'Phone',
          value: candidate.phone === undefined ? 'Not given' : <Telephone number={candidate.phone} />,
        },
        { label: 'Applied', value: date(submittedAt) },
        { label: 'Reference', value: reference },
        { label: 'Language and zone', value: `${languageNames[locale]}, ${zone.replaceAll('_', ' ')}` },
        {
          label: 'Résumé',
          value: hasResume ? <Resume applicationId={application.applicationId} /> : 'None sent',
        },
        ...(interests.length > 0
          ? [{ label: 'Interests', value: interests.map(({ names }) => names.en).join(', ') }]
          : []),
      ]}
    />
  );
}
