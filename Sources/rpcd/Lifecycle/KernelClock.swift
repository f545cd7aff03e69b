// What the kernel says of the machine's clock: chrony, ntpd and timesyncd leave their mark there.

internal import CClock

enum KernelClock {
    /// Whether somebody keeps it right; nil: the kernel does not tell.
    static var isSynchronised: Bool? {
        switch sb_clock_is_synchronised() {
        case 1: true
        case 0: false
        default: nil
        }
    }
}
