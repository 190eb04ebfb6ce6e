import { startCopying } from "./copying.ts"
import { startDrawers } from "./drawers.ts"
import { startFilters } from "./filters.ts"
import { startHints } from "./hints.ts"
import { startKeys } from "./keys.ts"
import { startSearch } from "./search.ts"

startDrawers()
startCopying()
startFilters()
startHints()
startKeys()
startSearch()
