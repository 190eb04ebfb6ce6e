/**
 * Workers: the pipeline's independent jobs done by threads side by side. The result is that of one thread.
 */
export { recordInWorkers, threadedDocumentsMin } from "./record-in-workers.ts"
