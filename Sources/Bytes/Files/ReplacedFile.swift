/// What a new file may take the place of.
public enum ReplacedFile: Sendable {
  /// What has the name by then, once no other process of ours changes it.
  case anything
  /// Nothing: a file that another program made meanwhile stays.
  case nothing
  /// The file as it was opened, which the caller has the right to change (``FileLock``): what another program put into
  /// its place or wrote into it stays.
  case opened(FileState)
}
