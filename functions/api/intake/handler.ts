import { variable } from '../../../domain/environment.ts';
import { originsOf } from '../../runtime/cors.ts';
import { readEnvironment } from '../../runtime/environment.ts';
import { httpHandler } from '../../runtime/http.ts';
import { routes } from './routes.ts';
import { openServices } from './services.ts';

export const handler = httpHandler({
  routes,
  services: openServices,
  origins: () => originsOf(readEnvironment(variable.careersOrigins)[variable.careersOrigins]),
});
