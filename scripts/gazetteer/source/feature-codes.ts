/**
 * Which of GeoNames' 680 feature codes enter the table, as what and how wide. Of thirteen million
 * features newspapers name towns, divisions and a few kinds of other things; wells, creeks, hills,
 * farms, churches and hotels are only namesakes that draw a town's name away. So all of class P is
 * taken, of class A the divisions down to the fourth order, and of the others the kinds named here;
 * of crowded kinds (a million streams, half a million mountains) only what is known by other names
 * too, as what is talked about abroad is.
 *
 * GeoNames has a point and no extent: the radius in km is that of a usual one of its kind.
 * Codes: https://www.geonames.org/export/codes.html
 */
import type { PlaceLevel } from '../../../lib/taxonomy'

/** `names`: how many alternate names it takes at least. `isRiver`: its bare name is the last thing a text means by it. */
export type Kind = { level: PlaceLevel; radiusKm: number; names: number; isRiver?: boolean }

const table: Record<string, [level: PlaceLevel, radiusKm: number, names: number, codes: string]> = {
  // H: waters
  oceans: ['sea', 2500, 0, 'H.OCN'],
  seas: ['sea', 300, 0, 'H.SEA'],
  gulfs: ['sea', 80, 0, 'H.GULF'],
  'straits, sounds': ['sea', 20, 1, 'H.STRT H.SD H.CHNM'],
  'bays, fjords, lagoons': ['sea', 10, 2, 'H.BAY H.BAYS H.BGHT H.FJD H.FJDS H.LGN H.LGNS H.ESTY'],
  'lakes, reservoirs': ['sea', 10, 2, 'H.LK H.LKS H.LKN H.LKSN H.RSV'],
  rivers: ['area', 50, 3, 'H.STM H.STMS H.STMX'],
  'canals, deltas, falls': ['area', 15, 2, 'H.CNL H.CNLN H.DLTA H.FLLS H.WAD'],
  glaciers: ['area', 10, 2, 'H.GLCR'],
  // T: relief
  'islands, archipelagos': ['area', 15, 1, 'T.ISL T.ISLS T.ATOL T.ISLF T.ISLET'],
  'peninsulas, isthmuses, capes': ['area', 30, 2, 'T.PEN T.ISTH T.CAPE'],
  'ranges, uplands, deserts, plains': ['area', 60, 1, 'T.MTS T.UPLD T.PLAT T.PLN T.DSRT T.ERG'],
  'valleys, canyons': ['area', 20, 2, 'T.VAL T.CNYN T.DPR'],
  'peaks, volcanoes, passes': ['site', 5, 2, 'T.MT T.PK T.VLC T.PASS'],
  // L: areas
  continents: ['area', 2500, 0, 'L.CONT'],
  'regions, coasts': ['area', 80, 0, 'L.RGN L.RGNE L.RGNH L.COLF L.CST L.LAND'],
  'parks, reserves': ['area', 20, 1, 'L.PRK L.RESN L.RES L.RESW L.RESF L.RESA'],
  'indigenous lands': ['area', 20, 0, 'L.RESV'],
  'military areas, training grounds': ['area', 10, 0, 'L.MILB L.MVA L.NVB'],
  'oil and gas fields, mining areas': ['area', 10, 1, 'L.OILF L.GASF L.MNA'],
  'ports, industrial estates': ['site', 3, 0, 'L.PRT L.INDS L.AREA'],
  battlefields: ['area', 5, 0, 'L.BTL'],
  // A, besides the divisions, which places.ts tells apart by their number
  'territories, zones': ['area', 30, 0, 'A.TERR A.ZN A.ZNB A.LTER A.PCLIX'],
  // S: sites
  'airports, air bases': ['site', 3, 0, 'S.AIRP S.AIRB'],
  'airfields': ['site', 2, 2, 'S.AIRF'],
  'bases, barracks, forts': ['site', 2, 0, 'S.INSM S.BRKS S.FT S.SCHM S.CTRS S.MFGM'],
  'power stations, refineries, terminals': ['site', 2, 0, 'S.PS S.PSN S.PSH S.OILR S.OILT S.CTRA S.NSY S.DCKY'],
  'dams, locks': ['site', 2, 1, 'S.DAM S.LOCK'],
  'bridges, border crossings': ['site', 1, 0, 'S.BDG S.PSTB S.PSTC S.CSTM S.GATE'],
  'camps, prisons': ['site', 1, 0, 'S.CMPRF S.CMP S.PRN'],
  'seats of power, embassies, courts': ['site', 1, 0, 'S.ADMF S.GOVL S.PAL S.DIP S.CTHSE'],
  'stadiums, universities': ['site', 1, 0, 'S.STDM S.UNIV S.UNIP'],
  'hospitals, stations, mines': ['site', 1, 2, 'S.HSP S.RSTN S.MN S.MNAU S.MNC S.MNCU S.MNFE S.MTRO S.FY'],
  'monuments, squares, places of worship': ['site', 1, 2, 'S.MNMT S.SQR S.MSQE S.TMPL S.CH S.SYG S.SHRN S.MSTY S.CSTL S.ANS S.HSTS S.TOWR S.MUS'],
}

const kinds: ReadonlyMap<string, Kind> = new Map(Object.entries(table).flatMap(([name, [level, radiusKm, names, codes]]) =>
  codes.split(' ').map((code) => [code, { level, radiusKm, names, ...(name === 'rivers' && { isRiver: true }) }] as const)))

/** What a feature of class H, L, S, T or A is, if it is taken: ("H", "SEA") → a sea of 300 km. */
export const kindOf = (featureClass: string, code: string): Kind | undefined => kinds.get(`${featureClass}.${code}`)

export const featureClasses = new Set(['A', 'H', 'L', 'P', 'R', 'S', 'T', 'U', 'V'])
