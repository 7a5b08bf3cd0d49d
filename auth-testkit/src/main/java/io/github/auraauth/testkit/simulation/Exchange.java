package io.github.auraauth.testkit.simulation;

import java.util.Optional;

/** A request that may be answered. */
final class Exchange {
    private Optional<Reply> reply = Optional.empty();

    void answer(Reply given) {
        reply = Optional.of(given);
    }

    boolean isAnswered() {
        return reply.isPresent();
    }

    Reply reply() {
        return reply.orElseThrow();
    }
}
