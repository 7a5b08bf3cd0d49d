package io.github.auraauth.port.out;

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

    /** The dependency cannot be reached, or answered with an error of its own. */
    public static final class Unavailable extends Outage {
        private static final long serialVersionUID = 1L;

        public Unavailable(String dependency, Throwable cause) {
            super(dependency + " is unavailable", cause);
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

    /** Others changed the same thing again and again. */
    public static final class Contended extends Outage {
        private static final long serialVersionUID = 1L;

        public Contended(String dependency) {
            super(dependency + " is contended");
        }
    }
}
