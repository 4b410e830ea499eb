internal import Glibc

/// Bytes of memory that the machine has, or that the limit of this process leaves; 0 when the system does not tell.
func systemMemory() -> Int {
  let pages = sysconf(Int32(_SC_PHYS_PAGES))
  let bytes = max(0, pages) * max(0, sysconf(Int32(_SC_PAGESIZE)))
  var limit = rlimit()
  guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0 else { return bytes }
  return min(bytes, Int(clamping: limit.rlim_cur))
}

/// Processors that are online; 1 when the system does not tell.
func systemProcessors() -> Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
