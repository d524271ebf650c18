import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { beforeAll, describe, expect, test } from 'vitest'
import { encode } from '../src/encoding.ts'
import { build as buildByModules } from '../src/pipeline.ts'
import { makeFolder, readFolder } from './folder.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
/** The command as it is shipped: bundled. */
const cli = join(root, 'node_modules/.cache/dossierpress-test/cli.cjs')

beforeAll(() => {
  const folder = dirname(cli)
  rmSync(folder, { recursive: true, force: true })
  const { status, stderr } = spawnSync('npm', ['run', '--silent', 'bundle', '--', `${folder}/bundle`], {
    cwd: root,
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([0, expect.not.stringContaining('error')])
  buildSync({ entryPoints: [join(root, 'src/cli.cts')], outfile: cli, format: 'cjs', platform: 'node' })
})

interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

function run(
  args: readonly string[],
  options: { cwd?: string; input?: string; env?: Record<string, string> } = {},
): Run {
  const { cwd = root, input = '', env = {} } = options
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...env },
    maxBuffer: 1 << 28,
  })
  // No message about content or disk ever shows where in the program it came from.
  expect(stderr).not.toMatch(/^\s+at .+:\d+/m)
  return { status, stdout, stderr }
}

/** A hard-wrapped text that is long enough to show its measure. */
const paper = `The Border Question

The commission met in the spring of that year and drew
its first map. Nobody was content with it, because the
river that was to be the line had changed its bed twice
since the last survey.

In the autumn both sides came back with maps of their
own. These agreed on the peaks and on little else, and
the chairman asked for one more season in the field.
`
/** Quick to build: no PDF. */
const fast = ['--format', 'markdown,html']

