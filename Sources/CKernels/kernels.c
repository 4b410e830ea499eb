#include "CKernels.h"

#include <math.h>
#include <string.h>

// Fusing would round differently where the processor can fuse.
#pragma STDC FP_CONTRACT OFF

#define LANES 16
typedef float Lanes __attribute__((ext_vector_type(16)));
// The same, at any address.
typedef float LooseLanes __attribute__((ext_vector_type(16), aligned(4)));

#if defined(__x86_64__)
#define EVERY_LEVEL __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define EVERY_LEVEL
#endif
#define INLINE static inline __attribute__((always_inline))

// Macros and pointers, because how a vector is passed by value depends on the processor's level.
#define load(p) (*(const LooseLanes *)(p))
#define store(p, v) (*(LooseLanes *)(p) = (v))

// ---- Matrices -----------------------------------------------------------------------------------------------------------
// Packed form: panels of 16 rows; in a panel, column after column, the 16 numbers of that column. Missing rows are 0.

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

// `tall` inputs times `wide` panels, sums kept in registers; the order of each sum is that of the columns.
#define BLOCK(tall, wide)                                                                             \
  do {                                                                                                \
    Lanes sums[tall][wide];                                                                           \
    for (int w = 0; w < wide; w++) {                                                                  \
      Lanes start = bias ? load(bias + w * LANES) : (Lanes)(0.0f);                                    \
      for (int t = 0; t < tall; t++) sums[t][w] = start;                                              \
    }                                                                                                 \
    for (size_t k = 0; k < columns; k++) {                                                            \
      Lanes column[wide];                                                                             \
      for (int w = 0; w < wide; w++) column[w] = load(panel + (w * columns + k) * LANES);             \
      for (int t = 0; t < tall; t++) {                                                                \
        Lanes x = (Lanes)(input[t * apart + k]);                                                    \
        for (int w = 0; w < wide; w++) sums[t][w] += x * column[w];                                   \
      }                                                                                               \
    }                                                                                                 \
    for (int t = 0; t < tall; t++)                                                                    \
      for (int w = 0; w < wide; w++) store(result + t * stride + w * LANES, sums[t][w]);              \
  } while (0)

// One pair of panels against all inputs: the panels stay in the first-level cache.
#define SWEEP(tall, wide)                                                                             \
  do {                                                                                                \
    size_t left = count;                                                                              \
    for (; left >= tall; left -= tall, input += tall * apart, result += tall * stride)              \
      BLOCK(tall, wide);                                                                              \
    for (; left > 0; left--, input += apart, result += stride) BLOCK(1, wide);                      \
  } while (0)

#define PANELS(name, tall, attributes)                                                                \
  attributes static void name##_two(const float *input, size_t apart, size_t count, size_t columns, const float *panel, \
                                    const float *bias, float *result, size_t stride) {                \
    SWEEP(tall, 2);                                                                                   \
  }                                                                                                   \
  attributes static void name##_one(const float *input, size_t apart, size_t count, size_t columns, const float *panel, \
                                    const float *bias, float *result, size_t stride) {                \
    SWEEP(tall, 1);                                                                                   \
  }

typedef void (*Sweep)(const float *, size_t, size_t, size_t, const float *, const float *, float *, size_t);

PANELS(plain, 2, )
#if defined(__x86_64__)
PANELS(avx2, 3, __attribute__((target("avx2"))))
PANELS(avx512, 12, __attribute__((target("avx512f"))))
#endif

void tercet_multiply(const float *input, size_t apart, size_t count, size_t columns, const float *packed, const float *bias,
                     size_t rows, float *result, size_t stride) {
  Sweep two = plain_two, one = plain_one;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) {
    two = avx512_two, one = avx512_one;
  } else if (__builtin_cpu_supports("avx2")) {
    two = avx2_two, one = avx2_one;
  }
#endif
  size_t panels = (rows + LANES - 1) / LANES;
  for (size_t panel = 0; panel < panels;) {
    size_t start = panel * LANES;
    float last[2 * LANES];
    const float *offset = bias ? bias + start : NULL;
    size_t wide = panels - panel >= 2 ? 2 : 1;
    if (offset && start + wide * LANES > rows) {
      memset(last, 0, sizeof last);
      memcpy(last, offset, (rows - start) * sizeof(float));
      offset = last;
    }
    (wide == 2 ? two : one)(input, apart, count, columns, packed + start * columns, offset, result + start, stride);
    panel += wide;
  }
}

