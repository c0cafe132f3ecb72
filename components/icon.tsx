/** Interface icons, 24 × 24, stroked in the colour of the text. */
const paths = {
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13zM15.4 15.4L20 20',
  link: 'M9.5 14.5l5-5M8 11l-2.6 2.6a3.8 3.8 0 0 0 5.4 5.4L13.4 16.4M16 13l2.6-2.6a3.8 3.8 0 0 0-5.4-5.4L10.6 7.6',
  share: 'M12 14V4M8 7.5L12 3.5l4 4M5 12v7.5h14V12',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6L6 18',
  sun: 'M12 8a4 4 0 1 1 0 8a4 4 0 1 1 0-8zM12 2.5v2.5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3L7 7M17 17l1.7 1.7M18.7 5.3L17 7M7 17l-1.7 1.7',
  moon: 'M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7z',
  chevron: 'M7 10l5 5 5-5',
  back: 'M14.5 5.5L8 12l6.5 6.5',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  filter: 'M4 6h16M7 12h10M10 18h4',
  language: 'M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 1 1 0-17zM3.5 12h17M12 3.5c3 3 3.4 5.6 3.4 8.5s-.4 5.5-3.4 8.5M12 3.5c-3 3-3.4 5.6-3.4 8.5s.4 5.5 3.4 8.5',
  layers: 'M12 4l8.5 4.5L12 13L3.5 8.5zM4 12.5l8 4.2l8-4.2M4 16.3l8 4.2l8-4.2',
} as const

/** These point along the line of reading, and so the other way where it runs from right to left. */
const turns = new Set<string>(['back', 'arrow'])

export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg viewBox="0 0 24 24" className={turns.has(name) ? 'icon turns' : 'icon'} aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
