/** What a map seldom holds must look and work like the rest: nothing, one, ten thousand at a point, the ends of the world, hostile words. */
import type { Locator, Page } from '@playwright/test'
import { expect, open, panel, summary } from './map-test'
import { test } from './edge-test'
import { crowd, hostile, ids, long, rightToLeft } from './edge-words'

const isPhone = (page: Page) => page.viewportSize()!.width < 761
const marker = (page: Page, id: string) => page.locator(`.marker[data-incident="${id}"]`)
const card = (page: Page) => page.locator('.card').first()
/** What an opened card stands in: its rows reach to the edges of that. */
const opened = (page: Page) => (isPhone(page) ? panel(page) : page.locator('.leaflet-popup-content-wrapper'))
const here = (page: Page) => panel(page).getByRole('region', { name: 'On the map now' })

/** The sheet of a phone at its full height, so that the list can be read. */
async function showList(page: Page) {
  if (!isPhone(page)) return
  await page.locator('.sheet-handle').focus()
  const steps = ['peek', 'half', 'full']
  for (let at = steps.indexOf((await page.locator('.panel').getAttribute('data-snap'))!) + 1; at < steps.length; at++) {
    await page.keyboard.press('Enter')
    await expect(page.locator('.panel')).toHaveAttribute('data-snap', steps[at]!)
  }
}

/** Elements that reach beyond the sides of their container, where nothing that cuts them off stands between. */
function sticksOut(container: Locator): Promise<string[]> {
  return container.evaluate((root) => {
    const outer = root.getBoundingClientRect()
    return [...root.querySelectorAll('*')].flatMap((one) => {
      let { left, right } = one.getBoundingClientRect()
      if (right - left < 2) return []
      for (let up = one.parentElement; up && up !== root; up = up.parentElement) {
        if (getComputedStyle(up).overflowX === 'visible') continue
        const cut = up.getBoundingClientRect()
        left = Math.max(left, cut.left)
        right = Math.min(right, cut.right)
      }
      return left < outer.left - 1 || right > outer.right + 1 ? [`${one.tagName}.${one.getAttribute('class')} ${left}–${right} in ${outer.left}–${outer.right}`] : []
    })
  })
}
async function expectToFit(page: Page, container: Locator) {
  await expect(container).toBeVisible()
  expect(await sticksOut(container)).toEqual([])
  expect(await container.evaluate((one) => one.scrollWidth - one.clientWidth), 'scrolls sideways').toBeLessThanOrEqual(1)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 'the page scrolls sideways').toBeLessThanOrEqual(0)
}
const hasNoNaN = async (page: Page) => expect(await page.locator('body').evaluate((body) => /NaN|Infinity|undefined/.exec(body.innerHTML.replace(/<script[\s\S]*?<\/script>/g, ''))?.[0] ?? null)).toBeNull()

test.describe('no incidents at all', () => {
  test.use({ stored: 'nothing' })

  test('the page says so and how to add some; picture, frame, data and plain page work', async ({ page, request, browser, baseURL }) => {
    await open(page, '/')
    await showList(page)
    await expect(panel(page).locator('.empty')).toContainText('npm run ingest')
    await expect(page.locator('.marker')).toHaveCount(0)
    await hasNoNaN(page)
    await expect(page.locator('.message')).toHaveCount(0)
    for (const path of ['/embed', '/preview.png', '/api/map', '/api/incidents', '/api/timeline', '/api/layers', `/api/oembed?url=${encodeURIComponent(`${baseURL}/`)}`, '/article/none']) expect((await request.get(path)).status(), path).toBe(path === '/article/none' ? 404 : 200)
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const still = await plain.newPage()
    await still.goto(`${baseURL}/`)
    await expect(still.locator('.plain-list')).toContainText('No incidents')
    await plain.close()
  })

  test('a link with filters and an open incident gives the map and its notice', async ({ page }) => {
    await open(page, '/?type=strike&from=2025-01-01&incident=none&panel=open&stack=none')
    await expect(page.locator('.notice')).toBeVisible()
    await hasNoNaN(page)
  })
})

