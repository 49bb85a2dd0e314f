import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { locales } from '../../../domain/messages/locale.ts';
import { languageNames } from '../words/languages.ts';
import { ChoiceField, YesNoField } from './fields/choice.tsx';
import { DurationField } from './fields/duration.tsx';
import { NumberField, TextField } from './fields/text.tsx';

const clocks = [
  { value: 'elapsed', label: 'All the time' },
  { value: 'business', label: 'Opening hours only' },
];

/** Everything that is no ladder: windows, pauses, limits, how long data is kept. */
export function Rules() {
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">Around an application</Header>}>
        <div className="fields">
          <DurationField
            place={['acknowledgement', 'within']}
            label="Acknowledged within"
            units={['minutes', 'hours']}
          />
          <DurationField
            place={['undoWindow']}
            label="Undo window"
            description="A decision’s message leaves after it."
            units={['minutes', 'hours']}
          />
          <DurationField place={['tasks', 'within']} label="A task is due within" />
          <ChoiceField place={['tasks', 'clock']} label="What counts for tasks" options={clocks} />
          <NumberField place={['limits', 'applicationsPerDay']} label="Applications of one person a day" />
          <DurationField
            place={['retention']}
            label="Data is kept for"
            description="Counted from the day an application closes; then it is erased."
            units={['days', 'weeks', 'months', 'years']}
          />
        </div>
        <YesNoField
          place={['welcomeCall']}
          label="A person phones every applicant"
          description="The script is written into a task."
        />
      </Container>
      <Container
        header={
          <Header
            variant="h2"
            description="When a candidate can book a call with whoever owns their application."
          >
            Calls
          </Header>
        }
      >
        <div className="fields">
          <DurationField
            place={['callBacks', 'window']}
            label="Length of a window"
            units={['minutes', 'hours']}
          />
          <DurationField
            place={['callBacks', 'notice']}
            label="Earliest after"
            units={['minutes', 'hours']}
          />
          <NumberField place={['callBacks', 'days']} label="Days offered" />
        </div>
      </Container>
      <Container header={<Header variant="h2">After the answer</Header>}>
        <div className="fields">
          <DurationField
            place={['loyalty', 'pause']}
            label="Pause before the thank-you offer"
            description="From the answer on."
          />
          <DurationField
            place={['loyalty', 'surveyPause']}
            label="Pause before the survey"
            description="At least a day longer."
          />
        </div>
      </Container>
      <Container
        header={
          <Header
            variant="h2"
            description="What people agree to beside the box. Give it another version whenever its words change."
          >
            Consent to offers
          </Header>
        }
      >
        <SpaceBetween size="m">
          <TextField place={['consentWording', 'version']} label="Version" />
          {locales.map((locale) => (
            <TextField
              key={locale}
              place={['consentWording', 'text', locale]}
              label={languageNames[locale]}
              isLong
            />
          ))}
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  );
}
