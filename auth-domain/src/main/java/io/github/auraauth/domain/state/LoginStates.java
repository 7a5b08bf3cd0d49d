package io.github.auraauth.domain.state;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.crypto.CbcText;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.crypto.SealedText;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.user.RandomIds;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Issues login states, and reads them and those of version 1 that aura-bot writes. Whether one has been used before is
 * for a store to say, by its digest. Safe for use by many threads.
 */
public final class LoginStates {
    private static final String V2_HEAD = "aus2_";

    private final SealedText v2;
    private final CbcText v1;
    private final StateRules rules;
    private final KeyedDigest digest;
    private final SecureRandom random;

    /**
     * @param ivPosition {@code AURA_ENCRYPTION_IV_POSITION}, a character index, 35 unless set
     * @param rules {@link StatePolicy#COMPAT} takes states of version 1 too. Those have no integrity: a holder can change
     *     what they say
     * @param digest makes the pseudonyms of states
     */
    public LoginStates(EncryptionKeys keys, int ivPosition, StateRules rules, KeyedDigest digest, SecureRandom random) {
        this.v2 = new SealedText(SealedText.Format.LOGIN_STATE, keys);
        this.v1 = new CbcText(keys, ivPosition);
        this.rules = requireNonNull(rules, "rules");
        this.digest = requireNonNull(digest, "digest");
        this.random = requireNonNull(random, "random");
    }

    /**
     * Makes a state of version 2 with a random nonce: ASCII, safe in a query as it is.
     *
     * @throws IllegalArgumentException when it would be longer than the longest that is read, 16384 characters
     */
    public Secret issue(StateRequest request, Instant now) {
        requireNonNull(request, "request");
        var state = new LoginState(
                request.auraId(),
                request.channelId(),
                now,
                request.purpose(),
                Optional.of(RandomIds.uuid(random)),
                request.extras());
        return Secret.ofText(v2.seal(StateJson.write(state), random));
    }

    /**
     * What a state says, when it is one that is taken, for that purpose, at that time. Empty whatever is wrong with it, and
     * after the same number of cipher operations: one for each key, and under {@link StatePolicy#COMPAT} twice as many.
     */
    public Optional<ReadState> read(String text, StatePurpose purpose, Instant now) {
        requireNonNull(text, "text");
        requireNonNull(purpose, "purpose");
        requireNonNull(now, "now");
        Predicate<LoginState> acceptable = state -> isTaken(state, purpose, now);
        return switch (rules.policy()) {
            case STRICT -> readV2(text, acceptable);
            case COMPAT ->
                claimsVersion2(text)
                        ? readV2(text, acceptable).or(() -> readV1(text, acceptable))
                        : readV1(text, acceptable).or(() -> readV2(text, acceptable));
        };
    }

    /** Whether a text claims by its beginning to be a state of version 2, a good one of which nobody can guess or change. */
    public static boolean claimsVersion2(String text) {
        return text.startsWith(V2_HEAD);
    }

    private boolean isTaken(LoginState state, StatePurpose purpose, Instant now) {
        boolean timely = rules.areKeptBy(state, now);
        boolean fitting = state.purpose() == purpose;
        return timely && fitting;
    }

    private Optional<ReadState> readV2(String text, Predicate<LoginState> acceptable) {
        return v2.open(text, plain -> StateJson.readV2(plain).filter(acceptable))
                .map(state -> read(state, text));
    }

    private Optional<ReadState> readV1(String text, Predicate<LoginState> acceptable) {
        return v1.open(
                        text,
                        (padded, length) -> StateJson.readV1(padded, length).filter(acceptable))
                .flatMap(state -> v1.ciphertext(text)
                        .map(ciphertext -> read(state, HexFormat.of().formatHex(ciphertext))));
    }

    private ReadState read(LoginState state, String unchangeable) {
        return new ReadState(state, new StateDigest(digest.hex(unchangeable)), rules.endOf(state));
    }

    @Override
    public String toString() {
        return "LoginStates[" + rules + "]";
    }
}
