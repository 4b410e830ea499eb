internal import Bytes

/// The sizes of the network: the section `shape` of the weights.
struct NetworkShape: Sendable, Equatable {
  let formRows: Int
  let affixRows: Int
  let formWidth: Int
  let affixWidth: Int
  let width: Int
  let hidden: Int
  let arcWidth: Int
  let relationWidth: Int
  /// Of each layer 1 or 3: how many words its gates see.
  let windows: [Int]

  /// Width of a word's features.
  var featureWidth: Int { formWidth + affixWidth }
  /// Rows of the section `attach`: arc and relation vectors, each as dependent and as head.
  var attachWidth: Int { 2 * arcWidth + 2 * relationWidth }

  /// The most that any size may be: keeps sizes computed from a broken file from overflowing.
  private static let largest = 1 << 24

  init(_ section: ByteView, place: String?) throws(ModelError) {
    var numbers: [Int] = []
    for offset in stride(from: 0, to: section.count, by: 4) {
      guard let number = section.load(offset, as: UInt32.self) else {
        throw .shape(place: place, detail: "\(section.count) bytes are no whole numbers")
      }
      guard number > 0, number <= Self.largest else {
        throw .shape(place: place, detail: "\(number) is no possible size")
      }
      numbers.append(Int(number))
    }
    guard numbers.count >= 10, numbers.count == 9 + numbers[8] else {
      throw .shape(place: place, detail: "\(numbers.count) numbers do not describe layers")
    }
    (formRows, affixRows, formWidth, affixWidth) = (numbers[0], numbers[1], numbers[2], numbers[3])
    (width, hidden, arcWidth, relationWidth) = (numbers[4], numbers[5], numbers[6], numbers[7])
    windows = Array(numbers[9...])
    for (lanes, most) in [(featureWidth, 1024), (width, 1024), (hidden, 512), (arcWidth, 1024)]
    where lanes % 16 != 0 || lanes > most {
      throw .shape(place: place, detail: "\(lanes) is not a multiple of 16 up to \(most)")
    }
    guard relationWidth <= 512, windows.count <= 16, windows.allSatisfy({ $0 == 1 || $0 == 3 }) else {
      throw .shape(place: place, detail: "windows must be 1 or 3, relation vectors at most 512 wide")
    }
    guard formWidth % 2 == 0 else { throw .shape(place: place, detail: "\(formWidth) form numbers cannot be halved") }
    guard formRows % 2 == 0 else { throw .shape(place: place, detail: "\(formRows) form rows cannot be halved") }
  }
}