test.describe('one incident', () => {
  test.use({ stored: 'one' })

  test('it is on the map, in the list and on the time line, and opens', async ({ page, request }) => {
    await open(page, '/')
    await expect(summary(page)).toHaveText('1 incident')
    await expect(page.locator('.marker')).toHaveCount(1)
    await expect(page.locator('.marker')).toBeInViewport()
    await hasNoNaN(page)
    await page.locator('.marker').click()
    await expect(card(page)).toContainText('Ministers met in Reykjavik')
    await expect(page.getByRole('slider', { name: 'First day shown' })).toBeVisible()
    expect((await request.get('/preview.png')).status()).toBe(200)
    expect(await page.locator('head meta[name=description]').getAttribute('content')).toContain('1 incident')
  })
})

test.describe('ten thousand at one point', () => {
  const view = `/?map=9/${crowd.lat}/${crowd.lon}`

  test('one marker counts them; its list opens at once and can be walked to its end', async ({ page }) => {
    await open(page, view)
    const spot = page.locator('.marker.cluster')
    await expect(spot).toHaveCount(1)
    await expect(spot).toContainText('10,000')
    await expect(spot).toHaveAttribute('aria-label', /^10,000 incidents/)
    // In the page itself: a test's own waiting is none of a reader's.
    const waited = await spot.evaluate(async (button: HTMLElement) => {
      const start = performance.now()
      button.click()
      while (!document.querySelector('.card.stack .row')) await new Promise(requestAnimationFrame)
      return performance.now() - start
    })
    expect(waited, 'milliseconds until the list is open').toBeLessThan(1500)
    await expect(page.locator('.card.stack .row').first()).toBeVisible()
    await expect(card(page).getByRole('heading', { level: 2 })).toHaveText('10,000 incidents here')
    expect(await page.locator('.card.stack .row').count()).toBeLessThan(80)

    await page.locator('.card.stack .row').first().focus()
    await page.keyboard.press('End')
    const last = page.locator('.card.stack .row:focus')
    await expect(last.locator('xpath=..')).toHaveAttribute('aria-posinset', '10000')
    await expect(last.locator('.row-quote')).toContainText('Report')
    await expect(last).toBeInViewport()
    await page.keyboard.press('Home')
    await expect(page.locator('.card.stack .row:focus').locator('xpath=..')).toHaveAttribute('aria-posinset', '1')
  })

  test('its list scrolls to the end by hand, and the last opens', async ({ page }) => {
    await open(page, view)
    await page.locator('.marker.cluster').click()
    const first = page.locator('.card.stack .row').first()
    await expect(first).toBeVisible()
    await first.evaluate((row) => {
      for (let one = row.parentElement; one; one = one.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(one).overflowY)) return void (one.scrollTop = one.scrollHeight)
      }
    })
    const last = page.locator('.card.stack .list-row[aria-posinset="10000"] .row')
    await expect(last).toBeInViewport()
    await expectToFit(page, opened(page))
    const id = await last.getAttribute('data-incident')
    await last.click()
    await expect(page).toHaveURL(new RegExp(`incident=${id}`))
    await expect(card(page).locator('blockquote').first()).toContainText('Report')
  })

  test('the main list takes another order at once', async ({ page }) => {
    await open(page, view)
    await showList(page)
    const start = Date.now()
    await page.getByRole('combobox', { name: 'Order' }).selectOption('place')
    await expect(panel(page).locator('.list-heading').first()).toContainText('N')
    expect(Date.now() - start, 'milliseconds until the order is another').toBeLessThan(3000)
    await expect(page).toHaveURL(/sort=place/)
    expect(await panel(page).locator('.row').count()).toBeLessThan(120)
  })
})

