/**
 * Puts text on the clipboard. The clipboard API exists on https and localhost only; elsewhere an old-fashioned selection does it.
 * @param field one that already shows the text, for where nothing else may be focused (a modal dialog)
 * @returns whether it worked; where not, the field stays selected, ready for the keys
 */
export async function copyText(text: string, field?: HTMLInputElement | HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    if (field) {
      field.focus()
      field.select()
      return document.execCommand('copy')
    }
    const passing = document.createElement('textarea')
    passing.value = text
    passing.className = 'visually-hidden'
    document.body.append(passing)
    passing.select()
    const done = document.execCommand('copy')
    passing.remove()
    return done
  }
}
