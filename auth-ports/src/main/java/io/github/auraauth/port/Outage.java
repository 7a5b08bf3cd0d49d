package io.github.auraauth.port;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A dependency did not do its part: away, too slow, unwilling, or contended. The one family of exceptions that crosses an
 * outbound port; a driver's exception is its cause and goes no further. The message names the dependency and never holds a
 * value of the call.
 */
public abstract sealed class Outage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Outage(String message, Throwable cause) {
        super(message, cause);
    }

    private Outage(String message) {
        super(message);
    }

    /** What kind of outage it is, for whoever must tell it to somebody; a dependency of ours where nothing else is said. */
    public Category category() {
        return Category.UNAVAILABLE;
    }

    /** The cases that a caller may be told. */
    public enum Category {
        /** A dependency of ours cannot be used now. */
        UNAVAILABLE,
        /** A service of others failed, or gave an answer that makes no sense. */
        UPSTREAM_FAILED,
        /** A service of others did not answer in time. */
        UPSTREAM_TIMED_OUT
    }

    /** The dependency cannot be reached, or is not configured. */
    public static final class Unavailable extends Outage {
        private static final long serialVersionUID = 1L;

        public Unavailable(String dependency, Throwable cause) {
            super(dependency + " is unavailable", cause);
        }

        public Unavailable(String dependency) {
            super(dependency + " is unavailable");
        }
    }

    /**
     * The dependency answered with an error of its own, which it names by a code: asking again helps only once somebody has
     * changed something. What else it said is left out, since it may hold values.
     */
    public static final class Refused extends Outage {
        private static final long serialVersionUID = 1L;
        private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

        private final String dependency;
        private final int code;
        private final String error;

        /** @param codeName the code's name; left out where it is not a single word */
        public Refused(String dependency, int code, String codeName, Throwable cause) {
            this(
                    dependency,
                    "the call",
                    code,
                    NAME.matcher(codeName).matches() ? code + " " + codeName : "" + code,
                    cause);
        }

        private Refused(String dependency, String call, int code, String error, Throwable cause) {
            super(dependency + " refused " + call + ": " + error, cause);
            this.dependency = dependency;
            this.code = code;
            this.error = error;
        }

        /** The same, whose message says what was refused, such as {@code createIndexes of users.userId_1}, without a value. */
        public Refused of(String call) {
            return new Refused(dependency, call, code, error, this);
        }

        /** The dependency's own code. */
        public int code() {
            return code;
        }

        /** The code and its name, such as {@code 13 Unauthorized}. */
        public String error() {
            return error;
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
    }

    /** Others changed the same thing again and again. */
    public static final class Contended extends Outage {
        private static final long serialVersionUID = 1L;

        public Contended(String dependency) {
            super(dependency + " is contended");
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
        public Category category() {
            return Category.UPSTREAM_FAILED;
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
        public Category category() {
            return Category.UPSTREAM_TIMED_OUT;
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
    }
}
