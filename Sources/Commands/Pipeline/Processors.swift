internal import Glibc

/// Processors that are online; 1 when the system does not tell.
func systemProcessors() -> Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
