/**
 * The public address of this server, for links that leave it: canonical links, preview images, embed codes.
 *
 * `DATELINE_URL` says it. Without that it is the host the request itself names; `X-Forwarded-*` is never believed, for a cache in between
 * does not tell answers apart by it, so one forged request could put another's address into everybody's page. `Host` is part of what
 * a cache tells them apart by: who forges it deceives only themselves.
 */
const hostPattern = /^(?:[a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i

/**
 * @param setting `DATELINE_URL`; anything but an http(s) address is as if it were not set
 * @param host the Host header
 * @returns an origin, "https://dateline.example"; a path of the setting is dropped, for every link of the app starts at the root
 */
export function publicAddress(setting: string | undefined, host: string | null): string {
  if (setting && URL.canParse(setting)) {
    const { protocol, origin } = new URL(setting)
    if (protocol === 'http:' || protocol === 'https:') return origin
  }
  return `http://${host && hostPattern.test(host) ? host.toLowerCase() : 'localhost'}`
}