test.describe('across the antimeridian', () => {
  test('Fiji and Samoa are neighbours on the first view', async ({ page }) => {
    await open(page, '/?type=agreement')
    const [west, east] = [(await marker(page, ids.fiji).boundingBox())!, (await marker(page, ids.samoa).boundingBox())!]
    for (const id of [ids.fiji, ids.samoa]) await expect(marker(page, id)).toBeInViewport()
    expect(east.x).toBeGreaterThan(west.x)
    expect(east.x - west.x).toBeLessThan(200)
    await expect(page.locator('.marker')).toHaveCount(2)
    await showList(page)
    await expect(here(page).locator('.row')).toHaveCount(2)
    await expect(here(page).locator('.list-title .list-count')).toHaveText('2')
  })

  for (const [side, lon] of [['west', 179.7], ['east', -179.7]] as const) {
    test(`seen from the ${side}, what lies beyond opens at the copy in sight`, async ({ page }) => {
      for (const id of [ids.fiji, ids.samoa]) {
        await open(page, `/?type=agreement&map=7/-15.2/${lon}`)
        await marker(page, id).click()
        await expect(card(page).locator('blockquote').first()).toContainText('agreement was signed')
        const spot = page.locator('.marker.is-selected')
        await expect(spot).toBeInViewport()
        expect(Math.abs(Number(new URL(page.url()).searchParams.get('map')!.split('/')[2]))).toBeGreaterThan(176)
        if (!isPhone(page)) {
          const [tip, at] = [(await page.locator('.leaflet-popup-tip-container').boundingBox())!, (await spot.boundingBox())!]
          expect(Math.abs(tip.x + tip.width / 2 - at.x - at.width / 2)).toBeLessThan(20)
        }
        await page.keyboard.press('Escape')
        await expect(page.locator('.card')).toHaveCount(0)
      }
    })
  }
})

test.describe('at the poles', () => {
  for (const [id, lat] of [[ids.north, 84.5], [ids.south, -84.5]] as const) {
    for (const zoom of [2, 6]) {
      test(`${id} stands on the map’s edge and in the list at zoom ${zoom}`, async ({ page }) => {
        await open(page, `/?type=sanction&map=${zoom}/${lat}/20`)
        await expect(marker(page, id)).toBeInViewport()
        // A phone's list is out of sight below the map as yet.
        await expect(panel(page).locator('.list-section', { hasText: 'On the map now' }).locator(`.row[data-incident="${id}"]`)).toHaveCount(1)
        // The half of it that lies within the world.
        const { height } = (await marker(page, id).boundingBox())!
        // A phone's attribution lies over the southern edge: there the keyboard or the list opens it.
        if (id === ids.south && isPhone(page)) await marker(page, id).press('Enter')
        else await marker(page, id).click({ position: { x: height / 2, y: id === ids.north ? height - 6 : 6 } })
        await expect(card(page).locator('blockquote').first()).toContainText('Pole')
        await expect(card(page).getByRole('heading', { level: 2 })).toBeInViewport({ ratio: 1 })
        await expect(page.locator('.marker.is-selected')).toBeInViewport()
        await hasNoNaN(page)
        expect(page.url()).not.toMatch(/NaN|Infinity/)
      })
    }
  }

  test('the first view of both, their picture and their frame have numbers everywhere', async ({ page, request }) => {
    await open(page, '/?type=sanction')
    await hasNoNaN(page)
    for (const path of ['/preview.png?type=sanction', `/preview.png?incident=${ids.north}`, `/preview.png?type=sanction&map=22/90/180`]) expect((await request.get(path)).status(), path).toBe(200)
    await page.goto(`/embed?incident=${ids.south}`)
    await expect(page.locator('.leaflet-container')).toBeVisible()
    await hasNoNaN(page)
  })
})

