/** @type {import('next').NextConfig} */
const config = {
  // A second build beside the first (tests, a colleague's server) names its own folder.
  distDir: process.env.NEXT_DIST_DIR || '.next',
  poweredByHeader: false,
  devIndicators: false,
  // These load a native binary by name at run time; bundling them would break that.
  serverExternalPackages: ['libsql', '@napi-rs/canvas'],
  // The page gets the parts of Leaflet it uses, and react-leaflet with it.
  turbopack: { resolveAlias: { leaflet: './components/map/leaflet.ts' } },
  // `npm test` checks the types; whoever only starts the app need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Titles and previews stand in the head for everybody: what reads them is not always known by its name.
  htmlLimitedBots: /./,
  async headers() {
    return [
      // The Content-Security-Policy, which needs a nonce, is set in proxy.ts.
      {
        source: '/:path*',
        headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }],
      },
      {
        // These speak to documents; scripts and styles need not carry them.
        source: '/((?!_next/static/).*)',
        headers: [
          { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
          { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
        ],
      },
      // The file's name is asked for with its build's hash (?v=…), so it may be kept for ever.
      { source: '/basemap.pmtiles', headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }] },
    ]
  },
}
export default config
