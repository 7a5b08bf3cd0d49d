package io.github.auraauth.app.cli.command;

/** The exit statuses of commands; the numbers from 64 on are those of {@code sysexits.h}. */
public final class ExitStatus {
    public static final int DONE = 0;
    public static final int REFUSED = 1;
    public static final int USAGE = 64;

    /** A dependency cannot be reached. */
    public static final int UNAVAILABLE = 69;

    /** A fault of this program. */
    public static final int SOFTWARE = 70;

    public static final int CONFIGURATION = 78;

    private ExitStatus() {}
}
