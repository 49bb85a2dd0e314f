import { httpHandler } from '../../runtime/http.ts';
import { routes } from './routes.ts';
import { openServices } from '../link-services.ts';

export const handler = httpHandler({ routes, services: openServices });
