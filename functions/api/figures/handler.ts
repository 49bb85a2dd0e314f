import { figuresApi } from '../../../domain/api/figures.ts';
import { httpHandler } from '../../runtime/http.ts';
import { route } from '../../runtime/route.ts';
import { tableServices } from '../../runtime/services.ts';
import { listCodes, listOffers } from './offers.ts';
import { readPublishedRecord, readRecord, readRecordTable } from './record.ts';

/** Figures for staff, and a few of them for everybody. Nothing here writes. */
export const routes = [
  route(figuresApi.readRecord, readRecord),
  route(figuresApi.readRecordTable, readRecordTable),
  route(figuresApi.readPublishedRecord, readPublishedRecord),
  route(figuresApi.listOffers, listOffers),
  route(figuresApi.listCodes, listCodes),
];

export const handler = httpHandler({ routes, services: tableServices });
