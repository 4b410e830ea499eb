#include "CKernels.h"

#include <math.h>
#include <string.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

// Fusing would round differently where the processor can fuse.
#pragma STDC FP_CONTRACT OFF

#define LANES 16
typedef float Lanes __attribute__((ext_vector_type(16)));
// The same, at any address.
typedef float LooseLanes __attribute__((ext_vector_type(16), aligned(4)));

// Two neighbouring 16-bit numbers, read as one.
typedef int32_t Pair __attribute__((aligned(2), may_alias));

// A loop over the sums of a product: they are in registers only where it is unrolled whole.
#define EACH(i, count) _Pragma("clang loop unroll(full)") for (int i = 0; i < (count); i++)

#define INLINE static inline __attribute__((always_inline))

// Macros and pointers, because how a vector is passed by value depends on the processor's level.
#define load(p) (*(const LooseLanes *)(p))
#define store(p, v) (*(LooseLanes *)(p) = (v))

typedef int32_t LooseIntegerLanes __attribute__((ext_vector_type(16), aligned(4)));
typedef int16_t LooseShorts __attribute__((ext_vector_type(16), aligned(2)));

// ---- Packed matrices ----------------------------------------------------------------------------------------------------
// Panels of 16 rows; in a panel, column after column, the 16 numbers of that column. Missing rows are 0.

size_t tercet_packed_size(size_t rows, size_t columns) { return (rows + LANES - 1) / LANES * LANES * columns; }

size_t tercet_rounded_columns(size_t columns) { return (columns + 1) / 2 * 2; }

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
#define INTEGER_TALL 2
#define INTEGER_FEW 1
#define INTEGER_WIDE 1
#define PARTS 4
#if defined(__SSE2__)
typedef __m128i Integers_plain;
#define Integers Integers_plain
#define WIDEN(p) _mm_srai_epi16(_mm_unpacklo_epi8(_mm_setzero_si128(), _mm_loadl_epi64((const __m128i *)(p))), 8)
#define SPREAD(p) _mm_set1_epi32(*(const Pair *)(p))
#define ADD_PRODUCTS(sum, a, b) ((sum) = _mm_add_epi32(sum, _mm_madd_epi16(a, b)))
#else
typedef int32_t Integers_plain __attribute__((ext_vector_type(4)));
typedef int16_t Shorts __attribute__((ext_vector_type(8)));
typedef int8_t LooseBytes __attribute__((ext_vector_type(8), aligned(1)));
#define Integers Integers_plain
#define WIDEN(p) (Integers)__builtin_convertvector(*(const LooseBytes *)(p), Shorts)
#define SPREAD(p) (Integers)(*(const Pair *)(p))
#define ADD_PRODUCTS(sum, a, b)                                                                       \
  ((sum) += ((a) << 16 >> 16) * ((b) << 16 >> 16) + ((a) >> 16) * ((b) >> 16))
#endif
#include "kernels_level.h"
#include "undefine_level.h"

#if defined(__x86_64__)
#define LEVEL(name) name##_avx2
#define TALL 3
#define INTEGER_TALL 4
#define INTEGER_FEW 2
#define INTEGER_WIDE 1
#define PARTS 2
#define Integers __m256i
#define WIDEN(p) _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(p)))
#define SPREAD(p) _mm256_set1_epi32(*(const Pair *)(p))
#define ADD_PRODUCTS(sum, a, b) ((sum) = _mm256_add_epi32(sum, _mm256_madd_epi16(a, b)))
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#include "kernels_level.h"
#pragma clang attribute pop
#include "undefine_level.h"

#define LEVEL(name) name##_avx512
#define TALL 12
#define INTEGER_TALL 12
#define INTEGER_FEW 4
#define INTEGER_WIDE 2
#define PARTS 1
#define Integers __m512i
#define WIDEN(p) _mm512_cvtepi8_epi16(_mm256_loadu_si256((const __m256i *)(p)))
#define SPREAD(p) _mm512_set1_epi32(*(const Pair *)(p))
#define ADD_PRODUCTS(sum, a, b) ((sum) = _mm512_add_epi32(sum, _mm512_madd_epi16(a, b)))
#pragma clang attribute push(__attribute__((target("avx512f,avx512bw"))), apply_to = function)
#include "kernels_level.h"
#pragma clang attribute pop
#undef LEVEL
#undef ADD_PRODUCTS

#define LEVEL(name) name##_vnni
// The compiler makes two instructions of the intrinsic, for processors on which a chain of the one waits longer.
#define ADD_PRODUCTS(sum, a, b) __asm__("vpdpwssd %2, %1, %0" : "+v"(sum) : "v"(a), "v"(b))
#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512vnni"))), apply_to = function)
#include "kernels_level.h"
#pragma clang attribute pop
#endif

const TercetKernels *tercet_kernels(TercetLevel level) {
  switch (level) {
  case TercetLevelPlain: return &kernels_plain;
#if defined(__x86_64__)
  case TercetLevelAVX2: return __builtin_cpu_supports("avx2") ? &kernels_avx2 : NULL;
  case TercetLevelAVX512:
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") ? &kernels_avx512 : NULL;
  case TercetLevelVNNI:
    return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vnni") ? &kernels_vnni : NULL;
#endif
  default: return NULL;
  }
}

const TercetKernels *tercet_best_kernels(void) {
  const TercetKernels *best = NULL;
  for (int level = TercetLevelVNNI; !best; level--) best = tercet_kernels((TercetLevel)level);
  return best;
}
