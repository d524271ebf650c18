import { followContents } from './contents.ts'
import { copyLinks } from './copy-link.ts'
import { showNotes } from './notes.ts'
import { watchPopover } from './popover.ts'
import { showPreviews } from './previews.ts'
import { equipSearch } from './search-box.ts'
import { equipTables } from './tables.ts'
import { switchTheme } from './theme.ts'

/*
 * What a page can do beyond being read. Everything here adds to a page that works without it: notes, references and
 * source rows are links, and buttons that need the script are hidden until it runs.
 */

switchTheme()
equipSearch()
watchPopover()
showNotes()
showPreviews()
copyLinks()
equipTables()
followContents()
