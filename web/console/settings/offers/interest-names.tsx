import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { locales } from '../../../../domain/messages/locale.ts';
import { interestWord } from '../../../../domain/offers/interest.ts';
import { languageNames } from '../../words/languages.ts';
import { TextField } from '../fields/text.tsx';
import { useField, useForm } from '../form.ts';
import { calledIn, interestsLeft, interestsNamed } from './interests.ts';

/** What the interests that candidates choose from are called, in each language. */
export function InterestNames() {
  const { raw } = useForm();
  const [named, left] = [interestsNamed(raw), interestsLeft(raw)];
  if (named.length + left.length === 0) return null;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="What candidates choose from, in their language. Where none is written they read the word in grey."
        >
          Names of interests
        </Header>
      }
    >
      <SpaceBetween size="m">
        {named.map((id) => (
          <Names key={id} id={id} isLeft={false} />
        ))}
        {left.map((id) => (
          <Names key={id} id={id} isLeft />
        ))}
      </SpaceBetween>
    </Container>
  );
}

function Names({ id, isLeft }: { id: string; isLeft: boolean }) {
  const { raw } = useForm();
  const { change } = useField(['interests', id]);
  const called = calledIn(raw, id);
  return (
    <div className="reason" role="group" aria-label={`Names of ${called}`}>
      <SpaceBetween size="s">
        <Box variant="h3">{called}</Box>
        <div className="fields">
          {locales.map((locale) => (
            <TextField
              key={locale}
              place={['interests', id, locale]}
              label={languageNames[locale]}
              placeholder={interestWord(id)}
              isOptional
            />
          ))}
        </div>
        {isLeft && (
          <SpaceBetween size="xs">
            <Box color="text-body-secondary" fontSize="body-s">
              No campaign is for it any more: nobody can choose it. Who chose it still reads its name.
            </Box>
            <Button
              formAction="none"
              iconName="remove"
              ariaLabel={`Remove the names of ${called}`}
              onClick={() => change(undefined)}
            >
              Remove
            </Button>
          </SpaceBetween>
        )}
      </SpaceBetween>
    </div>
  );
}
