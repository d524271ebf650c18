import * as fs from 'node:fs'

/*
 * In place of `node:fs/promises`: the bundled command has this module instead (`npm run bundle`). A build waits for each
 * of its files, and there is nothing else that could go on meanwhile; Node's own takes milliseconds to load, and as long
 * again for a folder of small files.
 */

function waiting<Given extends unknown[], Result>(call: (...given: Given) => Result) {
  return async (...given: Given): Promise<Result> => call(...given)
}

export const copyFile = waiting(fs.copyFileSync)
export const link = waiting(fs.linkSync)
export const mkdir = waiting(fs.mkdirSync)
export const readdir = waiting(fs.readdirSync)
export const readFile = waiting(fs.readFileSync)
export const readlink = waiting(fs.readlinkSync)
export const realpath = waiting(fs.realpathSync.native)
export const rename = waiting(fs.renameSync)
export const rm = waiting(fs.rmSync)
export const stat = waiting(fs.statSync)
export const symlink = waiting(fs.symlinkSync)
export const writeFile = waiting(fs.writeFileSync)
