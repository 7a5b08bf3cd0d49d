package io.github.auraauth.port;

import java.time.Duration;

/**
 * A dependency did not do its part: away, too slow, or contended. The one family of exceptions that crosses an outbound
 * port; a driver's exception is its cause and goes no further. The message names the dependency and never holds a value
 * of the call.
 */
public abstract sealed class Outage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Outage(String message, Throwable cause) {
        super(message, cause);
    }

    private Outage(String message) {
        super(message);
    }

    /** What kind of outage it is, for whoever must tell it to somebody. */
    public abstract Kind kind();

    /** The cases that a caller may be told. */
    public enum Kind {
        /** A dependency of ours cannot be used now. */
        UNAVAILABLE,
        /** A service of others failed, or gave an answer that makes no sense. */
        UPSTREAM_FAILED,
        /** A service of others did not answer in time. */
        UPSTREAM_TIMED_OUT
    }

    /** The dependency cannot be reached, or answered with an error of its own, or is not configured. */
    public static final class Unavailable extends Outage {
        private static final long serialVersionUID = 1L;

        public Unavailable(String dependency, Throwable cause) {
            super(dependency + " is unavailable", cause);
        }

        public Unavailable(String dependency) {
            super(dependency + " is unavailable");
        }

        @Override
        public Kind kind() {
            return Kind.UNAVAILABLE;
        }
    }

    /** The call's deadline passed before there was an answer; whether a write happened is not known. */
    public static final class TimedOut extends Outage {
        private static final long serialVersionUID = 1L;

        public TimedOut(String dependency, Throwable cause) {
            super(dependency + " did not answer in time", cause);
        }

        public TimedOut(String dependency) {
            super(dependency + " did not answer in time");
        }

        @Override
        public Kind kind() {
            return Kind.UNAVAILABLE;
        }
    }

    /**
     * The dependency did not answer lately and is not asked for a moment. The call was not made: whatever it was to
     * change is unchanged by it, and stays so.
     */
    public static final class CircuitOpen extends Outage {
        private static final long serialVersionUID = 1L;

        public CircuitOpen(String dependency) {
            super(dependency + " did not answer lately and was not asked");
        }

        @Override
        public Kind kind() {
            return Kind.UNAVAILABLE;
        }
    }

    /** Others changed the same thing again and again. */
    public static final class Contended extends Outage {
        private static final long serialVersionUID = 1L;

        public Contended(String dependency) {
            super(dependency + " is contended");
        }

        @Override
        public Kind kind() {
            return Kind.UNAVAILABLE;
        }
    }

    /** A service of others cannot be reached, failed, or gave an answer that makes no sense. */
    public static final class UpstreamFailed extends Outage {
        private static final long serialVersionUID = 1L;

        public UpstreamFailed(String service, Throwable cause) {
            super(service + " failed", cause);
        }

        public UpstreamFailed(String service) {
            super(service + " failed");
        }

        @Override
        public Kind kind() {
            return Kind.UPSTREAM_FAILED;
        }
    }

    /** A service of others did not answer within the call's deadline. */
    public static final class UpstreamTimedOut extends Outage {
        private static final long serialVersionUID = 1L;

        public UpstreamTimedOut(String service, Throwable cause) {
            super(service + " did not answer in time", cause);
        }

        public UpstreamTimedOut(String service) {
            super(service + " did not answer in time");
        }

        @Override
        public Kind kind() {
            return Kind.UPSTREAM_TIMED_OUT;
        }
    }

    /** A service of others asked for a pause, or failed so often that it is not asked for a while. */
    public static final class Paused extends Outage {
        private static final long serialVersionUID = 1L;
        private final Duration pause;

        /** @param pause after which it is worth trying again */
        public Paused(String service, Duration pause) {
            super(service + " is not asked for a while");
            this.pause = pause;
        }

        /** After which it is worth trying again. */
        public Duration pause() {
            return pause;
        }

        @Override
        public Kind kind() {
            return Kind.UNAVAILABLE;
        }
    }
}
