/** Rows of a tab-separated file under `data/`; lines beginning with # are comments. */
import { readData } from '../../data'

export function readTable(name: string): string[][] {
  return readData(name).toString('utf8').split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t').map((cell) => cell.trim()))
}
