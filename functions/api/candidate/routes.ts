import { candidateApi } from '../../../domain/api/candidate.ts';
import { personApi } from '../../../domain/api/person.ts';
import { beginErasure } from '../../adapters/store/erasures.ts';
import { withdrawApplication } from '../../adapters/store/gate-changes.ts';
import { linkHolder } from '../../runtime/link-holder.ts';
import type { Exchange } from '../../runtime/request.ts';
import { rawRoute, route } from '../../runtime/route.ts';
import { wake } from '../../runtime/wake.ts';
import { exportApplication } from './export.ts';
import { addresseeOf, holderOf } from './holder.ts';
import { eraseEverything, listApplications, requestFreshLink } from './person.ts';
import { changePreferences } from './preferences.ts';
import { getReferralLink } from './referral.ts';
import { ask, readCallWindows } from './questions.ts';
import type { Services } from '../link-services.ts';
import { answerSurvey } from './survey.ts';
import { showUnsubscribe, unsubscribe } from './unsubscribe.ts';
import { viewApplication } from './view.ts';

/** The application whose link the caller holds. */
const ownApplication = async ({ links }: Services, request: Exchange) =>
  (await holderOf(links, request)).applicationId;

/** The person to whose address the caller's link was sent. */
const ownPerson = ({ links }: Services, { caller, at }: Exchange) =>
  linkHolder(links, 'person', caller.bearer, at);

export const routes = [
  route(candidateApi.readApplication, async (services: Services, request) =>
    viewApplication(services.table, await holderOf(services.links, request), request.at),
  ),
  route(candidateApi.export, async (services: Services, request) =>
    exportApplication(services.table, await holderOf(services.links, request), request.at),
  ),
  route(candidateApi.changePreferences, async (services: Services, request) =>
    changePreferences(services.table, await addresseeOf(services.links, request), request.body, request.at),
  ),
  route(candidateApi.withdraw, async (services: Services, request) => {
    const applicationId = await ownApplication(services, request);
    const { gates } = await withdrawApplication(services.table, { applicationId, at: request.at });
    await Promise.all(gates.map((gate) => wake(services, gate, request.at)));
    return { stage: 'withdrawn' as const };
  }),
  route(candidateApi.getReferralLink, async (services: Services, request) =>
    getReferralLink(services.table, await addresseeOf(services.links, request), request.at),
  ),
  route(candidateApi.ask, async (services: Services, request) =>
    ask(services.table, await ownApplication(services, request), request),
  ),
  route(candidateApi.readCallWindows, async (services: Services, request) =>
    readCallWindows(services.table, await ownApplication(services, request), request.at),
  ),
  route(candidateApi.erase, async (services: Services, request) => {
    const applicationId = await ownApplication(services, request);
    await beginErasure(services.table, applicationId, { reason: 'asked', confirms: true, at: request.at });
    return { status: 'erasing' as const };
  }),
  route(personApi.requestLink, async (services: Services, { body, at }) => {
    await requestFreshLink(services, body.email, at);
    return { status: 'taken' as const };
  }),
  route(personApi.listApplications, async (services: Services, request) =>
    listApplications(services, await ownPerson(services, request), request.at),
  ),
  route(personApi.eraseEverything, async (services: Services, request) => {
    await eraseEverything(services, await ownPerson(services, request), request.at);
    return { status: 'erasing' as const };
  }),
  route(candidateApi.answerSurvey, async (services: Services, request) =>
    answerSurvey(services.table, await ownApplication(services, request), request.body, request.at),
  ),
  rawRoute(candidateApi.showUnsubscribe, showUnsubscribe),
  rawRoute(candidateApi.unsubscribe, unsubscribe),
  rawRoute(candidateApi.unsubscribeByMultipart, unsubscribe),
];
