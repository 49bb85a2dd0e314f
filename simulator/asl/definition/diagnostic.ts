/** One finding about a definition, as `ValidateStateMachineDefinition` gives it. */
export interface Diagnostic {
  readonly severity: 'ERROR';
  readonly code: DiagnosticCode;
  readonly message: string;
  /** Path in the definition, e.g. `/States/Greet/Resource`. */
  readonly location?: string;
}

type DiagnosticCode =
  | 'SCHEMA_VALIDATION_FAILED'
  | 'INVALID_JSON_DESCRIPTION'
  | 'INVALID_JSONATA_EXPRESSION'
  | 'UNSUPPORTED_JSONATA_EXPRESSION'
  | 'DUPLICATE_STATE_NAME'
  | 'MISSING_TRANSITION_TARGET'
  | 'MISSING_END_STATE';

/** A definition the engine does not run; `diagnostics` says everything that is wrong with it. */
export class InvalidDefinition extends Error {
  override readonly name = 'InvalidDefinition';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    const said = diagnostics.map(
      ({ code, message, location }) => `${code}: ${message} at ${location ?? 'null'}`,
    );
    super(`Invalid State Machine Definition: '${said.join(', ')}'`);
    this.diagnostics = diagnostics;
  }
}
