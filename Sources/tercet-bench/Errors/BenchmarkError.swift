import Bytes

/// What can go wrong with a measurement itself.
enum BenchmarkError: DiagnosticError {
  case unequalRounds
  case wrongAnswers(String)

  var code: String { "benchmark.unequal" }
  var place: String? { nil }
  var message: String {
    switch self {
    case .unequalRounds: "two rounds on the same text gave different graphs"
    case .wrongAnswers(let asked): "the store and plain arrays answer \(asked) differently"
    }
  }
  var remedy: String? { nil }
  var exitStatus: ExitStatus { .failed }
}
