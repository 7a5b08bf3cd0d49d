package io.github.auraauth.usecase.user;

import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.user.RemoveUser;
import io.github.auraauth.port.out.user.UserStore;
import java.util.Objects;

/**
 * Removes a user, also where the row cannot be read as one; one who is not there costs one read and leaves no line in the
 * log.
 */
public final class UserRemoval implements RemoveUser {
    private final UserStore store;
    private final UserWriter writer;

    public UserRemoval(UserStore store, UserWriter writer) {
        this.store = Objects.requireNonNull(store, "store");
        this.writer = Objects.requireNonNull(writer, "writer");
    }

    @Override
    public RemoveOutcome remove(AuraId auraId, Deadline deadline) {
        return store.findRow(auraId, deadline)
                .map(row -> writer.remove(auraId, deadline))
                .orElse(RemoveOutcome.ABSENT);
    }
}
