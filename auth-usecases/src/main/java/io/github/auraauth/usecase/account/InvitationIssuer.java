package io.github.auraauth.usecase.account;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Invitation;
import io.github.auraauth.domain.account.InvitationDigest;
import io.github.auraauth.domain.crypto.Base62;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.account.InvitationStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;

/** Makes invitations, and knows them again. Safe for use by many threads. */
public final class InvitationIssuer {
    private static final int DIGITS = 43;

    private final InvitationStore invitations;
    private final KeyedDigest digest;
    private final InstantSource clock;
    private final SecureRandom random;

    /** @param seed {@code AURA_SEED_ID} */
    public InvitationIssuer(InvitationStore invitations, Secret seed, InstantSource clock, SecureRandom random) {
        this.invitations = invitations;
        this.digest = KeyedDigest.derivedFrom(seed, "aura-auth/invitation/v1");
        this.clock = clock;
        this.random = random;
    }

    /** A new invitation of 256 bits, good once and for {@link Invitation#VALIDITY}. */
    public Secret issue(Account account, Actor giver, Deadline deadline) {
        Secret secret = Secret.ofText(Base62.random(DIGITS, random));
        Instant end = clock.instant().plus(Invitation.VALIDITY);
        Invitation invitation = new Invitation(account.id(), account.epoch(), giver.rights(), end);
        invitations.put(digest(secret), invitation, deadline);
        return secret;
    }

    /** What the invitation is kept under. */
    InvitationDigest digest(Secret secret) {
        return new InvitationDigest(digest.hex(secret.revealText()));
    }
}
