internal import GraphModel

/// Why a line is no triple.
struct ImportProblem: Error {
  var detail: String

  init(_ detail: String) { self.detail = detail }
  init(_ error: ContentError) { detail = error.message }
}
