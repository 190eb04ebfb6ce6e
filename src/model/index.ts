/**
 * Model: a token classifier of the user's own, read from a folder on disk, gives candidates for speakers that the rules
 * left open. Nothing is fetched; without a folder nothing here runs, and the runtime is not even looked for.
 */

export type { ModelFailure } from "./model-failure.ts"
export { withModelSpeakers } from "./model-speakers.ts"
export { openModel, type SpeakerModel } from "./open-model.ts"
