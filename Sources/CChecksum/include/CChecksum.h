#ifndef TERCET_CCHECKSUM_H
#define TERCET_CCHECKSUM_H

#include <stddef.h>
#include <stdint.h>

/// CRC-32C (Castagnoli, reflected polynomial 0x82F63B78, initial value and final xor all ones) of `count` bytes.
/// `crc` is the result for the bytes before them, 0 at the start.
uint32_t tercet_crc32c(uint32_t crc, const void *bytes, size_t count);

/// The same by tables alone, for the tests and for processors without the instruction.
uint32_t tercet_crc32c_portable(uint32_t crc, const void *bytes, size_t count);

/// State of a SHA-256 computation (FIPS 180-4).
typedef struct {
  uint32_t state[8];
  uint64_t length;
  uint8_t block[64];
} tercet_sha256;

void tercet_sha256_init(tercet_sha256 *hash);
void tercet_sha256_update(tercet_sha256 *hash, const void *bytes, size_t count);
void tercet_sha256_final(tercet_sha256 *hash, uint8_t digest[32]);

#endif