describe('the command', () => {
  test('--help and --version', () => {
    expect(run(['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('Exit codes:') })
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    expect(run(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n` })
  })

  test.each([
    [['biuld'], /unknown command 'biuld'\s+\(Did you mean build\?\)/],
    [['build', '--formt', 'pdf'], /unknown option '--formt'\s+\(Did you mean --format\?\)/],
    [['build', '--format', 'docx'], /unknown format 'docx', expected pdf, html, markdown/],
    [['normalize'], /missing required argument 'file'/],
    [['build', 'a', 'b', 'c'], /too many arguments/],
    [['explain', 'read:source-has-txt'], /Did you mean read:source-has-text\?/],
    [['normalize', '-', '--encoding', 'klingon'], /unknown encoding 'klingon'/],
    [[], /Usage: dossierpress/],
  ])('what it does not understand has exit code 2: %j', (args, message) => {
    const { status, stderr } = run(args)
    expect([status, stderr]).toEqual([2, expect.stringMatching(message)])
  })

  test('a reader that closes the pipe is no failure', () => {
    const command = `"${process.execPath}" "${cli}" explain | head -1; echo "status \${PIPESTATUS[0]}"`
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: root, encoding: 'utf8' })
    expect(stdout).toMatch(/^\S+:\S+\nstatus 0\n$/)
    expect(stderr).toBe('')
  })
})

describe('the compiled bundle', () => {
  const bundle = join(dirname(cli), 'bundle')
  const kept = () => readdirSync(bundle).filter((name) => name.endsWith(process.versions.v8))
  const build = () => {
    const folder = makeFolder({ 'in/paper.txt': paper })
    expect(run(['build', 'in', 'out', ...fast], { cwd: folder }).status).toBe(0)
    return readFolder(join(folder, 'out'))
  }

  test('builds what the modules build, also where rules know more than ASCII', async () => {
    const text = `${paper}\nThe “İstiqlal” treaty,† signed by Nazım,² names § 4.\n\n† Ministère, «Annuaire», Nº 7.\n² Архив, л. 12.\n`
    const folder = makeFolder({ 'in/paper.txt': text, 'in/nota.txt': text.replaceAll('the', 'θε') })
    run(['build', 'in', 'out', ...fast], { cwd: folder })
    const { output } = await buildByModules({ sources: join(folder, 'in'), formats: ['html', 'markdown'] })
    const written = readFolder(join(folder, 'out'))
    expect(output.length).toBeGreaterThan(4)
    for (const { path, contents } of output)
      expect(Buffer.from(written[path] ?? '').equals(Buffer.from(contents)), path).toBe(true)
  })

  test('is kept by the first build, and made anew when V8 cannot use it', () => {
    for (const name of kept()) rmSync(join(bundle, name))
    run(['--version'])
    expect(kept()).toEqual([])
    const first = build()
    const [name = ''] = kept()
    const size = statSync(join(bundle, name)).size
    expect(size).toBeGreaterThan(100_000)
    writeFileSync(join(bundle, name), 'neither code nor data')
    expect(build()).toEqual(first)
    expect(statSync(join(bundle, name)).size).toBeGreaterThan(size / 2)
    expect(build()).toEqual(first)
  })
})

describe('build', () => {
  test('writes the dossier and says so', () => {
    const folder = makeFolder({ 'in/paper.txt': paper })
    const { status, stdout, stderr } = run(['build', 'in', 'out', ...fast], { cwd: folder })
    expect([status, stdout]).toEqual([0, ''])
    expect(stderr).toMatch(/out: \d+ files written/)
    expect(Object.keys(readFolder(join(folder, 'out')))).toEqual(
      expect.arrayContaining(['SHA256SUMS', 'dossier.html', 'markdown/paper.md']),
    )
  })

  test('a bad source is reported at its place and the others are built', () => {
    const folder = makeFolder({
      'sources/good.txt': paper,
      'sources/bad.txt': '',
      'sources/worse.txt': Buffer.from('ok\nfa\xe7ade\n', 'latin1'),
    })
    const { status, stderr } = run(['build', ...fast], { cwd: folder })
    expect(status).toBe(1)
    expect(stderr).toContain('sources/bad.txt:1:1 error Unexpected empty file, expected text read:source-has-text\n')
    expect(stderr).toContain(
      'sources/worse.txt:2:3 error Unexpected byte 0xE7 at offset 5, expected text in utf-8 read:source-is-decodable\n',
    )
    expect(stderr).toMatch(/files written; 2 errors/)
    expect(Object.keys(readFolder(join(folder, 'out/markdown')))).toEqual(['good.md'])
  })

  test('--json is for programs', () => {
    const folder = makeFolder({ 'a.txt': paper, 'b.txt': '' })
    const { status, stdout, stderr } = run(['build', folder, join(folder, 'out'), '--json', ...fast])
    const result: unknown = JSON.parse(stdout)
    expect([status, stderr]).toEqual([1, ''])
    expect(result).toMatchObject({
      written: expect.arrayContaining(['dossier.html', 'markdown/a.md']),
      counts: { error: 1 },
      diagnostics: [
        { file: join(folder, 'b.txt'), line: 1, column: 1, severity: 'error', rule: 'read:source-has-text' },
      ],
    })
  })

  test('warnings fail under --strict only', () => {
    const folder = makeFolder({ 'a b.txt': paper, 'a B.md': paper })
    expect(run(['check', folder]).status).toBe(0)
    expect(run(['check', folder, '--strict']).status).toBe(1)
  })

  test('check writes nothing', () => {
    const folder = makeFolder({ 'sources/a.txt': paper })
    expect(run(['check', '--quiet'], { cwd: folder })).toMatchObject({ status: 0, stdout: '' })
    expect(Object.keys(readFolder(folder))).toEqual(['sources/a.txt'])
  })

  test.each([
    [
      'no sources',
      ['build', 'nowhere', 'out'],
      /nowhere error Cannot read the sources folder: no such file or folder read:folder-is-readable/,
    ],
    ['output is a file', ['build', 'in', 'in/a.txt'], /in\/a\.txt error Cannot write the dossier: not a folder/],
    ['output below a file', ['build', 'in', 'in/a.txt/deep'], /error Cannot write the dossier: not a folder/],
    ['output has other files', ['build', 'in', 'mine'], /write:output-is-a-dossier/],
    ['output is the sources', ['build', 'in', 'in'], /write:output-is-apart-from-sources/],
  ])('the disk: %s', (_name, args, message) => {
    const folder = makeFolder({ 'in/a.txt': paper, 'mine/thesis.txt': 'x' })
    const { status, stderr } = run([...args, ...fast], { cwd: folder })
    expect([status, stderr]).toEqual([1, expect.stringMatching(message)])
    expect(Object.keys(readFolder(folder))).toEqual(['in/a.txt', 'mine/thesis.txt'])
  })

  test.skipIf(process.getuid?.() === 0)('the disk: no permission', () => {
    const folder = makeFolder({ 'in/a.txt': paper })
    chmodSync(join(folder, 'in/a.txt'), 0)
    expect(run(['build', join(folder, 'in'), join(folder, 'out')]).stderr).toContain('permission denied')
  })

  test('names with spaces, other scripts and a leading dash', () => {
    const folder = makeFolder({
      'my sources/Граница – 1.txt': paper,
      'my sources/-n.txt': paper,
      'my sources/a#b%20c.txt': paper,
    })
    const { status } = run(['build', 'my sources', 'my out', ...fast], { cwd: folder })
    expect(status).toBe(0)
    expect(Object.keys(readFolder(join(folder, 'my out/markdown')))).toEqual(['a#b%20c.md', 'n.md', 'Граница – 1.md'])
  })

  test('the same bytes in another time zone, locale and folder', () => {
    const files = {
      'a.txt': paper,
      'b.txt': encode(paper, 'utf-16le', true),
      'dossier.yaml': 'title: T\ndate: 2021-03-28\nsources: [{file: a.txt, date: 2021-03-28T02:30}, b.txt]\n',
    }
    const [one, two] = [makeFolder(files), makeFolder(files)]
    run(['build', one, join(one, 'out')], { env: { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8' } })
    run(['build', '.', 'out'], { cwd: two, env: { TZ: 'Pacific/Apia', LC_ALL: 'C' } })
    const [left, right] = [readFolder(join(one, 'out')), readFolder(join(two, 'out'))]
    expect(Object.keys(left)).toEqual(expect.arrayContaining(['dossier.html', 'dossier.pdf', 'ledger.json']))
    expect(Object.keys(right)).toEqual(Object.keys(left))
    for (const [path, bytes] of Object.entries(left)) expect(right[path]?.equals(bytes), path).toBe(true)
  })
})

describe('normalize', () => {
  test('from file to file, and from standard input to standard output', () => {
    const folder = makeFolder({ 'paper.txt': paper })
    expect(run(['normalize', 'paper.txt', '--output', 'paper.md'], { cwd: folder })).toMatchObject({
      status: 0,
      stdout: '',
    })
    const markdown = readFileSync(join(folder, 'paper.md'), 'utf8')
    expect(markdown).toContain(
      'spring of that year and drew its first map. Nobody was content with it, because the river that was',
    )
    const piped = run(['normalize', '-', '--output', '-'], { input: paper })
    expect(piped.status).toBe(0)
    expect(piped.stdout).toContain('drew its first map.')
  })

  test.each([
    ['a missing file', ['normalize', 'none.txt'], /none\.txt error Cannot read the text: no such file or folder/],
    ['a folder', ['normalize', '.'], /error Cannot read the text: is a folder, not a file/],
    ['an empty text', ['normalize', '-'], /standard input:1:1 error Unexpected empty file/],
    [
      'an output that cannot be',
      ['normalize', 'a.txt', '--output', 'a.txt/b.md'],
      /a\.txt\/b\.md error Cannot write the markdown: not a folder/,
    ],
  ])('%s', (_name, args, message) => {
    const folder = makeFolder({ 'a.txt': paper })
    const { status, stdout, stderr } = run(args, { cwd: folder })
    expect([status, stdout, stderr]).toEqual([1, '', expect.stringMatching(message)])
    expect(existsSync(join(folder, 'a.md'))).toBe(false)
  })
})

const notes = ['1 Minutes of the council, read out in the town hall.', '2 Letter to the harbour board, not dated.']

/** Sections that begin with a page; a sentence goes on from no page to the next. */
const sections = [undefined, 'The survey', 'The letters']

/** Pages with a running head and a number, two sections, two notes at the foot, and a divided word. */
const pages = [
  'The council met in May',
  'The engineer came in June',
  'The pilots wrote in July',
  'The mayor spoke in August',
]
  .map((opening, page) =>
    [
      'Harbour Report of the Town of Lindholm',
      '',
      ...(sections[page] === undefined ? [] : [sections[page], '']),
      `${opening} and said what the harbour had cost,`,
      `because nobody else could say how the piers of ${1911 + 13 * page} had`,
      `been paid for and what was to become of the old ferry${notes[page] === undefined ? ' now.' : `.${page + 1}`}`,
      '',
      ...(notes[page] === undefined ? [] : [notes[page], '']),
      String(page + 1),
    ].join('\n'),
  )
  .join('\f')

describe('what was done is said', () => {
  test('of each source in a line, and never that there is nothing to report', () => {
    const folder = makeFolder({ 'sources/a.txt': pages, 'sources/b.txt': paper, 'sources/c.md': '# Title\n\nText.\n' })
    for (const args of [['build', ...fast], ['check']]) {
      const { stderr } = run(args, { cwd: folder })
      expect(stderr).toMatch(/^a: removed 7 lines as running heads and page numbers; .*2 note calls linked/m)
      expect(stderr).toMatch(/^b: 1 heading$/m)
      expect(stderr).toMatch(/^c: its author's markdown, as it is$/m)
      expect(stderr).not.toContain('nothing to report')
    }
    expect(run(['check', '--quiet'], { cwd: folder }).stderr).toBe('')
  })

  test('with every place under --verbose', () => {
    const folder = makeFolder({ 'a.txt': pages })
    const { stderr } = run(['normalize', 'a.txt', '--output', 'a.md', '--verbose'], { cwd: folder })
    expect(stderr).toMatch(
      /^ {2}a\.txt:\d+ removed running head `Harbour Report of the Town of Lindholm` \(normalize:running-heads-are-removed: /m,
    )
    expect(stderr).toMatch(/^ {2}a\.txt:\d+ heading `The survey`$/m)
    expect(stderr).toMatch(/^ {2}a\.txt:5 note `1`$/m)
  })

  test('to programs, beside the messages', () => {
    const folder = makeFolder({ 'a.txt': pages })
    const { stderr } = run(['normalize', 'a.txt', '--output', '-', '--json'], { cwd: folder })
    expect(JSON.parse(stderr)).toMatchObject({
      sources: [
        {
          source: 'a',
          path: 'a.txt',
          counts: { 'running-head': 7, note: 2, heading: 3 },
          actions: expect.arrayContaining([
            expect.objectContaining({ kind: 'running-head', lines: 1, rule: 'normalize:running-heads-are-removed' }),
          ]),
        },
      ],
      diagnostics: [],
    })
  })

  test('doubtful places are counted, and fail under --strict', () => {
    const text = 'Two rows\n\nThe well\u00ADknown bridge was built in 1998\u00AD2001 by the Brandt\u00ADLund company.\n'
    const folder = makeFolder({ 'a.txt': text })
    const { status, stderr } = run(['normalize', 'a.txt', '--output', 'a.md'], { cwd: folder })
    expect([status, stderr]).toEqual([
      0,
      expect.stringMatching(/^a: 2 damaged places mended; .*1 place left in doubt$/m),
    ])
    expect(run(['check', folder, '--strict']).status).toBe(1)
  })
})

describe('explain', () => {
  test('one rule, and all of them', () => {
    expect(run(['explain', 'read:source-has-text']).stdout).toMatch(
      /^read:source-has-text \(error\)\nA source has text\.\n\n/,
    )
    expect(run(['explain']).stdout).toContain('ledger:undo-gives-source-back\n  error: ')
    expect(run(['explain', 'split-words']).stderr).toContain('(Did you mean normalize:split-words-are-joined?)')
  })
})

describe('diff', () => {
  test('shows each edit with its rule and evidence, and no control characters', () => {
    const folder = makeFolder({
      'sources/paper.txt': `${paper}\nA line with\u001b[31m a colour of its own, and the com-\nmission once more.\n`,
    })
    const { status, stdout, stderr } = run(['diff', 'paper'], { cwd: folder })
    expect([status, stderr]).toEqual([0, expect.stringMatching(/^\d+ edits?; \d+ of white space not shown \(--all\)/)])
    expect(stdout).toMatch(/^paper\.txt:\d+\n {2}- …?.*com-⏎mission.*\n/m)
    expect(stdout).toMatch(/^ {2}\+ .*the commission once more/m)
    expect(stdout).toMatch(/^ {2}normalize:split-words-are-joined: .+/m)
    expect(stdout).not.toContain('\u001b')
    expect(run(['diff', 'sources/paper.txt', '--all'], { cwd: folder }).stdout).toContain('normalize:lines-are-joined')
  })

  test('--json gives the edits', () => {
    const folder = makeFolder({ 'sources/paper.txt': paper })
    const { stdout } = run(['diff', 'paper', '--json', '--all'], { cwd: folder })
    expect(JSON.parse(stdout)).toMatchObject({
      source: 'paper',
      edits: expect.arrayContaining([
        expect.objectContaining({ rule: 'normalize:lines-are-joined', before: '\n', after: ' ' }),
      ]),
    })
  })

  test('a source that is not there', () => {
    const folder = makeFolder({ 'sources/paper.txt': paper })
    expect(run(['diff', 'papr'], { cwd: folder })).toMatchObject({
      status: 2,
      stderr: "error: no source 'papr' in sources\n(Did you mean paper?)\n",
    })
  })
})

describe('verify', () => {
  test('a dossier that was changed', () => {
    const folder = makeFolder({ 'sources/paper.txt': paper })
    run(['build', '--format', 'markdown', '-q'], { cwd: folder })
    expect(run(['verify'], { cwd: folder })).toMatchObject({
      status: 0,
      stderr: 'out: 2 files hashed, 1 ledger undone; nothing to report\n',
    })
    writeFileSync(join(folder, 'out/markdown/paper.md'), 'something else')
    expect(run(['verify', 'out', 'sources'], { cwd: folder })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('ledger:undo-gives-source-back'),
    })
  })
})
