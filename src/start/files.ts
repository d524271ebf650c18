import * as fs from 'node:fs'

/*
 * In place of `node:fs/promises`: the bundled command has this module instead (`npm run bundle`). Node's own takes
 * milliseconds to load, and as long again for a folder of small files; the command `build` waits for each of its files,
 * and there is nothing else that could go on meanwhile. Whoever does not ask for that here gets Node's own.
 */

let waits = false

/** From now on this process stands still while it reads or writes a file: for a command that does nothing beside. */
export function waitForFiles(): void {
  waits = true
}

/** Any function of Node's: what it is given goes on as it is. */
type Call = (...given: never[]) => unknown

/** One function of the module: `now` waits for the disk, `own` is Node's, which is loaded when it is first asked for. */
function either(now: Call, own: () => Call) {
  return async (...given: never[]): Promise<unknown> => (waits ? now(...given) : own()(...given))
}

export const copyFile = either(fs.copyFileSync, () => fs.promises.copyFile)
export const link = either(fs.linkSync, () => fs.promises.link)
export const mkdir = either(fs.mkdirSync, () => fs.promises.mkdir)
export const readdir = either(fs.readdirSync, () => fs.promises.readdir)
export const readFile = either(fs.readFileSync, () => fs.promises.readFile)
export const readlink = either(fs.readlinkSync, () => fs.promises.readlink)
export const realpath = either(fs.realpathSync.native, () => fs.promises.realpath)
export const rename = either(fs.renameSync, () => fs.promises.rename)
export const rm = either(fs.rmSync, () => fs.promises.rm)
export const stat = either(fs.statSync, () => fs.promises.stat)
export const symlink = either(fs.symlinkSync, () => fs.promises.symlink)
export const writeFile = either(fs.writeFileSync, () => fs.promises.writeFile)
