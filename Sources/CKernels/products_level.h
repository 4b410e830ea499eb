// Products of one level of processors. Besides LEVEL(name) the level defines
//   TALL, INTEGER_TALL, INTEGER_WIDE: inputs, and panels at once, whose sums fit into its registers, for floats and integers;
//   INTEGER_FEW: of the inputs that are left over, so many at once;
//   Integers: a vector of 32-bit sums, PARTS of which hold LANES;
//   WIDEN(p): 2 * LANES / PARTS int8 numbers at p as 16-bit numbers;
//   SPREAD(p): the two 16-bit numbers at p, again and again;
//   ADD_PRODUCTS(sum, a, b): adds to each 32-bit sum the two products of the 16-bit numbers in its place.

// ---- Rounded inputs and int8 weights ------------------------------------------------------------------------------------

static void LEVEL(round)(const float *input, size_t apart, size_t count, size_t columns, int16_t *rounded, float *scales) {
  // Adding and taking away this number rounds to the nearest whole number, ties to even.
  const float shift = 12582912.0f;
  size_t stride = tercet_rounded_columns(columns);
  size_t even = columns / LANES * LANES;
  for (size_t i = 0; i < count; i++, input += apart, rounded += stride) {
    Lanes sizes = (Lanes)(0.0f);
    for (size_t k = 0; k < even; k += LANES) {
      Lanes x = load(input + k), size = x < 0.0f ? -x : x;
      sizes = size > sizes ? size : sizes;
    }
    float each[LANES], greatest = 0;
    store(each, sizes);
    for (size_t k = 0; k < LANES; k++) greatest = each[k] > greatest ? each[k] : greatest;
    for (size_t k = even; k < columns; k++) {
      float size = fabsf(input[k]);
      greatest = size > greatest ? size : greatest;
    }
    // Tiny rows would divide to infinity; as zeros they lose nothing that a sum could show.
    float factor = greatest > 1e-30f ? (float)TERCET_GREATEST_INPUT / greatest : 0;
    scales[i] = greatest > 1e-30f ? greatest / (float)TERCET_GREATEST_INPUT : 0;
    for (size_t k = 0; k < even; k += LANES) {
      Lanes near = (load(input + k) * (Lanes)(factor) + shift) - shift;
      *(LooseShorts *)(rounded + k) = __builtin_convertvector(near, LooseShorts);
    }
    for (size_t k = even; k < columns; k++) rounded[k] = (int16_t)((input[k] * factor + shift) - shift);
    for (size_t k = columns; k < stride; k++) rounded[k] = 0;
  }
}

#define INTEGER_BLOCK(tall, wide)                                                                   \
  do {                                                                                              \
    Integers sums[tall][wide][PARTS];                                                               \
    EACH(t, tall)                                                                                   \
      EACH(w, wide)                                                                                 \
        EACH(p, PARTS) sums[t][w][p] = (Integers){0};                                               \
    for (size_t k = 0; k < pairs; k++) {                                                            \
      Integers weights[wide][PARTS];                                                                \
      EACH(w, wide)                                                                                 \
        EACH(p, PARTS)                                                                              \
          weights[w][p] = WIDEN(panel + ((w * pairs + k) * PARTS + p) * (2 * LANES / PARTS));       \
      EACH(t, tall) {                                                                               \
        Integers numbers = SPREAD(input + t * apart + 2 * k);                                       \
        EACH(w, wide)                                                                               \
          EACH(p, PARTS) ADD_PRODUCTS(sums[t][w][p], weights[w][p], numbers);                       \
      }                                                                                             \
    }                                                                                               \
    EACH(t, tall)                                                                                   \
      EACH(w, wide) {                                                                               \
        int32_t whole[LANES];                                                                       \
        memcpy(whole, sums[t][w], sizeof whole);                                                    \
        Lanes sum = __builtin_convertvector(*(LooseIntegerLanes *)whole, Lanes);                    \
        sum *= (Lanes)(scales[t]) * load(row_scales + w * LANES);                                   \
        store(result + t * stride + w * LANES, bias ? sum + load(bias + w * LANES) : sum);          \
      }                                                                                             \
  } while (0)

