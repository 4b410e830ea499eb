#ifndef TERCET_KERNELS_H
#define TERCET_KERNELS_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// The dense arithmetic of the language model. All arrays are row-major; every buffer except packed weights may be unaligned.
//
// Guarantee: each result is made of IEEE single-precision additions, multiplications, divisions and square roots in one order
// that depends neither on the processor's vector width nor on how many rows are computed together (no fused
// multiply-add). So the same weights and words give the same bits on every processor, alone or in a batch.

/// Floats in the packed form of a matrix of `rows` × `columns`.
size_t tercet_packed_size(size_t rows, size_t columns);

/// Packs rows of int8 codes with one scale a row for `multiply`; `packed` is aligned to 64 bytes.
void tercet_pack_codes(const int8_t *codes, const float *scales, size_t rows, size_t columns, float *packed);

/// Packs rows of floats, `stride` apart, for `multiply`; `packed` is aligned to 64 bytes.
void tercet_pack_floats(const float *matrix, size_t stride, size_t rows, size_t columns, float *packed);

/// The kernels, compiled for one level of processors.
typedef struct TercetKernels {
  /// result[i][j] = bias[j] + Σ input[i][k] · matrix[j][k], for `count` inputs and the `rows` rows of a packed matrix.
  ///
  /// Inputs lie `apart` floats from each other. `bias` may be null. `result` has rows `stride` apart, at least `rows` rounded
  /// up to a multiple of 16.
  void (*multiply)(const float *input, size_t apart, size_t count, size_t columns, const float *packed,
                   const float *_Nullable bias, size_t rows, float *result, size_t stride);

  /// sum[j] = Σ scale · code over the `count` chosen rows of a table of int8 codes.
  void (*sum_rows)(const int8_t *codes, const float *scales, size_t width, const uint32_t *chosen, size_t count,
                   float *sum);

  /// The same for a table of four-bit codes, two a byte: byte j of a row holds column j in its low half and column
  /// j + `width` / 2 in its high half, each as code + 8. `width` is even.
  void (*sum_half_rows)(const uint8_t *codes, const float *scales, size_t width, const uint32_t *chosen, size_t count,
                        float *sum);

  /// Layer norm (ε = 1e-5) of `count` rows; `width` is a multiple of 16. `result` may be `input`.
  void (*normalize)(const float *input, size_t count, size_t width, const float *scale, const float *shift,
                    float *result);

  /// The element-wise half of a bidirectional QRNN layer over one sentence.
  ///
  /// `gates` holds for each word forget, update and output gates (2 × `hidden` each, rows `stride` apart) before their
  /// functions; `states` gets 2 × `hidden` numbers for each word. `hidden` is a multiple of 16.
  void (*scan)(const float *gates, size_t stride, size_t count, size_t hidden, float *states);

  /// Adds `count` numbers to the numbers of `sum`.
  void (*add)(const float *values, size_t count, float *sum);

  /// Leaky ReLU with slope 0.1, in place.
  void (*leaky)(float *values, size_t count);

  /// scores[l] = Σ over r of left[r] · products[r · labels + l].
  void (*combine)(const float *left, const float *products, size_t ranks, size_t labels, float *scores);
} TercetKernels;

/// Levels of processors, each able to do what those before it do.
typedef enum TercetLevel { TercetLevelPlain, TercetLevelAVX2, TercetLevelAVX512 } TercetLevel;

/// The kernels of a level; null where this processor does not have it.
const TercetKernels *_Nullable tercet_kernels(TercetLevel level);

/// The kernels of the highest level that this processor has.
const TercetKernels *tercet_best_kernels(void);

#pragma clang assume_nonnull end

#endif
