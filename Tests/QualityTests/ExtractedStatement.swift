import Foundation
import TestSupport

/// What an event says of its subject and its object, or of its subject and who fills a role.
struct ExtractedStatement {
  struct Spans {
    var subject: [Int]
    var predicate: [Int]
    var object: [Int]
  }

  var document: String
  var subject: String
  var predicate: String
  var relation: String?
  /// Empty for an event without object and roles.
  var object: String
  var polarity: String
  var modality: String
  var attribution: String?
  var time: String?
  var place: String?
  var quantity: String?
  var spans: Spans

  /// Whether the text itself says so, and says that it is so.
  var isFact: Bool { polarity == "+" && modality == "certain" && attribution == nil }

  /// What the program finds, by document.
  static func extract(_ arguments: [String], input: String = "") throws -> [String: [ExtractedStatement]] {
    let run = try ProcessRun(TercetBinary.path, ["extract", "--quiet"] + arguments, input: input)
    guard run.status == 0 else { throw ProgramFailure(errors: run.errors) }
    let statements = try ExtractedEvent.all(in: run.output).flatMap(\.statements)
    return Dictionary(grouping: statements, by: \.document)
  }
}

struct ProgramFailure: Error {
  var errors: String
}
