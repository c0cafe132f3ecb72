/** What the edge cases are made of, for the database and for the tests that look for it. */
export const ids = { fiji: 'edgefiji', samoa: 'edgesamoa', north: 'edgenorth', south: 'edgesouth', long: 'edgelong', rightToLeft: 'edgertl', hostile: 'edgehostile', merged: 'edgemerged', laterReport: 'edgelater' }

export const crowd = { count: 10_000, lat: 13.51, lon: 2.11, place: 'Niamey' }

const words = (length: number) => 'The council of the province told reporters about it once more. '.repeat(length / 60 + 1).slice(0, length)

/** Half of the title and a third of the quote are one word each that no space breaks. */
export const long = {
  place: `Villa${'nueva'.repeat(40)} de los Santos Apóstoles y del Descubrimiento`,
  title: `${words(250)}${'unbroken'.repeat(31)}xx`,
  publisher: `Gaceta${'oficial'.repeat(30)}`,
  quotes: [`${words(2000)}${'https://example.org/'.repeat(50)}`],
}

export const rightToLeft = {
  place: 'بيروت',
  title: 'مظاهرة في بيروت: 2,000 شخص أمام البنك (ABC News)',
  publisher: 'النهار',
  quotes: ['خرج 2,000 شخص في مظاهرة أمام البنك المركزي في بيروت يوم 15 يونيو، بحسب ABC News.'],
}

export const hostile = {
  place: '<svg onload=window.broken=1>',
  title: '</title><img src=x onerror=window.broken=2>',
  publisher: '"><script>window.broken=3</script>',
  url: 'javascript:window.broken=4',
  quotes: ['<iframe srcdoc="<script>parent.broken=5</script>"></iframe> & <b>bold</b> {{7*7}} ${7*7}'],
}
