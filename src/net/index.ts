/**
 * Net: the outside world in, captures out. All reading of files and addresses happens here.
 */
export {
  captureTimeOf,
  type InputFilesOptions,
  type InputItem,
  inputFilesLimits,
  readInputFiles,
} from "./input-files.ts"
