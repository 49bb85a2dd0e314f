import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Job } from '../../../domain/jobs/job.ts';
import { BrandFields } from './brand.tsx';
import { houseBrand } from './house-brand.ts';
import { snippetOf } from './snippet.ts';

/** The form to put on the company's careers page. */
export function Embed({ job }: { job: Job }) {
  const [brand, setBrand] = useState(houseBrand);
  const snippet = snippetOf(job, location.origin, brand);
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Paste it where the form belongs. It works without script, too."
          actions={
            <CopyToClipboard
              copyButtonText="Copy"
              copySuccessText="Copied"
              copyErrorText="Not copied: select it by hand"
              textToCopy={snippet}
            />
          }
        >
          On your careers page
        </Header>
      }
    >
      <SpaceBetween size="s">
        <BrandFields value={brand} onChange={setBrand} />
        <pre className="snippet" tabIndex={0} aria-label="The form as HTML">
          {snippet}
        </pre>
      </SpaceBetween>
    </Container>
  );
}
