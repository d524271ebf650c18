/*
 * Makes the bundle that the command starts from: `npm run bundle`, or with another folder `npm run bundle -- FOLDER`.
 * No part of the package.
 */
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { readPatterns } from '../language/hyphenation/patterns.ts'
import { sha256Of } from '../sha256.ts'
import { formsOf, readyLanguages } from './ready-locale.ts'
import { readyNames } from './ready-patterns.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What the bundle does without, and what stands in its place. */
const alias = {
  '@noble/ciphers/aes': './src/start/left-out.ts',
  linebreak: './src/start/left-out.ts',
  'brotli/decompress.js': './src/start/left-out.ts',
  'tiny-inflate': './src/start/inflate.cts',
  'node:fs/promises': './src/start/files.ts',
}

/** Commander loads Node's processes, and sockets with them, for a kind of subcommand that is not here. */
const noSubprograms: Plugin = {
  name: 'no-subprograms',
  setup({ onResolve }) {
    const replacement = path.join(root, 'src/start/left-out.ts')
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: replacement } : undefined,
    )
  },
}

/** Functions that most builds never call; in the bundle, their modules are loaded by the first call. */
const lateFunctions: Readonly<Record<string, readonly string[]>> = {
  // Only scripts that take more than `simple-shaper.ts`.
  fontkit: ['create'],
  // Only languages whose commonest words are not known.
  'franc-min': ['franc'],
  // Only encodings other than UTF-8.
  'iconv-lite': ['decode', 'encode', 'encodingExists'],
  // Only captured text.
  './steps.ts': ['pluginsFor'],
  // Only sources with corrections.
  './corrections/correct.ts': ['correct'],
}

const loadLate: Plugin = {
  name: 'load-late',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ path: name, namespace, resolveDir }) =>
      name in lateFunctions && namespace !== 'late'
        ? { path: name, namespace: 'late', pluginData: resolveDir }
        : undefined,
    )
    onLoad({ filter: /.*/, namespace: 'late' }, ({ path: name, pluginData }) => ({
      contents: (lateFunctions[name] ?? [])
        .map((called) => `exports.${called} = (...given) => require('${name}').${called}(...given)`)
        .join('\n'),
      resolveDir: pluginData,
    }))
  },
}

/** What takes long to load and comes ready with the bundle, by the module that it stands in for: `ready-NAME.ts` beside this one. */
const readyModules: Readonly<Record<string, string>> = {
  // Hyphenation patterns come as JavaScript objects.
  'hyphenate.ts': 'patterns',
  // Numbers, days and names of languages come from `Intl`.
  'labels.ts': 'locale',
}

const readyInstead: Plugin = {
  name: 'ready-instead',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\// }, ({ path: name, importer }) => {
      const ready = readyModules[path.basename(importer)]
      return ready !== undefined && name === `./${ready}.ts`
        ? { path: path.join(root, `src/start/ready-${ready}.ts`) }
        : undefined
    })
  },
}

function writeReady(folder: string, names: readonly string[], prepare: (name: string) => unknown): void {
  mkdirSync(folder, { recursive: true })
  for (const name of names) writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(prepare(name)))
}

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/command/program.ts'],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    // Else each becomes a call, which makes it anew wherever a function has one inside.
    supported: { 'regexp-unicode-property-escapes': true },
    alias,
    plugins: [noSubprograms, loadLate, readyInstead],
    define: { 'import.meta.url': 'bundleUrl' },
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
  })
  return outputFiles[0]?.text ?? ''
}

/**
 * The bundle as a function, in ASCII: V8 holds such a text in half the room, and reading it takes a third of the time.
 * What is left of other characters stands in regular expressions, which know the same escapes as strings.
 */
function wrapped(program: string): string {
  const url = "const bundleUrl=require('node:url').pathToFileURL(__filename).href;"
  const ascii = program.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `(function(exports,require,module,__filename,__dirname){${url}${ascii}})\n`
}

async function writeBundle(folder: string): Promise<void> {
  const text = wrapped(await bundled())
  const hash = sha256Of(text).slice(0, 8)
  mkdirSync(path.join(folder, 'data'), { recursive: true })
  for (const name of readdirSync(folder)) if (name.startsWith('program-')) rmSync(path.join(folder, name))
  writeFileSync(path.join(folder, `program-${hash}.cjs`), text)
  writeReady(path.join(folder, 'data/patterns'), readyNames, readPatterns)
  writeReady(path.join(folder, 'data/locales'), readyLanguages, formsOf)
  // pdfkit reads its colour profile from a file.
  const profile = 'data/sRGB_IEC61966_2_1.icc'
  cpSync(path.join(root, 'node_modules/pdfkit/js', profile), path.join(folder, profile))
}

await writeBundle(path.resolve(process.argv[2] ?? path.join(root, 'dist/bundle')))
