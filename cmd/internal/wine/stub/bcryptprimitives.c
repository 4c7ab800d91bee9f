/* The one function of bcryptprimitives.dll that Go programs need and wine 8 does not have. */
#include <stddef.h>

unsigned char __stdcall SystemFunction036(void *buffer, unsigned long length); /* advapi32: RtlGenRandom */

__declspec(dllexport) int __stdcall ProcessPrng(unsigned char *buffer, size_t length) {
	while (length > 0) {
		unsigned long part = length > 1 << 20 ? 1 << 20 : (unsigned long)length;
		if (!SystemFunction036(buffer, part)) return 0;
		buffer += part;
		length -= part;
	}
	return 1;
}
