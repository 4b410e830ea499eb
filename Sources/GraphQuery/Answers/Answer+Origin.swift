internal import GraphModel

extension Answer {
  /// Where a statement is said first.
  public struct Origin: Sendable, Equatable {
    /// The id of the document.
    public var document: String
    /// Who published it; nil where nobody says.
    public var source: String?
    /// Documents that say so besides.
    public var others: Int

    /// `Reuters and 2 more`; the id of a document whose source nobody tells.
    var text: String { (source ?? document) + (others > 0 ? " and \(others) more" : "") }
  }
}
