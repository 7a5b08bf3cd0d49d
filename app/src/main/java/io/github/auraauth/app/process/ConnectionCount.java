package io.github.auraauth.app.process;

import java.lang.management.ManagementFactory;
import javax.management.JMException;

/**
 * How many connections a process can have. Without an end to them whoever opens them, without a key, fills the heap, or
 * takes the files that connections to databases need.
 */
public final class ConnectionCount {
    private static final int MOST = 20_000;

    /** Bytes of the heap for each: what one takes that sends heads and reads answers, several times over. */
    private static final long HEAP_FOR_EACH = 64 * 1024;

    /** A process may have two servers, each for a while with twice as many, and opens files and connections of its own. */
    private static final long FILES_FOR_EACH = 5;

    private ConnectionCount() {}

    /** For each of the servers of this process. */
    public static int most() {
        return most(Runtime.getRuntime().maxMemory(), files());
    }

    static int most(long heap, long files) {
        return (int) Math.max(1, Math.min(MOST, Math.min(heap / HEAP_FOR_EACH, files / FILES_FOR_EACH)));
    }

    /** As the JVM tells it on systems that have such a limit. */
    private static long files() {
        try {
            Object most = ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(
                            ManagementFactory.getOperatingSystemMXBean().getObjectName(), "MaxFileDescriptorCount");
            return ((Number) most).longValue();
        } catch (JMException none) {
            return Long.MAX_VALUE;
        }
    }
}