test.describe('very long words', () => {
  test('card, panel, list and article keep to their widths', async ({ page }) => {
    await open(page, `/?type=detention&incident=${ids.long}`)
    await expect(card(page).locator('blockquote').first()).toContainText('The council of the province')
    await expectToFit(page, opened(page))
    if (!isPhone(page)) {
      await page.getByRole('button', { name: 'All about it' }).click()
      await expect(page.locator('.detail blockquote').first()).toBeVisible()
      await expectToFit(page, page.locator('.detail'))
    }
    await expect(card(page).getByRole('link', { name: /The council/ })).toBeVisible()
    const article = (await card(page).locator('a[href^="/article/"]').first().getAttribute('href'))!
    await card(page).getByRole('button', { name: 'Close', exact: true }).click()
    await showList(page)
    await expect(panel(page).locator('.row-quote:not(.is-coming)').first()).toBeVisible()
    await expectToFit(page, panel(page))
    await page.goto(article)
    await expectToFit(page, page.locator('body'))
  })

  test('share dialog, frame and plain page keep to their widths', async ({ page, browser, baseURL }, { project }) => {
    await open(page, `/?incident=${ids.long}&q=${'z'.repeat(190)}`)
    await page.getByRole('button', { name: 'Share' }).click()
    const share = page.getByRole('dialog', { name: 'Share this view' })
    await expect(share.getByRole('img', { name: /^Map preview/ })).toBeVisible()
    await expectToFit(page, share)
    await page.setViewportSize({ width: 320, height: 480 })
    await page.goto(`/embed?incident=${ids.long}&list=1`)
    await expect(card(page).locator('blockquote').first()).toBeVisible()
    await expectToFit(page, page.locator('.embed-card, .leaflet-popup-content-wrapper').first())
    const { viewport, deviceScaleFactor, isMobile, hasTouch } = project.use
    const plain = await browser.newContext({ javaScriptEnabled: false, viewport, deviceScaleFactor, isMobile, hasTouch })
    const still = await plain.newPage()
    await still.goto(`${baseURL}/?type=detention&incident=${ids.long}`)
    await expectToFit(still, still.locator('.plain-list'))
    await plain.close()
  })

  test('the picture of it is one of the usual size', async ({ request }) => {
    for (const lang of ['en', 'ar']) {
      const body = await (await request.get(`/preview.png?incident=${ids.long}&lang=${lang}`)).body()
      expect([body.readUInt32BE(16), body.readUInt32BE(20)]).toEqual([1200, 630])
    }
    expect(long.title.length).toBe(500)
    expect(long.quotes[0]!.length).toBeGreaterThanOrEqual(2950)
  })
})

