// Markdown to HTML as most people do it: remark-parse, remark-gfm, remark-rehype, rehype-stringify. Arguments: IN OUT, files or a folder and a file.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

const [, , from, to] = process.argv
const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify)
const paths = statSync(from).isDirectory()
  ? readdirSync(from)
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => join(from, name))
  : [from]
const texts = []
for (const path of paths) texts.push(String(await processor.process(readFileSync(path, 'utf8'))))
writeFileSync(to, `<!DOCTYPE html><meta charset="utf-8">\n${texts.join('\n')}`)
