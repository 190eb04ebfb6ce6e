/**
 * Workers: the pipeline's independent jobs done by threads side by side. The result is that of one thread.
 */
export { lineageInWorkers, type StreamedLineage } from "./lineage-in-workers.ts"
export { recordInWorkers, threadedDocumentsMin } from "./record-in-workers.ts"
export { openStageWorkers, type StageWorkers } from "./stage-workers.ts"
