import type { Nodes, RootContent, Text } from 'mdast'
import { walk } from './walk.ts'

/*
 * Words that were a link where the text was captured, in the languages whose conventions the rules know. Only words
 * that make no sense without an address are here; a bare "here" is not.
 */
const phrases: Readonly<Record<string, readonly string[]>> = {
  en: [
    'click here',
    'tap here',
    'available here',
    'read more',
    'read more here',
    'read here',
    'see here',
    'found here',
    'accessed here',
    'download here',
    'downloaded here',
    'watch here',
    'at this link',
    'via this link',
    'follow this link',
    'click this link',
    'see this link',
  ],
  de: [
    'hier klicken',
    'klicken sie hier',
    'hier verfügbar',
    'hier abrufbar',
    'mehr lesen',
    'weiterlesen',
    'hier lesen',
    'unter diesem link',
  ],
  fr: [
    'cliquez ici',
    'cliquer ici',
    'disponible ici',
    'lire la suite',
    'en savoir plus',
    'lire ici',
    'via ce lien',
    'sur ce lien',
  ],
  es: ['haga clic aquí', 'haz clic aquí', 'disponible aquí', 'leer más', 'pulse aquí', 'en este enlace', 'lea más'],
  ru: [
    'нажмите здесь',
    'доступно здесь',
    'доступен здесь',
    'доступна здесь',
    'читать далее',
    'читайте далее',
    'подробнее здесь',
    'по ссылке',
    'по этой ссылке',
  ],
  az: ['bura klikləyin', 'buraya klikləyin', 'ətraflı oxu', 'ətraflı burada', 'bu keçiddə', 'bu linkdə'],
  tr: [
    'buraya tıklayın',
    'buraya tıklayınız',
    'devamını oku',
    'devamı için tıklayın',
    'buradan ulaşabilirsiniz',
    'bu bağlantıda',
    'bu linkte',
  ],
  hy: ['սեղմեք այստեղ', 'կարդալ ավելին', 'հասանելի է այստեղ', 'այս հղումով'],
}

const anyPhrase = Object.values(phrases)
  .flat()
  .toSorted((left, right) => right.length - left.length)
  .join('|')

const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${anyPhrase})(?![\\p{L}\\p{N}])`, 'giu')

/** The same phrases anywhere in a text in small letters: looked for eight times as fast, and hardly ever found. */
const sign = new RegExp(anyPhrase)

/** A phrase that was a link and is none now, with the text leaf that has it. */
export interface LostLink {
  readonly phrase: string
  readonly node: RootContent
  /** Anchor of the nearest block before it that has one. */
  readonly block: string | undefined
}

/** Finds the words in a tree that were links where the text was captured and lead nowhere now. */
export function lostLinks(root: Nodes): readonly LostLink[] {
  const found: LostLink[] = []
  let block: string | undefined
  walk(root, (node, parent, index) => {
    block = node.data?.id ?? block
    if (node.type === 'link') return 'skip'
    if (node.type !== 'text' || hasLinkAfter(node, parent.children[index + 1])) return undefined
    if (!sign.test(node.value.toLowerCase())) return undefined
    for (const match of node.value.matchAll(pattern)) found.push({ phrase: match[0], node, block })
    return undefined
  })
  return found
}

/** "Available here: https://..." has its address. */
function hasLinkAfter(node: Text, next: RootContent | undefined): boolean {
  return next?.type === 'link' && /[:(<]\s?$/.test(node.value)
}
