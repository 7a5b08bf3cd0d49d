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
     * after the same number of cipher operations: one for each key, and under {@link StatePolicy#COMPAT} twice as many. A
     * state of version 1 that names no purpose is for either.
     */
    public Optional<ReadState> read(String text, StatePurpose purpose, Instant now) {
        return examine(text, purpose, now).fold(Optional::of, refused -> Optional.empty());
    }

    /** The same, with the reason of a refusal, which is the operator's to know and nobody else's. */
    public StateReading examine(String text, StatePurpose purpose, Instant now) {
        requireNonNull(text, "text");
        requireNonNull(purpose, "purpose");
        requireNonNull(now, "now");
        StateReader reader = new StateReader(purpose, now);
        Optional<ReadState> read = switch (rules.policy()) {
            case STRICT -> readV2(text, reader);
            case COMPAT ->
                claimsVersion2(text)
                        ? readV2(text, reader).or(() -> readV1(text, reader))
                        : readV1(text, reader).or(() -> readV2(text, reader));
        };
        return read.<StateReading>map(StateReading.Good::new)
                .orElseGet(
                        () -> new StateReading.Refused(isRefusedByPolicy(text) ? StateRefusal.POLICY : reader.refusal));
    }

    /** Whether a text claims by its beginning to be a state of version 2, a good one of which nobody can guess or change. */
    public static boolean claimsVersion2(String text) {
        return text.startsWith(V2_HEAD);
    }

    /** Known by its form alone, since deciphering it would make this refusal cost more than the others. */
    private boolean isRefusedByPolicy(String text) {
        return rules.policy() == StatePolicy.STRICT && v1.ciphertext(text).isPresent();
    }

    private Optional<ReadState> readV2(String text, StateReader reader) {
        return v2.open(text, plain -> reader.accept(StateJson.readV2(plain))).map(state -> read(state, text));
    }

    private Optional<ReadState> readV1(String text, StateReader reader) {
        return v1.open(text, (padded, length) -> reader.accept(StateJson.readV1(padded, length, reader.purpose)))
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

    /** One reading of one text; it goes on after a refusal, so that all refusals cost alike, and remembers why. */
    private final class StateReader {
        private final StatePurpose purpose;
        private final Instant now;
        private StateRefusal refusal = StateRefusal.UNREADABLE;

        StateReader(StatePurpose purpose, Instant now) {
            this.purpose = purpose;
            this.now = now;
        }

        Optional<LoginState> accept(Optional<LoginState> read) {
            Optional<StateRefusal> refused = read.flatMap(this::refusal);
            refused.ifPresent(reason -> refusal = reason);
            return read.filter(state -> refused.isEmpty());
        }

        private Optional<StateRefusal> refusal(LoginState state) {
            Optional<StateRefusal> untimely = rules.refusal(state, now);
            return state.purpose() == purpose ? untimely : untimely.or(() -> Optional.of(StateRefusal.PURPOSE));
        }
    }
}
