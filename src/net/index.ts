/**
 * Net: the outside world in, captures out. All reading of files and addresses happens here.
 */

export { captureOfPage, fetchAddress, listingOf } from "./fetch-addresses.ts"
export { type FetchFailure, fetchFailureText } from "./fetch-failure.ts"
export {
  captureTimeOf,
  type InputFilesOptions,
  type InputItem,
  inputFilesLimits,
  readHeldFile,
  readInputFiles,
} from "./input-files.ts"
export {
  type Clock,
  type FetchedPage,
  type FetcherOptions,
  PoliteFetcher,
  systemClock,
  type Validators,
} from "./polite-fetcher.ts"
export type { CapturedItem } from "./warc-captures.ts"
export { type RepeatedPage, repeatedCapture } from "./warc-repeats.ts"
