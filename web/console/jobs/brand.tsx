import Alert from '@cloudscape-design/components/alert';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { contrast, isColour } from './contrast.ts';
import type { Brand } from './house-brand.ts';

/** Below this people with weak sight cannot read it (WCAG 2.2, 1.4.3). */
const enough = 4.5;

/** The company's own colours for the form, with a warning where they cannot be read. */
export function BrandFields({ value, onChange }: { value: Brand; onChange: (brand: Brand) => void }) {
  const { brand, onBrand } = value;
  const areColours = isColour(brand) && isColour(onBrand);
  const onButton = areColours ? contrast(brand, onBrand) : enough;
  const onPage = isColour(brand) ? contrast(brand, '#ffffff') : enough;
  const field = (name: keyof Brand, label: string) => (
    <FormField
      label={label}
      errorText={isColour(value[name]) ? undefined : 'A colour such as #7a1f5c.'}
      constraintText="As #7a1f5c."
    >
      <Input
        value={value[name]}
        spellcheck={false}
        onChange={({ detail }) => onChange({ ...value, [name]: detail.value.trim() })}
      />
    </FormField>
  );
  return (
    <SpaceBetween size="s">
      <div className="side-by-side">
        {field('brand', 'Your colour')}
        {field('onBrand', 'Words on it')}
      </div>
      {(onButton < enough || onPage < enough) && (
        <Alert type="warning" header="Hard to read">
          {onButton < enough && `Words on a button have a contrast of ${onButton.toFixed(1)} to 1. `}
          {onPage < enough && `Your colour on a white page has ${onPage.toFixed(1)} to 1. `}
          People need 4.5 to 1.
        </Alert>
      )}
    </SpaceBetween>
  );
}
