#!/usr/bin/env node
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { Command } from 'commander'
import { VFile } from 'vfile'
import { normalizeText } from './pipeline.ts'
import { readText } from './read/text.ts'

const program = new Command('dossierpress')
program
  .command('normalize')
  .argument('<file>')
  .option('--output <file>', 'where to write the markdown', '-')
  .action(async (path: string, options: { output: string }) => {
    const bytes = readFileSync(path === '-' ? 0 : path)
    const mediaType = /\.(md|markdown)$/.test(path) ? 'text/markdown' : 'text/plain'
    const file = new VFile({ path })
    const text = await readText(bytes, { id: basename(path, extname(path)), path, mediaType }, file)
    if (text) {
      const { markdown } = normalizeText(text)
      if (options.output === '-') process.stdout.write(markdown)
      else writeFileSync(options.output, markdown)
    }
    for (const message of file.messages) process.stderr.write(`${message}\n`)
    if (!text) process.exitCode = 1
  })
await program.parseAsync()
