import type { Rule } from '../rule.ts'

export const normalizeRules = {
  // Characters.
  'normalize:no-character-is-lost': {
    severity: 'warning',
    summary: 'A text has no characters that were lost before it was captured',
    help: 'U+FFFD stands where a program met bytes that it could not read. Which character it was is nowhere in the source. Capture the text again in its own encoding, or correct the word by hand in `<id>.edits.yaml`.',
  },
  'normalize:exponents-are-raised': {
    severity: 'warning',
    summary: 'An exponent stands above the line',
    help: 'A reader of PDF sets what was raised on the line: ten to the power of eight becomes "108" or "10 8", which is another number. Where a figure may be such an exponent, behind a sign of multiplication and a ten or behind an R, the text is left as it is and the place is reported. Compare it with the page, and correct it by hand in `<id>.edits.yaml`.',
  },
  'normalize:text-is-decoded-once': {
    severity: 'info',
    summary: 'Text in UTF-8 that was read as another encoding is read as UTF-8',
    help: 'Bytes of UTF-8 that a program took for another encoding give rows of signs ("Ã©" for "é"). Where such a row stands as no text has it, its bytes are read as UTF-8; the ledger has both. A row that stands alone, or as an example between quotation marks, stays and is reported.',
  },
  'normalize:text-has-its-code-page': {
    severity: 'info',
    summary: 'Text in an old encoding that was read as another is read in its own',
    help: 'Russian in windows-1251 that was read as windows-1252 is a row of accented Latin letters; Mac Roman read as windows-1252 has signs inside words. Where the bytes, read in another encoding, give words by all signs (how frequent letters are, where capitals stand), they are read so; the ledger has both. Turn the rule off for a source where it is wrong.',
  },
  'normalize:words-have-one-alphabet': {
    severity: 'warning',
    summary: 'A word has the letters of one alphabet, and no signs between them',
    help: 'A sign inside a word, a capital behind a small letter or a letter of another alphabet comes from a wrong decoding, and the evidence was not enough to say of which. Capture the text again in its own encoding, or correct the word by hand.',
  },
  'normalize:hyphens-are-hyphens': {
    severity: 'info',
    summary: 'A sign that stands for the hyphen of a divided word is read as one',
    help: 'Programs that recognize characters write "¬" where a word is divided at a line end. It is read as the hyphen of the word, which is joined then. In front of a letter the sign is one of logic and stays.',
  },
  'normalize:soft-hyphens-are-resolved': {
    severity: 'info',
    summary: 'No hyphen is invisible',
    help: 'A soft hyphen inside a line only says where a word may be divided, and hides the word from search: it goes. Some programs write it for every hyphen: between figures, and in front of a capital, it becomes a hyphen. Where both could be meant it stays and is reported.',
  },
  'normalize:letters-of-a-word-stand-together': {
    severity: 'info',
    summary: 'The letters of a word stand together',
    help: 'Scans and letter-spaced lines have spaces between the letters of a word. They go where the letters make one word. Rows that count letters, schemes of rhymes and initials stay; what may be several words stays and is reported.',
  },
  // Lines and blocks.
  'normalize:lines-are-joined': {
    severity: 'info',
    summary: 'The lines of a paragraph are one line',
    help: "Captured text is often cut into lines of equal length. Lines that belong to one paragraph are joined with a space. Where a line is not joined although it should be, or the other way round, list it under `keep` in the source's overrides, or correct it by hand.",
  },
  'normalize:blank-lines-part-paragraphs': {
    severity: 'info',
    summary: 'Blank lines part paragraphs, those of double space do not',
    help: 'A double-spaced text has a blank line between all lines, in the middle of sentences, too. It is taken off everywhere, and only what is left over says that a paragraph ends; where nothing is left, paragraphs end by their last lines and indents. The text is not changed. Turn the rule off for a source where each line is a paragraph.',
  },
  'normalize:line-ends-are-kept': {
    severity: 'info',
    summary: 'Verse, addresses and signatures keep their lines',
    help: 'Lines that end where their author ended them stay lines, within one paragraph: each ends before the measure, the next word would have fitted, and capitals, marks, rhymes or the words of addresses and letters say why. Lines that were only wrapped are joined. List a line under `keep` where the rule is wrong.',
  },
  'normalize:code-stands-as-it-is': {
    severity: 'info',
    summary: 'Programs and settings keep their lines',
    help: 'Lines that no sentence could be (brackets alone, a name set to a value, keywords with their signs, commands of a shell) stay as the capture has them, in a block of code, where several follow each other. The text is not changed. Turn the rule off for a source where it takes text for code.',
  },
  'normalize:quotations-are-set-off': {
    severity: 'info',
    summary: 'Block quotations are block quotations',
    help: 'Lines that electronic mail marks with ">", and blocks that stand farther in than the text and look like quotations by their marks, their measure or what leads up to them, are put into block quotations. The text is not changed. A paragraph that merely begins with a quotation mark stays one.',
  },
  'normalize:underlined-line-is-a-heading': {
    severity: 'info',
    summary: 'A line underlined with signs is a heading',
    help: 'Plain text underlines its headings with rows of "=", "-" or "~". The row goes; the signs, in the order in which they appear, give the levels.',
  },
  'normalize:passages-are-separated': {
    severity: 'info',
    summary: 'An ornament between two passages is a thematic break',
    help: 'Lines such as "* * *" or "-----" that stand apart between two passages become a thematic break, which each output prints in its own way. Rulings of tables are left alone.',
  },
  'normalize:archive-matter-is-left-out': {
    severity: 'warning',
    summary: 'Licences and notices of an archive of texts are not part of the text',
    help: 'Archives say in a line between asterisks where a text begins and ends. What stands above and below, and notes by those who transcribed the text, are taken out and listed with the removed matter. List a line under `keep` to have it back.',
  },
  'normalize:page-breaks-are-found': {
    severity: 'info',
    summary: 'Page breaks are known even where form feeds were lost',
    help: 'Some ways of copying a PDF lose the form feeds between pages but leave a space in front of the first line of each page. A page break is never the end of a paragraph by itself.',
  },
  'normalize:note-begins-its-line': {
    severity: 'info',
    summary: 'A note at the foot of a page begins a line',
    help: 'Where the last line of a page ends with a hyphen, some PDF readers take the hyphen out and join the first note to the line. The note gets its own line again, and the word goes on over the page.',
  },
  'normalize:page-numbers-are-removed': {
    severity: 'info',
    summary: 'Page numbers are not part of the text',
    help: 'Numbers that stand alone at the top or bottom of a page and grow with it are taken out. A number that is taken out wrongly can be listed under `keep`.',
  },
  'normalize:heading-has-its-number': {
    severity: 'info',
    summary: 'The number of a heading stands before it',
    help: 'Some readers of PDF put the number of a heading on a line of its own. Where such numbers make a row (1, 1.1, 1.2, 2) and text stands below their titles, number and title become one heading.',
  },
  'normalize:line-numbers-are-removed': {
    severity: 'info',
    summary: 'Numbers of lines in the margin are not part of the text',
    help: 'Drafts, bills and court papers number their lines. Where numbers in the margin count most lines of the text, or every fifth, they are taken out. Notes, lists and numbered paragraphs have several lines to a number and stay.',
  },
  'normalize:running-heads-are-removed': {
    severity: 'info',
    summary: 'Running heads and feet are not part of the text',
    help: 'Lines that come back at the top or bottom of page after page (the title, the publisher, a notice of copyright) are taken out. They are listed with the removed matter.',
  },
  'normalize:columns-are-read-in-order': {
    severity: 'warning',
    summary: 'Columns are read one after the other',
    help: 'Some ways of copying a page with two columns put the lines of both side by side. Where an empty gutter runs down the page, the left column is put before the right one. Look at places where a figure or table runs across both columns.',
  },
  'normalize:blocks-are-in-order': {
    severity: 'warning',
    summary: 'The blocks of columns stand in the order in which they are read',
    help: 'Programs that read PDF files sometimes give the blocks of two columns by turns, and the notes of the left column before the text of the right one. Blocks go where their sentences, notes and numbers go on; notes go behind the text of their page. Pages that read well as they stand are left alone.',
  },
  'normalize:words-of-a-line-are-together': {
    severity: 'warning',
    summary: 'The words of a line stand on one line',
    help: 'Where a justified line has wide spaces, a reader of PDF can take each word for a line of its own, with blank lines between them, and give them in the order of its own. They are read on where together they fill one line in the middle of a sentence; whether their order is that of the page, nobody can tell from the text. Compare the place with the page.',
  },
  'normalize:paragraphs-are-whole': {
    severity: 'info',
    summary: 'A paragraph begins where the source begins one',
    help: 'Blank lines, short lines behind the end of a sentence, indentation and list markers tell where paragraphs begin. The lines of one paragraph stand together even when a page break cuts it.',
  },
  'normalize:split-words-are-joined': {
    severity: 'info',
    summary: 'Words split at a line end are whole; compounds keep their hyphen',
    help: 'Whether a hyphen at a line end belongs to the word is decided by the other words of the text, by the kind of hyphen, and by the places where the language splits words. The evidence of each decision is in the ledger.',
  },
  'normalize:compounds-keep-their-hyphen': {
    severity: 'info',
    summary: 'A compound that lost its hyphen at a line end has it again',
    help: 'Programs that read PDF files take every hyphen at a line end for one of a split word. Where the same compound stands elsewhere in the text with its hyphen, and never without, the hyphen is put back.',
  },
  'normalize:headings-are-whole': {
    severity: 'info',
    summary: 'A heading that runs over two lines is one heading',
    help: 'The lines of a heading in large type are shorter than those of the text. Where the first ends in a word that asks for more, in a colon, or is numbered and the second is not, they are joined.',
  },
  'normalize:headings-are-marked': {
    severity: 'info',
    summary: 'Headings are headings',
    help: 'Short lines without an end mark that stand in front of text are headings, all the more when they are numbered in a row. Levels follow the numbers. A heading that should be a paragraph can be listed under `keep`.',
  },
  'normalize:list-items-are-marked': {
    severity: 'info',
    summary: 'List items begin with one marker',
    help: 'Bullets, numbers, letters and Roman numerals in front of items become the markers of a list; a number given twice is given once.',
  },
  'normalize:unmarked-items-are-items': {
    severity: 'info',
    summary: 'Items of a list are items even when their bullets were lost',
    help: 'Browsers and PDF readers often drop bullets. Blocks that end with a semicolon, that begin small after a finished sentence, or that stand together where paragraphs stand apart, are put into a list.',
  },
  'normalize:items-make-lists': {
    severity: 'info',
    summary: 'Items that belong together are one list',
    help: 'Items that follow each other are one list, with lists inside it where the markers change. Numbered paragraphs, whose numbers go on behind headings, stay paragraphs.',
  },
  'normalize:tables-are-tables': {
    severity: 'warning',
    summary: 'Tables set with spaces are tables',
    help: 'Cells that stand under each other in columns, or that follow each other in a regular way under the caption of a table, are put into the rows of a table. Compare the table with the original.',
  },

  // Notes, references, matter around the text.
  'normalize:white-space-is-plain': {
    severity: 'info',
    summary: 'White space inside text is plain spaces',
    help: 'No-break spaces, several spaces in a row and characters without width come from web pages and stretch lines. Each becomes one space or nothing. A no-break space that groups digits, or that French punctuation asks for, stays.',
  },
  'normalize:sentence-is-not-cut-by-an-address': {
    severity: 'warning',
    summary: 'No web address stands in the middle of a sentence',
    help: 'PDF readers write the addresses of links at the end of a page, so that they cut the sentence that runs on. They are taken out of the sentence and listed with the removed matter. Where it is not sure, the address stays and is reported: remove it by hand.',
  },
  'normalize:site-matter-is-left-out': {
    severity: 'warning',
    summary: 'Menus, forms and notices of a web page are not part of the text',
    help: 'Runs of menu words, "related posts", comment forms and imprints above or below the text are taken out and listed with the removed matter. A line that may be one of them, without others beside it, stays and is reported.',
  },
  'normalize:title-is-given-once': {
    severity: 'info',
    summary: 'The headline stands once, at the head of the text',
    help: 'Captures of web pages often give the headline twice, or once more together with the beginning of the lead. The copies are taken out and listed with the removed matter.',
  },
  'normalize:title-has-no-rival': {
    severity: 'warning',
    summary: 'Only one line at the head of a text reads as its title',
    help: 'The name of who publishes, a place, or what heads each page can stand above a headline and look like one. Where two lines at the head of a text read as titles, the upper one is taken and the place is reported. Give the title of the source in dossier.yaml: then it is yours, and nothing is reported.',
  },
  'normalize:source-line-is-metadata': {
    severity: 'info',
    summary: 'Date, category, kicker and publisher are metadata',
    help: 'Short lines around the headline that say when, where and as what the text was published go to the front matter. What `dossier.yaml` says about a source comes before what its text says.',
  },
  'normalize:names-are-apart': {
    severity: 'info',
    summary: 'Names that links held apart are apart',
    help: 'A list of links loses its separators when a page is copied: "AlphaBetaGamma". The names are set apart where the text has most of them alone elsewhere. A word that may be several names, without enough evidence, stays and is reported.',
  },
  'normalize:note-text-is-set-apart': {
    severity: 'info',
    summary: 'The texts of notes are not part of the running text',
    help: 'Notes at the feet of pages and lists of notes at the end are taken out of the running text and become notes of the markdown. Their labels are linked with the calls one for one.',
  },
  'normalize:note-call-is-marked': {
    severity: 'info',
    summary: 'Calls of notes are marked as such',
    help: 'Copying a text glues the calls of its notes to the words before them. All numbers of the text are weighed at once, because calls stand in order, one for each note. Nothing else is changed.',
  },
  'normalize:note-text-is-present': {
    severity: 'warning',
    summary: 'Every called note has a text',
    help: 'The text calls a note that the capture does not have. The note says so. If you have its text, supply it under `notes` of the source in dossier.yaml.',
  },
  'normalize:note-is-called': {
    severity: 'warning',
    summary: 'Every note is called from the text',
    help: 'A note was captured, but its call was lost. It is printed with the notes of its source, marked as having no call.',
  },
  'normalize:note-labels-are-in-sequence': {
    severity: 'warning',
    summary: 'The calls of notes have consecutive numbers',
    help: 'A number is missing in the row of calls: a call was lost in the capture, or could not be told from other numbers. Look at the text between the two calls that are named.',
  },
  'normalize:reference-target-exists': {
    severity: 'warning',
    summary: 'What a text refers to in itself is there',
    help: 'References such as "see Annex 1" or "Section 2" become links to the part of the text that they name. A reference to a part that the capture does not have is listed with the unresolved references. Parts of laws and of other texts are left alone.',
  },
  'normalize:caption-is-a-figure': {
    severity: 'info',
    summary: 'The caption of a picture that was not captured is a figure',
    help: 'Copying a text keeps the caption and the credit of a picture, but not the picture. They become a figure with a placeholder. Supply the picture under `images` of the source in dossier.yaml if you have it.',
  },
  'normalize:annex-is-a-figure': {
    severity: 'info',
    summary: 'An annex that holds only a caption is a figure',
    help: 'The map or chart of an annex is often lost in the capture, and only its caption and credit are left. They become a figure with a placeholder. Supply the picture under `images` of the source in dossier.yaml if you have it.',
  },
  'normalize:figures-are-a-table': {
    severity: 'info',
    summary: 'Figures given in running text are a table',
    help: 'A row of entries such as "Name: date, territory 12 km2; Name: ..." is set as a table. Heads of columns are the words before the numbers and the units; no value is changed.',
  },
  'normalize:doubtful-text-is-left': {
    severity: 'warning',
    summary: 'Text is changed only where the evidence is enough',
    help: 'A rule would have changed this place, but was less sure of it than the dossier asks for. The text is as the source has it, and the place is in the register of doubtful places. Correct it by hand in `<id>.edits.yaml` where it is wrong. `confidence` in dossier.yaml, for the dossier or under `overrides` of one source, says how sure a rule must be: 0.7 when nothing is said, 0 to let rules decide everything, at most 0.95.',
  },
  'normalize:likelier-reading-is-taken': {
    severity: 'warning',
    summary: 'Of two readings of a place, the likelier one is taken',
    help: 'Something has to be made of each line end: the paragraph goes on, or another begins. Where neither is as sure as the dossier asks for, the reading of the rules is kept unless the other one is clearly likelier, and the place is in the register of doubtful places; `¶` shows where a paragraph begins. Correct it by hand in `<id>.edits.yaml` where it is wrong. `confidence` in dossier.yaml says how sure a reading must be to be taken without a word: 0.7 when nothing is said.',
  },
  'normalize:editor-corrects': {
    severity: 'info',
    summary: "A correction made by hand is in the ledger under its editor's name",
    help: 'Corrections stand in `<id>.edits.yaml` beside the source: an `editor`, and `corrections`, each with the quotation (`exact`), what is to stand for it (`replace`) and why (`reason`). They are made after all rules.',
  },
  'normalize:correction-anchor-matches-once': {
    severity: 'error',
    summary: 'The quotation of a correction names exactly one place of its source',
    help: 'The quotation is not in the source, or stands there more than once. Quote more of it, or add the text before it (`prefix`) and after it (`suffix`). White space need not be the same; everything else must be.',
  },
  'normalize:correction-is-valid': {
    severity: 'error',
    summary: 'A correction can be made',
    help: 'A correction needs `exact`, `replace`, `reason` and an `editor`. Its quotation must lie in running text, and no rule may change text across its ends: quote less or more of the sentence. To get back text that a rule removes, name its lines under `keep` of the source in dossier.yaml.',
  },
} as const satisfies Record<string, Rule>
