import { afterEach, expect, it, vi } from 'vitest';
import { readEnvironment } from '../../../functions/runtime/environment.ts';
import { logger } from '../../../functions/runtime/logger.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

it('gives the named variables and no other', () => {
  vi.stubEnv('TABLE_NAME', 'applications');
  vi.stubEnv('SITE_URL', 'https://jobs.example.com');
  expect(readEnvironment('TABLE_NAME')).toEqual({ TABLE_NAME: 'applications' });
});

it('names every variable that is missing or empty, to the caller and in the log', () => {
  const critical = vi.spyOn(logger, 'critical').mockImplementation(() => undefined);
  vi.stubEnv('TABLE_NAME', '');
  vi.stubEnv('LINK_KEY_ID', undefined);
  vi.stubEnv('SITE_URL', 'https://jobs.example.com');
  expect(() => readEnvironment('TABLE_NAME', 'LINK_KEY_ID', 'SITE_URL')).toThrow(
    'environment variables are not set: TABLE_NAME, LINK_KEY_ID',
  );
  expect(critical).toHaveBeenCalledWith(expect.any(String), { missing: ['TABLE_NAME', 'LINK_KEY_ID'] });
});
