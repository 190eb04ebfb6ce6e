import { startCopying } from "./copying.ts"
import { startDrawers } from "./drawers.ts"

startDrawers()
startCopying()
