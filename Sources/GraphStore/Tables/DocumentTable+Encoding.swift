internal import Bytes
internal import GraphModel
internal import Succinct

extension DocumentTable {
  /// Makes the sections of all documents but the text, from documents in the order of their ids.
  struct Encoder {
    private var ids = StringList.Builder(order: .bytes)
    // Numbers of strings, one more than the number, 0 for nil.
    private var titles: [UInt32] = []
    private var dates: [UInt32] = []
    private var sources: [UInt32] = []
    /// First sentence and first byte of each document, and the number of all.
    private(set) var firstSentence = [0]
    private(set) var firstByte = [0]

    /// Adds the next document.
    ///
    /// - Parameters:
    ///   - title: one more than the number of the string; 0 for nil; likewise the others.
    ///   - sentences: how many it has.
    ///   - length: that of its text in bytes.
    mutating func append(
      id: ArraySlice<UInt8>, title: UInt32, date: UInt32, source: UInt32, sentences: Int, length: Int
    ) {
      ids.append(id)
      titles.append(title)
      dates.append(date)
      sources.append(source)
      firstSentence.append(firstSentence[firstSentence.count - 1] + sentences)
      firstByte.append(firstByte[firstByte.count - 1] + length)
    }

    /// Sentences of all documents.
    var sentenceCount: Int { firstSentence[firstSentence.count - 1] }
    /// Bytes of all texts.
    var length: Int { firstByte[firstByte.count - 1] }

    /// The section of the ids.
    mutating func encodedIDs() -> EncodedSection { ids.finished() }

    /// The section of the documents.
    func encodedDocuments() -> [UInt8] {
      var writer = ByteWriter()
      for column in [titles, dates, sources] { PackedArray.encode(column, into: &writer) }
      MonotoneArray.encode(firstSentence, into: &writer)
      MonotoneArray.encode(firstByte, into: &writer)
      return writer.bytes
    }

    /// The section of the sentences.
    ///
    /// - Parameter sentences: those of a document by its place, as ranges in its text; a document is asked for twice at
    ///   most.
    func encodedSentences(_ sentences: (Int) throws -> [Range<UInt32>]) rethrows -> [UInt8] {
      var first: Int?
      var last = 0
      var inSentences = 0
      for document in titles.indices {
        for sentence in try sentences(document) {
          last = firstByte[document] + Int(sentence.lowerBound)
          first = first ?? last
          inSentences += sentence.count
        }
      }
      var starts = MonotoneArray.Builder(count: sentenceCount, largest: last)
      var gaps = MonotoneArray.Builder(count: sentenceCount + 1, largest: length - (first ?? length) - inSentences)
      var gap = 0
      var end = first ?? length
      for document in titles.indices {
        for sentence in try sentences(document) {
          let start = firstByte[document] + Int(sentence.lowerBound)
          starts.append(start)
          gap += start - end
          gaps.append(gap)
          end = start + sentence.count
        }
      }
      gaps.append(gap + length - end)
      var writer = ByteWriter()
      starts.finish(into: &writer)
      gaps.finish(into: &writer)
      return writer.bytes
    }
  }
}
