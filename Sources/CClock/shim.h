// adjtimex(2), which Swift's Glibc does not show.
#ifndef SB_CCLOCK_SHIM_H
#define SB_CCLOCK_SHIM_H

#include <string.h>
#include <sys/timex.h>

// Whether somebody keeps the system's clock right, as far as the kernel knows: 1 yes, 0 no, -1 it does not tell.
static inline int sb_clock_is_synchronised(void) {
    struct timex state;
    memset(&state, 0, sizeof state);
    if (adjtimex(&state) == -1) return -1;
    return (state.status & STA_UNSYNC) == 0;
}

#endif
