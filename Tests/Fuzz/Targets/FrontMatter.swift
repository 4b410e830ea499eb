@testable internal import Language

extension FuzzTarget {
  static let frontMatter = FuzzTarget("front-matter") { input in
    documents(in: input, .text)
    guard let front = try? FrontMatter(input, path: "fuzz") else { return }
    expect(front.end <= input.count, "the text begins in the file")
    expect(Set(front.fields.keys) == Set(front.lines.keys), "each field has a line")
    let lines = input.prefix(front.end).count { $0 == UInt8(ascii: "\n") } + 1
    expect(front.lines.values.allSatisfy { $0 > 1 && $0 <= lines }, "fields stand between the rules")
    expect(Set(front.lines.values).count == front.lines.count, "a line has one field")
  }
}
