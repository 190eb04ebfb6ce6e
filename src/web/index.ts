/**
 * The web: a record document in, pages out, for a server and for a dossier alike.
 * Knows the wire types alone; reads no disk, no clock and no network.
 */
export { type PageAddress, serverPath } from "./address.ts"
export type {
  FoundList,
  FoundPassage,
  SearchTrail,
  SpreadRow,
  StoryList,
  StoryRow,
} from "./desk/archive-views.ts"
export {
  type DeskPage,
  type PersonView,
  type Role,
  type RuledReport,
  type RulingView,
  roles,
  type Viewer,
} from "./desk/desk-page.ts"
export { isOver, type JobInputView, type JobView, jobLine } from "./desk/job-view.ts"
export {
  type DossierFile,
  type DossierOptions,
  dossierDocument,
  renderDossier,
  renderStoryFile,
} from "./dossier.ts"
export { liveAddress, placeOf, sourceName } from "./evidence.ts"
export { findSentences } from "./find-sentences.ts"
export { iconSvg } from "./icon.ts"
export { likelyPaths } from "./likely-paths.ts"
export { isListPage } from "./page-csv.ts"
export { pageVersions } from "./page-versions.ts"
export { comparedMax, queryNames } from "./parse-address.ts"
export { type RecordView, sentencesAround, viewRecord } from "./record-view.ts"
export {
  type ServedSite,
  type ServedSiteOptions,
  type SiteAnswer,
  servedSite,
  sightOf,
  startPath,
  storyPaths,
} from "./served-site.ts"
export { type ExportedFile, exportedFile } from "./story-export.ts"
export { gapsOf, gapWords } from "./story-parts.ts"
export { linksOfTexts } from "./text-links.ts"
