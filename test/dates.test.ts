import { describe, expect, test } from 'vitest'
import { monthForms, monthNames } from '../src/language/words/calendar.ts'
import { dateOfLine } from '../src/language/words/date.ts'

const languages = ['en', 'de', 'fr', 'es', 'ru', 'az', 'tr', 'hy']

describe('a line that is a date', () => {
  test.each([
    ['en', 'May 14, 2021', '2021-05-14'],
    ['en', 'Friday, May 14, 2021', '2021-05-14'],
    ['en', 'Sept. 3, 2019', '2019-09-03'],
    ['en', 'Published on: 14th August 1999', '1999-08-14'],
    ['en', '3 March 2020 - 16:05', '2020-03-03T16:05'],
    ['en', 'June 30, 2008, 3:45 p.m.', '2008-06-30T15:45'],
    ['en', 'June 30, 2008 12:10 AM', '2008-06-30T00:10'],
    ['en', '2021-05-14 10:30:15', '2021-05-14T10:30'],
    ['de', 'Freitag, 14. Mai 2021', '2021-05-14'],
    ['de', '3. Jän. 2021', '2021-01-03'],
    ['de', 'Stand: 14. 5. 2021', '2021-05-14'],
    ['de', '12. März 2024, 9.30 Uhr', '2024-03-12T09:30'],
    ['fr', 'Publié le 12 mars 2024', '2024-03-12'],
    ['fr', 'dimanche 7 févr. 2016', '2016-02-07'],
    ['es', '14 de mayo de 2021', '2021-05-14'],
    ['ru', '5 сентября 1998 г.', '1998-09-05'],
    ['az', 'Tarix: 26 iyun 2012', '2012-06-26'],
    ['az', '1 İyul 2012', '2012-07-01'],
    ['tr', '14 Ağustos 2003, Perşembe', '2003-08-14'],
    ['hy', '21 հունիսի 2015', '2015-06-21'],
    ['hy', '21 հունվարի 2015', '2015-01-21'],
    ['it', 'October 2, 2011', '2011-10-02'],
    ['ru', 'Monday, 4 July 1994', '1994-07-04'],
  ])('in %s: %s', (language, line, date) => {
    expect(dateOfLine(line, language)).toBe(date)
  })

  test.each([
    ['en', 'May 2021', 'no day'],
    ['en', 'February 30, 2021', 'no such day'],
    ['en', 'May 14, 2021 at the bridge', 'more than a date'],
    ['en', '03/04/2021', 'the day could be the month'],
    ['en', 'May 14, 0931', 'no year of ours'],
    ['en', 'June 30, 2008 25:10', 'no such hour'],
    ['de', '14. Mayo 2021', 'a month of another language'],
    ['en', '14-05/2021', 'two different marks'],
  ])('not in %s: %s (%s)', (language, line) => {
    expect(dateOfLine(line, language)).toBeUndefined()
  })
})

describe('the names of months', () => {
  test.each(languages)('in %s: twelve, and no form names two of them', (language) => {
    const forms = monthForms(language) ?? []
    expect(forms).toHaveLength(12)
    expect(new Set(forms.flat()).size).toBe(forms.flat().length)
    expect(forms.flat().map((form) => form.toLowerCase())).toEqual(forms.flat())
  })

  test.each(languages)('in %s: each is read as CLDR writes it in a date', (language) => {
    for (let month = 0; month < 12; month++) {
      const day = new Date(Date.UTC(2021, month, 17))
      const name = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' })
        .formatToParts(day)
        .find(({ type }) => type === 'month')?.value
      expect(dateOfLine(`17 ${name} 2021`, language), `${language}: ${name}`).toBe(day.toISOString().slice(0, 10))
    }
  })

  test('are English where the language is not known', () => {
    expect(monthNames('fi')).toEqual(monthNames('en'))
  })
})
