import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { locales } from '../../../domain/messages/locale.ts';
import { languageNames } from '../words/languages.ts';
import { ChoiceField } from './fields/choice.tsx';
import { TextField } from './fields/text.tsx';
import { useField, useLength } from './form.ts';
import type { Place } from './raw.ts';

const languages = locales.map((value) => ({ value, label: languageNames[value] }));

/** Who the company is, and whom candidates can reach. */
export function Company() {
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">Company</Header>}>
        <SpaceBetween size="m">
          <div className="fields">
            <TextField place={['company', 'name']} label="Name" />
            <TextField place={['company', 'phone']} label="Phone" type="text" />
            <TextField place={['company', 'website']} label="Website" type="url" />
            <TextField place={['company', 'careersUrl']} label="Careers page" type="url" />
            <TextField place={['company', 'shopUrl']} label="Shop" type="url" />
          </div>
          <TextField
            place={['company', 'postalAddress']}
            label="Postal address"
            description="Printed below every mail."
          />
        </SpaceBetween>
      </Container>
      <People />
    </SpaceBetween>
  );
}

const nobody = { id: '', name: '', role: '', email: '', phone: '', hours: '', locale: 'en' };

function People() {
  const count = useLength(['staff']);
  const { change } = useField(['staff', count]);
  return (
    <Container
      header={
        <Header variant="h2" description="Whom jobs can name, and candidates can call or write to.">
          People
        </Header>
      }
    >
      <SpaceBetween size="m">
        {Array.from({ length: count }, (_, index) => (
          <Person key={index} place={['staff', index]} number={index + 1} />
        ))}
        <Button formAction="none" iconName="add-plus" onClick={() => change(nobody)}>
          Add somebody
        </Button>
      </SpaceBetween>
    </Container>
  );
}

function Person({ place, number }: { place: Place; number: number }) {
  const { change } = useField(place);
  const { value: name } = useField([...place, 'name']);
  const { value: spoken } = useField([...place, 'locale']);
  const called = typeof name === 'string' && name !== '' ? name : `person ${number}`;
  return (
    <div className="reason" role="group" aria-label={called}>
      <SpaceBetween size="s">
        <Box variant="h4">{called}</Box>
        <div className="fields">
          <TextField place={[...place, 'name']} label="Name" />
          <TextField place={[...place, 'id']} label="Id" description="As sign-in and jobs know them." />
          <TextField place={[...place, 'role']} label="Role" />
          <TextField place={[...place, 'email']} label="E-mail" type="email" />
          <TextField place={[...place, 'phone']} label="Phone" />
          <TextField place={[...place, 'hours']} label="Hours" description="Printed below their name." />
          <ChoiceField place={[...place, 'locale']} label="Language" options={languages} />
          {locales
            .filter((locale) => locale !== spoken)
            .flatMap((locale) => [
              <TextField
                key={`role ${locale}`}
                place={[...place, 'translations', locale, 'role']}
                label={`Role in ${languageNames[locale]}`}
                isOptional
              />,
              <TextField
                key={`hours ${locale}`}
                place={[...place, 'translations', locale, 'hours']}
                label={`Hours in ${languageNames[locale]}`}
                isOptional
              />,
            ])}
        </div>
        <Button
          formAction="none"
          iconName="remove"
          ariaLabel={`Remove ${called}`}
          onClick={() => change(undefined)}
        >
          Remove
        </Button>
      </SpaceBetween>
    </div>
  );
}
