/// What tells a store from other files. FORMAT.md gives the rest byte by byte.
public enum StoreFormat {
  public static let magic = "TERCETDB"
  /// The newest version of the format, the one that ``GraphWriter`` writes.
  public static let version: UInt32 = 4
  /// The first version that tells of events: roles of predicates, and what ties edges of one event together.
  static let firstWithEvents: UInt32 = 3
  /// The first version that tells sums and places in lists where older ones tell each number as it is.
  static let firstWithSums: UInt32 = 4
  /// The oldest version that is read where it lies; older stores are translated.
  static let oldestInPlace: UInt32 = 2
}