test.describe('words from right to left', () => {
  test('each runs its own way in list, popup and panel, beside words that run the other', async ({ page }) => {
    await open(page, '/?type=protest')
    await showList(page)
    const row = panel(page).locator('.row').first()
    const quote = row.locator('.row-quote:not(.is-coming)')
    await expect(quote).toHaveText(rightToLeft.quotes[0]!)
    for (const one of [quote, row.locator('.row-place')]) expect(await one.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
    expect(await row.locator('.row-meta').evaluate((element) => getComputedStyle(element).direction)).toBe('ltr')
    await expectToFit(page, panel(page))
    await row.click()
    const told = card(page).locator('blockquote').first()
    await expect(told).toHaveText(rightToLeft.quotes[0]!)
    // Where the first letter of a text stands says which way it runs.
    const startsRight = (one: Locator) => one.evaluate((element) => {
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()!
      const range = document.createRange()
      range.setStart(text, 0)
      range.setEnd(text, 1)
      const [letter, line] = [range.getBoundingClientRect(), element.getBoundingClientRect()]
      return line.right - letter.right < letter.left - line.left
    })
    expect(await startsRight(told)).toBe(true)
    expect(await card(page).getByRole('heading', { level: 2 }).evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
    expect(await startsRight(card(page).locator('.kicker'))).toBe(false)
    // A name that runs the other way must not turn the date beside it around: "16 June" stays "16 June".
    expect(await card(page).locator('.source-meta').first().evaluate((element) => getComputedStyle(element).direction)).toBe('ltr')
    await expect(card(page).locator('.source-meta bdi').first()).toHaveText(rightToLeft.publisher)
    if (!isPhone(page)) await page.getByRole('button', { name: 'All about it' }).click()
    const title = card(page).getByRole('link', { name: new RegExp('مظاهرة') })
    expect(await title.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
    await expectToFit(page, isPhone(page) ? panel(page) : page.locator('.detail'))
  })
})

test.describe('hostile words', () => {
  const parts = [hostile.place, hostile.title, hostile.publisher, hostile.quotes[0]!]
  /** Whether any of it came to life: as an element of the page, or by running. */
  const alive = (page: Page) => page.evaluate(() => [...document.querySelectorAll('img[src="x"], iframe[srcdoc], svg[onload], b, a[href^="javascript"]')].map((one) => one.outerHTML).concat('broken' in window ? ['ran'] : []))

  test('are text on the map, in its panel, list, frame, article and plain page', async ({ page, browser, baseURL }) => {
    await open(page, `/?type=movement&incident=${ids.hostile}`)
    await expect(card(page).locator('blockquote').first()).toHaveText(hostile.quotes[0]!)
    await expect(card(page).getByRole('heading', { level: 2 })).toHaveText(hostile.place)
    if (!isPhone(page)) await page.getByRole('button', { name: 'All about it' }).click()
    const link = card(page).locator('a[href^="/article/"]').first()
    await expect(link).toHaveText(hostile.title)
    await expect(card(page)).toContainText(hostile.publisher)
    expect(await alive(page)).toEqual([])
    const article = (await link.getAttribute('href'))!
    await card(page).getByRole('button', { name: 'Close', exact: true }).click()
    await expect(page.locator('.row-quote:not(.is-coming)').first()).toHaveText(hostile.quotes[0]!)
    await expect(marker(page, ids.hostile)).toHaveAttribute('aria-label', new RegExp('svg onload'))
    expect(await alive(page)).toEqual([])
    await page.goto(article)
    await expect(page.locator('h1')).toHaveText(hostile.title)
    expect(await alive(page)).toEqual([])
    await page.goto(`/embed?incident=${ids.hostile}&list=1`)
    await expect(card(page).locator('blockquote').first()).toHaveText(hostile.quotes[0]!)
    expect(await alive(page)).toEqual([])
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const still = await plain.newPage()
    await still.goto(`${baseURL}/?type=movement&incident=${ids.hostile}`)
    await expect(still.locator('.plain-list blockquote').first()).toHaveText(hostile.quotes[0]!)
    await expect(still.locator('.plain-list')).toContainText(hostile.title)
    expect(await still.locator('.plain-list').locator('img, iframe, svg, b, script, [href^="javascript"]').count()).toBe(0)
    await plain.close()
  })

  test('are escaped in what the server writes: head, frame, oEmbed as JSON and XML', async ({ request, baseURL }) => {
    for (const query of [`incident=${ids.hostile}`, `q=${encodeURIComponent(hostile.title)}`, `type=${encodeURIComponent(hostile.publisher)}`]) {
      for (const path of [`/?${query}`, `/embed?${query}`, ...['json', 'xml'].map((format) => `/api/oembed?format=${format}&url=${encodeURIComponent(`${baseURL}/?${query}`)}`)]) {
        const response = await request.get(path)
        expect(response.status(), path).toBe(200)
        let text = await response.text()
        // A title is plain text by oEmbed's rule; the markup to paste is what others take over as it stands.
        if (path.includes('format=json')) text = (JSON.parse(text) as { html: string }).html
        for (const part of parts) expect(text, `${path} ${part}`).not.toContain(part)
        expect(text, path).not.toMatch(/<img src=x|<svg onload|<b>bold/)
      }
    }
    expect((await request.get(`/preview.png?incident=${ids.hostile}`)).status()).toBe(200)
  })
})

test.describe('links of another time', () => {
  test('an incident that is no longer there is told, and the map is', async ({ page, request }) => {
    await open(page, '/?type=meeting&incident=edgegone&panel=open')
    await expect(page.locator('.notice')).toBeVisible()
    await expect(page.locator('.card')).toHaveCount(0)
    await expect(summary(page)).toHaveText(/^1 of/)
    expect((await request.get('/preview.png?incident=edgegone')).status()).toBe(200)
    expect((await request.get('/api/incidents/edgegone')).status()).toBe(404)
  })

  test('a report’s id of old opens the incident that holds it now', async ({ page, request }) => {
    await open(page, `/?incident=${ids.laterReport}`)
    await expect(card(page).locator('blockquote').first()).toContainText('met in Bern')
    await expect(page.locator('.notice')).toHaveCount(0)
    await page.goto(`/embed?incident=${ids.laterReport}`)
    await expect(card(page).locator('blockquote').first()).toContainText('met in Bern')
    const [then, now] = await Promise.all([ids.laterReport, ids.merged].map(async (id) => (await request.get(`/?incident=${id}`)).text()))
    const title = (html: string) => /<title>(.*?)<\/title>/.exec(html)![1]
    expect(title(then!)).toBe(title(now!))
    const [old, present] = await Promise.all([ids.laterReport, ids.merged].map(async (id) => (await request.get(`/preview.png?incident=${id}`)).body()))
    expect(old!.equals(present!), 'its picture is that of the incident').toBe(true)
  })
})

test.describe('broken queries', () => {
  test.skip(({ isMobile }) => isMobile, 'a server knows no screens')
  const broken = [
    'type=nonsense&status=,,,&precision=x&from=2025-02-30&to=x&q=&map=99/1/2&sort=up&incident=%3Cscript%3E&panel=shut&stack=%22',
    'map=NaN/Infinity/-0', 'map=1e9/1e9/1e9', 'map=22/90/180', 'map=0/-90/-180', 'bbox=180,-90,-180,90', 'from=2025-12-31&to=2025-01-01', 'from=-271821-04-20&to=%2B275760-09-13',
    'q=%00', 'q=%ED%A0%80', 'q=%FF%FE', 'q=%', 'q=%E0%A4%A', 'q="*OR NOT NEAR(', "q='; DROP TABLE incidents; --", 'q=%F0%9F%92%A5%E2%80%AE', '%=%', '&&&===', '?', '__proto__=1&constructor=2&toString=3&hasOwnProperty=4',
    'type=strike&type=meeting&type=%00', 'incident=a&incident=b&incident=c', 'ids=%00,%00', 'lang=%00&theme=%00', 'lang=../../etc/passwd', 'size=NaNxNaN&scale=-1', 'page=-1', 'page=1e999', 'limit=-1&cursor=%00&unit=x&width=-1',
    `q=${'a'.repeat(10_000)}`, `${'type=strike&'.repeat(900)}`, `ids=${'abc,'.repeat(2500)}`, `${Array.from({ length: 900 }, (_, i) => `p${i}=1`).join('&')}`,
    // More than the HTTP server itself takes: it answers before any of this code runs.
    `q=${'a'.repeat(20_000)}`, `${'x'.repeat(20_000)}`,
  ]

  test('pages answer as ever, programs get the reason, and nothing breaks the server', async ({ request, baseURL }) => {
    const pages = ['/', '/embed']
    const apis = ['/preview.png', '/api/incidents', '/api/incidents/edgefiji', '/api/map', '/api/search', '/api/timeline', '/api/layers', '/api/articles', '/api/areas/none', '/api/oembed', '/api/health']
    const faults: string[] = []
    for (const query of broken) {
      for (const path of [...pages, ...apis]) {
        // Not through a client that mends addresses.
        const response = await fetch(`${baseURL}${path}?${query}`)
        const said = `${path}?${query.slice(0, 60)} (${query.length}) ${response.status}`
        await response.arrayBuffer()
        if (query.length >= 20_000) {
          if (![200, 400, 404, 414, 431].includes(response.status)) faults.push(said)
        } else if (pages.includes(path)) {
          if (response.status !== 200) faults.push(said)
        } else if (response.status >= 400 && (response.status >= 500 || !response.headers.get('content-type')?.includes('application/problem+json'))) faults.push(`${said} ${response.headers.get('content-type')}`)
      }
    }
    expect(faults).toEqual([])
    expect((await request.get('/api/health')).status()).toBe(200)
  })

  test('the notice of a hostile link stays readable', async ({ page }) => {
    await open(page, `/?type=${encodeURIComponent(`${hostile.title}${'x'.repeat(5000)}`)}&from=${encodeURIComponent(hostile.publisher)}&map=NaN/NaN/NaN`)
    await expect(page.locator('.notice')).toContainText('start date')
    await expectToFit(page, page.locator('.notice'))
    expect(await page.locator('.notice p').evaluateAll((all) => all.map((one) => one.textContent!.length).filter((length) => length > 900))).toEqual([])
  })
})
