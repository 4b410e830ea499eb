// swift-tools-version: 6.2
import PackageDescription

/// One strict dialect for every target: Swift 6 mode, unsafe code marked, warnings are errors.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  // Generic code over GraphView and the token loops is specialised across modules.
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

/// A Swift module under Sources/.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

/// The tests of one module, under Tests/.
func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.init(stringLiteral: name), "TestSupport"] + dependencies,
    swiftSettings: strict)
}

/// A program under Examples/, with nothing but what a package of somebody else would say.
func example(_ name: String) -> Target {
  .executableTarget(name: name, dependencies: ["Tercet"], path: "Examples/\(name)")
}

let package = Package(
  name: "tercet",
  products: [
    .executable(name: "tercet", targets: ["tercet"]),
    .executable(name: "tercet-bench", targets: ["tercet-bench"]),
    // For programs of others: reading and asking in one module, and what lies beneath it.
    .library(name: "Tercet", targets: ["Tercet"]),
    .library(
      name: "TercetModules",
      targets: [
        "Bytes", "Language", "TreePatterns", "SchemaFiles", "Extraction", "GraphModel", "GraphStore", "GraphImport",
        "GraphQuery", "GraphExport",
      ]),
  ],
  targets: [
    // System libraries and C code.
    .systemLibrary(name: "CEditline", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(name: "CSerd", pkgConfig: "serd-0", providers: [.apt(["libserd-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .target(name: "CKernels", cSettings: [.unsafeFlags(["-O3"])]),
    .target(name: "CAllocation"),
    // The headers of libxml2 alone: with its package the library would be linked, which is opened when a page is read.
    .target(name: "CHTML", cSettings: [.unsafeFlags(["-I/usr/include/libxml2"])]),
    .target(name: "CChecksum", cSettings: [.unsafeFlags(["-O3"])]),
    .target(name: "EnglishModel", cSettings: [.unsafeFlags(["-std=c23"])]),
    .target(name: "EmbeddedSchema", cSettings: [.unsafeFlags(["-std=c23"])]),
    .target(name: "EmbeddedPage", exclude: ["page"], cSettings: [.unsafeFlags(["-std=c23"])]),

    // The pipeline, bottom up.
    module("Bytes", ["CChecksum", "CZlib"]),
    module("Succinct", ["Bytes"]),
    module("ExternalSort", ["Bytes"]),
    module("Turtle", ["CSerd"]),
    module("Language", ["Bytes", "CKernels", "CHTML", "EnglishModel"]),
    module("TreePatterns", ["Bytes", "Language"]),
    module("SchemaFiles", ["Bytes", "CSerd", "Turtle", "EmbeddedSchema", "TreePatterns"]),
    module("GraphModel", ["Bytes"]),
    // What queries, exports and extraction do not see: they know graphs by GraphModel.
    module("GraphStore", ["Bytes", "CZstd", "ExternalSort", "GraphModel", "Succinct"], exclude: ["FORMAT.md"]),
    module("GraphImport", ["Bytes", "CSerd", "ExternalSort", "GraphModel", "GraphStore", "Turtle"]),
    module(
      "Extraction", ["Bytes", "ExternalSort", "Language", "SchemaFiles", "TreePatterns", "GraphModel"]),
    module("GraphQuery", ["Bytes", "ExternalSort", "GraphModel"]),
    module("GraphExport", ["Bytes", "EmbeddedPage", "GraphModel", "GraphQuery"]),
    module(
      "Commands",
      [
        "Bytes", "Language", "SchemaFiles", "Extraction", "GraphModel", "GraphStore", "GraphQuery", "GraphExport",
        "GraphImport", "Tercet",
      ]),

    // What other programs import.
    module(
      "Tercet",
      ["Bytes", "Language", "SchemaFiles", "Extraction", "GraphModel", "GraphStore", "GraphQuery", "GraphExport"]),

    // Programs.
    .executableTarget(
      name: "tercet", dependencies: ["Bytes", "Commands", "CAllocation", "CEditline"], swiftSettings: strict),
    .executableTarget(
      name: "tercet-bench",
      dependencies: [
        "Bytes", "CAllocation", "CKernels", "Language", "SchemaFiles", "Extraction", "GraphModel", "GraphStore",
        "GraphQuery", "Commands",
      ],
      swiftSettings: strict),

    // What the library is like to use, one page each.
    example("ReadText"),
    example("AskGraph"),
    example("ExportNeighborhood"),

    // Tests.
    .target(
      name: "TestSupport", dependencies: ["Bytes", "Succinct", "Language", "GraphModel", "GraphStore"],
      path: "Tests/TestSupport",
      swiftSettings: strict),
    // Reads the sources: order of folders and modules, names, sizes, words in Swift, comments.
    .testTarget(
      name: "HouseTests", exclude: ["Allowed", "closed-class.txt", "layout.txt"], swiftSettings: strict),
    tests(of: "Bytes"),
    tests(of: "Succinct", ["Bytes"]),
    tests(of: "ExternalSort", ["Bytes"]),
    tests(of: "Turtle"),
    tests(of: "Language", ["CKernels"]),
    tests(of: "TreePatterns", ["Language"]),
    tests(of: "SchemaFiles", ["Bytes", "TreePatterns"]),
    tests(of: "GraphStore", ["Bytes", "ExternalSort", "GraphModel", "Succinct"]),
    tests(of: "Extraction", ["Language", "SchemaFiles", "TreePatterns", "GraphModel"]),
    tests(of: "GraphImport", ["Bytes", "GraphModel", "GraphStore"]),
    tests(of: "GraphQuery", ["GraphModel", "GraphStore"]),
    tests(of: "GraphExport", ["GraphModel", "GraphStore", "GraphQuery"]),
    tests(of: "Tercet", ["Bytes", "GraphExport", "GraphModel"]),
    tests(of: "Commands", ["GraphModel", "GraphStore", "GraphQuery"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "Bytes", "GraphModel", "GraphStore", "GraphQuery", "Tercet", "Commands", "TestSupport", "tercet", "ReadText",
        "AskGraph", "ExportNeighborhood",
      ],
      swiftSettings: strict),
    // What extraction is worth: the built program on the schema's examples and on what readers wrote down.
    .testTarget(
      name: "QualityTests",
      dependencies: ["Language", "SchemaFiles", "Extraction", "Tercet", "TestSupport", "tercet"],
      swiftSettings: strict),
  ]
)

// What Tests/Fuzz/run builds, instrumented and in a folder of its own: one program with all fuzz targets.
if Context.environment["TERCET_FUZZ"] != nil {
  let readers = package.targets.filter { target in
    target.type == .regular && !["CAllocation", "Commands", "Extraction", "Tercet"].contains(target.name)
  }
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: readers.map { .init(stringLiteral: $0.name) }, path: "Tests/Fuzz/Targets",
      swiftSettings: strict,
      // The usual linker trips over the debugging information of instrumented code.
      linkerSettings: [.unsafeFlags(["-use-ld=lld"])]))
}
