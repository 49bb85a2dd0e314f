import { describe, expect, test } from 'vitest';
import { readOptions, UsageError } from '../../local/options.ts';

describe('the command line', () => {
  test('has defaults', () => {
    expect(readOptions([])).toEqual({
      port: 4800,
      awsPort: 4566,
      data: '.hearback',
      start: undefined,
      json: false,
      assembly: undefined,
    });
  });

  test('is followed', () => {
    const argv = [
      '--port',
      '0',
      '--aws-port',
      '1',
      '--ephemeral',
      '--start',
      '2026-03-02T09:00:00Z',
      '--no-synth',
      '--json',
    ];
    expect(readOptions(argv)).toEqual({
      port: 0,
      awsPort: 1,
      data: undefined,
      start: Date.parse('2026-03-02T09:00:00Z'),
      json: true,
      assembly: 'cdk.out',
    });
  });

  test.each([
    [['--verbose'], /--verbose/],
    [['extra'], /extra/],
    [['--port', 'x'], /--port x is not a port/],
    [['--port', '70000'], /--port 70000 is not a port/],
    [['--start', 'soon'], /--start soon is not an instant/],
    [['--ephemeral', '--data', 'x'], /give one of them/],
  ])('%j is refused', (argv, message) => {
    expect(() => readOptions(argv)).toThrow(UsageError);
    expect(() => readOptions(argv)).toThrow(message);
  });
});
