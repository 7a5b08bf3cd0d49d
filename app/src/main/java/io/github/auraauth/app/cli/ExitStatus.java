package io.github.auraauth.app.cli;

/** What a command's exit status means; the numbers from 64 on are those of {@code sysexits.h}. */
final class ExitStatus {
    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int USAGE = 64;

    /** A dependency cannot be reached. */
    static final int UNAVAILABLE = 69;

    /** A fault of this program. */
    static final int SOFTWARE = 70;

    static final int CONFIGURATION = 78;

    private ExitStatus() {}
}
