// `node --import tsx --import ./first-fit-hooks.mjs`: the first-fit breaker in place of the optimal one.
import { register } from 'node:module'

const hooks = `export async function resolve(specifier, context, next) {
  const resolved = await next(specifier, context)
  const url = resolved.url.replace('/src/pdf/line/breaker.ts', '/test/bench/first-fit-breaker.ts')
  return { ...resolved, url }
}`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)
