import Glibc
import GraphModel
import Language
import SchemaFiles
import TestSupport
import Testing

@testable import Extraction

/// Whatever a parser makes of a text, extraction goes through and stays within the text.
@Suite struct ExtractionPropertyTests {
  /// Documents a seed; `TERCET_ROUNDS` asks for more.
  private static let rounds = unsafe getenv("TERCET_ROUNDS").flatMap { unsafe Int(String(cString: $0)) } ?? 60

  @Test(arguments: [21, 22, 23, 24, 25, 26] as [UInt64])
  func anyParseGivesStatementsWithinItsSentences(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let extractor = Extractor(schema: try Schema.embedded())
    for round in 0..<Self.rounds {
      let document = try RandomParse.document(&generator)
      let content = extractor.assemble([extractor.extract(document)])
      for statement in content.statements {
        let evidence = try #require(statement.evidence)
        let place = "seed \(seed), round \(round)"
        #expect(document.sentences.indices.contains(evidence.sentence), "\(place)")
        let isWhole = !content.entities[statement.object].isNothing
        for bytes in [evidence.subject, evidence.predicate] + (isWhole ? [evidence.object] : []) {
          #expect(bytes.upperBound <= UInt32(document.source.count) && !bytes.isEmpty, "\(place)")
        }
        #expect(statement.subject != statement.object && (1...99).contains(evidence.confidence), "\(place)")
      }
      _ = extractor.unused(document)
      for style in WordingStyle.allCases { _ = extractor.openFacts(document, style: style) }
    }
  }
}
