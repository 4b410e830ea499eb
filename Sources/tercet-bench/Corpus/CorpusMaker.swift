import Bytes
import Commands
import Extraction
import Language

/// Makes many articles out of some: their texts with other names, as JSON Lines, the same for the same inputs.
///
/// In each article an entity has one name throughout. Half of the entities keep theirs, as the United States are in
/// every archive; the others get one of their kind from anywhere, often ones first, or one that nobody has.
struct CorpusMaker {
  private static let wordsOfArticle = 600

  /// A text with its names.
  private struct Template {
    var text: [UInt8]
    var sentences: [(bytes: Range<Int>, words: Int)]
    var names: [(bytes: Range<Int>, entity: String, type: String)]
  }

  private let templates: [Template]
  /// By type: names, those of most texts first.
  private let pools: [String: [String]]

  init(inputs: [String]) throws {
    let stages = try TextStages()
    var templates: [Template] = []
    var counts: [String: [String: Int]] = [:]
    for input in try TextStages.documents(inputs) {
      var document = input.document
      stages.tokenizer.tokenize(&document, layout: input.layout)
      stages.analyzer.analyze(&document)
      var names: [(bytes: Range<Int>, entity: String, type: String)] = []
      for mention in stages.extractor.extractWithMentions(document).mentions where mention.kind == .name {
        let bytes = Int(mention.core.lowerBound)..<Int(mention.core.upperBound)
        if bytes.lowerBound < names.last?.bytes.upperBound ?? 0 { continue }
        names.append((bytes, mention.entity, mention.type))
        counts[mention.type, default: [:]][mention.entity, default: 0] += 1
      }
      let sentences = document.sentences.map { (Int($0.bytes.lowerBound)..<Int($0.bytes.upperBound), $0.tokens.count) }
      templates.append(Template(text: document.source, sentences: sentences, names: names))
    }
    self.templates = templates.filter { !$0.sentences.isEmpty }
    pools = counts.mapValues { names in
      names.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }
  }

  /// Writes `count` articles.
  func run(_ count: Int, _ output: TextStream) throws -> ExitStatus {
    guard !templates.isEmpty else { return .noInput }
    for number in 0..<count {
      var random = MadeNumbers(seed: UInt64(number))
      var text: [UInt8] = []
      var words = 0
      var names: [String: String] = [:]
      while words < Self.wordsOfArticle {
        let template = templates[random.below(templates.count)]
        for sentence in template.sentences where words < Self.wordsOfArticle {
          text += rewritten(sentence.bytes, template, &names, &random)
          text.append(0x20)
          words += sentence.words
        }
      }
      let day = number % 3_650
      let date = "\(2015 + day / 365)-\(Self.padded(day % 365 / 31 + 1))-\(Self.padded(day % 28 + 1))"
      let head = "\"id\":\"a\(number)\",\"date\":\"\(date)\",\"source\":\"paper \(number % 40)\""
      try output.writeLine("{\(head),\"text\":\"\(Self.escaped(text))\"}")
    }
    return .answered
  }

  /// As a string of JSON has it.
  private static func escaped(_ text: [UInt8]) -> String {
    var bytes: [UInt8] = []
    for byte in text {
      switch byte {
      case 0..<0x20: bytes.append(0x20)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The bytes of a sentence with other names in it.
  private func rewritten(
    _ bytes: Range<Int>, _ template: Template, _ names: inout [String: String], _ random: inout MadeNumbers
  ) -> [UInt8] {
    var result: [UInt8] = []
    var end = bytes.lowerBound
    for name in template.names where bytes.contains(name.bytes.lowerBound) && name.bytes.upperBound <= bytes.upperBound
    {
      result += template.text[end..<name.bytes.lowerBound]
      let other = names[name.entity] ?? self.name(instead: name.entity, name.type, &random)
      names[name.entity] = other
      let written = String(decoding: template.text[name.bytes], as: UTF8.self)
      result += Self.form(of: other, like: written, of: name.entity).utf8
      end = name.bytes.upperBound
    }
    return result + template.text[end..<bytes.upperBound]
  }

  private func name(instead name: String, _ type: String, _ random: inout MadeNumbers) -> String {
    guard !random.chance(50), let pool = pools[type], pool.count > 1 else { return name }
    func any() -> String {
      // Names of which much is said come more often.
      pool[random.below(random.below(pool.count) + 1)]
    }
    let first = any()
    guard random.chance(30) else { return first }
    let (start, end) = (first.split(separator: " "), any().split(separator: " "))
    return start.count < 2 || end.count < 2 ? first : (start.prefix(1) + end.dropFirst()).joined(separator: " ")
  }

  /// The words of `name` that stand for it as `written` stands for `entity`: its last one for a last one.
  private static func form(of name: String, like written: String, of entity: String) -> String {
    if name == entity { return written }
    let (words, own) = (entity.split(separator: " "), written.split(separator: " "))
    guard words.count > 1, own.count < words.count, words.suffix(own.count).elementsEqual(own) else { return name }
    return name.split(separator: " ").last.map(String.init) ?? name
  }
}
