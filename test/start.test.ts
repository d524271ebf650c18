import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { makeFolder } from './folder.ts'

test('a process stands still for its files only when a command has said that nothing else goes on', async () => {
  const waiting = vi.spyOn(fs, 'readFileSync')
  syncBuiltinESMExports()
  const { readFile, waitForFiles } = await import('../src/start/files.ts')
  const path = join(makeFolder({ 'note.txt': 'Noon.' }), 'note.txt')
  const waited = () => waiting.mock.calls.some(([read]) => read === path)
  expect([String(await readFile(path as never)), waited()]).toEqual(['Noon.', false])
  waitForFiles()
  expect([String(await readFile(path as never)), waited()]).toEqual(['Noon.', true])
  waiting.mockRestore()
  syncBuiltinESMExports()
})