EVERY_LEVEL
void tercet_sum_rows(const int8_t *codes, const float *scales, size_t width, const uint32_t *chosen, size_t count,
                     float *sum) {
  for (size_t j = 0; j < width; j++) sum[j] = 0;
  for (size_t i = 0; i < count; i++) {
    const int8_t *row = codes + (size_t)chosen[i] * width;
    float scale = scales[chosen[i]];
    for (size_t j = 0; j < width; j++) sum[j] += scale * (float)row[j];
  }
}

// ---- Element-wise -------------------------------------------------------------------------------------------------------

// Sum of the lanes, always in the same pairs.
INLINE float total(const Lanes *v) {
  float a[LANES];
  store(a, *v);
  for (int step = LANES / 2; step > 0; step /= 2)
    for (int i = 0; i < step; i++) a[i] += a[i + step];
  return a[0];
}

EVERY_LEVEL
void tercet_normalize(const float *input, size_t count, size_t width, const float *scale, const float *shift,
                      float *result) {
  for (size_t i = 0; i < count; i++, input += width, result += width) {
    Lanes sum = (Lanes)(0.0f);
    for (size_t j = 0; j < width; j += LANES) sum += load(input + j);
    float mean = total(&sum) / (float)width;
    Lanes squares = (Lanes)(0.0f);
    for (size_t j = 0; j < width; j += LANES) {
      Lanes d = load(input + j) - (Lanes)(mean);
      squares += d * d;
    }
    float factor = 1.0f / sqrtf(total(&squares) / (float)width + 1e-5f);
    for (size_t j = 0; j < width; j += LANES) {
      Lanes d = (load(input + j) - (Lanes)(mean)) * (Lanes)(factor);
      store(result + j, d * load(scale + j) + load(shift + j));
    }
  }
}

// A rational approximation of tanh, error below 3e-7 (coefficients as in Eigen's ptanh_float).
INLINE void hyperbolic(Lanes *value) {
  Lanes x = *value;
  const Lanes bound = (Lanes)(7.90531110763549805f);
  x = x > bound ? bound : x;
  x = x < -bound ? -bound : x;
  Lanes s = x * x;
  Lanes p = s * -2.76076847742355e-16f + 2.00018790482477e-13f;
  p = s * p + -8.60467152213735e-11f;
  p = s * p + 5.12229709037114e-08f;
  p = s * p + 1.48572235717979e-05f;
  p = s * p + 6.37261928875436e-04f;
  p = s * p + 4.89352455891786e-03f;
  Lanes q = s * 1.19825839466702e-06f + 1.18534705686654e-04f;
  q = s * q + 2.26843463243900e-03f;
  q = s * q + 4.89352518554385e-03f;
  *value = x * p / q;
}

INLINE void logistic(Lanes *value) {
  *value *= 0.5f;
  hyperbolic(value);
  *value = *value * 0.5f + 0.5f;
}

EVERY_LEVEL
void tercet_scan(const float *gates, size_t stride, size_t count, size_t hidden, float *states) {
  size_t both = 2 * hidden;
  for (size_t direction = 0; direction < 2; direction++) {
    for (size_t j = direction * hidden; j < (direction + 1) * hidden; j += LANES) {
      Lanes state = (Lanes)(0.0f);
      for (size_t step = 0; step < count; step++) {
        size_t t = direction == 0 ? step : count - 1 - step;
        const float *row = gates + t * stride + j;
        Lanes forget = load(row), update = load(row + both), open = load(row + 2 * both);
        logistic(&forget);
        hyperbolic(&update);
        logistic(&open);
        state = forget * state + (1.0f - forget) * update;
        store(states + t * both + j, open * state);
      }
    }
  }
}

EVERY_LEVEL
void tercet_add(const float *values, size_t count, float *sum) {
  for (size_t i = 0; i < count; i++) sum[i] += values[i];
}

EVERY_LEVEL
void tercet_leaky(float *values, size_t count) {
  for (size_t i = 0; i < count; i++) values[i] = values[i] > 0 ? values[i] : values[i] * 0.1f;
}

EVERY_LEVEL
void tercet_combine(const float *left, const float *products, size_t ranks, size_t labels, float *scores) {
  for (size_t l = 0; l < labels; l++) scores[l] = 0;
  for (size_t r = 0; r < ranks; r++) {
    float factor = left[r];
    for (size_t l = 0; l < labels; l++) scores[l] += factor * products[r * labels + l];
  }
}
