/** Words that head the columns of a figure table, in one language. */
export interface ColumnWords {
  readonly name: string
  readonly date: string
  readonly area: string
  readonly length: string
  readonly mass: string
}

const words: Readonly<Record<string, ColumnWords>> = {
  en: { name: 'Name', date: 'Date', area: 'Area', length: 'Length', mass: 'Mass' },
  de: { name: 'Name', date: 'Datum', area: 'Fläche', length: 'Länge', mass: 'Masse' },
  fr: { name: 'Nom', date: 'Date', area: 'Superficie', length: 'Longueur', mass: 'Masse' },
  es: { name: 'Nombre', date: 'Fecha', area: 'Superficie', length: 'Longitud', mass: 'Masa' },
  ru: { name: 'Название', date: 'Дата', area: 'Площадь', length: 'Длина', mass: 'Масса' },
  az: { name: 'Ad', date: 'Tarix', area: 'Sahə', length: 'Uzunluq', mass: 'Kütlə' },
  tr: { name: 'Ad', date: 'Tarih', area: 'Alan', length: 'Uzunluk', mass: 'Kütle' },
  hy: { name: 'Անվանում', date: 'Ամսաթիվ', area: 'Մակերես', length: 'Երկարություն', mass: 'Զանգված' },
}

/** The column words of a language; English when it is not known. */
export function columnWords(language: string): ColumnWords {
  return words[language.slice(0, 2)] ?? (words.en as ColumnWords)
}

/** A unit as it is printed, and what it measures. */
export interface Unit {
  readonly shown: string
  readonly dimension?: Exclude<keyof ColumnWords, 'name' | 'date'>
}

const units: Readonly<Record<string, Unit>> = {
  km2: { shown: 'km²', dimension: 'area' },
  'km²': { shown: 'km²', dimension: 'area' },
  'sq km': { shown: 'km²', dimension: 'area' },
  'sq. km': { shown: 'km²', dimension: 'area' },
  'кв. км': { shown: 'км²', dimension: 'area' },
  км2: { shown: 'км²', dimension: 'area' },
  'км²': { shown: 'км²', dimension: 'area' },
  m2: { shown: 'm²', dimension: 'area' },
  'm²': { shown: 'm²', dimension: 'area' },
  ha: { shown: 'ha', dimension: 'area' },
  га: { shown: 'га', dimension: 'area' },
  km: { shown: 'km', dimension: 'length' },
  км: { shown: 'км', dimension: 'length' },
  m: { shown: 'm', dimension: 'length' },
  kg: { shown: 'kg', dimension: 'mass' },
  t: { shown: 't', dimension: 'mass' },
}

/** What is known about a unit of measure; one that is not known is shown as it is. */
export function unitOf(written: string): Unit {
  return units[written.toLowerCase()] ?? { shown: written }
}
