internal import Bytes
internal import GraphModel

extension [EntityID] {
  mutating func replaceContent(by other: ArraySlice<EntityID>) {
    removeAll(keepingCapacity: true)
    append(contentsOf: other)
  }

  /// Keeps the elements that are in `other` too; both ascend.
  ///
  /// - Complexity: O(shorter · log(longer / shorter)): leaps of growing width, then a search in the last one.
  mutating func formIntersection(_ other: ArraySlice<EntityID>) {
    var kept = 0
    var mine = 0
    var theirs = other.startIndex
    while mine < count, theirs < other.endIndex {
      if self[mine] == other[theirs] {
        self[kept] = self[mine]
        kept += 1
        mine += 1
        theirs += 1
      } else if self[mine] < other[theirs] {
        mine = self[...].leap(from: mine, to: other[theirs])
      } else {
        theirs = other.leap(from: theirs, to: self[mine])
      }
    }
    removeLast(count - kept)
  }
}

extension ArraySlice<EntityID> {
  /// How many elements are in `other` too; both ascend.
  func countOfIntersection(_ other: ArraySlice<EntityID>) -> Int {
    if other.count < count { return other.countOfIntersection(self) }
    // Of a much longer list a part is looked at.
    let leaps = other.count > 16 * count
    var count = 0
    var theirs = other.startIndex
    for element in self {
      if leaps {
        theirs = other.leap(from: theirs, to: element)
      } else {
        while theirs < other.endIndex, other[theirs] < element { theirs += 1 }
      }
      if theirs == other.endIndex { break }
      if other[theirs] == element { count += 1 }
    }
    return count
  }

  /// Index of the first element from `start` on that is not before `target`.
  fileprivate func leap(from start: Int, to target: EntityID) -> Int {
    var width = 1
    var low = start
    while low + width < endIndex, self[low + width] < target {
      low += width
      width *= 2
    }
    return (low..<Swift.min(low + width, endIndex)).first(behind: { self[$0] < target })
  }
}
