/** Which fold a text belongs to: by the text itself, so that equal sentences never stand on both sides. */
import { createHash } from 'node:crypto'

/** 0 to `folds` − 1. */
export const foldOfText = (text: string, folds: number): number => createHash('sha256').update(text).digest().readUInt32BE(0) % folds
