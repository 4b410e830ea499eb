internal import Bytes
internal import CKernels

/// A small network that revises where the rules end sentences, by the words around each gap.
///
/// The same arithmetic as Training's `boundaries.py`; Training/FORMAT.md gives the sections.
public struct BoundaryModel: Sendable {
  private static let formRows = 4096
  private static let shapeRows = 512
  private static let gapRows = 8
  private static let formWidth = 16
  private static let shapeWidth = 8
  private static let gapWidth = 4
  private static let width = formWidth + shapeWidth + gapWidth
  /// Words of the window up to the gap, and behind it.
  private static let before = 4
  private static let after = 4
  private static let windowWidth = (before + after) * width
  private static let hidden = 32
  private static let buckets = 8
  /// The least score of an end within a line and behind a letter or digit: titles before names look like the headings
  /// of the web.
  private static let leastUnmarked: Float = 3
  /// Gaps scored at once.
  private static let block = 256

  private let kernels: Kernels
  private let forms: FeatureTable
  private let shapes: FeatureTable
  private let gaps: FeatureTable
  private let mix: WeightMatrix
  private let mixBias: [Float]
  private let since: [Float]
  private let left: [Float]
  private let out: [Float]
  private let outBias: Float

  /// - Throws: when a section is missing or of another size.
  init(_ file: ModelFile) throws(ModelError) {
    kernels = file.kernels
    forms = try FeatureTable(file, "endforms", rows: Self.formRows, columns: Self.formWidth)
    shapes = try FeatureTable(file, "endshape", rows: Self.shapeRows, columns: Self.shapeWidth)
    gaps = try FeatureTable(file, "endgaps", rows: Self.gapRows, columns: Self.gapWidth)
    mix = try WeightMatrix(file, "endmix", rows: Self.hidden, columns: Self.windowWidth)
    let table = Self.buckets * Self.hidden
    let section = try file.section("endvecs", bytes: 4 * (2 * Self.hidden + 2 * table + 1))
    func take(_ start: Int, _ count: Int) -> [Float] {
      // The size of the section was checked, so every load succeeds.
      (start..<start + count).map { Float(bitPattern: section.load(4 * $0, as: UInt32.self) ?? 0) }
    }
    mixBias = take(0, Self.hidden)
    since = take(Self.hidden, table)
    left = take(Self.hidden + table, table)
    out = take(Self.hidden + 2 * table, Self.hidden)
    outBias = take(2 * Self.hidden + 2 * table, 1)[0]
  }

  /// Changes what the rules say of the words inside paragraphs; ends of paragraphs stay, and no clitic begins a
  /// sentence.
  ///
  /// - Complexity: linear in the number of words.
  func revise(_ isEnd: inout [Bool], of words: [RawWord], in bytes: [UInt8]) {
    let ruled = isEnd
    let scratch = Scratch(count: min(Self.block, words.count))
    var start = 0
    while start < words.count {
      var end = start + 1
      while end < words.count, !words[end].opensParagraph { end += 1 }
      var length = 0
      for first in stride(from: start, to: end, by: Self.block) {
        let count = min(Self.block, end - first)
        score(first, count, of: start..<end, words, ruled, bytes, scratch)
        for index in first..<first + count {
          length += 1
          if index + 1 < end, !words[index + 1].joinsPrevious {
            let score = score(scratch, index - first, since: length, left: end - 1 - index)
            isEnd[index] = score > (ruled[index] || isMarked(words[index], in: bytes) ? 0 : Self.leastUnmarked)
          }
          if ruled[index] { length = 0 }
        }
      }
      start = end
    }
  }

  /// Puts the hidden sums of the gaps behind `count` words from `first` on into the scratch.
  private func score(
    _ first: Int, _ count: Int, of paragraph: Range<Int>, _ words: [RawWord], _ ruled: [Bool], _ bytes: [UInt8],
    _ scratch: Scratch
  ) {
    let rows = count + Self.before + Self.after - 1
    for row in 0..<rows {
      let index = first + row - (Self.before - 1)
      var (form, shape, gap) = (0, 0, 0)
      if paragraph.contains(index) {
        let word = words[index]
        let numbers = scratch.features.boundaryRows(bytes[word.range])
        form = 1 + Int(numbers.form) % (Self.formRows - 1)
        shape = 1 + Int(numbers.shape) % (Self.shapeRows - 1)
        let isLast = index + 1 == paragraph.upperBound
        gap = 1 + 2 * (isLast ? Self.lineEnd : Self.gap(after: word, in: bytes)) + (ruled[index] ? 1 : 0)
      }
      let target = unsafe scratch.inputs.start + row * Self.width
      unsafe forms.copyRow(form, kernels, into: target)
      unsafe shapes.copyRow(shape, kernels, into: target + Self.formWidth)
      unsafe gaps.copyRow(gap, kernels, into: target + Self.formWidth + Self.shapeWidth)
    }
    // The window of the next gap begins one word later: rows overlap.
    unsafe scratch.rounded.round(
      scratch.inputs.start, apart: Self.width, count: count, columns: Self.windowWidth, kernels)
    unsafe mix.multiply(scratch.rounded, count: count, bias: mixBias, into: scratch.sums.start)
  }

  /// How much speaks for an end behind a word; above 0 more than against it.
  private func score(_ scratch: Scratch, _ gap: Int, since: Int, left: Int) -> Float {
    let sinceRow = Self.bucket(since) * Self.hidden
    let leftRow = Self.bucket(left) * Self.hidden
    var score = outBias
    for k in 0..<Self.hidden {
      let sum = unsafe scratch.sums.start[gap * Self.hidden + k] + self.since[sinceRow + k] + self.left[leftRow + k]
      if sum > 0 { score += sum * out[k] }
    }
    return score
  }

  /// Whether a mark or the end of a line stands behind a word, or within its end.
  private func isMarked(_ word: RawWord, in bytes: [UInt8]) -> Bool {
    let last = bytes[Int(word.end) - 1]
    return Self.gap(after: word, in: bytes) == Self.lineEnd || !(last.isASCIILetter || last.isASCIIDigit)
  }

  /// The gap behind the last word of a line, and behind that of a paragraph.
  private static let lineEnd = 2

  /// 0 when nothing stands between a word and the next, ``lineEnd``, or 1 for other space.
  private static func gap(after word: RawWord, in bytes: [UInt8]) -> Int {
    let end = Int(word.end)
    guard end < bytes.count else { return 0 }
    if bytes[end] == UInt8(ascii: "\n") || bytes[end] == UInt8(ascii: "\r") { return lineEnd }
    return bytes.glyph(at: end).kind.isSpace ? 1 : 0
  }

  private static func bucket(_ length: Int) -> Int {
    switch length {
    case ..<1: 0
    case 1: 1
    case 2: 2
    case ..<5: 3
    case ..<9: 4
    case ..<17: 5
    case ..<33: 6
    default: 7
    }
  }

  /// The buffers of a pass.
  private final class Scratch {
    var features = WordFeatures(formRows: 2, affixRows: 1)
    let inputs: FloatBuffer
    let rounded: RoundedRows
    let sums: FloatBuffer

    /// - Parameter count: gaps that are scored at once. Most texts are shorter than a block, and zeros take time.
    init(count: Int) {
      let rows = (count + 15) / 16 * 16
      inputs = FloatBuffer(count: (rows + before + after) * width)
      rounded = RoundedRows(capacity: rows, columns: windowWidth)
      sums = FloatBuffer(count: rows * hidden)
    }
  }
}
