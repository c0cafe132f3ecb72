/** Written by `npm run basemap`: names the build in the file's address, so browsers may keep it. */
export const basemapVersion = '251a5ab947'
