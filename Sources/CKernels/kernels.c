#include "CKernels.h"

#include <math.h>
#include <string.h>

// Fusing would round differently where the processor can fuse.
#pragma STDC FP_CONTRACT OFF

#define LANES 16
typedef float Lanes __attribute__((ext_vector_type(16)));
// The same, at any address.
typedef float LooseLanes __attribute__((ext_vector_type(16), aligned(4)));

#define INLINE static inline __attribute__((always_inline))

// Macros and pointers, because how a vector is passed by value depends on the processor's level.
#define load(p) (*(const LooseLanes *)(p))
#define store(p, v) (*(LooseLanes *)(p) = (v))

// ---- Packed matrices ----------------------------------------------------------------------------------------------------
// Panels of 16 rows; in a panel, column after column, the 16 numbers of that column. Missing rows are 0.

size_t tercet_packed_size(size_t rows, size_t columns) { return (rows + LANES - 1) / LANES * LANES * columns; }

void tercet_pack_codes(const int8_t *codes, const float *scales, size_t rows, size_t columns, float *packed) {
  for (size_t first = 0; first < rows; first += LANES, packed += LANES * columns) {
    for (size_t lane = 0; lane < LANES; lane++) {
      if (first + lane >= rows) {
        for (size_t k = 0; k < columns; k++) packed[k * LANES + lane] = 0;
        continue;
      }
      const int8_t *row = codes + (first + lane) * columns;
      float scale = scales[first + lane];
      for (size_t k = 0; k < columns; k++) packed[k * LANES + lane] = scale * (float)row[k];
    }
  }
}

void tercet_pack_floats(const float *matrix, size_t stride, size_t rows, size_t columns, float *packed) {
  for (size_t first = 0; first < rows; first += LANES, packed += LANES * columns) {
    for (size_t lane = 0; lane < LANES; lane++) {
      const float *row = first + lane < rows ? matrix + (first + lane) * stride : NULL;
      for (size_t k = 0; k < columns; k++) packed[k * LANES + lane] = row ? row[k] : 0;
    }
  }
}

// ---- Levels -------------------------------------------------------------------------------------------------------------

#define LEVEL(name) name##_plain
#define TALL 2
#include "kernels_level.h"
#undef LEVEL
#undef TALL

#if defined(__x86_64__)
#define LEVEL(name) name##_avx2
#define TALL 3
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#include "kernels_level.h"
#pragma clang attribute pop
#undef LEVEL
#undef TALL

#define LEVEL(name) name##_avx512
#define TALL 12
#pragma clang attribute push(__attribute__((target("avx512f"))), apply_to = function)
#include "kernels_level.h"
#pragma clang attribute pop
#endif

const TercetKernels *tercet_kernels(TercetLevel level) {
  switch (level) {
  case TercetLevelPlain: return &kernels_plain;
#if defined(__x86_64__)
  case TercetLevelAVX2: return __builtin_cpu_supports("avx2") ? &kernels_avx2 : NULL;
  case TercetLevelAVX512: return __builtin_cpu_supports("avx512f") ? &kernels_avx512 : NULL;
#endif
  default: return NULL;
  }
}

const TercetKernels *tercet_best_kernels(void) {
  const TercetKernels *best = NULL;
  for (int level = TercetLevelAVX512; !best; level--) best = tercet_kernels((TercetLevel)level);
  return best;
}
