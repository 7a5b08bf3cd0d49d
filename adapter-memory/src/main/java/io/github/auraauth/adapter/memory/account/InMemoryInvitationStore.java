package io.github.auraauth.adapter.memory.account;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.memory.Deadlines;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Invitation;
import io.github.auraauth.domain.account.InvitationDigest;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.account.InvitationStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Invitations in the memory of one process, gone with it; they stay until they are taken or deleted. */
public final class InMemoryInvitationStore implements InvitationStore {
    private final Map<InvitationDigest, Invitation> invitations = new ConcurrentHashMap<>();

    @Override
    public void put(InvitationDigest digest, Invitation invitation, Deadline deadline) {
        requireNonNull(digest, "digest");
        requireNonNull(invitation, "invitation");
        Deadlines.check(deadline);
        invitations.put(digest, invitation);
    }

    @Override
    public Optional<Invitation> find(InvitationDigest digest, Deadline deadline) {
        requireNonNull(digest, "digest");
        Deadlines.check(deadline);
        return Optional.ofNullable(invitations.get(digest));
    }

    @Override
    public boolean take(InvitationDigest digest, Deadline deadline) {
        requireNonNull(digest, "digest");
        Deadlines.check(deadline);
        return invitations.remove(digest) != null;
    }

    @Override
    public void deleteAll(AccountId account, Deadline deadline) {
        requireNonNull(account, "account");
        Deadlines.check(deadline);
        invitations.values().removeIf(invitation -> invitation.account().equals(account));
    }
}
