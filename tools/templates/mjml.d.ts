/** MJML 5 ships without types; this is the part of it that the build uses. */
declare module 'mjml' {
  interface MjmlError {
    readonly line: number;
    readonly message: string;
  }
  export default function mjml2html(
    source: string,
    options: {
      readonly validationLevel: 'strict' | 'soft' | 'skip';
      readonly fonts: Readonly<Record<string, string>>;
    },
  ): Promise<{ readonly html: string; readonly errors: readonly MjmlError[] }>;
}
