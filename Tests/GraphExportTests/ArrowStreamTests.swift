import Bytes
import GraphModel
import TestSupport
import Testing

@testable import GraphExport

/// The bytes of a stream of Arrow, read by a reader that shares nothing with their writer.
@Suite struct ArrowStreamTests {
  private static let fields = [
    RowField("text", .text, rows: RowField.Row.allCases), RowField("count", .integer, optional: true),
    RowField("share", .number, optional: true), RowField("list", .list(.text), optional: true),
    RowField(
      "parts", .list(.structure([RowField("name", .text), RowField("span", .list(.integer), optional: true)])),
      optional: true),
  ]

  private static let rows: [[RowValue]] = [
    [
      .text("a"), .integer(-1), .number(0.93), .list([.text("x"), .text("")]),
      .list([.structure([.text("é"), .list([.integer(1), .integer(2)])]), .structure([.text("n"), .none])]),
    ],
    [.text("")],
    [.text("日本"), .integer(Int(Int32.max)), .number(-1e300), .list([]), .list([])],
  ]

  @Test func whatIsWrittenIsRead() throws {
    var stream = ArrowStream(Self.fields)
    var bytes = stream.schema
    // Every number of rows up to three bytes of validity, none among them.
    for count in 0...24 {
      #expect(stream.isEmpty)
      for index in 0..<count { stream.append(Self.rows[index % 3]) }
      bytes += stream.takeBatch()
    }
    bytes += ArrowStream.end
    let reader = try ArrowReader(bytes)
    #expect(reader.isEnded && reader.batches.map(\.count) == Array(0...24))
    #expect(reader.fields.map(\.name) == ["text", "count", "share", "list", "parts"])
    #expect(reader.fields.map(\.isNullable) == [false, true, true, true, true])
    #expect(reader.fields.map(\.type) == [5, 2, 3, 12, 12])
    #expect(reader.fields[4].children.map(\.name) == ["item"])
    #expect(reader.fields[4].children[0].children.map(\.name) == ["name", "span"])
    for batch in reader.batches {
      for (index, row) in batch.enumerated() {
        let wanted = Dictionary(
          uniqueKeysWithValues: Self.fields.enumerated().map { place, field in
            let values = Self.rows[index % 3]
            return (field.name, Self.json(place < values.count ? values[place] : .none, field.kind))
          })
        #expect(row == .object(wanted))
      }
    }
  }

  private static func json(_ value: RowValue, _ kind: RowField.Kind) -> JSONValue {
    switch (value, kind) {
    case (.text(let text), _): return .string(text)
    case (.integer(let number), _): return .number("\(number)")
    case (.number(let number), _): return .number("\(number)")
    case (.list(let values), .list(let element)): return .array(values.map { json($0, element) })
    case (.structure(let values), .structure(let fields)):
      return .object(Dictionary(uniqueKeysWithValues: zip(fields, values).map { ($0.name, json($1, $0.kind)) }))
    default: return .null
    }
  }

  @Test func aBatchIsFullInTime() {
    var stream = ArrowStream(Self.fields)
    #expect(!stream.isFull)
    stream.append([.text(String(repeating: "x", count: 1 << 20))])
    #expect(stream.isFull)
    _ = stream.takeBatch()
    for _ in 0..<4_095 { stream.append([.text("")]) }
    #expect(!stream.isFull)
    stream.append([.text("")])
    #expect(stream.isFull)
  }

  @Test func theFirstBytesOfAStream() {
    // The mark, the length of the metadata, and where their root stands.
    let schema = ArrowStream([RowField("a", .text, rows: RowField.Row.allCases)]).schema
    #expect(Array(schema[..<4]) == [0xFF, 0xFF, 0xFF, 0xFF])
    #expect(schema.count % 8 == 0 && Int(schema[4]) == schema.count - 8)
    #expect(ArrowStream.end == [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0])
  }
}
