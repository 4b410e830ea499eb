import Bytes
import TestSupport
import Testing

@testable import Language

@Suite struct ModelWeightsTests {
  static func error(_ model: TinyModel) -> ModelError? {
    do throws(ModelError) {
      _ = try model.weights()
      return nil
    } catch { return error }
  }

  @Test func readsTheTinyModel() throws {
    let weights = try TinyModel().weights()
    #expect(weights.shape.windows == [3, 1])
    #expect(weights.labels.relations == [.subject, .object, .root])
    #expect(weights.tagging.rows == 16)
  }

  @Test func missingAndShortSections() {
    #expect(Self.error(TinyModel(omitted: "gates2")) == .container(.missingSection(place: "tiny", name: "gates2")))
    #expect(
      Self.error(TinyModel(shortened: "gates2"))
        == .sectionSize(place: "tiny", section: "gates2", expected: 96 * 4 + 96 * 16, found: 96 * 4 + 96 * 16 - 1))
    #expect(Self.error(TinyModel(omitted: "shape"))?.code == "container.section")
    #expect(Self.error(TinyModel(shortened: "shape"))?.code == "model.shape")
    #expect(Self.error(TinyModel(shortened: "vectors"))?.code == "model.section")
  }

  @Test(
    arguments: [
      [8, 8, 16, 16, 16, 16, 16, 4, 2, 3, 2], [8, 8, 16, 16, 16, 16, 16, 4, 3, 3, 1],
      [8, 8, 16, 16, 17, 16, 16, 4, 1, 1], [8, 8, 16, 16, 16, 528, 16, 4, 1, 1],
      [0, 8, 16, 16, 16, 16, 16, 4, 1, 1], [.max, 8, 16, 16, 16, 16, 16, 4, 1, 1], [7, 8, 16, 16, 16, 16, 16, 4, 1, 1],
      [],
    ] as [[UInt32]])
  func impossibleShapes(shape: [UInt32]) {
    #expect(Self.error(TinyModel(shape: shape))?.code == "model.shape")
  }

  @Test func labelsThatNobodyKnows() {
    var model = TinyModel()
    model.labels = model.labels.replacing("VERB", with: "VREB")
    #expect(Self.error(model) == .unknownLabel(place: "tiny", inventory: "tag", label: "VREB"))
    model.labels = "tag\tNOUN\n"
    #expect(Self.error(model)?.code == "model.labels")
    model.labels = TinyModel().labels.replacing("root", with: "obl")
    #expect(Self.error(model)?.code == "model.labels")
  }

  @Test func everyDamagedByteIsNoticed() {
    let bytes = TinyModel().bytes()
    var random = SeededGenerator(seed: 3)
    let sections = 48 + 32 * 19
    for _ in 0..<200 {
      var damaged = bytes
      let place = random.below(2) == 0 ? random.below(sections) : random.below(bytes.count)
      damaged[place] ^= UInt8(1 + random.below(255))
      // The padding between sections carries nothing and is not read.
      let inPadding =
        (try? Container(ByteView(copying: bytes), magic: "TERCETLM", newestVersion: 3, place: nil))
        .map { file in place >= sections && !file.sections.contains { $0.range.contains(place) } } ?? false
      if !inPadding {
        #expect(throws: ModelError.self, "byte \(place), seed 3") {
          try ModelWeights(ByteView(copying: damaged), place: nil)
        }
      }
    }
  }

  @Test func filesThatAreNoWeights() {
    #expect(throws: ModelError.container(.missing(path: "/nonexistent/model"))) {
      try ModelWeights(path: "/nonexistent/model")
    }
    #expect(throws: ModelError.self) { try ModelWeights(ByteView(copying: Array("TERCETDB".utf8)), place: nil) }
  }

  @Test func errorsSayWhatToDo() throws {
    let error = try #require(Self.error(TinyModel(shortened: "arcs")))
    #expect(error.place == "tiny")
    #expect(error.message == "the section arcs of the model should have 320 bytes and has 319")
    #expect(error.remedy != nil)
    #expect(error.exitStatus == .badData)
  }
}
