// Typst through its native addon, as a whole process: node typst.mjs IN.typ OUT.pdf FONTS
import { readFileSync, writeFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const [input, output, fonts] = process.argv.slice(2)
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] })
const compiled = compiler.compile({ mainFileContent: readFileSync(input, 'utf8') })
if (compiled.hasError()) {
  compiled.printErrors()
  process.exit(1)
}
writeFileSync(output, compiler.pdf(compiled.result))
