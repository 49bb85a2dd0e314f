/**
 * What people call a time zone: after its city. The city is the one in the zone's IANA name; listed here
 * are those that a language spells in its own way (Unicode CLDR, exemplar cities).
 */
import type { Locale } from '../../domain/messages/locale.ts';

const exceptions: Record<Locale, Record<string, string>> = {
  en: {
    'America/Sao_Paulo': 'São Paulo',
    'America/Bogota': 'Bogotá',
    'America/Asuncion': 'Asunción',
    'Asia/Calcutta': 'Kolkata',
    'Atlantic/Canary': 'Canary Islands',
    'Europe/Kiev': 'Kyiv',
  },
  es: {
    'Africa/Cairo': 'El Cairo',
    'Africa/Johannesburg': 'Johannesburgo',
    'America/Asuncion': 'Asunción',
    'America/Bogota': 'Bogotá',
    'America/Havana': 'La Habana',
    'America/Los_Angeles': 'Los Ángeles',
    'America/Mexico_City': 'Ciudad de México',
    'America/New_York': 'Nueva York',
    'America/Panama': 'Panamá',
    'America/Sao_Paulo': 'São Paulo',
    'Asia/Calcutta': 'Calcuta',
    'Asia/Kolkata': 'Calcuta',
    'Asia/Singapore': 'Singapur',
    'Asia/Tokyo': 'Tokio',
    'Atlantic/Canary': 'Canarias',
    'Australia/Sydney': 'Sídney',
    'Europe/Amsterdam': 'Ámsterdam',
    'Europe/Athens': 'Atenas',
    'Europe/Berlin': 'Berlín',
    'Europe/Brussels': 'Bruselas',
    'Europe/Copenhagen': 'Copenhague',
    'Europe/Dublin': 'Dublín',
    'Europe/Istanbul': 'Estambul',
    'Europe/Kiev': 'Kiev',
    'Europe/Lisbon': 'Lisboa',
    'Europe/London': 'Londres',
    'Europe/Luxembourg': 'Luxemburgo',
    'Europe/Paris': 'París',
    'Europe/Prague': 'Praga',
    'Europe/Rome': 'Roma',
    'Europe/Stockholm': 'Estocolmo',
    'Europe/Vienna': 'Viena',
    'Europe/Warsaw': 'Varsovia',
    'Europe/Zurich': 'Zúrich',
  },
  fr: {
    'Africa/Algiers': 'Alger',
    'Africa/Cairo': 'Le Caire',
    'America/Bogota': 'Bogota',
    'America/Havana': 'La Havane',
    'America/Mexico_City': 'Mexico',
    'America/Montreal': 'Montréal',
    'America/Sao_Paulo': 'São Paulo',
    'Asia/Calcutta': 'Calcutta',
    'Asia/Kolkata': 'Calcutta',
    'Asia/Singapore': 'Singapour',
    'Atlantic/Canary': 'Canaries',
    'Europe/Athens': 'Athènes',
    'Europe/Brussels': 'Bruxelles',
    'Europe/Copenhagen': 'Copenhague',
    'Europe/Kiev': 'Kiev',
    'Europe/Lisbon': 'Lisbonne',
    'Europe/London': 'Londres',
    'Europe/Moscow': 'Moscou',
    'Europe/Rome': 'Rome',
    'Europe/Vienna': 'Vienne',
    'Europe/Warsaw': 'Varsovie',
    'Indian/Reunion': 'La Réunion',
  },
};

const utc = new Set(['UTC', 'Etc/UTC', 'Etc/GMT', 'GMT']);

/** "Madrid time", "hora de Madrid", "heure de Paris"; UTC is called UTC. */
export function zoneName(locale: Locale, zone: string): string {
  if (utc.has(zone)) return 'UTC';
  const city = exceptions[locale][zone] ?? zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  if (locale === 'en') return `${city} time`;
  if (locale === 'es') return `hora de ${city}`;
  return `heure ${french(city)}`;
}

/** The preposition "de" before a city, with its elision and contractions. */
function french(city: string): string {
  if (city.startsWith('Le ')) return `du ${city.slice(3)}`;
  if (city === 'Canaries') return 'des Canaries';
  return /^[aeiouyéèêîô]/iu.test(city) ? `d’${city}` : `de ${city}`;
}
