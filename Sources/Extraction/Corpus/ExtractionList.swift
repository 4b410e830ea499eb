import Bytes
import ExternalSort

/// What documents say, in the order in which they came: as values, or as bytes that may go to the disk.
enum ExtractionList {
  case held([DocumentExtraction])
  case stored(RecordLog)

  var count: Int {
    switch self {
    case .held(let extractions): extractions.count
    case .stored(let log): log.count
    }
  }

  mutating func append(_ extraction: DocumentExtraction) throws(BytesError) {
    switch self {
    case .held(var extractions):
      self = .held([])
      extractions.append(extraction)
      self = .held(extractions)
    case .stored(let log): try log.append(ExtractionWriter.bytes(of: extraction))
    }
  }

  /// Calls `body` with the bytes of each.
  func forEachRecord(_ body: ([UInt8]) throws(BytesError) -> Void) throws(BytesError) {
    switch self {
    case .held(let extractions):
      for extraction in extractions { try body(ExtractionWriter.bytes(of: extraction)) }
    case .stored(let log):
      var reader = try log.reader()
      while let record = try reader.next() { try body(record) }
    }
  }

  /// Calls `body` with each, and its place.
  func forEach(_ body: (Int, DocumentExtraction) throws -> Void) throws {
    switch self {
    case .held(let extractions): for (place, extraction) in extractions.enumerated() { try body(place, extraction) }
    case .stored(let log):
      var reader = try log.reader()
      var place = 0
      while let record = try reader.next() {
        // What was written here is read here.
        if let extraction = ExtractionReader.extraction(record) { try body(place, extraction) }
        place += 1
      }
    }
  }
}
