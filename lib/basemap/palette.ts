/** The basemap's ink and paper, in both themes; the sea is the ground it lies on (lib/colours.ts). */
import type { Theme } from '../colours'

export type Palette = {
  land: string
  coast: string
  river: string
  province: string
  border: string
  halo: string
  country: string
  sea: string
  seaHalo: string
  town: string
  dot: string
}

export const palettes: Record<Theme, Palette> = {
  light: {
    land: '#f7f4ec', coast: '#a9bcc4', river: '#bcd0d9', province: '#cdc4b2', border: '#a89c8c',
    halo: 'rgba(247,244,236,.92)', country: '#6a6258', sea: '#4d7286', seaHalo: 'rgba(214,226,232,.85)', town: '#37342f', dot: '#4a463f',
  },
  dark: {
    land: '#22272d', coast: '#3a4751', river: '#2c3b46', province: '#3b434b', border: '#59616a',
    halo: 'rgba(30,35,41,.92)', country: '#a29c92', sea: '#7e9fb3', seaHalo: 'rgba(19,25,31,.85)', town: '#cfcbc3', dot: '#b5b1a9',
  },
}
