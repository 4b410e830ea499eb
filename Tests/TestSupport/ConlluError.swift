/// A line of a fixture or CoNLL-U file that does not follow its form.
public struct ConlluError: Error, Equatable {
  public var name: String
  public var line: Int
  public var problem: String

  public init(name: String, line: Int, problem: String) {
    self.name = name
    self.line = line
    self.problem = problem
  }
}
