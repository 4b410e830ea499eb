import Testing

struct CommentTests {
  private static func findings(_ text: String) -> [String] {
    CommentWall([SourceFile(path: "Sources/GraphStore/A.swift", text: text)]).findings(in: ["GraphStore"]).map(\.key)
  }

  @Test(arguments: [
    "/// Reads.\npublic func read(_ a: Int, from b: [String: Int]) {}",
    "/// Reads.\n/// - Complexity: O(1)\npackage func read(_ a: Set<Int>, from b: Int) throws(E) -> Int { 0 }",
    "/// - Throws: when.\n@discardableResult\npublic func read(_ a: (Int, Int), from b: Int = f(1, 2)) throws {}",
  ])
  func functionIsFound(_ source: String) {
    #expect(Self.findings("public struct A {\n\(source)\n}") == ["A.read(_:from:)"])
  }

  @Test func membersOfEveryKindAreFound() {
    let source = """
      /// A wall.
      /// - Complexity: of the type, not of its members.
      public struct A<T>: Sendable where T: Comparable {
        public var stored: Int = { 1 }()
        public let other: [Int]
        public init(_ count: Int) { other = (0..<count).map { $0 } }
        public subscript(index: Int) -> Int { other[index] }
        /// Several lines.
        public var sum: Int {
          var sum = 0
          return sum
        }
        public enum B { case x(Int); public static func make() -> Int { 1 } }
      }
      extension A { package mutating func add() {} }
      public struct Z {
        public let number: Int
        @inlinable public init(_ number: Int) { self.number = one(number) }
      }
      /// Over all.
      public func whole() {}
      public protocol P { func ask() throws -> Int; var name: String { get } }
      """
    #expect(
      Self.findings(source) == [
        "A.init(_:)", "A.subscript(index:)", "A.sum", "A.B.make()", "A.add()", "Z.init(_:)", "whole()", "P.ask()",
      ])
  }

  @Test(arguments: [
    "/// - Complexity: O(*n*).\npublic func a() {}", "/// O(1).\npublic func a(_ body: () throws -> Int) rethrows {}",
    "/// Takes O(1).\n@inline(__always) public func a() {}",
    "func a() { public func b() {} }", "private func a() throws {}", "public var a: Int { b() }", "public let a = 1",
    "public var a = [1] {\n didSet {\n b() } }",
    "public init(a: Int, b: Int) {\n self.a = a\n self.b = b\n (c, d) = (a, [])\n}",
    "/// - Complexity: O(1).\n/// - Throws: never.\npublic func a() throws(E) {}",
    "public let a: Int\n@inlinable public init(_ a: Int) { self.a = a }",
    "public static func == (a: S, b: S) -> Bool { true }", "public func needed(by name: String) {}",
  ])
  func whatNeedsNoMoreIsLeftOut(_ source: String) {
    let wall =
      "protocol Base { func needed(by name: String) }\nprotocol Need: Base {}\n"
      + "struct S: Equatable {\n\(source)\n}\nextension S: Need {}\n"
      + "extension Need { public func needed(by name: String) {} }"
    #expect(Self.findings(wall) == [])
  }

  @Test func commentsOfTheTreeSayWhatCallsCost() {
    let findings = CommentWall(SourceTree.sources).findings(in: ["GraphModel", "GraphStore", "GraphQuery"])
    expectNone(Allowance("comments.txt").remaining(findings))
  }
}
