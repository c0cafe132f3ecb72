/** Written by `npm run basemap`: names the build in the file's address, so browsers may keep it. */
export const basemapVersion = '92293e0f1d'
