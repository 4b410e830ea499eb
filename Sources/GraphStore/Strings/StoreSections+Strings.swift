internal import Bytes

extension StoreSections {
  /// The list of strings that is the whole of `section`.
  func strings(_ section: StoreSection, count: Int? = nil, order: StringList.Order) throws(BytesError) -> StringList {
    let list = try StringList(self[section], order: order)
    guard count == nil || list.count == count else { throw self[section].damage("\(list.count) strings") }
    return list
  }
}
