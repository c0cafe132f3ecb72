/** Leaflet's source files; what they make is typed by @types/leaflet, under whose name components/map/leaflet.ts is imported. */
declare module 'leaflet/src/*'
