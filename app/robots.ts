import type { MetadataRoute } from 'next'

/** Every view may be found; the data behind it is for programs. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', allow: ['/', '/api/oembed'], disallow: '/api/' } }
}
