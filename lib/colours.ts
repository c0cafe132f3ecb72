/** The colours of app/styles/tokens.css for what is drawn on a canvas, where CSS does not reach; a test holds that the two agree. */
import type { IncidentType } from './taxonomy'

export type Theme = 'light' | 'dark'
export type Colours = {
  sea: string
  paper: string
  paperRaised: string
  ink: string
  inkSoft: string
  line: string
  lineStrong: string
  accent: string
  glyph: string
  type: Record<IncidentType, string>
}

export const colours: Record<Theme, Colours> = {
  light: {
    sea: '#d6e2e8', paper: '#fbfaf6', paperRaised: '#ffffff', ink: '#1d1b18', inkSoft: '#55514a', line: '#ddd8cc', lineStrong: '#8f897d', accent: '#8a1f14', glyph: '#ffffff',
    type: {
      meeting: '#0a5ba8', statement: '#4380b5', agreement: '#0a3c70', strike: '#ba3108', attack: '#89110b', clash: '#b56d00',
      protest: '#a13d7d', detention: '#5f510c', sanction: '#857010', movement: '#006650', humanitarian: '#2d8a6f', disaster: '#4a4f57',
    },
  },
  dark: {
    sea: '#13191f', paper: '#171b20', paperRaised: '#1e2329', ink: '#efece5', inkSoft: '#b0aca3', line: '#333940', lineStrong: '#7c8288', accent: '#f0a293', glyph: '#10151a',
    type: {
      meeting: '#6cb4f5', statement: '#a9cdee', agreement: '#4a95e0', strike: '#ff8a4c', attack: '#e8524a', clash: '#fac863',
      protest: '#e690c6', detention: '#cdb94a', sanction: '#eddf82', movement: '#3fc59d', humanitarian: '#93e0c8', disaster: '#c3c9d1',
    },
  },
}
