package io.github.auraauth.app.logging;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;

/** An exception as its classes and a few frames. Messages are left out: a driver's may hold a value that it refused. */
final class Causes {
    private static final int MOST_CAUSES = 5;
    private static final int MOST_FRAMES = 12;

    private Causes() {}

    static String of(IThrowableProxy thrown) {
        StringBuilder text = new StringBuilder();
        IThrowableProxy cause = thrown;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            text.append(depth == 0 ? "" : "; caused by ").append(cause.getClassName());
            StackTraceElementProxy[] frames = cause.getStackTraceElementProxyArray();
            for (int i = 0; i < Math.min(MOST_FRAMES, frames.length); i++) {
                StackTraceElement frame = frames[i].getStackTraceElement();
                text.append(" < ")
                        .append(frame.getClassName())
                        .append('.')
                        .append(frame.getMethodName())
                        .append(':')
                        .append(frame.getLineNumber());
            }
            cause = cause.getCause();
        }
        return text.toString();
    }
}
