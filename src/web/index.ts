/**
 * The web: a record document in, pages out, for a server and for a dossier alike.
 * Knows the wire types alone; reads no disk, no clock and no network.
 */
export { type DossierFile, type DossierOptions, renderDossier } from "./dossier.ts"
export { iconSvg } from "./icon.ts"
export {
  type ServedSite,
  type ServedSiteOptions,
  type SiteAnswer,
  servedSite,
  startPath,
} from "./served-site.ts"
