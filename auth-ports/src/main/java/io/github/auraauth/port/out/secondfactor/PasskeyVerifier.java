package io.github.auraauth.port.out.secondfactor;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.passkey.Passkey;
import io.github.auraauth.domain.secondfactor.PasskeyId;
import io.github.auraauth.domain.secret.Secret;
import java.util.Optional;
import java.util.Set;

/**
 * Writes what authenticators are asked, and reads what they answer (Web Authentication Level 3), for one relying party. Keeps
 * nothing. Safe for use by many threads; throws {@code NullPointerException} for a null argument.
 */
public interface PasskeyVerifier {
    /**
     * JSON that asks for a new passkey, one that can be found without a user name where the authenticator has them.
     *
     * @param challenge 32 bytes that are used once
     * @param present those of the account, of which no authenticator is to make another
     */
    String creationOptions(Secret challenge, AccountId account, Username username, Set<PasskeyId> present);

    /** The new passkey, if the response is one to that challenge, made at our address; empty else. */
    Optional<NewPasskey> created(Secret challenge, String response);

    /**
     * JSON that asks for one of those passkeys, and for any of ours where there are none.
     *
     * @param userVerification whether the authenticator must know its owner
     */
    String requestOptions(Secret challenge, Set<PasskeyId> allowed, boolean userVerification);

    /** Which passkey a response says it is of; nothing of it is verified. Empty when it is no response. */
    Optional<PasskeyId> passkeyOf(String response);

    /**
     * The use of the passkey, if the response is one to that challenge, made at our address with the passkey's private half, and, where
     * it names an account, names the passkey's; empty else. The count is not judged.
     *
     * @param userVerification whether the authenticator must know its owner; then the response must name the account
     */
    Optional<PasskeyUse> used(Secret challenge, Passkey passkey, boolean userVerification, String response);

    /**
     * A passkey that was made.
     *
     * @param publicKey in COSE's form, in base64url without padding
     * @param userVerified whether the authenticator knew its owner
     */
    record NewPasskey(PasskeyId id, String publicKey, long count, boolean userVerified) {
        public NewPasskey {
            requireNonNull(id, "id");
            requireNonNull(publicKey, "publicKey");
        }
    }

    /**
     * A passkey that was used.
     *
     * @param userVerified whether the authenticator knew its owner
     */
    record PasskeyUse(long count, boolean userVerified) {}
}
