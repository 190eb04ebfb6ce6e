/**
 * Workers: the pipeline's independent jobs done by threads side by side. The result is that of one thread.
 */
export { type KeptIndex, openKeptIndex } from "./kept-index.ts"
export { lineageInWorkers, lineageWithIndex, type StreamedLineage } from "./lineage-in-workers.ts"
export { recordInWorkers, threadedDocumentsMin } from "./record-in-workers.ts"
export { openStageWorkers, type StageWorkers } from "./stage-workers.ts"
