import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { corpusFiles } from './corpus/make.ts'
import { capturesIn } from './score/capture.ts'
import { differenceOf } from './score/difference.ts'
import { groupsOf } from './score/grouping.ts'
import type { Exhibit } from './score/judge.ts'
import { ownJudge } from './score/own/own-judge.ts'
import { scoreCase } from './score/scored-case.ts'

const corpus = new URL('corpus/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, corpus), 'utf8')

describe('the corpus', () => {
  test('is what its script makes, and nothing else', () => {
    const files = corpusFiles()
    for (const [path, contents] of files) expect(read(path), path).toBe(contents)
    const folders = readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    const paths = folders
      .filter(({ name }) => name !== 'make')
      .flatMap(({ name }) => readdirSync(new URL(`${name}/`, corpus)).map((file) => `${name}/${file}`))
    expect(paths.sort()).toEqual([...files.keys()].sort())
  })

  test('keeps all captures of a document apart, or none', () => {
    const captures = capturesIn('corpus', corpus)
    const held = captures.filter(({ isHeld }) => isHeld).map(({ kind }) => kind)
    expect(held.length).toBeGreaterThan(0)
    expect(captures.filter(({ kind, isHeld }) => !isHeld && held.includes(kind))).toEqual([])
  })
})

describe('our own scorer', () => {
  const truth = read('policypaper-pages/truth.md')
  const exhibit = (markdown: string): Exhibit => ({
    ...{ input: read('policypaper-pages/input.txt'), truth, markdown, messages: [] },
    meta: {},
  })
  const harmsOf = (markdown: string) => ownJudge.harms(exhibit(markdown)).harms
  const [first = '', second = ''] = truth.split('\n\n').filter((block) => /^[A-Z][^[]{200,}$/.test(block))

  test('finds nothing wrong with the truth', () => {
    expect(harmsOf(truth)).toEqual([])
    const { para, head, fn, dropped } = ownJudge.score(exhibit(truth))
    expect([para?.f1, head, fn?.r, fn?.p, fn?.linked, dropped]).toEqual([1, { p: 1, r: 1 }, 1, 1, 1, 0])
  })

  test.for([
    ['dropped', 'words dropped', (text: string) => text.replace('asked for', '')],
    ['dropped', 'words dropped', (text: string) => text.replace(first, '')],
    ['moved', 'words in another place', (text: string) => text.replace(`${first}\n\n`, '').concat(`\n\n${first}\n`)],
    ['heading', 'text as a heading', (text: string) => text.replace(first, `## ${first}`)],
    ['cut', 'paragraph cut in two', (text: string) => text.replace(/ (?=[a-z]+ [a-z]+ [a-z]+,)/, '\n\n')],
    ['note', 'another text under a call', (text: string) => text.replace('[^1]', '[^4]')],
    ['note', 'false call', (text: string) => text.replace(/(?<=[a-z]) (?=[a-z]+ \d{4})/, '[^3] ')],
  ] as const)('finds what was planted: %s, %s', ([kind, what, damage]) => {
    const damaged = damage(truth)
    expect(damaged).not.toBe(truth)
    expect(harmsOf(damaged).map((harm) => [harm.kind, harm.what])).toEqual([[kind, what]])
  })

  test('says where a harm is, and whether anybody was told', () => {
    const message = { file: 'a', severity: 'info', rule: 'normalize:headings-are-marked', message: '' } as const
    const markdown = truth.replace(second, `## ${second}`)
    const [harm] = harmsOf(markdown)
    expect(read('policypaper-pages/input.txt').split('\n')[(harm?.line ?? 0) - 1]).toContain(second.slice(0, 20))
    const silence = [1, 4].map((away) => {
      const told = { ...exhibit(markdown), messages: [{ ...message, line: (harm?.endLine ?? 0) + away }] }
      return ownJudge.harms(told).harms[0]?.silent
    })
    expect(silence).toEqual([false, true])
  })

  test('scores a capture from its file, and sums up by kind, worst first', async () => {
    const captures = capturesIn('corpus', corpus).filter(({ name }) => /^(verse|faq|interview-web)/.test(name))
    const cases = await Promise.all(captures.map((capture) => scoreCase(capture, ownJudge)))
    const { groups, sums } = groupsOf('corpus', cases, 'kind', ownJudge.kinds)
    expect(groups.map(([name]) => name).sort()).toEqual(['faq', 'interview', 'verse'])
    const silent = groups.map(([, figures]) => figures.silent)
    expect(silent).toEqual([...silent].sort((left, right) => right - left))
    const [, all] = sums[0] ?? []
    expect(all?.cases).toBe(3)
    expect(all?.words).toBe(cases.reduce((sum, { words }) => sum + words, 0))

    const better = cases.map((one) => ({ ...one, harms: [] }))
    const [kind = ''] = ownJudge.kinds
    const planted = { kind, what: 'planted', line: 1, endLine: 1, silent: true, example: '' }
    const worse = better.map((one) => (one.name.startsWith('interview') ? { ...one, harms: [planted] } : one))
    const before = [groupsOf('corpus', worse, 'kind', ownJudge.kinds)]
    expect(differenceOf(before, before)).toBe('')
    const after = [groupsOf('corpus', better, 'kind', ownJudge.kinds)]
    expect(differenceOf(before, after)).toMatch(/^interview +silent +[\d.]+ +0\.000 +-[\d.]+$/m)
    expect(differenceOf(before, after)).not.toMatch(/^faq/m)
  })
})
