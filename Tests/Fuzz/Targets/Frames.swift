internal import SchemaFiles

extension FuzzTarget {
  /// Every word of a frame leads back to it, and what is wrong with one stands in the file.
  static let frames = FuzzTarget("frames") { input in
    let lines = input.count { $0 == UInt8(ascii: "\n") } + 1
    let table: FrameTable
    do throws(SchemaError) {
      table = try Schema(sources: [SchemaSource(name: "fuzz.frames", bytes: input)]).frames
    } catch {
      let place = (error.place ?? "").split(separator: ":").dropFirst().compactMap { Int($0) }
      expect(place.count == 2 && 1...lines ~= place[0] && place[1] > 0, "\(error.place ?? "nil") is in the file")
      expect(!error.message.isEmpty, "an error has words")
      return
    }
    for (number, frame) in table.frames.enumerated() {
      expect(!frame.words.isEmpty, "a frame has a word")
      for word in table.words[frame.words] {
        expect(word.frame == number, "words know their frame")
        expect(table.frames(of: word.text, as: word.wordClass).contains(number), "words lead to their frame")
      }
      expect(table.roles(of: number).allSatisfy { !$0.wordings.contains("") }, "wordings have letters")
    }
  }
}
