/**
 * Workers: the pipeline's independent jobs done by threads side by side. The result is that of one thread.
 */
export { inBatches } from "./in-batches.ts"
export { type KeptIndex, openKeptIndex } from "./kept-index.ts"
export { lineageInWorkers, lineageWithIndex, type StreamedLineage } from "./lineage-in-workers.ts"
export { packed, unpacked } from "./packed.ts"
export { lineHashes, type PackedReport } from "./packed-report.ts"
export { recordInWorkers, threadedDocumentsMin } from "./record-in-workers.ts"
export { type ArchiveWork, openStageWorkers, type StageWorkers, workHere } from "./stage-workers.ts"
export type { PackedNeighbourhood, ToldStory } from "./tell-stories.ts"
