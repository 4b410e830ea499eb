extension [UInt32] {
  /// The place of each number, of an array that has each number below its length once.
  var inverse: [UInt32] {
    var places = [UInt32](repeating: 0, count: count)
    for (place, number) in enumerated() { places[Int(number)] = UInt32(place) }
    return places
  }
}
