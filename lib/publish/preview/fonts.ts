/**
 * The letters of the pictures: a server may have no font at all. Each file holds some scripts only, so each is a family of
 * its own, and a text goes through the list until one has its letters. Scripts without a file come out as boxes.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { GlobalFonts } from '@napi-rs/canvas'

const folder = join(/* turbopackIgnore: true */ process.cwd(), 'node_modules', '@fontsource')
type Face = { font: string; scripts: string[]; styles: string[] }
const serif: Face = { font: 'noto-serif', scripts: ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'], styles: ['600-normal', '400-italic'] }
const sans: Face[] = [
  { font: 'noto-sans', scripts: ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese', 'devanagari'], styles: ['400-normal', '600-normal'] },
  { font: 'noto-sans-arabic', scripts: ['arabic'], styles: ['400-normal', '600-normal'] },
  { font: 'noto-sans-hebrew', scripts: ['hebrew'], styles: ['400-normal', '600-normal'] },
]

function register({ font, scripts, styles }: Face): string[] {
  return scripts.map((script) => {
    const family = `Dateline ${font} ${script}`
    for (const style of styles) {
      if (!GlobalFonts.register(readFileSync(join(folder, font, 'files', `${font}-${script}-${style}.woff2`)), family)) throw new Error(`the font ${font}-${script}-${style} cannot be read`)
    }
    return `"${family}"`
  })
}

let families: { sans: string; serif: string } | undefined

/** CSS font families, registered at the first call. */
export function fontFamilies(): { sans: string; serif: string } {
  if (!families) {
    const plain = sans.flatMap(register)
    families = { sans: plain.join(), serif: [...register(serif), ...plain].join() }
  }
  return families
}
