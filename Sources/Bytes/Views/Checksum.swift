internal import CChecksum

/// CRC-32C of bytes, continued from `crc`, the result for the bytes before them.
public func crc32c(_ bytes: UnsafeRawBufferPointer, continuing crc: UInt32 = 0) -> UInt32 {
  unsafe tercet_crc32c(crc, bytes.baseAddress, bytes.count)
}

/// CRC-32C of `bytes`.
public func crc32c(_ bytes: [UInt8]) -> UInt32 { unsafe bytes.withUnsafeBytes { unsafe crc32c($0) } }

/// CRC-32C of the bytes of `view`.
public func crc32c(_ view: ByteView) -> UInt32 { unsafe view.withUnsafeBytes { unsafe crc32c($0) } }
