// What the Swift runtime calls and the libstdc++ of Debian 11 has not yet: it came with GCC 11.
#include <new>

namespace std {
void __throw_bad_array_new_length() { throw std::bad_array_new_length(); }
}  // namespace std
