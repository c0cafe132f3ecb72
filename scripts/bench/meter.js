/** Injected into the pages that map.ts measures: all times are taken inside the page, so that no protocol is counted. */
window.meter = (() => {
  let stamps = null
  let shown = null
  const text = (selector) => document.querySelector(selector)?.textContent ?? ''
  const tick = (now) => {
    if (!stamps) return
    stamps.push(now)
    shown.add(text('.summary'))
    requestAnimationFrame(tick)
  }

  /** What a part shows: words, names and positions of its first elements. */
  const signature = (selector) => {
    let all = ''
    const elements = document.querySelectorAll(selector)
    for (let i = 0; i < Math.min(elements.length, 80); i++) all += `${elements[i].textContent}|${elements[i].getAttribute('aria-label')}|${elements[i].style.transform};`
    return elements.length + all
  }

  return {
    /** Begins to note the time of every frame. */
    start() {
      stamps = []
      shown = new Set()
      requestAnimationFrame(tick)
    },
    /** @returns milliseconds between frames, and how many different summaries were shown on the way */
    stop() {
      const all = stamps
      stamps = null
      return { deltas: all.slice(1).map((now, i) => now - all[i]), summaries: shown.size }
    },
    /**
     * Armed before a click: after each painted frame that follows it, compares what every part shows with what it showed before.
     * @returns milliseconds from the click to the end of the first frame that shows another content, by part; null after `patience` ms
     */
    watch(parts, patience) {
      const before = Object.fromEntries(Object.entries(parts).map(([name, selector]) => [name, signature(selector)]))
      const times = Object.fromEntries(Object.keys(parts).map((name) => [name, null]))
      return new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel()
        let clicked
        const frame = () => requestAnimationFrame(() => port2.postMessage(null))
        // The message comes after the frame's styles, layout and paint.
        port1.onmessage = () => {
          const now = performance.now()
          for (const [name, selector] of Object.entries(parts)) if (times[name] === null && signature(selector) !== before[name]) times[name] = now - clicked
          if (now - clicked < patience && Object.values(times).includes(null)) return frame()
          resolve(times)
        }
        window.addEventListener('click', ({ timeStamp }) => {
          clicked = timeStamp
          frame()
        }, { capture: true, once: true })
      })
    },
    /** A point of the map near its middle that is neither a marker nor covered by a panel. */
    freePoint(selector) {
      const box = document.querySelector(selector).getBoundingClientRect()
      for (let r = 0; r < 300; r += 12) {
        for (let turn = 0; turn < 12; turn++) {
          const x = box.x + box.width / 2 + r * Math.cos((turn * Math.PI) / 6)
          const y = box.y + box.height * 0.4 + r * Math.sin((turn * Math.PI) / 6)
          const hit = document.elementFromPoint(x, y)
          if (hit?.closest(selector) && !hit.closest('button, a, .leaflet-marker-icon, .leaflet-control, .leaflet-popup')) return { x, y }
        }
      }
      return { x: box.x + box.width / 2, y: box.y + box.height / 3 }
    },
  }
})()
