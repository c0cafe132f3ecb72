/** A view as a PNG: the preview image of a link (1200 × 630, words beside the map), or the map alone as a page shows it. */
import { createCanvas } from '@napi-rs/canvas'
import { colours, type Theme } from '../../colours'
import { directionOf } from '../../text'
import type { View } from '../../view'
import { fileTiles } from './basemap'
import { drawColumn } from './column'
import { factsOf, type Told } from './facts'
import { fontFamilies } from './fonts'
import { asOnPage, opening } from './frame'
import { linesOf } from './lines'
import { drawMap, type MapPicture } from './map'
import type { PictureOptions } from './options'
import { viewTitle } from './words'

type Picture = Omit<MapPicture, 'tiles' | 'fonts' | 'theme'> & { view: View; told: Told | undefined }

const card = { width: 1200, height: 630, column: 400, ratio: 1.25 }
type Context = CanvasRenderingContext2D

/** @returns the bytes of a PNG, the same for the same input */
export async function renderPicture(picture: Picture, { theme, frame }: PictureOptions): Promise<Buffer> {
  const drawn = { ...picture, theme, tiles: fileTiles(), fonts: fontFamilies() }
  const { width, height } = frame ? { width: frame.width * frame.scale, height: frame.height * frame.scale } : card
  const canvas = createCanvas(width, height)
  // @napi-rs/canvas takes the same calls as a browser's context.
  const context = canvas.getContext('2d') as unknown as Context
  if (frame) await drawMapAlone(context, drawn, frame)
  else await drawCard(context, drawn)
  return canvas.encode('png')
}

type Drawn = Picture & Pick<MapPicture, 'theme' | 'tiles' | 'fonts'>

async function drawCard(context: Context, picture: Drawn) {
  const { view, columns, rows, open, told, theme, text, fonts } = picture
  const rtl = directionOf(text.locale) === 'rtl'
  const size = { width: (card.width - card.column) / card.ratio, height: card.height / card.ratio }
  const position = view.map ? asOnPage(view.map, size) : opening(columns, rows, open, size, false)
  const plate = attributionPlate(context, text.t('preview.attribution'), fonts.sans, size)
  const origin = { x: rtl ? 0 : card.column, y: 0, ratio: card.ratio }
  await drawMap(context, { position, ...size }, picture, origin, [plate.box])
  context.setTransform(card.ratio, 0, 0, card.ratio, origin.x, 0)
  drawPlate(context, plate, theme, fonts.sans)
  context.setTransform(1, 0, 0, 1, 0, 0)
  drawColumn(context, { view, facts: factsOf(columns, { rows }, open, told), columns, rows, theme, text, fonts }, { x: rtl ? card.width - card.column : 0, y: 0, width: card.column, height: card.height })
}

/** Attribution, and before it the title where there is room: a picture that is passed on still says what it is. */
async function drawMapAlone(context: Context, picture: Drawn, { width, height, scale }: NonNullable<PictureOptions['frame']>) {
  const { view, columns, rows, open, told, theme, text, fonts } = picture
  const size = { width, height }
  const position = view.map ?? opening(columns, rows, open, size, true)
  const title = `Dateline · ${viewTitle(view, factsOf(columns, { rows }, open, told), text)} · ${text.t('preview.attribution')}`
  const plate = attributionPlate(context, width >= 480 ? title : text.t('preview.attribution'), fonts.sans, size)
  await drawMap(context, { position, ...size }, picture, { x: 0, y: 0, ratio: scale }, [plate.box])
  context.setTransform(scale, 0, 0, scale, 0, 0)
  drawPlate(context, plate, theme, fonts.sans)
}

type Plate = { line: string; box: [number, number, number, number] }

function attributionPlate(context: Context, words: string, family: string, { width, height }: { width: number; height: number }): Plate {
  context.font = `400 11.5px ${family}`
  const line = linesOf(context, words, width - 16, 1)[0] ?? ''
  return { line, box: [width - context.measureText(line).width - 16, height - 20, width, height] }
}

function drawPlate(context: Context, { line, box: [left, top, right, bottom] }: Plate, theme: Theme, family: string) {
  const inks = colours[theme]
  context.globalAlpha = 0.86
  context.fillStyle = inks.paper
  context.fillRect(left, top, right - left, bottom - top)
  context.globalAlpha = 1
  context.font = `400 11.5px ${family}`
  context.fillStyle = inks.inkSoft
  context.textAlign = 'left'
  context.textBaseline = 'middle'
  context.direction = 'ltr'
  context.fillText(line, left + 8, (top + bottom) / 2 + 0.5)
}
