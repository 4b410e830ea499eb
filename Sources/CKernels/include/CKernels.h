#ifndef TERCET_KERNELS_H
#define TERCET_KERNELS_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// The dense arithmetic of the language model. All arrays are row-major; every buffer except packed weights may be unaligned.
//
// Guarantee: each result is made of whole-number sums, which are exact, and of IEEE single-precision additions,
// multiplications, divisions and square roots in one order that depends neither on the processor's vector width nor on how many
// rows are computed together (no fused multiply-add). So the same weights and words give the same bits on every processor,
// alone or in a batch.

/// What the greatest number of a rounded row becomes: 14 bits and a sign, so that the sum of 1,024 products with int8 weights
/// fits into 32 bits.
#define TERCET_GREATEST_INPUT 16383
#define TERCET_GREATEST_COLUMNS 1024

/// Numbers in a rounded row of `columns`: as many, or one more, because the kernels take them in pairs.
size_t tercet_rounded_columns(size_t columns);

/// Floats in the packed form of a matrix of `rows` × `columns`.
size_t tercet_packed_size(size_t rows, size_t columns);

/// Packs rows of floats, `stride` apart, for `multiply_floats`; `packed` is aligned to 64 bytes.
void tercet_pack_floats(const float *matrix, size_t stride, size_t rows, size_t columns, float *packed);

/// The kernels, compiled for one level of processors.
typedef struct TercetKernels {
  /// Rounds `count` rows of `columns` floats, which lie `apart` floats from each other, to whole numbers times a scale a row:
  /// the greatest becomes ±16383. Rows of `rounded` lie `tercet_rounded_columns` apart; a number added to a row is 0.
  void (*round)(const float *input, size_t apart, size_t count, size_t columns, int16_t *rounded, float *scales);

  /// result[i][j] = bias[j] + scales[i] · row_scales[j] · Σ input[i][k] · code[j][k], the sum in 32-bit integers.
  ///
  /// Inputs are rounded rows `apart` numbers from each other, with at most 1,024 columns. The codes lie in panels of 16 rows: for
  /// each pair of columns the two codes of the first row, of the second and so on; rows and a column that the matrix does not
  /// have are 0. `row_scales`, `bias`, which may be null, and the rows of `result`, `stride` apart, have `rows` rounded up to a
  /// multiple of 16 numbers.
  void (*multiply)(const int16_t *input, size_t apart, const float *scales, size_t count, size_t columns,
                   const int8_t *panels, const float *row_scales, const float *_Nullable bias, size_t rows,
                   float *result, size_t stride);

  /// result[i][j] = Σ input[i][k] · matrix[j][k], for `count` inputs and the `rows` rows of a packed matrix.
  ///
  /// Inputs lie `apart` floats from each other. `result` has rows `stride` apart, at least `rows` rounded up to a multiple of 16.
  void (*multiply_floats)(const float *input, size_t apart, size_t count, size_t columns, const float *packed, size_t rows,
                          float *result, size_t stride);

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

  /// result[t] = bias + the sums over a window of 1 or 3 words of a sentence of `count` words, `width` a multiple of 16.
  ///
  /// Row t holds the products of word t: `width` numbers where `window` is 1; where it is 3 the numbers for the sum of the word
  /// behind it, then its own, then those for the word before it.
  void (*add_window)(const float *_Nonnull const *_Nonnull rows, size_t count, size_t width, size_t window,
                     const float *bias, float *result);

  /// Adds `count` numbers to the numbers of `sum`.
  void (*add)(const float *values, size_t count, float *sum);

  /// Leaky ReLU with slope 0.1, in place.
  void (*leaky)(float *values, size_t count);

  /// scores[l] = Σ over r of left[r] · products[r · labels + l].
  void (*combine)(const float *left, const float *products, size_t ranks, size_t labels, float *scores);
} TercetKernels;

/// Levels of processors, each able to do what those before it do.
typedef enum TercetLevel { TercetLevelPlain, TercetLevelAVX2, TercetLevelAVX512, TercetLevelVNNI } TercetLevel;

/// The kernels of a level; null where this processor does not have it.
const TercetKernels *_Nullable tercet_kernels(TercetLevel level);

/// The kernels of the highest level that this processor has.
const TercetKernels *tercet_best_kernels(void);

#pragma clang assume_nonnull end

#endif
