import next from 'eslint-config-next/core-web-vitals'
import nextTypes from 'eslint-config-next/typescript'

const config = [
  ...next,
  ...nextTypes,
  { ignores: ['.next/**', '.next-*/**', 'node_modules/**', '.cache/**', 'var/**', 'next-env.d.ts', 'test-results/**'] },
]
export default config
