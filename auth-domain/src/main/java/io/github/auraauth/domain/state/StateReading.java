package io.github.auraauth.domain.state;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/** The outcome of reading a login state. */
public sealed interface StateReading {
    /** Calls the one function that fits. */
    <T> T fold(Function<ReadState, T> good, Function<StateRefusal, T> refused);

    /** It may be used now, unless it has been. */
    record Good(ReadState state) implements StateReading {
        public Good {
            requireNonNull(state, "state");
        }

        @Override
        public <T> T fold(Function<ReadState, T> good, Function<StateRefusal, T> refused) {
            return good.apply(state);
        }
    }

    /** It is not taken. */
    record Refused(StateRefusal reason) implements StateReading {
        public Refused {
            requireNonNull(reason, "reason");
        }

        @Override
        public <T> T fold(Function<ReadState, T> good, Function<StateRefusal, T> refused) {
            return refused.apply(reason);
        }
    }
}
