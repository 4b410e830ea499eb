/// The sections of a store, in the order of the file.
enum StoreSection: String, CaseIterable {
  /// Those that every store has.
  static let required = allCases.filter { $0 != .stories }

  case counts = "COUNTS"
  case strings = "STRINGS"
  case names = "NAMES"
  case types = "TYPES"
  case aliases = "ALIASES"
  case owners = "OWNERS"
  case predicates = "PREDS"
  case symbols = "SYMBOLS"
  case forward = "FORWARD"
  case reverse = "REVERSE"
  case sources = "SOURCES"
  case evidence = "EVIDENCE"
  case documentIDs = "DOCIDS"
  case documents = "DOCS"
  case sentences = "SENTS"
  case text = "TEXT"
  case stories = "STORIES"
  case decisions = "EDITS"
}