// Some panels against all inputs: the panels stay in the first-level cache.
#define INTEGER_SWEEP(tall, wide)                                                                   \
  do {                                                                                              \
    size_t left = count;                                                                            \
    for (; left >= tall; left -= tall, input += tall * apart, scales += tall, result += tall * stride)\
      INTEGER_BLOCK(tall, wide);                                                                    \
    for (; left >= INTEGER_FEW;                                                                     \
         left -= INTEGER_FEW, input += INTEGER_FEW * apart, scales += INTEGER_FEW, result += INTEGER_FEW * stride)\
      INTEGER_BLOCK(INTEGER_FEW, wide);                                                             \
    for (; left > 0; left--, input += apart, scales++, result += stride) INTEGER_BLOCK(1, wide);    \
  } while (0)

static void LEVEL(integer_sweep)(const int16_t *input, size_t apart, const float *scales, size_t count, size_t pairs,
                                 const int8_t *panel, const float *row_scales, const float *bias, float *result,
                                 size_t stride) {
  INTEGER_SWEEP(INTEGER_TALL, INTEGER_WIDE);
}

static void LEVEL(integer_sweep1)(const int16_t *input, size_t apart, const float *scales, size_t count, size_t pairs,
                                  const int8_t *panel, const float *row_scales, const float *bias, float *result,
                                  size_t stride) {
  INTEGER_SWEEP(INTEGER_TALL, 1);
}

static void LEVEL(multiply)(const int16_t *input, size_t apart, const float *scales, size_t count, size_t columns,
                            const int8_t *panels, const float *row_scales, const float *bias, size_t rows, float *result,
                            size_t stride) {
  size_t pairs = (columns + 1) / 2, left = (rows + LANES - 1) / LANES;
  for (size_t start = 0; left > 0;) {
    size_t wide = left >= INTEGER_WIDE ? INTEGER_WIDE : 1;
    (wide == INTEGER_WIDE ? LEVEL(integer_sweep) : LEVEL(integer_sweep1))(
        input, apart, scales, count, pairs, panels + start * 2 * pairs, row_scales + start, bias ? bias + start : NULL,
        result + start, stride);
    start += wide * LANES;
    left -= wide;
  }
}

// ---- Floats -------------------------------------------------------------------------------------------------------------

// `tall` inputs times `wide` panels, sums kept in registers; the order of each sum is that of the columns.
#define BLOCK(tall, wide)                                                                           \
  do {                                                                                              \
    Lanes sums[tall][wide];                                                                         \
    EACH(t, tall)                                                                                   \
      EACH(w, wide) sums[t][w] = (Lanes)(0.0f);                                                     \
    for (size_t k = 0; k < columns; k++) {                                                          \
      Lanes column[wide];                                                                           \
      EACH(w, wide) column[w] = load(panel + (w * columns + k) * LANES);                            \
      EACH(t, tall) {                                                                               \
        Lanes x = (Lanes)(input[t * apart + k]);                                                    \
        EACH(w, wide) sums[t][w] += x * column[w];                                                  \
      }                                                                                             \
    }                                                                                               \
    EACH(t, tall)                                                                                   \
      EACH(w, wide) store(result + t * stride + w * LANES, sums[t][w]);                             \
  } while (0)

// One pair of panels against all inputs: the panels stay in the first-level cache.
#define SWEEP(tall, wide)                                                                             \
  do {                                                                                                \
    size_t left = count;                                                                              \
    for (; left >= tall; left -= tall, input += tall * apart, result += tall * stride)              \
      BLOCK(tall, wide);                                                                              \
    for (; left > 0; left--, input += apart, result += stride) BLOCK(1, wide);                      \
  } while (0)

static void LEVEL(sweep2)(const float *input, size_t apart, size_t count, size_t columns, const float *panel,
                          float *result, size_t stride) {
  SWEEP(TALL, 2);
}

static void LEVEL(sweep1)(const float *input, size_t apart, size_t count, size_t columns, const float *panel,
                          float *result, size_t stride) {
  SWEEP(TALL, 1);
}

static void LEVEL(multiply_floats)(const float *input, size_t apart, size_t count, size_t columns, const float *packed,
                                   size_t rows, float *result, size_t stride) {
  size_t panels = (rows + LANES - 1) / LANES;
  for (size_t panel = 0; panel < panels;) {
    size_t start = panel * LANES;
    size_t wide = panels - panel >= 2 ? 2 : 1;
    (wide == 2 ? LEVEL(sweep2) : LEVEL(sweep1))(input, apart, count, columns, packed + start * columns, result + start,
                                                stride);
    panel += wide;
  }
}

