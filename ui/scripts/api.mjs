// Makes src/api/schema.d.ts out of docs/openapi.json (`npm run api`).
import { readFile, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'

const document = JSON.parse(await readFile(new URL('../../docs/openapi.json', import.meta.url), 'utf8'))
const types = astToString(await openapiTS(document, { emptyObjectsUnknown: true }))
await writeFile(new URL('../src/api/schema.d.ts', import.meta.url), `// Made by \`npm run api\` from docs/openapi.json; do not edit.\n${types}`)
