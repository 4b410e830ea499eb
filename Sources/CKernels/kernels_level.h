// The kernels of one level of processors: included by kernels.c once a level, with LEVEL(name), which makes the names of the
// level, and what products_level.h asks for.

#include "products_level.h"

// ---- Tables --------------------------------------------------------------------------------------------------------------

static void LEVEL(sum_rows)(const int8_t *codes, const float *scales, size_t width, const uint32_t *chosen, size_t count,
                     float *sum) {
  for (size_t j = 0; j < width; j++) sum[j] = 0;
  for (size_t i = 0; i < count; i++) {
    const int8_t *row = codes + (size_t)chosen[i] * width;
    float scale = scales[chosen[i]];
    for (size_t j = 0; j < width; j++) sum[j] += scale * (float)row[j];
  }
}

// Row r, byte j: column j in the low four bits, column j + width / 2 in the high ones, each 8 more than its code.
static void LEVEL(sum_half_rows)(const uint8_t *codes, const float *scales, size_t width, const uint32_t *chosen, size_t count,
                          float *sum) {
  size_t half = width / 2;
  for (size_t j = 0; j < width; j++) sum[j] = 0;
  for (size_t i = 0; i < count; i++) {
    const uint8_t *row = codes + (size_t)chosen[i] * half;
    float scale = scales[chosen[i]];
    for (size_t j = 0; j < half; j++) sum[j] += scale * (float)((int32_t)(row[j] & 15) - 8);
    for (size_t j = 0; j < half; j++) sum[half + j] += scale * (float)((int32_t)(row[j] >> 4) - 8);
  }
}

// ---- Element-wise -------------------------------------------------------------------------------------------------------

// Sum of the lanes, always in the same pairs.
INLINE float LEVEL(total)(const Lanes *v) {
  float a[LANES];
  store(a, *v);
  for (int step = LANES / 2; step > 0; step /= 2)
    for (int i = 0; i < step; i++) a[i] += a[i + step];
  return a[0];
}

static void LEVEL(normalize)(const float *input, size_t count, size_t width, const float *scale, const float *shift,
                      float *result) {
  for (size_t i = 0; i < count; i++, input += width, result += width) {
    Lanes sum = (Lanes)(0.0f);
    for (size_t j = 0; j < width; j += LANES) sum += load(input + j);
    float mean = LEVEL(total)(&sum) / (float)width;
    Lanes squares = (Lanes)(0.0f);
    for (size_t j = 0; j < width; j += LANES) {
      Lanes d = load(input + j) - (Lanes)(mean);
      squares += d * d;
    }
    float factor = 1.0f / sqrtf(LEVEL(total)(&squares) / (float)width + 1e-5f);
    for (size_t j = 0; j < width; j += LANES) {
      Lanes d = (load(input + j) - (Lanes)(mean)) * (Lanes)(factor);
      store(result + j, d * load(scale + j) + load(shift + j));
    }
  }
}

// A rational approximation of tanh, error below 3e-7 (coefficients as in Eigen's ptanh_float).
INLINE void LEVEL(hyperbolic)(Lanes *value) {
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

INLINE void LEVEL(logistic)(Lanes *value) {
  *value *= 0.5f;
  LEVEL(hyperbolic)(value);
  *value = *value * 0.5f + 0.5f;
}

static void LEVEL(scan)(const float *gates, size_t stride, size_t count, size_t hidden, float *states) {
  size_t both = 2 * hidden;
  for (size_t direction = 0; direction < 2; direction++) {
    for (size_t j = direction * hidden; j < (direction + 1) * hidden; j += LANES) {
      Lanes state = (Lanes)(0.0f);
      for (size_t step = 0; step < count; step++) {
        size_t t = direction == 0 ? step : count - 1 - step;
        const float *row = gates + t * stride + j;
        Lanes forget = load(row), update = load(row + both), open = load(row + 2 * both);
        LEVEL(logistic)(&forget);
        LEVEL(hyperbolic)(&update);
        LEVEL(logistic)(&open);
        state = forget * state + (1.0f - forget) * update;
        store(states + t * both + j, open * state);
      }
    }
  }
}

static void LEVEL(add_window)(const float *const *rows, size_t count, size_t width, size_t window, const float *bias,
                              float *result) {
  for (size_t t = 0; t < count; t++, result += width) {
    const float *own = rows[t] + (window == 3 ? width : 0);
    const float *before = window == 3 && t > 0 ? rows[t - 1] : NULL;
    const float *after = window == 3 && t + 1 < count ? rows[t + 1] + 2 * width : NULL;
    for (size_t j = 0; j < width; j += LANES) {
      Lanes sum = load(bias + j) + load(own + j);
      if (before) sum += load(before + j);
      if (after) sum += load(after + j);
      store(result + j, sum);
    }
  }
}

static void LEVEL(add)(const float *values, size_t count, float *sum) {
  for (size_t i = 0; i < count; i++) sum[i] += values[i];
}

static void LEVEL(leaky)(float *values, size_t count) {
  for (size_t i = 0; i < count; i++) values[i] = values[i] > 0 ? values[i] : values[i] * 0.1f;
}

static void LEVEL(combine)(const float *left, const float *products, size_t ranks, size_t labels, float *scores) {
  for (size_t l = 0; l < labels; l++) scores[l] = 0;
  for (size_t r = 0; r < ranks; r++) {
    float factor = left[r];
    for (size_t l = 0; l < labels; l++) scores[l] += factor * products[r * labels + l];
  }
}

static const TercetKernels LEVEL(kernels) = {
    .round = LEVEL(round), .multiply = LEVEL(multiply), .multiply_floats = LEVEL(multiply_floats), .sum_rows = LEVEL(sum_rows), .sum_half_rows = LEVEL(sum_half_rows),
    .normalize = LEVEL(normalize), .scan = LEVEL(scan), .add_window = LEVEL(add_window), .add = LEVEL(add), .leaky = LEVEL(leaky),
    .combine = LEVEL(combine),
};
