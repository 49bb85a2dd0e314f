/** The package has no types of its own. */
declare module 'asl-validator' {
  export default function validate(
    definition: unknown,
    options: { readonly checkArn: boolean },
  ): { readonly isValid: boolean; readonly errors: unknown };
}
