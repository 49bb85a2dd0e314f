import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { JobText } from './draft.ts';

/** What candidates read, while it is written. */
export function JobPreview({ text }: { text: JobText }) {
  return (
    <Container header={<Header variant="h2">What candidates read</Header>}>
      <div lang={text.locale}>
        <Box variant="h3">{text.title || 'A title'}</Box>
        <Box color="text-body-secondary">{text.location}</Box>
        <p className="words">{text.description}</p>
        {text.criteria.length > 0 && (
          <ul>
            {text.criteria.map(({ text: published, question }, place) => (
              <li key={place}>
                {published}
                <Box color="text-body-secondary" fontSize="body-s">
                  {question}
                </Box>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Container>
  );
}
