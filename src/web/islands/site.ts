import { startCopying } from "./copying.ts"
import { startDrawers } from "./drawers.ts"
import { startDrop } from "./drop.ts"
import { startFilters } from "./filters.ts"
import { startGraphs } from "./graph.ts"
import { startHints } from "./hints.ts"
import { startJob } from "./job.ts"
import { startKeys } from "./keys.ts"
import { startLive } from "./live.ts"
import { startOffline } from "./offline.ts"
import { startSearch } from "./search.ts"
import { startSteppers } from "./stepper.ts"
import { startSwitches } from "./switches.ts"
import { startViewed } from "./viewed.ts"

startDrawers()
startCopying()
startFilters()
startHints()
startKeys()
startSearch()
startDrop()
startJob()
startLive()
startViewed()
startGraphs()
startSteppers()
startSwitches()
startOffline()
