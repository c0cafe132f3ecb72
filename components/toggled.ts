/** Pressing one of all shows that one alone; pressing the last one shown shows all again (`undefined`). */
export function toggled<T>(list: T[] | undefined, value: T): T[] | undefined {
  if (!list) return [value]
  const next = list.includes(value) ? list.filter((other) => other !== value) : [...list, value]
  return next.length ? next : undefined
}
