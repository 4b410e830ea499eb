/// What tells a store from other files. FORMAT.md gives the rest byte by byte.
public enum StoreFormat {
  public static let magic = "TERCETDB"
  /// The newest version of the format, the one that ``GraphWriter`` writes.
  public static let version: UInt32 = 2
}
